import Testing

@testable import Bitext

/// Whatever becomes of a page: no crash, no byte lost, none on the wrong side, and the same answer twice.
@Suite struct MutantTests {
    #if ADDRESS_SANITIZER || THREAD_SANITIZER
        // `Scripts/sanitize` looks for other things, and is slow.
        private static let mutants = 400
    #else
        private static let mutants = 4000
    #endif

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
    static let markers = [
        "<span data-ttu-id=\"0a1b2-104\">", "<span data-stu-id=\"0a1b2-104\">", "<span class=\"sxs-lookup\">",
        "</span>",
        "<span>", "</span></span>", "&quot;", "\n\n", "\"", "<", "data-ttu-id=",
    ]

    @Test(arguments: fixtures.indices)
    func keepEveryByte(fixture: Int) throws {
        var random = Generator(state: UInt64(fixture) + 1)
        let original = Array(Self.fixtures[fixture].utf8)
        for _ in 0..<Self.mutants {
            var bytes = original
            for _ in 0...random.below(4) { Self.mutate(&bytes, &random) }
            guard let page = try? Page(bytes) else {
                #expect(bytes.contains(0))
                continue
            }
            try check(page)
            #expect(try Page(bytes).segments == page.segments)
            #expect(try Page(bytes).defects == page.defects)
        }
    }

    private static func mutate(_ bytes: inout [UInt8], _ random: inout Generator) {
        let at = random.below(bytes.count + 1)
        let end = min(bytes.count, at + 1 + random.below(random.below(8) == 0 ? 60 : 4))
        switch random.below(5) {
        case 0: bytes.removeSubrange(at..<end)
        case 1: bytes.insert(contentsOf: bytes[at..<end], at: random.below(bytes.count + 1))
        case 2: bytes.insert(contentsOf: Array(markers[random.below(markers.count)].utf8), at: at)
        case 3: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: at)
        default: if at < bytes.count { bytes[at] = UInt8(truncatingIfNeeded: random.next()) }
        }
    }

    private func check(_ page: Page) throws {
        // Each byte of the page: 1 on the target side alone, 2 on the source side alone, 4 + 8 on both, 0 markup.
        var uses = [UInt8](repeating: 0, count: page.bytes.count)
        for side in Side.allCases {
            let text = page.split(into: side)
            var last = 0
            for (index, run) in text.runs.enumerated() {
                let end = index + 1 < text.runs.count ? text.runs[index + 1].start : text.bytes.count
                try #require(
                    run.start < end && run.pageStart >= last && run.pageStart + end - run.start <= page.bytes.count)
                last = run.pageStart + end - run.start
                if let segment = run.segment {
                    try #require(page.segments[segment].range.contains(run.pageStart))
                }
                for offset in run.start..<end {
                    let pageOffset = text.pageOffset(of: offset)
                    try #require(pageOffset == run.pageStart + offset - run.start)
                    try #require(page.bytes[pageOffset] == text.bytes[offset])
                    uses[pageOffset] += (side == .target ? 1 : 2) * (run.segment == nil ? 4 : 1)
                }
            }
        }
        try #require(uses.allSatisfy { [0, 1, 2, 12].contains($0) })
        // Markup is nothing but the pairs' own tags.
        var start = 0
        while start < uses.count {
            guard uses[start] == 0 else {
                start += 1
                continue
            }
            var end = start
            while end < uses.count, uses[end] == 0 { end += 1 }
            let markup = page.text(start..<end)
            try #require(markup.wholeMatch(of: Self.tags) != nil, "\(markup)")
            start = end
        }
        for segment in page.segments {
            try #require(segment.source != nil || segment.target != nil)
            for half in [segment.source, segment.target] {
                guard let half else { continue }
                try #require(
                    half.id.upperBound <= half.content.lowerBound && half.content.upperBound <= page.bytes.count)
                try #require(
                    segment.range.lowerBound <= half.id.lowerBound
                        && half.content.upperBound <= segment.range.upperBound)
            }
        }
        for defect in page.defects {
            try #require(0 <= defect.range.lowerBound && defect.range.upperBound <= page.bytes.count)
        }
    }

    nonisolated(unsafe) private static let tags =
        #/(?:<span data-[st]tu-id="[^"<]*">|<span class="sxs-lookup">|</span>|\s)*/#
}

/// A small deterministic generator (SplitMix64).
struct Generator: RandomNumberGenerator {
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
