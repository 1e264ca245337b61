import Bitext
import ParsedBitext

/// A segment whose source changed after it was translated.
struct StaleSegment: Rule {
    static let description = RuleDescription(
        "stale-segment", .warning, .mistranslation, "The source changed after it was translated.",
        discussion: """
            Only `check --stale` finds this, on page pairs: it compares the source with the revision that was translated
            (Docs/status.md). Line breaks, punctuation, emphasis and destinations of links make no difference. Smaller faults
            of the segment are not reported: they are likely to go with the new translation. What came or went as a whole is
            reported by `missing-block` and `added-block`, if they find it. In the examples, the source was “Wait two
            minutes.” before.
            """,
        bad: .init("Wait five minutes.", "Attendez deux minutes."),
        good: .init("Wait five minutes.", "Attendez cinq minutes."), coversSegment: true)

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        let parts = report.context.staleParts
        let bitext = tokenized.bitext
        guard !parts.isEmpty, bitext.isPagePair else { return }
        let targets = TargetRanges(bitext)
        for part in parts where !isReportedAsBlock(part, targets) {
            let evidence = Finding.Evidence(source: SegmentPair.excerpt(Array(part.text.utf8)[...]))
            let segments = part.target.isEmpty ? 0..<0 : targets.segments(in: part.target.values)
            guard !segments.isEmpty else {
                report.add(part.message, side: .target, at: Location(file: 1, range: part.target), evidence: evidence)
                continue
            }
            for index in segments {
                let pair = SegmentPair(tokenized, index: targets.indices[index])
                report.add(part.message, in: pair, .target, targets.ranges[index], evidence: evidence)
            }
        }
    }

    /// Whether another rule reports what came or went.
    private func isReportedAsBlock(_ part: StalePart, _ targets: TargetRanges) -> Bool {
        switch part.kind {
        case .added: part.source.map { targets.missing.overlaps($0.values) } ?? false
        case .removed: targets.added.overlaps(part.target.values)
        case .changed, .moved: false
        }
    }
}

/// The segments of a bitext in the order of the target, and what one side lacks.
private struct TargetRanges {
    private(set) var indices: [Int] = []
    private(set) var ranges: [SideRange] = []
    /// What the target lacks, on the source.
    let missing: RangeUnion
    /// What the source lacks, on the target.
    let added: RangeUnion

    init(_ bitext: Bitext) {
        var missing = bitext.unpairedBlocks.filter { $0.side == .source }.map(\.source.values)
        var added = bitext.unpairedBlocks.filter { $0.side == .target }.map(\.target.values)
        for (index, segment) in bitext.segments.enumerated() {
            if let target = segment.target {
                indices.append(index)
                ranges.append(target.range)
                if segment.source == nil { added.append(target.range.values) }
            } else if let source = segment.source {
                missing.append(source.range.values)
            }
        }
        self.missing = RangeUnion(missing)
        self.added = RangeUnion(added)
    }

    /// The segments that overlap a range, by their places in ``indices``. O(log segments).
    func segments(in range: Range<Int>) -> Range<Int> {
        let start = ranges.partitioningIndex { $0.upperBound.value > range.lowerBound }
        return start..<max(start, ranges.partitioningIndex { $0.lowerBound.value >= range.upperBound })
    }
}
