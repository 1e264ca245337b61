extension String {
    /// The text without the blanks at its end.
    var trimmingBlanksAtEnd: Substring {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
