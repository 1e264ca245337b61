import Bitext
import TestSupport
import Testing

@testable import ParsedBitext

@Suite struct NumberLexerTests {
    private func tokens(_ text: String, _ locale: String) -> [String] {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            var lexer = Lexer(buffer, 0..<bytes.count, Language(locale: locale))
            return lexer.tokens().map { "\($0.kind) \(String(decoding: bytes[$0.range.values], as: UTF8.self))" }
        }
    }

    /// One number each, with its separators.
    @Test(arguments: [
        ("en-US", "1,000.5"), ("fr-FR", "1\u{202F}000,5"), ("de-DE", "1.000.000,50"), ("tr-TR", "999.999.999,00"),
        ("de-CH", "10’000.50"), ("fr-CH", "10'000"), ("hi-IN", "1,23,45,678"), ("hi-IN", "१,००,०००"),
        ("ar-SA", "١٬٠٠٠٫٥"),
        ("fa-IR", "۱۵"), ("bn-BD", "১৫"), ("th-TH", "๑๕"), ("ja-JP", "１５"), ("en-US", "10.000.00"),
    ])
    func oneNumber(locale: String, text: String) { #expect(tokens(text, locale) == ["number \(text)"]) }

    @Test func severalNumbers() {
        #expect(tokens("decimal(3,2)", "en-US") == ["word decimal", "number 3", "number 2"])
        #expect(tokens("1,00,2", "en-US") == ["number 1", "number 00", "number 2"])
        #expect(tokens("31.12.2026", "it-IT") == ["number 31", "number 12", "number 2026"])
        #expect(tokens("31.12.26", "de-DE") == ["number 31", "number 12", "number 26"])
        #expect(tokens("2026.12.31", "ko-KR") == ["number 2026", "number 12", "number 31"])
    }

    @Test func aTildeSaysAbout() {
        #expect(tokens("~100", "en-US") == ["number 100"])
        #expect(tokens("~1.5x", "en-US") == tokens("1.5x", "en-US"))
        #expect(tokens("~/relay.log", "en-US") == ["path ~/relay.log"])
    }

    @Test(arguments: ["6.0.9319.0", "10.0.0.1", "192.168.100.100", "31.12.2026", "1.16.1"])
    func versions(text: String) { #expect(tokens(text, "en-US") == ["version \(text)"]) }

    /// In Turkish, the sign before a number is its percent sign; elsewhere it begins a placeholder.
    @Test func percentSigns() {
        #expect(tokens("%5 ile %2,5", "tr-TR") == ["number 5", "word ile", "number 2,5"])
        #expect(tokens("%5", "ar-SA") == ["number 5"])
        #expect(tokens("%1 of 5%", "en-US") == ["formatPlaceholder %1", "word of", "number 5"])
    }

    /// A name and its version may have a blank between them or none.
    @Test func namesWithVersions() {
        #expect(tokens("AGPM4.0", "fr-FR") == ["word AGPM", "number 4.0"])
        #expect(
            tokens("TLS1.2 SQL2008 FY21", "fr-FR") == [
                "word TLS", "number 1.2", "word SQL", "number 2008", "word FY", "number 21",
            ])
        #expect(tokens("E911 x86 TC7 CU8 AGPM4.0SP1", "fr-FR").allSatisfy { $0.hasPrefix("identifier") })
    }

    /// A character reference that was escaped twice is no number.
    @Test func characterReferences() {
        #expect(tokens("it&#39;s &#x27; 39", "en-US") == ["word it", "word s", "number 39"])
        #expect(tokens("R&#D 5;", "en-US") == ["word R", "word D", "number 5"])
    }

    @Test func scopedNames() {
        #expect(
            tokens("std::vector winrt::Windows::UI", "fr-FR") == [
                "identifier std::vector", "identifier winrt::Windows::UI",
            ])
        #expect(tokens("note::: a:: b", "fr-FR") == ["word note", "word a", "word b"])
    }

    /// Brackets with a no-break space enclose two words, as with a space.
    @Test func bracketsWithNoBreakSpaces() {
        #expect(tokens("[KB\u{A0}4558573] [KB 4558573]", "fr-FR").allSatisfy { !$0.hasPrefix("placeholder") })
        #expect(tokens("{ou } {ou}", "fr-FR") == ["word ou", "placeholder {ou}"])
    }

    /// A search for the end of Indian groups would be quadratic without a limit.
    @Test func manyGroupsTakeLinearTime() {
        #expect(tokens("1" + String(repeating: ",00", count: 40_000), "en-US").count > 1_000)
    }

    /// References are read in HTML blocks, too.
    @Test func referencesInHTML() throws {
        let page = try MarkedPage(
            "<table><tr><td>«Sunucu&#39;yu&nbsp;açın&#160;5|Open the server&#39;s 5»</td></tr></table>"
        )
        .tokenized(locale: "tr-TR")
        let pair = SegmentPair(page, index: 0)
        #expect(String(decoding: pair.text(.target), as: UTF8.self) == "Sunucu'yu\u{A0}açın\u{A0}5")
        let number = try #require(pair.tokens(.target).last)
        let range = pair.sideRange(number.range, .target)
        #expect(page.bitext[.target].text(range) == "5")
    }
}
