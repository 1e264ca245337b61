/// The defects of a page as they are found, of each kind no more than anybody reads: a picture that is called a page has a
/// million bytes that are not UTF-8, and they are one fault.
struct DefectList {
    /// So many of a kind are told one by one. The worst of real pages have far fewer.
    static let mostOfAKind = 1000

    private struct Count {
        var found = 0
        /// Where the first is that is not told.
        var rest: Range<Int> = 0..<0
    }

    private var defects: [Defect] = []
    private var counts: [Defect.Kind: Count] = [:]

    /// Whether another defect of a kind is counted only, so that nobody need say what it is.
    func isFull(_ kind: Defect.Kind) -> Bool { counts[kind].map { $0.found >= Self.mostOfAKind } ?? false }

    mutating func append(_ kind: Defect.Kind, _ range: Range<Int>, _ message: String) {
        var count = counts[kind, default: Count()]
        count.found += 1
        if count.found <= Self.mostOfAKind {
            defects.append(Defect(kind, range, message))
        } else if count.found == Self.mostOfAKind + 1 {
            count.rest = range
        }
        counts[kind] = count
    }

    /// All of the list, in the order of the page; what is too much of a kind is one defect that says how many there are.
    func inOrder() -> [Defect] {
        let full = counts.filter { $1.found > Self.mostOfAKind }.sorted { $0.key.rawValue < $1.key.rawValue }
        let rests = full.map { kind, count in
            Defect(
                kind, count.rest,
                "\(count.found - Self.mostOfAKind) more of this kind from here on, which are not listed")
        }
        return (defects + rests).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
