import TestSupport
import Testing

@testable import Bitext
@testable import BitextReaders

/// Docs/markup.md, "Damage that is really there": the page's bytes.
@Suite struct EncodingTests {
    @Test func carriageReturnsStayOnBothSides() throws {
        let page = try read("# " + pair("103", "Titre", "Title") + "\r\n\r\n" + targetHalf("104", "Oui") + "\r\n")
        #expect(page.string(.target) == "# Titre\r\n\r\nOui\r\n")
        #expect(page.string(.source) == "# Title\r\n\r\n\r\n")
        #expect(page.report == ["missing-source 3:20"])
    }

    @Test func anEmptyLineWithACarriageReturnEndsAnUnclosedHalf() throws {
        let page = try read("<span data-ttu-id=\"0a1b2-104\">Oui\r\n \t\r\n" + pair("105", "Fin", "End"))
        #expect(page.pairs == ["104: Oui | -", "105: Fin | End"])
        #expect(page.string(.source) == "\r\n \t\r\nEnd")
        #expect(page.report == ["unclosed-span 1:20"])
    }

    @Test func aByteOrderMarkIsSharedAndNoPartOfTheBody() throws {
        let page = try read("\u{FEFF}# " + pair("103", "Titre", "Title"))
        #expect(page.source.bodyStart == SideOffset(3))
        #expect(page.pairs == ["103: Titre | Title"])
        #expect(page.string(.target) == "\u{FEFF}# Titre")
        #expect(page.report == [])
    }

    @Test func invisibleCharactersStay() throws {
        let text = "Voir\u{A0}: a\u{200B}b\tc\u{FFFD}"
        #expect(try read(pair("104", text, "See: ab")).string(.target) == text)
    }

    @Test func aThousandOfAKindAreToldAndTheRestIsCounted() throws {
        let page = try read(Array("# T\n\n".utf8) + [UInt8](repeating: 0xFF, count: 100_000))
        #expect(page.defects.count == 1001)
        #expect(page.defects.last?.message == "99000 more of this kind from here on, which are not listed")
        #expect(page.defects.last.map { page.position(of: $0.location).column } == 1001)
        #expect(page.files[0].bytes.count == 5 + 3 * 100_000)
        // Another kind is told all the same.
        let mixed = try read(
            [UInt8](repeating: 0xFF, count: 2000) + Array(sourceHalf("1", "x").utf8))
        #expect(mixed.defects.last?.kind == .missingTarget)
    }

    @Test func eachStretchThatIsNotUTF8IsReported() throws {
        // Latin-1: `é` alone, then two in a row; then the beginning of a three-byte sequence at the end of a line.
        var bytes = Array("aé\nb".utf8) + [0xE9] + Array("c".utf8) + [0xE9, 0xE8] + Array("d\n".utf8)
        bytes += [0xE2, 0x82] + Array("\n".utf8) + Array(pair("104", "Oui", "Yes").utf8)
        let page = try read(bytes)
        #expect(page.report == ["invalid-utf8 2:2", "invalid-utf8 2:4", "invalid-utf8 2:5", "invalid-utf8 3:1"])
        #expect(page.string(.target) == "aé\nb\u{FFFD}c\u{FFFD}\u{FFFD}d\n\u{FFFD}\nOui")
        #expect(page.defects[3].message.contains("0xE2 0x82"))
        // Behind the repairs, a place is the file's again.
        let id = try #require(page.segments[0].idLocation)
        let offset = id.range.lowerBound.value
        #expect(page.position(of: id) == Position(line: 4, column: 20, offset: offset - 4 * 2 + 1))
        #expect(Array(bytes[(offset - 7)...].prefix(5)) == Array("0a1b2".utf8))
    }

    @Test func damagedBytesInsideDamagedQuotes() throws {
        let page = try read(
            Array("<span data-ttu-id=\"0a1b2-104&quot;>O".utf8) + [0xFF] + Array("ui</span>".utf8)
                + Array(sourceHalf("104", "Yes").replacing("\"", with: "&quot;").utf8))
        #expect(page.pairs == ["104: O\u{FFFD}ui | Yes"])
        #expect(page.report == ["damaged-attribute 1:19", "invalid-utf8 1:37"])
    }

    @Test(arguments: [true, false])
    func utf16IsReadAndReported(isLittleEndian: Bool) throws {
        let units = ("\u{FEFF}" + "# é\n" + pair("104", "日本 👍", "Yes")).utf16
        let bytes = units.flatMap { unit in
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isLittleEndian ? pair : pair.reversed()
        }
        let page = try read(bytes)
        #expect(page.string(.target) == "# é\n日本 👍")
        #expect(page.report == ["utf16 1:1"])
        #expect(page.defects.first?.severity == .warning)
        let id = try #require(page.segments[0].idLocation)
        #expect(page.position(of: id) == Position(line: 2, column: 20, offset: 24))
    }

    @Test func aBinaryFileIsNoPage() {
        #expect(throws: BitextReadingError.binary(offset: 4)) { try read([0x89, 0x50, 0x4E, 0x47, 0x00, 0x0D]) }
        #expect(BitextReadingError.binary(offset: 4).description == "a binary file (NUL at byte 4), not text")
    }

    @Test func utf16WithANULIsBinary() {
        #expect(throws: BitextReadingError.self) { try read([0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00]) }
    }
}
