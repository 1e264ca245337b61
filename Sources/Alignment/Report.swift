import Bitext

/// Takes what the rules find on one page, and gives each finding its place.
public struct Report: Sendable {
    let page: BilingualPage
    /// What a lexicon says of the page's segments, where there is one for its language.
    let content: ContentAlignment?
    let glossary: Glossary?
    let consistency: Consistency?
    /// The rule that is at work.
    var rule: PreparedRule
    private(set) var findings: [Finding] = []

    init(
        _ page: BilingualPage, rule: PreparedRule, content: ContentAlignment? = nil, glossary: Glossary? = nil,
        consistency: Consistency? = nil
    ) {
        self.page = page
        self.content = content
        self.glossary = glossary
        self.consistency = consistency
        self.rule = rule
    }

    /// Reports a fault in one half of a segment.
    ///
    /// - Parameters:
    ///   - range: where, as byte offsets of that half's side; nil for the whole half.
    ///   - severity: where this case is less certain or less grave than the rule's others.
    public mutating func add(
        _ message: String, in pair: SegmentPair, _ side: Side, _ range: Range<Int>? = nil,
        evidence: Finding.Evidence = .init(), severity: Finding.Severity? = nil, fix: String? = nil
    ) {
        let onPage: Range<Int>
        if let range {
            onPage = page.pageRange(of: range, on: side)
        } else {
            let segment = page.page.segments[pair.index]
            onPage = (segment[side] ?? segment[side.opposite])?.content ?? segment.range
        }
        add(
            message, segment: pair.index, side: side, at: onPage, evidence: evidence, severity: severity,
            fix: fix.map { Finding.Fix(onPage, $0) })
    }

    /// Reports a fault anywhere on the page.
    ///
    /// - Parameter range: byte offsets of ``Page/bytes``.
    public mutating func add(
        _ message: String, segment: Int? = nil, side: Side? = nil, at range: Range<Int>,
        evidence: Finding.Evidence = .init(), severity: Finding.Severity? = nil, fix: Finding.Fix? = nil
    ) {
        findings.append(
            rule.finding(
                message, on: page.page, segment: segment, side: side, at: range, evidence: evidence, severity: severity,
                fix: fix))
    }
}

extension PreparedRule {
    /// A fault that the rule has found on a page.
    func finding(
        _ message: String, on page: Page, segment: Int?, side: Side?, at range: Range<Int>, evidence: Finding.Evidence,
        severity: Finding.Severity? = nil, fix: Finding.Fix? = nil
    ) -> Finding {
        // Damage can put a node's beginning inside of a character; a finding holds whole ones.
        var lower = max(0, min(range.lowerBound, page.bytes.count))
        while lower > 0, lower < page.bytes.count, page.bytes[lower].isUTF8Continuation { lower -= 1 }
        var upper = max(lower, min(range.upperBound, page.bytes.count))
        while upper < page.bytes.count, page.bytes[upper].isUTF8Continuation { upper += 1 }
        let start = page.place(of: lower)
        return Finding(
            rule: description.name,
            // A case can be less grave than its rule, and no graver than the user wants the rule.
            severity: severity.map { min($0, self.severity) } ?? self.severity,
            category: description.category, message: message,
            segment: segment.map { page.text(page.segments[$0].id) }, segmentIndex: segment, side: side,
            range: lower..<upper, start: start, end: page.place(of: upper, after: start), evidence: evidence, fix: fix)
    }
}
