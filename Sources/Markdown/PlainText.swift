import Bitext

/// What a reader sees of Markdown: no markup, entities decoded, blanks collapsed as a browser does.
///
/// No-break spaces stay; a line break of the source is a space, a hard one (`<br>`) a line break; an image is its
/// alternative text; includes and directives are nothing.
public struct PlainText: Sendable {
    /// UTF-8, without blanks at the beginning.
    public private(set) var bytes: [UInt8] = []
    private var pending: UInt8 = 0

    public init() {}

    /// The text so far as a string.
    public var string: String { String(decoding: bytes, as: UTF8.self) }
    public var isEmpty: Bool { bytes.isEmpty }

    /// Forgets the text and keeps its memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        pending = 0
    }

    /// Appends text, collapsing ASCII blanks.
    public mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        let count = text.count
        var start = 0
        while start < count {
            if text[start].isASCIIBlank {
                space()
                start += 1
                continue
            }
            // Up to the next blank that is not a single space between two words: that much is copied at once.
            var end = start + 1
            while end < count {
                if text[end] > 0x20 {
                    end += 1
                } else if text[end] == 0x20, end + 1 < count, text[end + 1] > 0x20 {
                    end += 2
                } else if text[end].isASCIIBlank {
                    break
                } else {
                    end += 1
                }
            }
            if pending != 0 {
                bytes.append(pending)
                pending = 0
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
            start = end
        }
    }

    /// Appends text, collapsing ASCII blanks.
    public mutating func append(_ text: [UInt8]) { text.withUnsafeBufferPointer { append($0) } }

    /// A blank, unless one is there or the text has not begun.
    public mutating func space() {
        if pending == 0, !bytes.isEmpty { pending = UInt8(ascii: " ") }
    }

    /// A line break, unless the text has not begun.
    public mutating func lineBreak() {
        if !bytes.isEmpty { pending = UInt8(ascii: "\n") }
    }

    /// Appends one leaf of a tree; nodes that only have children add nothing of their own.
    ///
    /// - Parameter clip: the part of the side that is wanted; nil for all.
    public mutating func append(_ id: MarkdownTree.ID, of tree: MarkdownTree, clippedTo clip: Range<Int>? = nil) {
        let node = tree[id]
        switch node.kind {
        case .text:
            let range = clip.map { node.range.clamped(to: $0) } ?? node.range
            guard !range.isEmpty else { return }
            tree.bytes.withUnsafeBufferPointer { buffer in
                if node.isHTML { appendHTML(range, of: buffer) } else { append(UnsafeBufferPointer(rebasing: buffer[range])) }
            }
        case .entity:
            guard clip?.contains(node.range.lowerBound) ?? true else { return }
            var decoded: [UInt8] = []
            Entity.append(tree.bytes[node.range], to: &decoded)
            append(decoded)
        case .softBreak:
            space()
        case .lineBreak:
            lineBreak()
        case .codeBlock:
            // A block of code inside running text: each line on its own.
            lineBreak()
            for byte in tree.codeBlock(id)?.bytes ?? [] {
                if byte == UInt8(ascii: "\n") { lineBreak() } else { append([byte]) }
            }
            lineBreak()
        case .paragraph, .heading, .item, .tableRow, .htmlContainer, .tableCell, .htmlBlock, .thematicBreak:
            // Blocks that follow one another do not run together.
            if node.kind == .tableCell { space() } else { lineBreak() }
        default:
            return
        }
    }

    /// Appends all that a reader sees of a node and what is below it.
    ///
    /// - Parameter isSkipped: nodes to leave out with all below them.
    public mutating func append(
        all root: MarkdownTree.ID, of tree: MarkdownTree, clippedTo clip: Range<Int>? = nil,
        except isSkipped: (Node) -> Bool = { _ in false }
    ) {
        var walk = tree.descendants(of: root)
        while let id = walk.next() {
            let node = tree[id]
            if node.kind == .include || node.kind == .directive || (id != root && isSkipped(node)) {
                walk.skipChildren(of: id)
            } else {
                append(id, of: tree, clippedTo: clip)
            }
        }
    }

    /// Text of an HTML block, where character references are not nodes of their own.
    private mutating func appendHTML(_ range: Range<Int>, of buffer: Bytes) {
        var start = range.lowerBound
        while let ampersand = buffer.firstOffset(of: UInt8(ascii: "&"), from: start, to: range.upperBound) {
            append(UnsafeBufferPointer(rebasing: buffer[start..<ampersand]))
            var end = ampersand + 1
            while end < range.upperBound, end - ampersand < 34,
                buffer[end].isASCIIAlphanumeric || buffer[end] == UInt8(ascii: "#")
            {
                end += 1
            }
            if end < range.upperBound, buffer[end] == UInt8(ascii: ";") {
                var decoded: [UInt8] = []
                Entity.append(buffer[ampersand..<end + 1], to: &decoded)
                append(decoded)
                start = end + 1
            } else {
                append([UInt8(ascii: "&")])
                start = ampersand + 1
            }
        }
        append(UnsafeBufferPointer(rebasing: buffer[start..<range.upperBound]))
    }
}

extension MarkdownTree {
    /// What a reader sees of a node.
    public func plainText(of id: ID) -> String {
        var text = PlainText()
        text.append(all: id, of: self)
        return text.string
    }
}
