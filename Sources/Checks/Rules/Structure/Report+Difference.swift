import Bitext
import ParsedBitext

extension Report {
    /// Reports a difference, at the marker that makes it or for the whole target. On a page pair it is a note: most are blocks of two
    /// revisions (3 of 10 that were read in November 2026 were faults of the translation).
    mutating func add(_ difference: StructureDifference) {
        let pair = SegmentPair(tokenized, index: difference.segment)
        let message = "source is \(difference.source), target \(difference.target)"
        let evidence = Finding.Evidence(source: difference.source, target: difference.target)
        guard let marker = difference.marker else {
            let severity: Finding.Severity? = tokenized.bitext.isPagePair ? .note : nil
            return add(message, in: pair, .target, evidence: evidence, severity: severity)
        }
        let side = tokenized.bitext[.target]
        let text = side.text(marker.range)
        let escaped =
            side.text(marker.range.lowerBound..<marker.mark) + "\\" + side.text(marker.mark..<marker.range.upperBound)
        let number = text.utf8.prefix { $0.isASCIIDigit }
        // A number that the source has, too, is meant as text.
        let isCertain =
            !number.isEmpty && pair.markdown(.source).split { !$0.isASCIIDigit }.contains { $0.elementsEqual(number) }
        add(
            "\(message): “\(text.shortened)” is read as markup; write `\(escaped.shortened)`",
            in: pair, .target, marker.range, evidence: evidence,
            fix: isCertain && rule.description.isFixable ? escaped : nil)
        // The number itself may be another fault.
        narrowExtent(to: tokenized.bitext.location(of: marker.mark..<marker.range.upperBound, on: .target))
    }
}
