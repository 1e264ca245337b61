import Bitext
import MarkdownSyntax
import ParsedBitext

/// Makes the checklists of a page, with their texts in both languages.
struct ChecklistReader {
    private let reader: BlockReader
    private let parsed: ParsedBitext
    private let tree: MarkdownTree
    private let outline: Outline
    private var itemReader: ItemReader

    /// The id of the innermost item that each code block belongs to, by node.
    var itemOfCodeBlock: [MarkdownTree.ID: String] { itemReader.itemOfCodeBlock }

    init(_ reader: BlockReader, outline: Outline, codeBlocks: [MarkdownTree.ID: CodeBlockRecord]) {
        self.reader = reader
        parsed = reader.parsed
        tree = parsed.source.tree
        self.outline = outline
        itemReader = ItemReader(reader, codeBlocks: codeBlocks)
    }

    mutating func checklists() -> [Checklist] {
        let streams = BlockStreams(tree).streams
        func drafts(
            of streams: [BlockStreams.Stream], _ find: (BlockStreams.Stream) -> [ChecklistDraft]
        ) -> [ChecklistDraft] {
            streams.flatMap(find).sorted { $0.start < $1.start }
        }
        // Items with equal texts are numbered as they are read. The lists of the page come first, so that their ids do not
        // depend on the lists inside items and on the steps outside of lists.
        let all =
            drafts(of: streams.filter { !$0.isInItem }) { ChecklistFinder($0, in: tree).drafts() }
            + drafts(of: streams.filter(\.isInItem)) { ChecklistFinder($0, in: tree).drafts() }
            + drafts(of: streams) { WrittenSteps($0, in: tree).drafts() + TaskTable.drafts(in: $0, of: tree) }
        var checklists: [(start: SideOffset, checklist: Checklist)] = []
        for draft in all {
            if let checklist = checklist(draft) { checklists.append((draft.start, checklist)) }
        }
        return checklists.sorted { $0.start < $1.start }.map(\.checklist)
    }

    private mutating func checklist(_ draft: ChecklistDraft) -> Checklist? {
        let items = itemReader.items(draft.items)
        guard let first = draft.items.first, !items.isEmpty else { return nil }
        var path = outline.path(at: draft.start)
        // The first step may be a heading itself.
        if path.last?.node == first.node { path.removeLast() }
        let title = draft.titleLine.map { reader.text(of: $0) } ?? path.last?.text
        let leadIn = draft.leadIn.map { node -> Checklist.LeadIn in
            let reading = reader.read(node)
            return Checklist.LeadIn(text: reading.text, formats: reading.formats, segments: reading.segments)
        }
        var checklist = Checklist(
            id: itemReader.checklistID(title, leadIn?.text),
            kind: .list,
            title: title,
            leadIn: leadIn,
            section: path.map(\.text),
            line: parsed.line(of: tree[first.node].range.lowerBound),
            location: parsed.bitext.location(of: tree[first.node].range, on: .source),
            items: items)
        let classifier = ChecklistClassifier(checklist, draft: draft, tree: tree)
        let evidence = classifier.evidence()
        checklist.kind = evidence.kind
        checklist.confidence = evidence.confidence
        return checklist
    }
}
