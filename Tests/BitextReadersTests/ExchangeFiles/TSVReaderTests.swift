import Bitext
import BitextReaders
import TestSupport
import Testing

@Suite struct TSVReaderTests {
    private let reader = TSVReader(sourceLocale: "en-US", targetLocale: "fr-FR")

    @Test func aLineIsASourceATabAndATarget() throws {
        let bitext = try reader.bitext("Open it.\tOuvrez-le.\nWait.\tPatientez.\tsome note\n")
        #expect(bitext.units == ["1: Open it. | Ouvrez-le.", "2: Wait. | Patientez."])
        #expect(bitext.string(.source) == "Open it.\n\nWait.\n\n")
        #expect(bitext.string(.target) == "Ouvrez-le.\n\nPatientez.\n\n")
        #expect(bitext.sourceLocale == "en-US")
        #expect(bitext.targetLocale == "fr-FR")
        #expect(bitext.defects.isEmpty)
        #expect(!bitext.source.isVerbatim && bitext.target?.isVerbatim == false)
    }

    @Test func placesAreTheFiles() throws {
        let bitext = try reader.bitext("Open it.\tOuvrez-le.\n\nÉté\tSommer\n")
        #expect(bitext.origins == ["1:1 Open it. | 1:10 Ouvrez-le.", "3:1 Été | 3:5 Sommer"])
        #expect(bitext.segments[1].id == "3")
        #expect(bitext.files[0].text(bitext.segments[1].location.range) == "Été\tSommer")
        // Any byte of a text is located by all of it.
        let target = try #require(bitext.segments[1].target)
        let inside = target.range.lowerBound + 2..<target.range.upperBound - 1
        #expect(bitext.location(of: inside, on: .target) == target.origin)
        #expect(bitext.line(of: inside.lowerBound, on: .target) == 3)
    }

    @Test func carriageReturnsAByteOrderMarkAndTheEndAreNoText() throws {
        let bitext = try reader.bitext("\u{FEFF}a\tb\r\n\r\nc\td")
        #expect(bitext.units == ["1: a | b", "3: c | d"])
        #expect(bitext.origins == ["1:2 a | 1:4 b", "3:1 c | 3:3 d"])
    }

    @Test func eitherMayBeEmpty() throws {
        let bitext = try reader.bitext("a\t\n\tb\n\t\n")
        #expect(bitext.units == ["1: a | ", "2:  | b", "3:  | "])
        #expect(bitext.anchors.count == 6)
    }

    @Test(arguments: ["", "\n\r\n\n"])
    func aFileWithoutPairsIsABitextWithoutSegments(text: String) throws {
        let bitext = try reader.bitext(text)
        #expect(bitext.segments.isEmpty)
        #expect(bitext.target?.bytes == [])
    }

    @Test func aLineWithoutATabIsADefect() throws {
        let bitext = try reader.bitext("a\tb\n\nno tab\r\nc\td\nneither")
        #expect(bitext.units == ["1: a | b", "4: c | d"])
        #expect(bitext.report == ["damaged-unit 3:1", "damaged-unit 5:1"])
        #expect(bitext.defects.map(\.message) == Array(repeating: "no tab between source and target", count: 2))
        #expect(bitext.files[0].text(bitext.defects[0].location.range) == "no tab")
    }

    @Test func bytesThatAreNotUTF8AreADefect() throws {
        let bitext = try reader.bitext(Array("a\tb\nc".utf8) + [0xE9] + Array("d\te\n".utf8))
        #expect(bitext.units == ["1: a | b", "2: c\u{FFFD}d | e"])
        #expect(bitext.report == ["invalid-utf8 2:2"])
        #expect(bitext.origins[1] == "2:1 c\u{FFFD}d | 2:5 e")
    }

    @Test func utf16IsRead() throws {
        let units = "\u{FEFF}a\té\n".utf16
        let bitext = try reader.bitext(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(bitext.units == ["1: a | é"])
        #expect(bitext.report == ["utf16 1:1"])
    }

    @Test func aBinaryFileIsRefused() {
        #expect(throws: BitextReadingError.binary(offset: 1)) { try reader.bitext([0x61, 0]) }
    }

    @Test func oneFileIsReadAtATime() {
        let file = InputFile(path: "a", bytes: [])
        #expect(throws: BitextReadingError.fileCount(2, expected: 1)) { try reader.read([file, file]) }
        #expect(throws: BitextReadingError.fileCount(0, expected: 1)) { try reader.read([]) }
    }
}
