import Bitext

/// What a reader sees of Markdown: no markup, entities decoded, blanks collapsed as a browser does.
///
/// No-break spaces stay; a line break of the source is a space, a hard one (`<br>`) a line break; an image is its
/// alternative text; includes and directives are nothing.
public struct PlainText: Sendable {
    /// UTF-8, without blanks at the beginning.
    public private(set) var bytes: [UInt8] = []
    private var pending: UInt8 = 0
    /// Where the current text begins in ``bytes``.
    private var start = 0

    public init() {}

    /// The text so far as a string.
    public var string: String { String(decoding: bytes, as: UTF8.self) }
    public var isEmpty: Bool { bytes.count == start }

    /// Ends the current text and begins the next one behind it, so that many texts share one memory.
    ///
    /// - Returns: where the ended text stands in ``bytes``.
    public mutating func next() -> Range<Int> {
        defer {
            start = bytes.count
            pending = 0
        }
        return start..<bytes.count
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
            let end = Self.endOfCleanText(text, from: start)
            if pending != 0 {
                bytes.append(pending)
                pending = 0
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
            start = end
        }
    }

    /// Where text that can be copied as it is ends: before a blank that is not a single space between two words.
    private static func endOfCleanText(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = text.baseAddress else { return start }
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var end = start + 1
        while end < text.count {
            if end + 9 <= text.count {
                // Eight bytes at once, where none is a control character and no two spaces stand together. Both tests may
                // see what is not there, never miss what is ("Bit Twiddling Hacks").
                let word = UnsafeRawPointer(base + end).loadUnaligned(as: UInt64.self)
                let next = UnsafeRawPointer(base + end + 1).loadUnaligned(as: UInt64.self)
                let control = (word &- ones &* 0x20) & ~word & highs
                let spaces = ((word ^ (ones &* 0x20)) &- ones) & ~(word ^ (ones &* 0x20)) & highs
                // What follows a space must be neither a space nor a control character.
                let blanks = (next &- ones &* 0x21) & ~next & highs
                if control | (spaces & blanks) == 0 {
                    end += 8
                    continue
                }
            }
            if base[end] > 0x20 {
                end += 1
            } else if base[end] == 0x20, end + 1 < text.count, base[end + 1] > 0x20 {
                end += 2
            } else if base[end].isASCIIBlank {
                return end
            } else {
                end += 1
            }
        }
        return min(end, text.count)
    }

    /// Appends text, collapsing ASCII blanks.
    public mutating func append(_ text: [UInt8]) { text.withUnsafeBufferPointer { append($0) } }

    /// A blank, unless one is there or the text has not begun.
    public mutating func space() {
        if pending == 0, !isEmpty { pending = UInt8(ascii: " ") }
    }

    /// A line break, unless the text has not begun.
    public mutating func lineBreak() {
        if !isEmpty { pending = UInt8(ascii: "\n") }
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
                if node.isHTML {
                    appendHTML(range, of: buffer)
                } else {
                    append(UnsafeBufferPointer(rebasing: buffer[range]))
                }
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
