/// Which terms of the target translate a term of the source, and how likely.
struct TranslationTable: Sendable {
    /// As in a lexicon file: four bytes.
    struct Link: Sendable {
        private let bits: UInt32

        init(_ bits: UInt32) { self.bits = bits }

        /// The target term's number.
        @inline(__always)
        var target: Int32 { Int32(bits & 0xFFFF) }
        /// How likely the target term is, given the source term: a ``ByteProbability``.
        var forward: UInt8 { UInt8(truncatingIfNeeded: bits >> 16) }
        /// How likely the source term is, given the target term: a ``ByteProbability``.
        var backward: UInt8 { UInt8(truncatingIfNeeded: bits >> 24) }
    }

    let links: [Link]
    /// The links of source term `n` are `links[rows[n]..<rows[n + 1]]`.
    private let rows: [UInt32]

    /// Nil where rows are out of order.
    init?(rows: [UInt32], links: [UInt32]) {
        guard rows.first == 0, rows.last == UInt32(links.count), zip(rows, rows.dropFirst()).allSatisfy(<=) else {
            return nil
        }
        self.rows = rows
        self.links = links.map(Link.init)
    }

    /// How many source terms there are.
    var sourceSize: Int { rows.count - 1 }

    /// Whether all links lead to terms with numbers below a size.
    func hasTargets(below size: Int) -> Bool { links.allSatisfy { $0.target < size } }

    /// The places of a source term's links in ``links``.
    @inline(__always)
    func places(of source: Int32) -> Range<Int> { Int(rows[Int(source)])..<Int(rows[Int(source) + 1]) }

    /// The links of a source term.
    func links(of source: Int32) -> ArraySlice<Link> { links[places(of: source)] }

    /// How likely a term of the target is for one of the source.
    func probability(of target: Int32, given source: Int32) -> Float {
        links(of: source).first { $0.target == target }.map { ByteProbability.probability[Int($0.forward)] } ?? 0
    }

    /// How likely a term of the target is for the likeliest of some terms of the source.
    func probability(of target: Int32, given sources: some Sequence<UInt32>) -> Float {
        sources.reduce(0) { max($0, probability(of: target, given: Int32($1))) }
    }
}
