import Bitext
import MarkdownSyntax

/// Reads the text of leaves, and its formats.
struct FormattedReader: ~Copyable {
    private(set) var text = PlainText()
    private(set) var formats: [TextFormat] = []

    mutating func space() { text.space() }
    mutating func lineBreak() { text.lineBreak() }

    /// Appends a node as ``PlainText/append(_:of:clippedTo:)`` does.
    mutating func append(_ id: MarkdownTree.ID, of tree: MarkdownTree, clippedTo clip: SideRange? = nil) {
        let start = text.length
        text.append(id, of: tree, clippedTo: clip)
        guard text.length > start, let format = TextFormat(of: id, in: tree, start..<text.length) else { return }
        if let last = formats.last, last.range.upperBound == start, last.isSame(as: format) {
            formats[formats.count - 1].range = last.range.lowerBound..<text.length
        } else {
            formats.append(format)
        }
    }

    /// Remembers where an included file is.
    mutating func append(include id: MarkdownTree.ID, of tree: MarkdownTree) {
        guard let path = tree.destination(of: id)?.url, !path.isEmpty else { return }
        formats.append(TextFormat(include: path, at: text.length))
    }

    /// All text so far, copied.
    var shared: SharedText {
        let bytes = text.bytes
        return SharedText(bytes, 0..<bytes.count)
    }
}
