import Bitext
import MarkdownSyntax

/// The blocks of one side without blocks in them, in the order of the page: what is aligned.
///
/// A row of a table is one block. A paragraph, a heading, the text of an item, a code block and a block of markup are others.
struct PageOutline {
    let tree: MarkdownTree
    private(set) var blocks: [OutlineBlock] = []
    private(set) var features: [Feature] = []

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

    init(_ tree: MarkdownTree, isComponentPage: Bool) {
        self.tree = tree
        blocks.reserveCapacity(tree.ids.count / 4)
        tree.bytes.withUnsafeBufferPointer { bytes in
            let shortcodes = Shortcodes(bytes, from: bodyStart.value)
            var reader = OutlineReader(tree, bytes, shortcodes, isComponentPage: isComponentPage)
            reader.read()
            let features = FeatureReader(bytes)
            for var block in reader.blocks {
                let first = self.features.count
                let range = block.range.values
                features.append(range, isCode: block.kind == .code, to: &self.features)
                if block.kind == .heading {
                    block.key = features.appendIDs(ofHeading: range, to: &self.features)
                }
                if block.kind == .row { block.key = features.key(ofRow: range) }
                block.textHash = KeyHash32.collapsed(range, of: bytes)
                block.features = Int32(first)..<Int32(self.features.count)
                block.length = TextLength.of(range, in: bytes)
                blocks.append(block)
            }
        }
    }
}

extension KeyHash32 {
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
