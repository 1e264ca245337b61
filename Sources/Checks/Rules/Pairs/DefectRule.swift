import Bitext
import ParsedBitext

/// A rule that reports one kind of damage that the reader of the bitext found.
protocol DefectRule: Rule {
    static var kind: Defect.Kind { get }
}

extension DefectRule {
    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        for defect in tokenized.bitext.defects where defect.kind == Self.kind {
            report.add(defect.message, segment: tokenized.segment(at: defect.location), at: defect.location)
        }
    }
}
