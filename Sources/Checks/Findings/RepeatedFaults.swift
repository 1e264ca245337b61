import Hashing

/// What faults of one kind have in common, whatever the words around them: `3,0` for `3.0` and `2,1` for `2.1` are the same
/// fault.
public struct FaultShape: Hashable, Sendable {
    public let rule: String
    private let severity: Finding.Severity
    private let isOnTarget: Bool
    /// The message without its evidence.
    private let message: String
    /// The evidence of each side without what both begin and end with. Empty where the rule is about form, not about
    /// words.
    private let source: String
    private let target: String

    /// The categories of faults of form: what the text says does not matter to them.
    private static let categoriesOfForm: Set<Finding.Category> = [
        .punctuation, .typography, .whitespace, .markup, .characterEncoding, .localeConvention,
    ]

    /// Nil for faults of content, and where the whole segment is wrong: each of them is a fault of its own.
    public init?(_ finding: Finding) {
        guard !RuleSet.namesOfSingleFaults.contains(finding.rule) else { return nil }
        rule = finding.rule
        severity = finding.severity
        isOnTarget = finding.side != .source
        let evidence = [finding.evidence.source, finding.evidence.target].compactMap { $0 }.filter { !$0.isEmpty }
        message = evidence.reduce(finding.message) { $0.replacing($1, with: "…") }
        let isForm = Self.categoriesOfForm.contains(finding.category)
        (source, target) =
            isForm ? ("", "") : Self.difference(finding.evidence.source ?? "", finding.evidence.target ?? "")
    }

    /// Two texts without what both begin with, and without what both end with.
    private static func difference(_ source: String, _ target: String) -> (source: String, target: String) {
        var (source, target) = (Array(source.unicodeScalars)[...], Array(target.unicodeScalars)[...])
        while let first = source.first, first == target.first {
            (source, target) = (source.dropFirst(), target.dropFirst())
        }
        while let last = source.last, last == target.last { (source, target) = (source.dropLast(), target.dropLast()) }
        func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }
        return (text(source), text(target))
    }

    /// Names the shape in reports: 16 hexadecimal digits, the same in each run.
    fileprivate var fingerprint: String {
        let parts = [rule, severity.rawValue, isOnTarget ? "target" : "source", message, source, target]
        let digits = String(KeyHash.of(parts.joined(separator: "\0").utf8), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension [Finding] {
    /// So many places make a fault one that repeats.
    private static var leastPlaces: Int { 3 }

    /// One finding for each fault that repeats on the page, with all its places.
    ///
    /// - Parameter self: the findings of a page, in its order.
    public func mergingRepeated() -> [Finding] {
        guard count >= Self.leastPlaces else { return self }
        var counts: [String: Int] = [:]
        for finding in self { counts[finding.rule, default: 0] += 1 }
        var indices: [FaultShape: [Int]] = [:]
        for (index, finding) in enumerated() where counts[finding.rule, default: 0] >= Self.leastPlaces {
            if let shape = FaultShape(finding) { indices[shape, default: []].append(index) }
        }
        var merged = self
        var isLeft = [Bool](repeating: true, count: count)
        for (shape, indices) in indices where indices.count >= Self.leastPlaces {
            let first = indices[0]
            merged[first].places = indices.map { Finding.Place(self[$0]) }
            merged[first].fingerprint = shape.fingerprint
            for index in indices.dropFirst() { isLeft[index] = false }
        }
        return merged.indices.lazy.filter { isLeft[$0] }.map { merged[$0] }
    }
}

extension Finding.Place {
    fileprivate init(_ finding: Finding) {
        self.init(
            segment: finding.segment, location: finding.location, start: finding.start, end: finding.end,
            fix: finding.fix, fingerprint: finding.fingerprint)
    }
}
