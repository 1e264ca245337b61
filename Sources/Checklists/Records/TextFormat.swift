import Bitext
import MarkdownSyntax

/// The format of a part of a text that a reader sees: bold, code, a link. Also the place of a file that the page includes, which
/// is no part of the text.
package struct TextFormat: Sendable, Equatable {
    /// The part, in bytes of the text. It may begin with the blank before it.
    package internal(set) var range: Range<Int>
    package let isStrong: Bool
    package let isCode: Bool
    /// The destination of a link, as the page has it.
    package let url: String?
    /// The path of an included file, as the page has it. ``range`` is empty then.
    package let include: String?

    private init(_ range: Range<Int>, isStrong: Bool, isCode: Bool, url: String?) {
        self.range = range
        self.isStrong = isStrong
        self.isCode = isCode
        self.url = url
        include = nil
    }

    /// The place of an included file.
    init(include: String, at offset: Int) {
        range = offset..<offset
        isStrong = false
        isCode = false
        url = nil
        self.include = include
    }

    /// Inlines deeper than this are without format. Without a limit, nested emphasis would take quadratic time.
    private static let maxDepth = 16

    /// The format that the inlines around a leaf give to it. nil if it has none.
    init?(of leaf: MarkdownTree.ID, in tree: MarkdownTree, _ range: Range<Int>) {
        var (isStrong, isCode) = (false, false)
        var url: String?
        var id = tree.parent(of: leaf)
        var depth = 0
        while let node = id, depth < Self.maxDepth, tree[node].kind.isInline {
            switch tree[node].kind {
            case .strong: isStrong = true
            case .codeSpan: isCode = true
            case .link where url == nil: url = tree.destination(of: node)?.url
            default: break
            }
            id = tree.parent(of: node)
            depth += 1
        }
        guard isStrong || isCode || url != nil else { return nil }
        self.init(range, isStrong: isStrong, isCode: isCode, url: url)
    }

    func isSame(as other: TextFormat) -> Bool {
        isStrong == other.isStrong && isCode == other.isCode && url == other.url && include == nil
            && other.include == nil
    }
}

/// The formats of a text in both languages, in its order. They do not overlap.
package struct BilingualFormats: Sendable, Equatable {
    package var source: [TextFormat] = []
    package var target: [TextFormat] = []

    var isEmpty: Bool { source.isEmpty && target.isEmpty }

    package subscript(side: Side) -> [TextFormat] { side == .source ? source : target }

    /// The formats of a text of which the beginning was removed on each side.
    func moved(from old: BilingualText, to new: BilingualText) -> BilingualFormats {
        guard !isEmpty else { return self }
        return BilingualFormats(
            source: Self.move(source, from: old.sharedSource, to: new.sharedSource),
            target: Self.move(target, from: old.sharedTarget, to: new.sharedTarget))
    }

    private static func move(_ formats: [TextFormat], from old: SharedText?, to new: SharedText?) -> [TextFormat] {
        let removed = (old?.withUTF8 { $0.count } ?? 0) - (new?.withUTF8 { $0.count } ?? 0)
        guard removed > 0 else { return formats }
        return formats.compactMap { format in
            var moved = format
            guard format.range.upperBound > removed || format.include != nil else { return nil }
            moved.range = max(format.range.lowerBound - removed, 0)..<max(format.range.upperBound - removed, 0)
            return moved
        }
    }
}
