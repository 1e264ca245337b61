import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext

/// What an item looks like, whatever it says.
enum ItemShape {
    /// Whether an item is a link and at most a few words or a description behind it.
    static func isLink(_ item: MarkdownTree.ID, _ tree: MarkdownTree) -> Bool {
        guard let paragraph = tree.children(of: item).first(where: { _ in true }) else { return false }
        let root = tree[paragraph].kind.isInline ? item : paragraph
        var hasLink = false
        for child in tree.children(of: root) {
            switch tree[child].kind {
            case .link, .include: hasLink = true
            case .strong, .emphasis:
                guard tree.children(of: child).contains(where: { tree[$0].kind == .link }) else { return hasLink }
                hasLink = true
            case .text, .entity:
                let text = PlainText(of: child, in: tree).bytes
                if !hasLink, !text.isEmpty { return false }
                // What follows a link directly is a description only where it is set off from it.
                if hasLink, let first = text.first, first.isASCIILetter, first.asciiLowercased == first { return false }
            case .lineBreak, .softBreak, .htmlInline, .directive: continue
            default: if tree[child].kind.isInline, !hasLink { return false }
            }
        }
        return hasLink
    }

    /// Whether an item begins with a bold label and goes on with what the label means.
    static func hasLabel(_ item: MarkdownTree.ID, _ tree: MarkdownTree) -> Bool {
        guard let paragraph = tree.children(of: item).first(where: { _ in true }) else { return false }
        let root = tree[paragraph].kind.isInline ? item : paragraph
        var hasLabel = false
        for child in tree.children(of: root) {
            switch tree[child].kind {
            case .strong where !hasLabel: hasLabel = true
            case .htmlInline, .lineBreak, .softBreak: continue
            case .text where !tree.isVisible(child): continue
            // "**PR_ACCOUNT** ([PidTagAccount](…))" says the same twice.
            case .text where PlainText(of: child, in: tree).bytes.elementsEqual("(".utf8): return false
            default: return hasLabel
            }
        }
        return hasLabel && tree.nextSibling(of: paragraph) != nil
    }
}
