import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A rule about segments that stand elsewhere in the target's Markdown than in the source's.
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
