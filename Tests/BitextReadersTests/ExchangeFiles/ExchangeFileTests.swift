import BitextReaders
import Testing

@Suite struct ExchangeFileTests {
    @Test func theEndOfTheNameIsTheForm() {
        #expect(ExchangeFile(path: "memory.tmx") == .tmx)
        #expect(ExchangeFile(path: "some.folder/PAIRS.TSV") == .tsv)
        #expect(ExchangeFile(path: "fr.po") == .po)
        for other in ["page.md", "po", "a.po/page", "a.po/", "tmx.", "", "-"] {
            #expect(ExchangeFile(path: other) == nil, "\(other)")
        }
    }

    @Test func messagesNameAllEndings() {
        #expect(ExchangeFile.endings == ".tmx, .tsv, .po, .xlf, .xliff, .mqxliff and .sdlxliff")
    }
}
