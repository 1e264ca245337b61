import Bitext
import MarkdownSyntax

/// A block of a ``PageOutline``.
struct OutlineBlock {
    /// What a block is. Blocks of different kinds are hardly translations of each other.
    enum Kind: UInt8 {
        case heading, paragraph, code, row, markup, line
    }

    let kind: Kind
    /// The level of a heading, the number of cells of a row.
    let value: Int32
    /// The block's node, or for text between blocks the node around it.
    let node: MarkdownTree.ID
    /// The inlines of a text: the first and the last. nil for a row and a block without text.
    let inlines: (first: MarkdownTree.ID, last: MarkdownTree.ID)?
    /// Without the markers of blocks.
    let range: SideRange
    /// A hash of the kinds of blocks around the block.
    let context: UInt32
    /// Whether the block is the first one of an item.
    let isFirstOfItem: Bool
    var textHash: UInt32 = 0
    /// nil for a block that is not a heading or a row, and for one without a name.
    var key: BlockKey?
    /// See ``TextLength``.
    var length: Float = 0
    /// A sum of the digits and the marks of code, which a translation keeps.
    var marks: UInt32 = 0
}
