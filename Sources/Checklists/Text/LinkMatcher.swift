import Bitext
import MarkdownSyntax
import ParsedBitext

/// Finds the target's link or image for each link or image of the source.
struct LinkMatcher {
    private let parsed: ParsedBitext
    /// Links and images of the target side, in order.
    private let targets: [MarkdownTree.ID]

    init(_ parsed: ParsedBitext) {
        self.parsed = parsed
        guard let tree = parsed.target?.tree else {
            targets = []
            return
        }
        targets = tree.ids.filter { index in
            (tree[index].kind == .image || tree.isLink(index)) && tree.isAttached(index)
        }
    }

    /// Pairs links or images of the source with those of the target.
    ///
    /// A link may be the opening tag of one. First by equal destination, because a translation reorders words. Then by order, if both sides have the same number.
    ///
    /// - Parameters:
    ///   - sources: nodes of the source, all of this kind.
    ///   - range: the range of the source side that they are in.
    /// - Returns: one pair for each source, in their order.
    func pairs(_ kind: Node.Kind, of sources: [MarkdownTree.ID], in range: SideRange?) -> [Pair] {
        guard let target = parsed.target, let range else { return sources.map { Pair(source: $0, target: nil) } }
        let onTarget = parsed.bitext.targetRange(of: range)
        var candidates = self.candidates(kind, in: onTarget, of: target)
        let hasSameCount = candidates.count == sources.count
        var pairs = sources.map { Pair(source: $0, target: nil) }
        match(&pairs, &candidates) { $0 }
        match(&pairs, &candidates) { Self.normalized($0) }
        guard hasSameCount else { return pairs }
        for index in pairs.indices where pairs[index].target == nil && !candidates.isEmpty {
            pairs[index].target = candidates.removeFirst()
        }
        return pairs
    }

    /// Moves the first candidate with an equal destination into each pair that has no target yet.
    private func match(
        _ pairs: inout [Pair], _ candidates: inout [MarkdownTree.ID], by key: (String) -> String
    ) {
        guard let target = parsed.target, !candidates.isEmpty else { return }
        var keys = candidates.map { target.tree.linkURL($0).map(key) }
        for index in pairs.indices where pairs[index].target == nil && !candidates.isEmpty {
            guard let source = parsed.source.tree.linkURL(pairs[index].source) else { continue }
            guard let match = keys.firstIndex(of: key(source)) else { continue }
            pairs[index].target = candidates.remove(at: match)
            keys.remove(at: match)
        }
    }

    struct Pair {
        var source: MarkdownTree.ID
        var target: MarkdownTree.ID?
    }

    /// The target's nodes of a kind in a range, in order.
    private func candidates(
        _ kind: Node.Kind, in range: SideRange, of target: ParsedSide
    ) -> [MarkdownTree.ID] {
        var low = targets.partitioningIndex { target.tree[$0].range.lowerBound >= range.lowerBound }
        var found: [MarkdownTree.ID] = []
        // A hostile page may have a million links in one block. Only the first 256 are matched.
        while low < targets.count, target.tree[targets[low]].range.lowerBound < range.upperBound, found.count < 256 {
            if (target.tree[targets[low]].kind == .image) == (kind == .image) { found.append(targets[low]) }
            low += 1
        }
        return found
    }

    /// A destination without its case and the locale in its path. A translation may change both.
    private static func normalized(_ url: String) -> String {
        url.lowercased().split(separator: "/", omittingEmptySubsequences: false).filter { !isLocale($0) }
            .joined(separator: "/")
    }

    /// `fr-fr`, `zh-hans`, `es-419`.
    private static func isLocale(_ part: Substring) -> Bool {
        let parts = part.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].count == 2 && (2...4).contains(parts[1].count)
            && parts.joined().allSatisfy { $0.isASCIIAlphanumeric }
    }
}

extension MarkdownTree {
    /// Whether a node is content: not the inside of a directive or an include.
    func isAttached(_ id: ID) -> Bool {
        guard let parent = parent(of: id) else { return id == Self.root }
        return self[parent].kind != .directive && self[parent].kind != .include
    }
}
