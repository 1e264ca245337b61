/// The defects of one file as a reader finds them, of each kind a limited number: a picture that is called a page has a
/// million bytes that are not UTF-8, and they are one fault.
public struct DefectList: Sendable {
    /// So many of a kind are listed one by one. The worst of real pages have far fewer.
    static let maxPerKind = 1000

    private struct Count {
        var found = 0
        /// Where the first is that is not listed.
        var rest: Range<Int> = 0..<0
    }

    private let file: Int

    private var defects: [Defect] = []
    private var counts: [Defect.Kind: Count] = [:]

    /// - Parameter file: the index in ``Bitext/files``.
    public init(file: Int = 0) { self.file = file }

    /// Whether another defect of a kind is counted only, so that its message is not needed.
    public func isFull(_ kind: Defect.Kind) -> Bool { counts[kind].map { $0.found >= Self.maxPerKind } ?? false }

    /// - Parameter range: bytes of the file, after the repairs.
    public mutating func append(_ kind: Defect.Kind, _ range: Range<Int>, _ message: String) {
        var count = counts[kind, default: Count()]
        count.found += 1
        if count.found <= Self.maxPerKind {
            defects.append(Defect(kind, location(range), message))
        } else if count.found == Self.maxPerKind + 1 {
            count.rest = range
        }
        counts[kind] = count
    }

    private func location(_ range: Range<Int>) -> Location { Location(file: file, range: FileRange(range)) }

    /// All of the list, in the order of the file; what is too much of a kind is one defect that says how many there are.
    public func inOrder() -> [Defect] {
        let full = counts.filter { $1.found > Self.maxPerKind }.sorted { $0.key.rawValue < $1.key.rawValue }
        let rests = full.map { kind, count in
            Defect(
                kind, location(count.rest),
                "\(count.found - Self.maxPerKind) more of this kind from here on, which are not listed")
        }
        return (defects + rests).sorted { $0.location.range.lowerBound < $1.location.range.lowerBound }
    }
}
