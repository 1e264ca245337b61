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
    package var text: String { text(columns: nil) }

    /// The table, a line break after every line.
    ///
    /// - Parameter columns: the width of the terminal, into which the last column is wrapped; nil for none.
    package func text(columns: Int?) -> String {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
        // Where the last column begins.
        let indent = widths.dropLast().reduce(0) { $0 + $1 + 2 }
        let line = widths.enumerated().map { column, width in
            let room = column == widths.count - 1 ? columns.map { max(1, $0 - indent) } : nil
            return String(repeating: "─", count: min(width, room ?? width))
        }.joined(separator: "  ")
        var text = ""
        for (index, row) in rows.enumerated() {
            if rules.contains(index) { text += line + "\n" }
            let cells = row.enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: widths[column] - cell.displayWidth)
                if alignedRight.contains(column) { return blanks + cell }
                return column == row.count - 1 ? cell : cell + blanks
            }
            text += cells.joined(separator: "  ").wrapped(to: columns, indent: indent) + "\n"
        }
        return text
    }
}
