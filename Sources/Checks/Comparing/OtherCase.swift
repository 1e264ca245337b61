import Bitext
import ParsedBitext

/// The names of a page of which the target has only another case: `system.IO` for `System.IO`. Together they are one note.
struct OtherCase {
    private var first: (pair: SegmentPair, source: TextRange, target: TextRange)?
    private var count = 0

    mutating func read(_ pair: SegmentPair) {
        let tokens = pair.tokens(.target)
        for token in pair.tokens(.source) where token.kind == .identifier || token.kind == .name {
            let text = pair.text(token.range, .source)
            guard let other = tokens.first(where: { $0.hash == token.hash && $0.range.count == token.range.count }),
                pair.text(other.range, .target) != text,
                !tokens.contains(where: { $0.hash == token.hash && pair.text($0.range, .target) == text })
            else { continue }
            count += 1
            if first == nil { first = (pair, token.range, other.range) }
        }
    }

    func report(_ report: inout Report) {
        guard let first else { return }
        let (name, other) = (first.pair.string(first.source, .source), first.pair.string(first.target, .target))
        let more = count > 1 ? "; \(count - 1) more on this page" : ""
        report.add(
            "the case of a name differs: source has \(name), target has \(other)\(more)", in: first.pair, .target,
            first.pair.sideRange(first.target, .target), evidence: .init(source: name, target: other), severity: .note)
    }
}
