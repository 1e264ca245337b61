/// The defects of one file, a limited number of each kind: a picture with the name of a page has a million bytes that are
/// not UTF-8.
public struct DefectList: Sendable {
    /// How many defects of a kind are listed. The worst real pages have far fewer.
    static let maxPerKind = 1000

    private struct Count {
        var found = 0
        /// The range of the first one that is not listed.
        var firstUnlisted: Range<Int> = 0..<0
    }

    private let file: Int

    private var defects: [Defect] = []
    private var counts: [Defect.Kind: Count] = [:]

    /// - Parameter file: the index in ``Bitext/files``.
    public init(file: Int = 0) { self.file = file }

    /// Whether another defect of a kind would only be counted, so that no message is needed.
    public func isFull(_ kind: Defect.Kind) -> Bool { counts[kind].map { $0.found >= Self.maxPerKind } ?? false }

    /// - Parameter range: bytes of the file, after the repairs.
    public mutating func append(_ kind: Defect.Kind, _ range: Range<Int>, _ message: String) {
        var count = counts[kind, default: Count()]
        count.found += 1
        if count.found <= Self.maxPerKind {
            defects.append(Defect(kind, location(range), message))
        } else if count.found == Self.maxPerKind + 1 {
            count.firstUnlisted = range
        }
        counts[kind] = count
    }

    private func location(_ range: Range<Int>) -> Location { Location(file: file, range: FileRange(range)) }

    /// The listed defects in the order of the file, and for each full kind one defect that says how many more there are.
    public func inOrder() -> [Defect] {
        let full = counts.filter { $1.found > Self.maxPerKind }.sorted { $0.key.rawValue < $1.key.rawValue }
        let rests = full.map { kind, count in
            Defect(
                kind, location(count.firstUnlisted),
                "\(count.found - Self.maxPerKind) more of this kind from here on, which are not listed")
        }
        return (defects + rests).sorted { $0.location.range.lowerBound < $1.location.range.lowerBound }
    }
}
