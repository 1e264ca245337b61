import ParsedBitext
import Synchronization
import TestSupport
import Testing

@testable import TranslationModel

/// Which lexicon is used for which locale.
@Suite struct LexiconsTests {
    /// A lexicon without words.
    private static func file(_ locale: String) -> [UInt8] {
        LexiconBuilder(TrainingPairs(), 0..<0, locale: locale).build()
    }

    private func lexicons(_ locales: [String]) throws -> Lexicons {
        var lexicons = Lexicons()
        for locale in locales { try lexicons.add(file: Self.file(locale)) }
        return lexicons
    }

    @Test(arguments: [
        ("fr-FR", "fr-FR"), ("FR-fr", "fr-FR"), ("fr-CA", "fr-FR"), ("fr", "fr-FR"), ("zh-CN", "zh-CN"),
        ("zh-TW", "zh-TW"), ("zh-HK", "zh-TW"), ("zh-Hant", "zh-TW"), ("zh-Hant-MO", "zh-TW"), ("zh-SG", "zh-CN"),
        ("zh-Hans-HK", "zh-CN"), ("zh", "zh-CN"), ("el-GR", "und"), ("", "und"),
    ])
    func aLocaleHasTheLexiconOfItsLanguage(locale: String, expected: String) throws {
        for order in [["und", "fr-FR", "zh-CN", "zh-TW"], ["zh-TW", "zh-CN", "fr-FR", "und"]] {
            #expect(try lexicons(order)[Language(locale: locale)]?.locale == expected)
        }
    }

    @Test func damageIsSaidBeforeAPageNeedsTheLexicon() throws {
        var file = Self.file("fr-FR")
        file[file.count - 1] ^= 1
        var lexicons = Lexicons()
        #expect(throws: LexiconFile.ReadingError.damaged("its checksum is wrong")) { try lexicons.add(file: file) }
        #expect(throws: LexiconFile.ReadingError.foreign) { try lexicons.add(file: [1, 2, 3]) }
        #expect(lexicons.isEmpty)
    }

    /// Of a file of which only the beginning was read.
    @Test func damageIsSaidWhenAPageNeedsTheLexicon() throws {
        var file = Self.file("fr-FR")
        file[file.count - 1] ^= 1
        let (damaged, beginning) = (file, Array(file.prefix(LexiconFile.headerSize)))
        let reports = Mutex<[String]>([])
        func lexicons() throws -> Lexicons {
            var lexicons = try self.lexicons(["und"])
            try lexicons.add(beginning: beginning, fileSize: damaged.count) {
                try Lexicon(damaged)
            } report: { error in
                reports.withLock { $0.append("\(error)") }
            }
            return lexicons
        }
        let noted = try lexicons()
        #expect(noted[Language(locale: "el-GR")]?.locale == "und")
        #expect(reports.withLock { $0 } == [])
        for locale in ["fr-FR", "fr-CA", "fr-FR"] {
            #expect(noted[Language(locale: locale)]?.locale == "und")
        }
        #expect(reports.withLock { $0 } == ["a damaged lexicon (its checksum is wrong); train it again"])
        #expect(throws: LexiconFile.ReadingError.damaged("its checksum is wrong")) {
            try lexicons().load(Language(locale: "fr-CA"))
        }
        try lexicons().load(Language(locale: "el-GR"))
        var others = Lexicons()
        #expect(throws: LexiconFile.ReadingError.self) {
            try others.add(beginning: beginning, fileSize: damaged.count - 1) {
                try Lexicon(damaged)
            } report: { _ in
            }
        }
        #expect(throws: LexiconFile.ReadingError.foreign) {
            try others.add(beginning: [1, 2, 3], fileSize: 3) {
                try Lexicon(damaged)
            } report: { _ in
            }
        }
    }

    /// The checksum is right and what it covers is not: the language has no lexicon of its own.
    @Test func aFileThatWasMadeToBeWrongIsNone() throws {
        var file = Self.file("fr-FR")
        file[file.count - 5] ^= 1
        let sum = file[LexiconFile.headerSize...].withUnsafeBytes { LexiconFile.checksum($0) }
        withUnsafeBytes(of: sum.littleEndian) {
            file.replaceSubrange(LexiconFile.headerSize - 8..<LexiconFile.headerSize, with: $0)
        }
        #expect(throws: LexiconFile.ReadingError.self) { try Lexicon(file) }
        var lexicons = try lexicons(["und"])
        try lexicons.add(file: file)
        #expect(lexicons[Language(locale: "fr-FR")]?.locale == "und")
    }

    @Test func theLastOfALocaleCounts() throws {
        var lexicons = try lexicons(["fr-FR"])
        let own = try Lexicon(SmallLexicon.file)
        lexicons.add(own)
        #expect(lexicons[Language(locale: "fr-FR")] === own)
        #expect(lexicons[Language(locale: "fr-CA")] === own)
    }
}
