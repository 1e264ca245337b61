import Bitext
import MarkdownSyntax

/// Finds steps that are no list: numbered paragraphs (`5.2. Click …`), paragraphs and headings that begin with "Step 1", and
/// the terms of a definition list.
///
/// At least two steps must follow each other, and half of them must be instructions; of numbered headings, three in four. If
/// most of them have a list of their own, those lists are the procedures, and the steps are only their titles.
struct WrittenSteps {
    private let tree: MarkdownTree
    private let stream: BlockStreams.Stream
    private var blocks: [MarkdownTree.ID] { stream.blocks }

    init(_ stream: BlockStreams.Stream, in tree: MarkdownTree) {
        self.tree = tree
        self.stream = stream
    }

    /// How the steps of one procedure are written.
    private enum Form: Equatable {
        case paragraph
        case heading(level: Int)
        /// `### 1. Set up the player`. Many numbered headings are no steps.
        case numberedHeading(level: Int)
        /// `5.2.`: the number before the dot.
        case dotted(major: Int)
        /// `1.` in a paragraph, mostly in bold.
        case numbered
        case term

        /// `### Step 1`. The paragraph before it belongs to the section before it.
        var isNamedHeading: Bool { if case .heading = self { true } else { false } }
    }

    private struct Step {
        let form: Form
        /// 0 for a term.
        let number: Int
        /// The index of its block.
        let index: Int
        let marker: String
        let isInstruction: Bool

        /// Whether its text begins with a number. "Step 1" is part of the text.
        var isNumbered: Bool {
            switch form {
            case .numbered, .dotted, .numberedHeading: true
            case .paragraph, .heading, .term: false
            }
        }
    }

    func drafts() -> [ChecklistDraft] {
        var drafts: [ChecklistDraft] = []
        var run: [Step] = []
        for index in blocks.indices {
            if let step = step(at: index) {
                if let last = run.last, !continues(step, last) {
                    drafts += draft(run)
                    run = []
                }
                if !run.isEmpty || step.number <= 1 { run.append(step) }
            } else if let last = run.last, ends(blocks[index], after: last) {
                drafts += draft(run)
                run = []
            }
        }
        return drafts + draft(run)
    }

    private func continues(_ step: Step, _ last: Step) -> Bool {
        guard step.form == last.form else { return false }
        // Of headings, writers number one twice by mistake.
        if case .numberedHeading = step.form, step.number == last.number { return true }
        return step.form == .term || step.number == last.number + 1
    }

    /// Whether a block that is no step ends the steps before it.
    private func ends(_ block: MarkdownTree.ID, after step: Step) -> Bool {
        switch (tree[block].kind, step.form) {
        case (.heading, .heading(let level)), (.heading, .numberedHeading(let level)): tree[block].level <= level
        case (.heading, _), (.tab, _), (.thematicBreak, _): true
        case (_, .term): !begins(block, with: "<dd")
        default: false
        }
    }

    private func draft(_ steps: [Step]) -> [ChecklistDraft] {
        guard steps.count > 1 else { return [] }
        let instructions = steps.count(where: \.isInstruction)
        if case .numberedHeading = steps[0].form {
            guard instructions * 4 >= steps.count * 3 else { return [] }
        } else {
            guard instructions * 2 >= steps.count else { return [] }
        }
        var items: [ChecklistDraft.Item] = []
        var withList = 0
        for (position, step) in steps.enumerated() {
            let isLast = position == steps.count - 1
            let end = isLast ? self.end(of: step) : steps[position + 1].index
            let content = blocks[step.index + 1..<end]
            if content.contains(where: { tree[$0].kind == .list }) { withList += 1 }
            items.append(
                ChecklistDraft.Item(
                    node: blocks[step.index],
                    blocks: [blocks[step.index]] + content.filter { tree[$0].kind != .list }, marker: step.marker,
                    isNumbered: step.isNumbered))
        }
        guard withList * 2 <= steps.count else { return [] }
        let first = steps[0]
        var draft = ChecklistDraft(items: items, isOrdered: true, start: tree[blocks[first.index]].range.lowerBound)
        draft.areSteps = true
        if first.form.isNamedHeading { return [draft] }
        draft.leadIn = stream.paragraph(before: first.index, in: tree)
        return [draft]
    }

    /// Where the last step ends: at the next heading, or before the first paragraph or list after it.
    private func end(of step: Step) -> Int {
        var end = step.index + 1
        while end < blocks.count, !ends(blocks[end], after: step) {
            switch (tree[blocks[end]].kind, step.form) {
            case (_, .heading), (_, .numberedHeading), (.codeBlock, _), (.alert, _), (.table, _): break
            case (_, .term): break
            default: if !tree.isImageOnly(blocks[end]) { return end }
            }
            end += 1
        }
        return end
    }

    // MARK: One step

    private func step(at index: Int) -> Step? {
        let block = blocks[index]
        switch tree[block].kind {
        case .paragraph: return step(at: index, inHeading: nil)
        case .heading: return step(at: index, inHeading: tree[block].level)
        case .htmlContainer where begins(block, with: "<dt"):
            return Step(
                form: .term, number: 0, index: index, marker: "-",
                isInstruction: InstructionDetector(step: text(of: block)).isInstruction)
        default: return nil
        }
    }

    private func step(at index: Int, inHeading level: Int?) -> Step? {
        guard mayBeginWithLabel(blocks[index]) else { return nil }
        let text = text(of: blocks[index])
        guard let label = StepLabel(text) else { return nil }
        let form: Form
        if label.isNamed {
            form = level.map { .heading(level: $0) } ?? .paragraph
        } else if label.numbers.count == 1 {
            form = level.map { .numberedHeading(level: $0) } ?? .numbered
        } else {
            guard level == nil else { return nil }
            form = .dotted(major: label.numbers[0])
        }
        return Step(
            form: form, number: label.number, index: index, marker: label.marker,
            isInstruction: InstructionDetector(step: text[label.length...]).isInstruction)
    }

    /// Whether the first word of a block can be a label. For most blocks no text needs to be read.
    private func mayBeginWithLabel(_ block: MarkdownTree.ID) -> Bool {
        var walk = tree.descendants(of: block)
        while let id = walk.next() {
            guard tree[id].kind == .text, let first = tree[tree[id].range].first(where: { !$0.isASCIIBlank }) else {
                continue
            }
            return first.isASCIIDigit || first.asciiLowercased == UInt8(ascii: "s")
        }
        return false
    }

    private func text(of block: MarkdownTree.ID) -> [UInt8] { Array(PlainText(of: block, in: tree).bytes.prefix(200)) }

    private func begins(_ block: MarkdownTree.ID, with tag: StaticString) -> Bool {
        tree.bytes.withUnsafeBufferPointer { $0.hasTag(tag, at: tree[block].range.lowerBound.value) }
    }
}
