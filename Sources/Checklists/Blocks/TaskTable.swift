import Bitext
import MarkdownSyntax

/// A table whose rows are tasks: with a box to tick, with numbers or "Step" in the first column, or with a column for what
/// is done.
struct TaskTable {
    private let tree: MarkdownTree
    private var header: [Cell] = []
    private var rows: [Row] = []

    private struct Row {
        let node: MarkdownTree.ID
        let cells: [Cell]
    }

    private struct Cell {
        let node: MarkdownTree.ID
        let text: [UInt8]
        let isBox: Bool
        /// Whether it shows nothing, or only a box.
        var isOpen: Bool { isBox || text.isEmpty }
    }

    /// The tables of a stream that are lists of tasks.
    static func drafts(in stream: BlockStreams.Stream, of tree: MarkdownTree) -> [ChecklistDraft] {
        stream.blocks.indices.compactMap { index in
            guard tree[stream.blocks[index]].kind == .table, var draft = draft(of: stream.blocks[index], in: tree)
            else { return nil }
            draft.leadIn = stream.paragraph(before: index, in: tree)
            return draft
        }
    }

    /// - Returns: nil for a table that is no list of tasks.
    private static func draft(of table: MarkdownTree.ID, in tree: MarkdownTree) -> ChecklistDraft? {
        // Header and first row are enough to see that nearly all tables are none.
        guard TaskTable(table, tree, maxRows: 1).mayBeTasks else { return nil }
        return TaskTable(table, tree).draft()
    }

    private init(_ table: MarkdownTree.ID, _ tree: MarkdownTree, maxRows: Int = .max) {
        self.tree = tree
        for row in tree.children(of: table) where tree[row].kind == .tableRow {
            guard rows.count < maxRows else { break }
            let cells = tree.cells(of: row).map(cell)
            if rows.isEmpty, header.isEmpty, tree[row].isHeader || isAllStrong(cells) {
                header = cells
            } else if cells.contains(where: { !$0.isOpen }) {
                rows.append(Row(node: row, cells: cells))
            }
        }
    }

    private var mayBeTasks: Bool {
        guard let first = rows.first else { return false }
        return isStepTitle(0) || header.contains { Self.matches($0.text, Self.doneTitles) }
            || first.cells.contains(where: \.isBox) || number(first) == 1
    }

    private func draft() -> ChecklistDraft? {
        guard let first = rows.first else { return nil }
        let width = rows.map(\.cells.count).max() ?? 0
        let boxes = (0..<width).filter { column in share(where: { $0[column: column]?.isBox == true }) >= 0.8 }
        let done = header.indices.filter { column in
            Self.matches(header[column].text, Self.doneTitles)
                && share(where: { $0[column: column]?.isOpen ?? true }) >= 0.8
        }
        let numbered = areNumbered
        let hidden = Set(boxes + done + (numbered ? [0] : []))
        guard let task = taskColumn(hidden, width) else { return nil }
        guard
            !boxes.isEmpty || !done.isEmpty && rows.count > 1
                || (numbered || isStepTitle(0)) && rows.count > 1
                    && share(where: { isInstruction($0[column: task]) }) >= 0.5
        else { return nil }
        let items = rows.compactMap { row -> ChecklistDraft.Item? in
            guard let text = row.cells[column: task], !text.isOpen else { return nil }
            let others = row.cells.indices.filter { $0 != task && !hidden.contains($0) && !row.cells[$0].isOpen }
            return ChecklistDraft.Item(
                node: row.node, blocks: [text.node] + others.map { row.cells[$0].node },
                marker: numbered ? number(row).map { "\($0)." } : "-")
        }
        guard !items.isEmpty else { return nil }
        var draft = ChecklistDraft(
            items: items, isOrdered: numbered || isStepTitle(0), start: tree[first.node].range.lowerBound)
        draft.areSteps = true
        return draft
    }

