import Bitext
import MarkdownSyntax

/// The blocks of one side without blocks in them, in the order of the page: what is aligned.
///
/// A row of a table is one block. A paragraph, a heading, the text of an item, a code block and a block of markup are others.
struct PageOutline {
    let tree: MarkdownTree
    private(set) var blocks: [OutlineBlock] = []

    /// Where the body begins.
    var bodyStart: SideOffset { tree[MarkdownTree.root].range.lowerBound }

    /// The length of all paragraphs and headings.
    var textLength: Float {
        blocks.reduce(0) { $1.kind == .paragraph || $1.kind == .heading ? $0 + $1.length : $0 }
    }

    /// How much longer a target is than this source. The texts of a short page say little about that, so they are mixed with
    /// a text of this length that is as long in both languages.
    func lengthRatio(to target: PageOutline) -> Float {
        let usual: Float = 1000
        return min(2, max(0.5, (target.textLength + usual) / (textLength + usual)))
    }

    /// Whether a range is one HTML comment.
    func isComment(_ range: SideRange) -> Bool { tree[range].starts(with: "<!--".utf8) }

    /// Whether a range is the attributes of the block before it: `{#set-up}`, `{.lead}`.
    func isAttributes(_ range: SideRange) -> Bool {
        let bytes = tree[range]
        return bytes.last == UInt8(ascii: "}") && (bytes.starts(with: "{#".utf8) || bytes.starts(with: "{.".utf8))
            && !bytes.dropLast().contains(UInt8(ascii: "}"))
    }

    /// Whether a range is the `[!NOTE]` or the title after it at the beginning of a quote.
    func isHeadOfAlert(_ range: SideRange) -> Bool {
        let (bytes, lower) = (tree.bytes, range.lowerBound.value)
        var start = lower
        // The markers before it are short.
        while start > max(0, lower - 256), bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        let line = bytes[start..<range.upperBound.value]
        let text = line.drop { $0.isOne(of: "> ") }
        return line[..<text.startIndex].contains(UInt8(ascii: ">")) && text.starts(with: "[!".utf8)
            && text.dropFirst(2).first?.isASCIILetter ?? false && !text.contains(UInt8(ascii: "\n"))
    }

    init(_ tree: MarkdownTree, isComponentPage: Bool) {
        self.tree = tree
        blocks.reserveCapacity(tree.ids.count / 4)
        tree.bytes.withUnsafeBufferPointer { bytes in
            let shortcodes = Shortcodes(bytes, from: bodyStart.value)
            var reader = OutlineReader(tree, bytes, shortcodes, isComponentPage: isComponentPage)
            reader.read()
            let features = FeatureReader(bytes)
            for var block in reader.blocks {
                let range = block.range.values
                switch block.kind {
                case .heading:
                    var ids: [Feature] = []
                    block.key = features.appendIDs(ofHeading: range, to: &ids)
                    block.textHash = KeyHash32.of(range, in: bytes)
                case .row:
                    block.key = features.key(ofRow: range)
                    block.textHash = KeyHash32.collapsed(range, of: bytes)
                case .paragraph:
                    if block.isFirstOfItem { block.key = features.key(ofItem: range) }
                    block.textHash = KeyHash32.of(range, in: bytes)
                case .code, .markup, .line: block.textHash = KeyHash32.collapsed(range, of: bytes)
                }
                block.length = TextLength.of(range, in: bytes)
                block.marks = TextLength.marks(of: range, in: bytes)
                blocks.append(block)
            }
        }
    }
}

extension KeyHash32 {
    /// Another hash, of a text as it is, eight bytes at a time: most of a page is prose. Line breaks count.
    static func of(_ range: Range<Int>, in bytes: Bytes) -> UInt32 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        let text = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range]))
        for offset in stride(from: 0, to: text.count - 7, by: 8) {
            hash = (hash ^ text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        for byte in text.suffix(text.count % 8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }

    /// The hash of a text with its blanks collapsed.
    static func collapsed(_ range: Range<Int>, of bytes: Bytes) -> UInt32 {
        var hash = KeyHash32()
        var isBlank = false
        for offset in bytes.trimmed(range) {
            if bytes[offset].isASCIIBlank {
                isBlank = true
                continue
            }
            if isBlank { hash.add(0x20) }
            isBlank = false
            hash.add(bytes[offset])
        }
        return hash.value
    }
}
