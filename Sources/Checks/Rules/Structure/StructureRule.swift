import ParsedBitext

/// A rule that reports one kind of difference between the Markdown of the two sides.
protocol StructureRule: Rule {
    static var kind: StructureDifference.Kind { get }
}

extension StructureRule {
    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        for difference in report.context.differences where difference.kind == Self.kind {
            let pair = SegmentPair(tokenized, index: difference.segment)
            report.add(
                "source is \(difference.source), target \(difference.target)", in: pair, .target,
                evidence: .init(source: difference.source, target: difference.target))
        }
    }
}
