import Bitext
import MarkdownSyntax

/// The nodes of the source side that make up a checklist. Its texts are read later.
struct ChecklistDraft {
    /// An item, and the blocks after it that belong to it but are not indented.
    struct Item {
        /// A list item, or the row, paragraph or heading that is a step.
        var node: MarkdownTree.ID
        /// What the item is made of. nil for a list item: its children.
        var blocks: [MarkdownTree.ID]?
        var trailingBlocks: [MarkdownTree.ID] = []
        /// The number that the page gives to a step outside of lists.
        var marker: String?
        /// Whether the text of a step outside of lists begins with its number.
        var isNumbered = false
    }

    var items: [Item] = []
    var isOrdered: Bool
    /// Whether the form alone shows that the items are steps or tasks: they are no list.
    var areSteps = false
    /// The paragraph before the list.
    var leadIn: MarkdownTree.ID?
    /// A paragraph before the list that serves as its heading: "**To create a policy**".
    var titleLine: MarkdownTree.ID?
    /// The paragraph before the title line, if no lead-in comes between title line and list.
    var introduction: MarkdownTree.ID?
    /// Where the list begins on the source side.
    var start: SideOffset
}
