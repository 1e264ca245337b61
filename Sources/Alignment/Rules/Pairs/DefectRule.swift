import Bitext

/// A rule that says what the reading of the page found damaged.
protocol DefectRule: Rule {
    static var kind: Defect.Kind { get }
}

extension DefectRule {
    func check(_ page: BilingualPage, _ report: inout Report) {
        for defect in page.page.defects where defect.kind == Self.kind {
            report.add(
                defect.message, segment: page.segment(at: defect.range.lowerBound), at: defect.range,
                evidence: .init())
        }
    }
}

extension BilingualPage {
    /// The index of the segment that holds an offset of ``Page/bytes``. O(log segments).
    func segment(at offset: Int) -> Int? {
        var low = 0
        var high = page.segments.count
        while low < high {
            let middle = (low + high) / 2
            if page.segments[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0, page.segments[low - 1].range.upperBound > offset else { return nil }
        return low - 1
    }
}
