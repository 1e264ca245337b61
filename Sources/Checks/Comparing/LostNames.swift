import Bitext
import ParsedBitext

/// Which of the target's names became of names of the source that it does not have.
///
/// In a list of hundreds, `0x67DDD` is a damaged `0x67DD`, and not what became of the lost `0x131E`.
struct LostNames {
    private var matches: [UInt32: Int] = [:]

    /// How alike two names are of which one became the other by mistake, from 0 to 1.
    private static let leastAlike = 0.8
    /// In bytes. Longer names are not compared by their letters, nor are more names.
    private static let (longestName, mostNames) = (64, 32)

    /// - Parameters:
    ///   - lost: the names that the target does not have at all.
    ///   - names: all names of the source.
    ///   - replacements: the names of the target that the source does not have.
    init(_ lost: [Token], of names: [Token], _ replacements: [Token], _ pair: SegmentPair) {
        let known = Set(pair.tokens(.target).map(\.hash))
        // A damaged name can be part of a longer one, so it is not lost.
        let isLost = Set(lost.map(\.hash))
        let damaged = names.filter { !known.contains($0.hash) && !isLost.contains($0.hash) }
        var free = Set(replacements.indices)
        func take(_ index: Int, for token: Token) {
            free.remove(index)
            if isLost.contains(token.hash) { matches[token.hash] = index }
        }
        if lost.count + damaged.count > 1 || replacements.count > 1 {
            for (token, index) in Self.alike(lost + damaged, replacements, pair)
            where free.contains(index) && matches[token.hash] == nil {
                take(index, for: token)
            }
        }
        for token in lost where matches[token.hash] == nil {
            if let index = free.filter({ replacements[$0].kind == token.kind }).min() { take(index, for: token) }
        }
    }

    /// The place among the replacements of what became of a lost name.
    subscript(token: Token) -> Int? { matches[token.hash] }

    /// The names and the replacements that are alike, those that are most alike first.
    private static func alike(
        _ names: [Token], _ replacements: [Token], _ pair: SegmentPair
    ) -> [(name: Token, replacement: Int)] {
        guard names.count <= mostNames, replacements.count <= mostNames else { return [] }
        func letters(_ token: Token, _ side: Side) -> [UInt8]? {
            token.range.count > longestName ? nil : pair.text(token.range, side).map(\.asciiLowercased)
        }
        let texts = replacements.map { letters($0, .target) }
        var found: [(likeness: Double, name: Token, replacement: Int)] = []
        for name in names {
            guard let text = letters(name, .source) else { continue }
            for index in replacements.indices where replacements[index].kind == name.kind {
                let likeness = texts[index].map { Counterpart.likeness(text, $0) } ?? 0
                if likeness >= leastAlike { found.append((likeness, name, index)) }
            }
        }
        // Of equal ones, the first ones.
        return found.enumerated().sorted { ($1.element.likeness, $0.offset) < ($0.element.likeness, $1.offset) }
            .map { ($0.element.name, $0.element.replacement) }
    }
}
