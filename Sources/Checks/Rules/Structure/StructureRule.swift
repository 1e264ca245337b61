import ParsedBitext

/// A rule that reports one kind of difference between the Markdown of the two sides.
protocol StructureRule: Rule {
    static var kind: StructureDifference.Kind { get }
}

extension StructureRule {
    func check(_ tokenized: TokenizedBitext, _ report: inout Report) { reportDifferences(&report) }

    /// Reports the differences of the rule's kind.
    func reportDifferences(_ report: inout Report) {
        for difference in report.context.differences where difference.kind == Self.kind {
            report.add(difference)
        }
    }
}