    /// The column with the words of each task: the one that its header names, otherwise the first one that is not hidden.
    private func taskColumn(_ hidden: Set<Int>, _ width: Int) -> Int? {
        header.indices.first { !hidden.contains($0) && Self.matches(header[$0].text, Self.taskTitles) }
            ?? (0..<width).first { column in
                !hidden.contains(column) && share(where: { $0[column: column]?.isOpen == false }) >= 0.5
            }
    }

    // MARK: Cells

    private func cell(_ node: MarkdownTree.ID) -> Cell {
        let text = PlainText(of: node, in: tree).bytes
        let isCheckbox =
            text.isEmpty
            && tree.bytes.withUnsafeBufferPointer { bytes in
                let range = tree[node].range.values
                return bytes.firstOffset(of: "checkbox", from: range.lowerBound, to: range.upperBound) != nil
            }
        return Cell(node: node, text: text, isBox: isCheckbox || Self.isBox(text))
    }

    private func isAllStrong(_ cells: [Cell]) -> Bool {
        !cells.isEmpty
            && cells.allSatisfy { cell in
                cell.text.isEmpty || tree.children(of: cell.node).contains { tree[$0].kind == .strong }
            }
            && cells.contains { !$0.text.isEmpty }
    }

    /// Whether the first column counts the rows: `1`, `2.`, "Step 3".
    private var areNumbered: Bool {
        rows.count > 1 && rows.indices.allSatisfy { number(rows[$0]) == $0 + 1 }
    }

    private func number(_ row: Row) -> Int? {
        guard let text = row.cells.first?.text else { return nil }
        var digits = text[...]
        if StepLabel.beginsWithStep(text) { digits = digits.dropFirst(5) }
        if digits.last == UInt8(ascii: ".") || digits.last == UInt8(ascii: ")") { digits = digits.dropLast() }
        return digits.count <= 3 ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }

    private func isStepTitle(_ column: Int) -> Bool {
        column < header.count && Self.matches(header[column].text, Self.stepTitles)
    }

    private func isInstruction(_ cell: Cell?) -> Bool {
        cell.map { InstructionDetector(step: $0.text).isInstruction } ?? false
    }

    /// The share of rows that meet a condition, 0 to 1.
    private func share(where condition: ([Cell]) -> Bool) -> Double {
        rows.isEmpty ? 0 : Double(rows.count { condition($0.cells) }) / Double(rows.count)
    }

    /// Whether a title is one of `titles`, punctuation and case aside.
    private static func matches(_ title: [UInt8], _ titles: [StaticString]) -> Bool {
        func isMark(_ byte: UInt8) -> Bool { byte.isOne(of: " ?#:*") }
        guard let start = title.firstIndex(where: { !isMark($0) }), let end = title.lastIndex(where: { !isMark($0) })
        else { return false }
        return titles.contains { $0.equalsLowercased(title[start...end]) }
    }

    private static func isBox(_ text: [UInt8]) -> Bool { boxes.contains { $0.equalsLowercased(text[...]) } }

    private static let boxes: [StaticString] = ["☐", "□", "❑", "❏", "◻", "⬜", "[ ]", "[]", "[x]", "☑", "☒"]
    private static let stepTitles: [StaticString] = ["step", "steps", "step number", "step no.", "no", "no.", "number"]
    private static let taskTitles: [StaticString] = [
        "task", "tasks", "activity", "activity or task", "action", "actions", "action item", "to do", "what to do",
        "instruction", "instructions",
    ]
    private static let doneTitles: [StaticString] = [
        "done", "completed", "complete", "finished", "checked", "check", "check box", "checkbox", "check off", "✓", "✔",
        "status", "sign-off", "signed off",
    ]
}

extension Array {
    fileprivate subscript(column index: Int) -> Element? { index < count ? self[index] : nil }
}

extension StaticString {
    /// Whether a text in lower case is this one.
    fileprivate func equalsLowercased(_ text: ArraySlice<UInt8>) -> Bool {
        utf8CodeUnitCount == text.count && withUTF8Buffer { zip($0, text).allSatisfy { $0 == $1.asciiLowercased } }
    }
}
