import Foundation
import TestSupport
import Testing

@testable import Bitext
@testable import BitextReaders

/// What the simple reader takes, it must read exactly as the YAML parser does.
@Suite struct FrontMatterDifferentialTests {
    /// Pieces that lines are made of: the harmless ones several times, and everything that means something to YAML.
    static let pieces = [
        "a", "title", "ms.date", "ms:assetid", "x", "word", "07/23/2014", "1.0", "true", "é", "日本", "\u{A0}", "’",
        ":", ": ", ":", ": ", ": ", ":", " ", " ", "  ", "-", "- ", "- ", "'", "''", "\"", "\\", "#", " #", "~", "null",
        "Null", "?", "? ", ",", "[", "]", "{", "}", "&", "*", "!", "|", ">", "%", "@", "`", "\t", "\r", "\u{85}",
        "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{7F}", "\u{0}", "\u{FFFE}", "\u{80}", "\u{10FFFF}", "😀", "<<", "---",
        "...", "=", "_", "0x1F", ".", "\u{301}",
    ]
    static let breaks = ["\n", "\n", "\n", "\n", "\n", "\r\n", "\n\n", "\n \n", "\n# note\n"]

    @Test(arguments: 0..<8) func randomLinesAreReadAlike(seed: Int) {
        var random = SeededGenerator(seed: seed)
        var taken = 0
        for _ in 0..<2000 {
            let yaml = Self.lines(&random)
            let (simple, full) = readBothWays(Array(yaml.utf8))
            guard let simple else { continue }
            taken += 1
            #expect(simple == full, "\(yaml.debugDescription)")
        }
        #expect(taken > 100)
    }

    private static func lines(_ random: inout SeededGenerator) -> String {
        var yaml = ""
        for number in 0..<Int.random(in: 1...4, using: &random) {
            switch Int.random(in: 0..<8, using: &random) {
            case 0: break
            case 1: yaml += ["- ", "  - ", " - "].randomElement(using: &random)!
            case 2: yaml += "list:\n- "
            case 3: yaml += "list\(number):\n  - "
            case 4: yaml += "k\(number): '"
            case 5: yaml += "k\(number): \""
            default: yaml += "k\(number): "
            }
            for _ in 0..<Int.random(in: 0...4, using: &random) { yaml += pieces.randomElement(using: &random)! }
            switch Int.random(in: 0..<6, using: &random) {
            case 0: yaml += "'"
            case 1: yaml += "\""
            default: break
            }
            yaml += breaks.randomElement(using: &random)!
        }
        return yaml
    }

    @Test(arguments: [
        "a: b\n", "a:\n", "a:", "a: ", "a: b  \r\nc: d", "a: 'it''s'\n", "a: ''\n", "a: ''''\n", "a: \"\"\n", "a: -x\n",
        "a: - x\n", "a: b:c\n", "a: b#c\n", "a: b #c\n", "a: ~\n", "a: null\n", "a: nullx\n", "a: 'null'\n",
        "a:\n- x\n- y\nb: z\n", "a:\n  - x\n  - y\n", "a:\n  - x\n- y\n", "a:\n- x\n\n# c\n\n- y\n", "a:\n- b: c\n",
        "a:\n- 'b': c\n", "a: b\n- x\n", "a: b\n c\n", "a:\n  b: c\n", "a: 'b\n", "a: 'b' c\n", "a:b\n", "a:b: c\n",
        "a : b\n", "1: b\n", "null: b\n", "a: b\n\n\n", "# c\n", "", "\n\n", "a:\n# c\n  # d\n- x\n", "a:\n-\n- x\n",
        "a: b\na: c\n", "a: |\n  x\n", "a: ' b '\n", "a: \" b \"\n", "a:\n- -x\n- ~\n- null\n- ''\n", "a: %b\n",
        "a: .\n",
    ])
    func chosenLinesAreReadAlike(yaml: String) {
        let (simple, full) = readBothWays(Array(yaml.utf8))
        if let simple { #expect(simple == full) }
    }

    @Test(arguments: [
        "a: b\n", "a:\nb: c\n", "a: it's \"so\" - or not, (v=OCS.15) & more; [x]\n", "a: ''\r\nb: \"x\"\r\n",
        "f1.keywords:\n- NOCSH\n", "a:\n  - x\n  - y z\n", "ms:mtpsurl: https://example.org/a(v=1)?b#c\n",
        "a: 'l''été'\n",
    ])
    func whatPagesUseIsSimple(yaml: String) {
        let (simple, full) = readBothWays(Array(yaml.utf8))
        #expect(simple != nil)
        #expect(simple == full)
    }

    /// Real pages: those beside the repository, and any under the folders that `DIPTYCH_PAGES` names, parted by `:`.
    @Test(.enabled(if: !RealPages.folders.isEmpty, "no folder of real pages at hand"))
    func realPagesAreReadAlike() throws {
        var pages = 0
        var simplePages = 0
        var random = SeededGenerator(seed: 1)
        for path in RealPages.paths() {
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            let page = Array(String(decoding: data, as: UTF8.self).utf8)
            let block = page.withUnsafeBufferPointer { FrontMatterBlock($0)?.interior }
            guard let block else { continue }
            pages += 1
            let (simple, full) = readBothWays(Array(page[block]))
            guard let simple else { continue }
            simplePages += 1
            #expect(simple == full, "\(path)")

            // The same page, with something typed into it.
            var damaged = Array(page[block])
            let piece = Self.pieces.randomElement(using: &random)!
            let place = Int.random(in: 0...damaged.count, using: &random)
            damaged.insert(contentsOf: piece.utf8, at: place)
            let text = String(decoding: damaged, as: UTF8.self)
            guard text.utf8.elementsEqual(damaged) else { continue }
            let read = readBothWays(damaged)
            if let simple = read.simple {
                #expect(simple == read.full, "\(path): \(piece.debugDescription) at \(place)")
            }
        }
        print("front matter: \(pages) pages, \(simplePages) of them simple")
        #expect(Double(simplePages) > 0.9 * Double(pages))
    }
}

private enum RealPages {
    static let folders: [String] = {
        let beside = SharedPages.folder.appending(path: "history").path()
        let named = ProcessInfo.processInfo.environment["DIPTYCH_PAGES"]?.split(separator: ":").map(String.init) ?? []
        return ([beside] + named).filter { FileManager.default.fileExists(atPath: $0) }
    }()

    static func paths() -> [String] {
        folders.flatMap { folder in SharedPages.pages(below: URL(fileURLWithPath: folder)).map { folder + "/" + $0 } }
    }
}
