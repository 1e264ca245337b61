import Bitext

/// What a reader sees of Markdown: without markup, with entities decoded, and with blanks collapsed as a browser does.
///
/// No-break spaces stay. A soft line break is a space, a hard one (`<br>`) a line break. An image is its alternative text.
/// Includes and directives are nothing.
///
/// Only ``string`` and ``bytes`` copy the text.
public struct PlainText: ~Copyable {
    private var memory: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity: Int
    private var pending: UInt8 = 0
    /// Where the current text begins.
    private var start = 0

    /// - Parameter capacity: how many bytes are expected.
    public init(reserving capacity: Int = 240) {
        self.capacity = max(capacity, 16)
        memory = .allocate(capacity: self.capacity)
    }

    deinit { memory.deallocate() }

    /// All texts so far, one after the other, as UTF-8. None begins with a blank.
    public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: memory, count: count)) }
    /// All texts so far as a string.
    public var string: String { String(decoding: UnsafeBufferPointer(start: memory, count: count), as: UTF8.self) }
    /// The first byte of the current text.
    public var first: UInt8? { isEmpty ? nil : memory[start] }
    /// The last byte of the current text.
    public var last: UInt8? { isEmpty ? nil : memory[count - 1] }
    /// Whether the current text is empty.
    public var isEmpty: Bool { count == start }
    /// How many bytes the current text has.
    package var length: Int { count - start }

    /// Ends the current text and begins the next one, so that many texts share one memory.
    ///
    /// - Returns: the range of the ended text in ``bytes``.
    public mutating func next() -> TextRange {
        let ended = TextRange(start..<count)
        start = count
        pending = 0
        return ended
    }

    /// A range of ``bytes``.
    public func bytes(in range: TextRange) -> [UInt8] {
        precondition(range.lowerBound.value >= 0 && range.upperBound.value <= count)
        return Array(UnsafeBufferPointer(start: memory + range.lowerBound.value, count: range.count))
    }

    /// Appends text, collapsing ASCII blanks.
    public mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return }
        var start = 0
        while start < text.count {
            if base[start].isASCIIBlank {
                space()
                start += 1
                continue
            }
            let end = Self.endOfCleanText(text, from: start)
            reserve(end - start + 1)
            if pending != 0 {
                memory[count] = pending
                count += 1
                pending = 0
            }
            (memory + count).update(from: base + start, count: end - start)
            count += end - start
            start = end
        }
    }

    @inline(__always)
    private mutating func reserve(_ additional: Int) {
        if count + additional > capacity { grow(additional) }
    }

    private mutating func grow(_ additional: Int) {
        capacity = max(capacity * 2, count + additional)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: memory, count: count)
        memory.deallocate()
        memory = larger
    }

    /// The end of text that can be copied unchanged: before a blank that is not a single space between two words.
    private static func endOfCleanText(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = text.baseAddress else { return start }
        let ones: UInt64 = 0x0101_0101_0101_0101
        var end = start + 1
        while end < text.count {
            // Eight bytes at once if none is a control character and no space is before another blank. Both tests may give
            // false positives, but never false negatives ("Bit Twiddling Hacks").
            while end + 9 <= text.count {
                let word = UnsafeRawPointer(base + end).loadUnaligned(as: UInt64.self)
                let next = UnsafeRawPointer(base + end + 1).loadUnaligned(as: UInt64.self)
                let control = (word &- ones &* 0x20) & ~word
                let blank = (word &- ones &* 0x21) & ~word
                let blankNext = (next &- ones &* 0x21) & ~next
                if (control | (blank & blankNext)) & (ones &* 0x80) != 0 { break }
                end += 8
            }
            // Then byte by byte, up to the byte that stopped the loop.
            let limit = min(text.count, end + 8)
            while end < limit {
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
        }
        return min(end, text.count)
    }

    /// Appends text, collapsing ASCII blanks.
    public mutating func append(_ text: [UInt8]) { text.withUnsafeBufferPointer { append($0) } }

    /// Appends a blank, unless the text ends with one or is empty.
    public mutating func space() {
        if pending == 0, !isEmpty { pending = UInt8(ascii: " ") }
    }

    /// Appends a line break, unless the text is empty.
    public mutating func lineBreak() {
        if !isEmpty { pending = UInt8(ascii: "\n") }
    }

    /// Appends one leaf of a tree. Inlines with children add nothing, blocks a line break.
    ///
    /// - Parameter clip: only this range of the side is appended; nil for all of it.
    public mutating func append(_ id: MarkdownTree.ID, of tree: MarkdownTree, clippedTo clip: SideRange? = nil) {
        let node = tree[id]
        switch node.kind {
        case .text:
            let range = clip.map { node.range.clamped(to: $0) } ?? node.range
            guard !range.isEmpty else { return }
            tree.bytes.withUnsafeBufferPointer { buffer in
                if node.isHTML {
                    appendHTML(range.values, of: buffer)
                } else {
                    append(UnsafeBufferPointer(rebasing: buffer[range.values]))
                }
            }
        case .entity:
            guard clip?.contains(node.range.lowerBound) ?? true else { return }
            tree.bytes.withUnsafeBufferPointer { buffer in
                append(Entity.resolved(UnsafeBufferPointer(rebasing: buffer[node.range.values])))
            }
        case .softBreak:
            space()
        case .lineBreak:
            lineBreak()
        case .codeBlock:
            // Each line of code is a line of the text.
            lineBreak()
            tree.codeBlock(id)?.bytes.withUnsafeBufferPointer { code in
                var start = 0
                while start < code.count {
                    let end = code.firstOffset(of: UInt8(ascii: "\n"), from: start) ?? code.count
                    append(UnsafeBufferPointer(rebasing: code[start..<end]))
                    lineBreak()
                    start = end + 1
                }
            }
            lineBreak()
        case .paragraph, .heading, .item, .tableRow, .htmlContainer, .tableCell, .htmlBlock, .thematicBreak:
            // Separates the block from the one before it.
            if node.kind == .tableCell { space() } else { lineBreak() }
        default:
            return
        }
    }

    /// Appends what a reader sees of a node and all nodes below it.
    ///
    /// - Parameter isSkipped: whether to leave out a node and all nodes below it.
    public mutating func append(
        all root: MarkdownTree.ID, of tree: MarkdownTree, clippedTo clip: SideRange? = nil,
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

    /// What a reader sees of a node.
    public init(of id: MarkdownTree.ID, in tree: MarkdownTree) {
        self.init()
        append(all: id, of: tree)
    }

    /// Appends text of an HTML block, where character references are part of the text nodes.
    private mutating func appendHTML(_ range: Range<Int>, of buffer: Bytes) {
        var start = range.lowerBound
        while let reference = Entity.firstReference(in: buffer, from: start, to: range.upperBound) {
            append(UnsafeBufferPointer(rebasing: buffer[start..<reference.lowerBound]))
            append(Entity.resolved(UnsafeBufferPointer(rebasing: buffer[reference])))
            start = reference.upperBound
        }
        append(UnsafeBufferPointer(rebasing: buffer[start..<range.upperBound]))
    }
}

extension MarkdownTree {
    /// What a reader sees of a node.
    public func plainText(of id: ID) -> String {
        PlainText(of: id, in: self).string
    }
}
