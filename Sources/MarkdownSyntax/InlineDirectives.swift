import Bitext

/// The directives with triple colons that are part of a line of text: `:::no-loc text="Relay":::`, which shows its text and
/// keeps it from being translated, and `:::image type="icon" source="save.png":::`.
extension TreeBuilder {
    /// Appends text, with the directives in it. Those that span several lines are found when their paragraph ends.
    mutating func appendTextWithDirectives(_ range: Range<Int>) {
        var start = range.lowerBound
        var searchFrom = start
        while hasTripleColons, let colons = buffer.firstOffset(of: ":::", from: searchFrom, to: range.upperBound) {
            searchFrom = colons + 3
            guard let directive = inlineDirective(at: colons, to: range.upperBound) else { continue }
            appendPlainText(start..<colons)
            switch directive.kind {
            case .text(let text):
                append(.directive, colons..<text.lowerBound)
                append(.text, text)
                append(.directive, text.upperBound..<directive.end)
            case .image(let nameEnd):
                makeImage(append(.directive, colons..<directive.end), from: nameEnd, to: directive.end)
            }
            start = directive.end
            searchFrom = start
        }
        appendPlainText(start..<range.upperBound)
    }

    private mutating func appendPlainText(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        if openLinks == 0 { appendText(range) } else { append(.text, range) }
    }

    private enum InlineDirective {
        /// The range of the text that the reader sees.
        case text(Range<Int>)
        /// Where its attributes begin.
        case image(Int)
    }

    /// The directive that begins at `colons`, and its end; nil if none does, or if it does not end before `limit`.
    private func inlineDirective(at colons: Int, to limit: Int) -> (kind: InlineDirective, end: Int)? {
        let name = skipBlanks(colons + 3)
        let isText = buffer.has("no-loc", at: name)
        guard isText || buffer.has("image", at: name) else { return nil }
        let nameEnd = name + (isText ? 6 : 5)
        // `:::image-end:::` is another one.
        guard nameEnd < limit, buffer[nameEnd].isASCIIBlank,
            let close = buffer.firstOffset(of: ":::", from: nameEnd, to: limit)
        else { return nil }
        if !isText { return (.image(nameEnd), close + 3) }
        guard let text = attributeValue("text=", in: nameEnd..<close), !text.isEmpty else { return nil }
        return (.text(text), close + 3)
    }
}
