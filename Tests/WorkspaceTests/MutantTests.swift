import Checks
import Foundation
import ParsedBitext
import Testing
import TranslationModel

@testable import Workspace

/// Pieces of Corpus/ with something done to them, through the whole pipeline: the same ones in every run.
@Suite struct MutantTests {
    #if ADDRESS_SANITIZER || THREAD_SANITIZER
        // `Scripts/sanitize` looks for other things, and is slow.
        private static let mutants = 60
    #else
        private static let mutants = 600
    #endif

    private static let invariants = PageInvariants(
        checker: Checker(lexicons: (try? Lexicons(installedWith: [])) ?? Lexicons()))

    /// The pages of Corpus/, in the order of their paths.
    private static let pages: [[UInt8]] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Corpus").path
        let names = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        return names.filter { $0.hasSuffix(".md") }.sorted().compactMap {
            FileManager.default.contents(atPath: "\(folder)/\($0)")
        }
        .map { Array($0) }
    }()

    private static let pieces = [
        "\n", "\n\n", "---\n", "- ", "1. ", "> ", "> [!NOTE]\n", "```", "```powershell\n", "    ", "|", "|-|-|\n", "[",
        "](", ")", "`", "**", "*",
        "<", ">", "</", "</span>", "</span></span>", "<span class=\"sxs-lookup\">", "<span data-ttu-id=\"1-1\">",
        "<span data-stu-id=\"1-1\">",
        "&quot;", "&", "\\", "\r\n", "\t", ":::", "<!--", "-->", "<table>", "<td>", "\"", "é", "\u{301}", "\u{FEFF}",
        "\u{202E}", "漢", "👩‍🚀",
        "https://", "@\"", "\"@", "$(", "PS C:\\> ", "- [x] a <!-- 0123456789ab -->", "{", "}", "title: ", "\u{2028}",
        "\u{B}",
        "<!-- diptych-disable -->", "1,5", "%s", "{0}",
    ].map { Array($0.utf8) }

    /// Page pairs: two pieces, each with something done to it.
    @Test(arguments: 0..<4)
    func pairsHoldWhatPagesHold(seed: Int) throws {
        var random = SplitMix(state: UInt64(1000 + seed))
        for _ in 0..<Self.mutants / 2 {
            var source = Self.stretch(&random)
            // Half of the pairs have much in common.
            var target = random.below(2) == 0 ? source : Self.stretch(&random)
            Self.mutate(&source, &random)
            for _ in 0...random.below(4) { Self.mutate(&target, &random) }
            do {
                try Self.invariants.check(target, source: source)
            } catch {
                Issue.record(
                    "\(error): \(String(decoding: source, as: UTF8.self).debugDescription) \(String(decoding: target, as: UTF8.self).debugDescription)"
                )
                return
            }
        }
    }

    @Test(arguments: 0..<8)
    func holdWhatPagesHold(seed: Int) throws {
        try #require(Self.pages.count > 80)
        var random = SplitMix(state: UInt64(seed))
        for round in 0..<Self.mutants {
            var bytes = Self.stretch(&random)
            for _ in 0...random.below(4) { Self.mutate(&bytes, &random) }
            do {
                // Twice as much is looked at of every tenth.
                try Self.invariants.check(bytes, isThorough: round % 10 == 0)
            } catch {
                Issue.record("\(error): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
                return
            }
        }
    }

    /// What `Scripts/fuzz` found in the place of a PowerShell block, in Base64: lone returns put the block's beginning inside of a
    /// character, and with it the finding that its fence is never closed.
    @Test(arguments: [
        "MGBgYGBgYGANYGBgYGBgDWBgYCANfiPCvOy8OsK87GFQJCB7IEMkKCRfLnsgQyQNDX4jwrzsvDrCvOxhUCQgeyBDJCgkXy57"
            + "IEMkKCScUDIuYyArLWUtcSBAJwo=",
        "Ci0JKSA+FkO2IFiDMGBgYGBgYGANYGBgYGBgDWBgYCANfiPCvOy8OsK87GFQJCB7VYCAIEMkKCSAgA==",
    ])
    func holdWhatPagesHold(found: String) throws {
        let code = try #require(Data(base64Encoded: found))
        try Self.invariants.check(
            Array("# T\n\nTo do it:\n\n1. Run:\n\n```powershell\n".utf8) + code + Array("\n```\n\n2. Close.\n".utf8))
    }

    /// A few lines of a page; often its beginning, where the front matter is.
    private static func stretch(_ random: inout SplitMix) -> [UInt8] {
        let page = pages[random.below(pages.count)]
        let start = random.below(3) == 0 ? 0 : random.below(page.count)
        return Array(page[start..<min(page.count, start + 40 + random.below(360))])
    }

    private static func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        let at = random.below(bytes.count + 1)
        let end = min(bytes.count, at + 1 + random.below(random.below(6) == 0 ? 80 : 4))
        switch random.below(6) {
        case 0: bytes.removeSubrange(at..<end)
        case 1: bytes.insert(contentsOf: bytes[at..<end], at: random.below(bytes.count + 1))
        case 2, 3: bytes.insert(contentsOf: pieces[random.below(pieces.count)], at: at)
        case 4: bytes.insert(contentsOf: stretch(&random).prefix(60), at: at)
        default: if at < bytes.count { bytes[at] = UInt8(truncatingIfNeeded: random.next() | 1) }
        }
    }
}

/// A small deterministic generator (SplitMix64).
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { bound <= 0 ? 0 : Int(next() % UInt64(bound)) }
}
