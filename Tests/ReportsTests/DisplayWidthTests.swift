import Testing

@testable import Reports

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("relay", 5), ("d\u{E9}j\u{E0}", 4), ("de\u{301}ja\u{300}", 4), ("再起動", 6), ("한국어", 6),
        ("👩‍👩‍👧", 2), ("☎\u{FE0F}", 2), ("a\u{200B}b", 2), ("soft\u{AD}", 4), ("ｱ", 1),
        // As the C library counts them.
        ("क्षि", 3), ("की", 2), ("นำ", 2), ("\u{1100}\u{1161}\u{11A8}", 2), ("🇫🇷", 2), ("👍🏽", 2),
    ])
    func aTextTakesColumns(text: String, columns: Int) {
        #expect(text.displayWidth == columns)
    }

    /// The list of scalars whose width is known without the tables of Unicode says what the tables say.
    @Test func simpleScalarsAreWholeCharactersOfTheirWidth() {
        let simple = (0...0x1_FFFF).compactMap(Unicode.Scalar.init).filter { $0.simpleWidth != nil }
        #expect(simple.count > 40_000)
        for scalar in simple {
            #expect(scalar.simpleWidth == Character(scalar).displayWidth, "U+\(String(scalar.value, radix: 16))")
        }
        // Beside one of each range, each of them begins and ends a character.
        for other
            in "a\n\u{E9}\u{3B1}\u{44F}\u{5D0}\u{627}\u{1EA5}\u{2019}\u{3001}\u{3042}\u{30A2}\u{4E00}\u{AC00}\u{FF01}"
            .unicodeScalars
        {
            var text = String.UnicodeScalarView()
            for scalar in simple { text.append(contentsOf: [scalar, other]) }
            #expect(String(text).count == 2 * simple.count, "U+\(String(other.value, radix: 16))")
        }
    }
}
