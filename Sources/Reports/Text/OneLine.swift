extension String {
    /// The text on one line, with one blank for each run of blanks.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    var trimmingBlanksAtEnd: Substring {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
