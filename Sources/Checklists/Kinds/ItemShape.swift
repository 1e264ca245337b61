import Bitext
import MarkdownSyntax

/// The form of an item, independent of its words.
enum ItemShape {
    /// Whether an item is a link, or a link with a description after it.
    static func isLink(_ item: MarkdownTree.ID, _ tree: MarkdownTree) -> Bool {
        guard let paragraph = tree.children(of: item).first(where: { _ in true }) else { return false }
        let root = tree[paragraph].kind.isInline ? item : paragraph
        var hasLink = false
        var isDescribed = false
        for child in tree.children(of: root) {
            switch tree[child].kind {
            case .link, .include: hasLink = true
            case .strong, .emphasis:
                guard tree.children(of: child).contains(where: { tree[$0].kind == .link }) else { return hasLink }
                hasLink = true
            case .text, .entity:
                let text = PlainText(of: child, in: tree)
                if !hasLink, !text.isEmpty { return false }
                // Lower-case text directly after the link continues the sentence and is no description.
                if hasLink, !isDescribed, let first = text.first, first.isASCIILetter, first.asciiLowercased == first {
                    return false
                }
                isDescribed = isDescribed || hasLink && !text.isEmpty
            case .lineBreak, .softBreak, .htmlInline, .directive: continue
            default: if tree[child].kind.isInline, !hasLink { return false }
            }
        }
        return hasLink
    }
}
