/// Columns of text, each as wide as its widest cell.
package struct TextTable {
    private var rows: [[String]]
    private var rules: Set<Int> = [1]
    private let alignedRight: Set<Int>

    package init(_ titles: [String], alignedRight: Set<Int> = []) {
        rows = [titles]
        self.alignedRight = alignedRight
    }

    package mutating func add(_ cells: [String]) { rows.append(cells) }

    /// Draws a line before the next row.
    mutating func addRule() { rules.insert(rows.count) }

    /// The table, a line break after every line.
    package var text: String {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
        let line = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        var text = ""
        for (index, row) in rows.enumerated() {
            if rules.contains(index) { text += line + "\n" }
            let cells = row.enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: widths[column] - cell.displayWidth)
                if alignedRight.contains(column) { return blanks + cell }
                return column == row.count - 1 ? cell : cell + blanks
            }
            text += cells.joined(separator: "  ") + "\n"
        }
        return text
    }
}
