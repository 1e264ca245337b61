import Bitext
import BitextReaders
import TestSupport
import Testing

/// Whatever becomes of a page of spans: no crash, no byte lost, none on the wrong side, and the same answer twice.
@Suite struct SpanPageMutantTests {
    static let fixtures = [
        "---\ntitle: x\n---\n# " + pair("103", "Titre", "Title") + "\n\n- " + pair("104", "a<span>b", "c</span>d") + " "
            + pair("105", "é", "e") + "\n",
        "|" + pair("104", "Un", "One") + "|" + targetHalf("105", "x") + "|\r\n" + sourceHalf("106", "y") + "\n\n"
            + pair("107", "<span>z</span>", "<span>w</span>"),
        "<span data-ttu-id=\"0a1b2-104&quot;>Oui</span>" + sourceHalf("104", "Yes").replacing("\"", with: "&quot;")
            + "\n"
            + pair("105", "Deux", "Two"),
        pair("104", "a " + pair("105", "b", "c") + " d", "e " + pair("106", "f", "g") + " h"),
    ]
    private static let mutator = Mutator(pieces: [
        "<span data-ttu-id=\"0a1b2-104\">", "<span data-stu-id=\"0a1b2-104\">", "<span class=\"sxs-lookup\">",
        "</span>", "<span>", "</span></span>", "&quot;", "\n\n", "\"", "<", "data-ttu-id=", "\u{FEFF}",
    ])

    @Test(arguments: fixtures.indices)
    func keepEveryByte(fixture: Int) throws {
        var random = SeededGenerator(seed: fixture + 1)
        let original = Array(Self.fixtures[fixture].utf8)
        for round in 0..<Mutator.rounds(1000) {
            let bytes = Self.mutator.mutant(of: original, &random)
            guard let page = try? read(bytes) else {
                // Read as UTF-16, some of it is NUL.
                try #require(bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]))
                continue
            }
            try BitextInvariants.check(page, of: bytes)
            try noByteIsLost(page)
            guard round % 10 == 0 else { continue }
            let again = try read(bytes)
            try #require(again.segments == page.segments)
            try #require(again.anchors == page.anchors)
            try #require(again.defects == page.defects)
        }
    }

    private func noByteIsLost(_ page: Bitext) throws {
        let file = page.files[0]
        // Each byte of the page: 1 on the target side alone, 2 on the source side alone, 4 + 8 on both, 0 markup.
        var uses = [UInt8](repeating: 0, count: file.bytes.count)
        for side in Side.allCases {
            let text = page[side]
            var last = 0
            for (index, run) in text.runs.enumerated() {
                let onPage = run.origin.value..<run.origin.value + (text.runEnd(index) - run.start)
                try #require(onPage.lowerBound >= last)
                last = onPage.upperBound
                if let segment = run.segment {
                    try #require(page.segments[segment].location.range.contains(run.origin))
                }
                for offset in onPage { uses[offset] += (side == .target ? 1 : 2) * (run.segment == nil ? 4 : 1) }
            }
        }
        try #require(uses.allSatisfy { [0, 1, 2, 12].contains($0) })
        // Markup is nothing but the pairs' own tags.
        var start = 0
        while let lower = uses[start...].firstIndex(of: 0) {
            let upper = uses[lower...].firstIndex { $0 != 0 } ?? uses.count
            let markup = file.text(FileRange(lower..<upper))
            try #require(markup.wholeMatch(of: Self.tags) != nil, "\(markup)")
            start = upper
        }
    }

    nonisolated(unsafe) private static let tags =
        #/(?:<span data-[st]tu-id="[^"<]*">|<span class="sxs-lookup">|</span>|\s)*/#
}
