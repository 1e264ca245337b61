import Bitext
import MarkdownSyntax

/// The nodes of the source side that make up a checklist. Its texts are read later.
struct ChecklistDraft {
    /// An item, and the blocks after it that belong to it but are not indented.
    struct Item {
        var node: MarkdownTree.ID
        var trailingBlocks: [MarkdownTree.ID] = []
    }

    var items: [Item] = []
    var isOrdered: Bool
    /// The paragraph before the list.
    var leadIn: MarkdownTree.ID?
    /// A paragraph before the list that serves as its heading: "**To create a policy**".
    var titleLine: MarkdownTree.ID?
    /// The paragraph before the title line, if no lead-in comes between title line and list.
    var introduction: MarkdownTree.ID?
    /// Where the list begins on the source side.
    var start: SideOffset
}
