import Bitext
import BitextReaders
import PagePairs
import ParsedBitext
import Testing

@testable import Exchange

/// What is checked after a new block was put into a page.
@Suite struct BlockInsertionTests {
    private static let source =
        "# Set up\n\nOpen the relay 15.\n\nRead the log 42.\n\nClose the port 7.\n\nGo home 9.\n"
    private static let target = "# Configurer\n\nOuvrez le relais 15.\n\nFermez le port 7.\n\nRentrez 9.\n"
    private static let block = "Lisez le journal 42.\n\n"

    private func pair(_ target: String, source: String = source) throws -> ParsedBitext {
        let files = [("en/a.md", source), ("fr/a.md", target)].map { InputFile(path: $0, bytes: Array($1.utf8)) }
        return ParsedBitext(try PagePairReader(sourceLocale: "en-US", targetLocale: "fr-FR").read(files))
    }

    private func insertions(into parsed: ParsedBitext, _ texts: [String], limit: Int = 10) -> BlockInsertions {
        let lacking = parsed.bitext.segments.indices.filter { parsed.bitext.segments[$0].target == nil }
        let changes = zip(lacking, texts).map { segment, text in
            (segment, PageImport.Change(segment: segment, text: text, unit: ImportUnit(ExchangeUnit(), file: "a.po")))
        }
        return BlockInsertions(Dictionary(uniqueKeysWithValues: changes), in: PageTexts(parsed), limit: limit)
    }

    /// How many blocks are wrong on a page that should be the page with the block.
    private func wrong(after target: String?) throws -> Int {
        let before = try pair(Self.target)
        let insertions = insertions(into: before, ["Lisez le journal 42."]).insertions
        #expect(insertions.count == 1)
        let bytes = Array(Self.target.utf8)
        let new = TargetEdit.apply([], insertions, to: bytes, file: 1, of: before.bitext)
        #expect(String(decoding: new, as: UTF8.self) == Self.target.replacing("Fermez", with: Self.block + "Fermez"))
        let after = try target.map { try pair($0).bitext }
        return TargetEdit.misread(insertions, [], in: bytes, file: 1, of: before.bitext, after: after).count
    }

    @Test func aBlockIsPairedWithItsSource() throws {
        #expect(try wrong(after: Self.target.replacing("Fermez", with: Self.block + "Fermez")) == 0)
        #expect(try wrong(after: Self.target) == 1)
        #expect(try wrong(after: nil) == 1)
    }

    /// The block is right, but another one has lost its translation or its source.
    @Test func nothingElseLosesItsPair() throws {
        #expect(try wrong(after: Self.target.replacing("Fermez le port 7.\n", with: Self.block)) == 1)
        let added = "\n\n## Autre titre\n\nTout autre chose `Get-Other` 1234567."
        #expect(try wrong(after: Self.target.replacing("Fermez", with: Self.block + "Fermez") + added) == 1)
    }

    @Test func theNumberOfBlocksIsBounded() throws {
        let parsed = try pair(
            "# Configurer\n\nRentrez 9.\n", source: "# Set up\n\nRead the log 42.\n\nClose the port 7.\n\nGo home 9.\n")
        let blocks = insertions(into: parsed, ["Lisez le journal 42.", "Fermez le port 7."], limit: 1)
        #expect(blocks.insertions.map { $0.changes.map(\.text) } == [["Lisez le journal 42."]])
        #expect(blocks.refused.map(\.reason) == ["1 others come in first; import it again"])
    }

    /// Two blocks at one place share the empty lines between them, and each has its own range.
    @Test func twoBlocksAtOnePlace() throws {
        let target = "# Configurer\nOuvrez le relais 15.\n## Rentrez 9\n"
        let parsed = try pair(
            target, source: "# Set up\n\nOpen the relay 15.\n\nRead the log 42.\n\nClose the port 7.\n\n## Go home 9\n")
        let insertions = insertions(into: parsed, ["Lisez le journal 42.", "Fermez le port 7."]).insertions
        let new = TargetEdit.inserted(insertions, [], to: Array(target.utf8), file: 1, of: parsed.bitext)
        #expect(
            String(decoding: new.bytes, as: UTF8.self)
                == "# Configurer\nOuvrez le relais 15.\n\nLisez le journal 42.\n\nFermez le port 7.\n\n## Rentrez 9\n")
        #expect(
            new.blocks.map { String(decoding: new.bytes[$0.range], as: UTF8.self) } == [
                "\nLisez le journal 42.\n\n", "Fermez le port 7.\n\n",
            ])
    }
}
