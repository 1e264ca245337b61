import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A rule that says what the reading of the page found damaged.
protocol DefectRule: Rule {
    static var kind: Defect.Kind { get }
}

extension DefectRule {
    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        for defect in tokenized.bitext.defects where defect.kind == Self.kind {
            report.add(
                defect.message, segment: tokenized.segment(at: defect.location), at: defect.location,
                evidence: .init())
        }
    }
}

extension TokenizedBitext {
    /// The index of the segment that a location begins in. O(log segments).
    func segment(at location: Location) -> Int? {
        let segments = bitext.segments
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].location.start <= location.start { low = middle + 1 } else { high = middle }
        }
        guard low > 0, segments[low - 1].location.range.upperBound > location.range.lowerBound else { return nil }
        return low - 1
    }
}
