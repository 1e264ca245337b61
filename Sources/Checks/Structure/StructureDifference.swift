import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A segment that stands elsewhere in the target's Markdown than in the source's.
package struct StructureDifference: Sendable {
    /// What the difference is about; each kind has its rule.
    package enum Kind: Sendable { case heading, list, table, code, alert, other }

    let kind: Kind
    let segment: Int
    let source: String
    let target: String

    /// The differences of a page, each the first of a cascade: a fence that only the target opens changes all that follows.
    static func all(_ parsed: ParsedBitext) -> [StructureDifference] {
        guard let targetSide = parsed.target else { return [] }
        let count = parsed.bitext.segments.count
        let source = BlockPath.paths(parsed.source, segments: count)
        let target = BlockPath.paths(targetSide, segments: count)
        guard source != target else { return [] }
        var found: [StructureDifference] = []
        var isInCascade = false
        for index in 0..<count {
            guard let left = source[index], let right = target[index] else { continue }
            guard left != right else {
                isInCascade = false
                continue
            }
            defer { isInCascade = true }
            if isInCascade { continue }
            if left.place == right.place, left.listDepth == right.listDepth, left.blocks == right.blocks { continue }
            found.append(
                StructureDifference(
                    kind: kind(left, right), segment: index, source: left.phrase(beside: right),
                    target: right.phrase(beside: left)))
        }
        return found
    }

    private static func kind(_ left: BlockPath, _ right: BlockPath) -> Kind {
        for path in [left, right] {
            switch (path.place, path == left ? right.place : left.place) {
            case (.code, let other) where other != .code: return .code
            case (.heading, let other) where other != path.place: return .heading
            case (.alert, let other) where other != path.place: return .alert
            case (.cell, let other) where other != path.place: return .table
            default: continue
            }
        }
        if left.listDepth != right.listDepth || left.place != right.place {
            return isItem(left) || isItem(right) ? .list : .other
        }
        // The same place, but another number of blocks.
        switch left.place {
        case .cell: return .table
        case .item: return .list
        case .heading: return .heading
        default: return .other
        }
    }

    private static func isItem(_ path: BlockPath) -> Bool { path.listDepth > 0 }
}
