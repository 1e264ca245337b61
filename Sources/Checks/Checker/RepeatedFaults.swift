import Hashing

/// What faults of one kind have in common, whatever the words around them: `3,0` for `3.0` and `2,1` for `2.1` are the same
/// fault.
public struct FaultShape: Hashable, Sendable {
    public let rule: String
    /// Of the severity, the side, the message without its evidence, and, where the words matter, what the evidence of one
    /// side has and that of the other has not.
    private let hash: UInt64

    /// The categories of faults of form: what the text says does not matter to them.
    private static let categoriesOfForm: Set<Finding.Category> = [
        .punctuation, .typography, .whitespace, .markup, .characterEncoding, .localeConvention,
    ]

    /// Nil for faults of content, and where the whole segment is wrong: each of them is a fault of its own.
    public init?(_ finding: Finding) {
        guard !RuleSet.namesOfSingleFaults.contains(finding.rule) else { return nil }
        rule = finding.rule
        let (source, target) = (
            Array((finding.evidence.source ?? "").utf8), Array((finding.evidence.target ?? "").utf8)
        )
        var hash = KeyHash()
        hash.add(finding.severity == .note ? 0 : finding.severity == .warning ? 1 : 2)
        hash.add(finding.side == .source ? 0 : 1)
        Self.add(Array(finding.message.utf8), without: [source, target], to: &hash)
        if !Self.categoriesOfForm.contains(finding.category) {
            for part in Self.difference(source[...], target[...]) {
                hash.add(0xFF)
                for byte in part { hash.add(byte) }
            }
        }
        self.hash = hash.value
    }

    /// Adds a message to a hash, with a mark in place of each piece of evidence.
    private static func add(_ message: [UInt8], without evidence: [[UInt8]], to hash: inout KeyHash) {
        let evidence = evidence.filter { !$0.isEmpty }
        var rest = message[...]
        while let byte = rest.first {
            if let piece = evidence.first(where: { $0[0] == byte && rest.starts(with: $0) }) {
                hash.add(0xFE)
                rest = rest.dropFirst(piece.count)
            } else {
                hash.add(byte)
                rest = rest.dropFirst()
            }
        }
    }

    /// Two texts without what both begin with, and without what both end with.
    private static func difference(_ source: ArraySlice<UInt8>, _ target: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var (source, target) = (source, target)
        while let first = source.first, first == target.first {
            source = source.dropFirst()
            target = target.dropFirst()
        }
        while let last = source.last, last == target.last {
            source = source.dropLast()
            target = target.dropLast()
        }
        return [source, target]
    }

    /// Few shapes of different rules have one hash, so the name of the rule is only compared.
    public func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    /// Names the shape in reports: 16 hexadecimal digits, the same in each run.
    fileprivate var fingerprint: String { (hash ^ KeyHash.of(rule.utf8)).hexDigits() }
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
        // By index, because a copy of a finding counts references.
        for index in self.indices { counts[self[index].rule, default: 0] += 1 }
        guard counts.values.contains(where: { $0 >= Self.leastPlaces }) else { return self }
        var indices: [FaultShape: [Int]] = [:]
        for index in self.indices where counts[self[index].rule, default: 0] >= Self.leastPlaces {
            if let shape = FaultShape(self[index]) { indices[shape, default: []].append(index) }
        }
        indices = indices.filter { $0.value.count >= Self.leastPlaces }
        guard !indices.isEmpty else { return self }
        var merged = self
        var isLeft = [Bool](repeating: true, count: count)
        for (shape, indices) in indices {
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
