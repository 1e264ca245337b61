import Bitext

/// Microsoft's extensions of Markdown, recognised in finished CommonMark blocks: alerts, includes, directives in brackets
/// (`[!div …]`, `[!VIDEO …]`, `[!code-…]`), triple colons and tabs.
extension TreeBuilder {
    // MARK: Alerts

    /// Turns a quote into an alert if it begins with `[!NOTE]` or another alert keyword, in any case.
    mutating func recogniseAlert(_ quote: Int) {
        let first = Int(nodes[quote].firstChildIndex)
        guard first > 0, nodes[first].kind == .paragraph,
            let keyword = bracketKeyword(at: contentStart(of: first)),
            let alert = AlertKind.allCases.firstIndex(where: { alert in
                keyword.name.count == alert.rawValue.utf8.count
                    && zip(keyword.name, alert.rawValue.utf8).allSatisfy { buffer[$0].asciiLowercased == $1 }
            }),
            // `[!NOTE]` without arguments; with some it is no alert.
            keyword.name.upperBound + 1 == keyword.range.upperBound
        else { return }
        nodes[quote].kind = .alert
        nodes[quote].value = Int32(alert)
        hide(upTo: keyword.range.upperBound, in: first)
    }

    // MARK: Directives

    /// Turns `[!name …]` at the beginning of a paragraph, and its lines that begin with `:::`, into directives.
    mutating func recogniseDirectives(_ paragraph: Int) {
        guard nodes[paragraph].firstChildIndex >= 0 else { return }
        let start = contentStart(of: paragraph)
        if let keyword = bracketKeyword(at: start), isDirective(keyword.name) {
            hide(upTo: keyword.range.upperBound, in: paragraph)
        }
        recogniseTripleColons(paragraph)
        if !mkDocsMarkers.isEmpty { recogniseMkDocsMarker(paragraph) }
    }

    /// Turns `!!! note "` and the quote after the title into directives. The title is text.
    private mutating func recogniseMkDocsMarker(_ paragraph: Int) {
        let start = Int(nodes[paragraph].lower)
        let line = buffer.trimmed(start..<lineEnd(of: start))
        guard let marker = MkDocsMarker(line, in: buffer), isMkDocsMarker(start) else { return }
        let last = Int(nodes[paragraph].lastChildIndex)
        if marker.title != nil, last >= 0, nodes[last].kind == .text, Int(nodes[last].upper) == line.upperBound {
            if nodes[last].range.count == 1 { makeDirective(last) } else { nodes[last].upper -= 1 }
        }
        hide(upTo: marker.title?.lowerBound ?? line.upperBound, in: paragraph)
    }

    /// Whether a marker of MkDocs begins at an offset. A page can have one for each paragraph, so they are not searched one
    /// by one.
    private func isMkDocsMarker(_ offset: Int) -> Bool {
        let index = mkDocsMarkers.partitioningIndex { $0 >= offset }
        return index < mkDocsMarkers.count && mkDocsMarkers[index] == offset
    }

    private func isDirective(_ name: Range<Int>) -> Bool {
        for known: StaticString in ["div", "video", "code", "column", "row"]
        where buffer.hasIgnoringCase(known, at: name.lowerBound)
            && (name.count == known.utf8CodeUnitCount
                || buffer[name.lowerBound + known.utf8CodeUnitCount] == UInt8(ascii: "-"))
        {
            return true
        }
        return false
    }

    /// The ranges of the name in `[!NAME …]` at `offset`, and of the whole, which ends on its line and may contain brackets.
    private func bracketKeyword(at offset: Int) -> (name: Range<Int>, range: Range<Int>)? {
        guard buffer.has("[!", at: offset), offset == 0 || buffer[offset - 1] != UInt8(ascii: "\\") else { return nil }
        var end = offset + 2
        while end < buffer.count, buffer[end].isASCIILetter || buffer[end] == UInt8(ascii: "-") { end += 1 }
        let name = offset + 2..<end
        guard !name.isEmpty else { return nil }
        var depth = 1
        while end < buffer.count, buffer[end] != UInt8(ascii: "\n") {
            if buffer[end] == UInt8(ascii: "[") { depth += 1 }
            if buffer[end] == UInt8(ascii: "]") {
                depth -= 1
                if depth == 0 { return (name, offset..<end + 1) }
            }
            end += 1
        }
        return nil
    }

    /// The first byte of a paragraph's inline content.
    private func contentStart(of paragraph: Int) -> Int {
        let first = nodes[paragraph].firstChildIndex
        return first < 0 ? Int(nodes[paragraph].lower) : Int(nodes[Int(first)].lower)
    }

    /// Turns a paragraph's inlines up to `end`, and the line break after them, into directives. Included files stay.
    private mutating func hide(upTo end: Int, in paragraph: Int) {
        var child = nodes[paragraph].firstChildIndex
        while child >= 0 {
            let index = Int(child)
            child = nodes[index].nextSiblingIndex
            if Int(nodes[index].upper) <= end {
                if nodes[index].kind != .include { makeDirective(index) }
            } else if Int(nodes[index].lower) < end, nodes[index].kind == .text {
                nodes[index].lower = Int32(min(skipBlanks(end), Int(nodes[index].upper)))
                return
            } else {
                if nodes[index].kind == .softBreak || nodes[index].kind == .lineBreak { makeDirective(index) }
                return
            }
        }
    }

    private mutating func makeDirective(_ index: Int) {
        nodes[index].kind = .directive
        nodes[index].firstChildIndex = -1
        nodes[index].lastChildIndex = -1
    }

    /// Turns lines that begin with `:::` into directives. `:::image …:::` and `:::code …:::` may span several lines, up to
    /// the closing `:::`. An image becomes an image node with the alternative text as its only child.
    private mutating func recogniseTripleColons(_ paragraph: Int) {
        var child = nodes[paragraph].firstChildIndex
        var isLineStart = true
        while child >= 0 {
            let index = Int(child)
            child = nodes[index].nextSiblingIndex
            let kind = nodes[index].kind
            let isBreak =
                kind == .softBreak || kind == .lineBreak || (kind == .directive && nodes[index].range.values.isEmpty)
            guard isLineStart, kind == .text, buffer.has(":::", at: Int(nodes[index].lower)),
                // `:::no-loc text="…":::` is text in a sentence that must not be translated.
                !buffer.has("no-loc", at: skipBlanks(Int(nodes[index].lower) + 3))
            else {
                isLineStart = isBreak || (kind == .directive && isLineStart)
                continue
            }
            let start = Int(nodes[index].lower)
            var end = min(lineEnd(of: start), Int(nodes[paragraph].upper))
            let name = skipBlanks(start + 3)
            let isImage = buffer.has("image", at: name)
            if isImage || buffer.has("code", at: name), buffer.firstOffset(of: ":::", from: name, to: end) == nil,
                let close = buffer.firstOffset(of: ":::", from: name, to: Int(nodes[paragraph].upper))
            {
                end = close + 3
            }
            makeDirective(index)
            while child >= 0, Int(nodes[Int(child)].lower) < end {
                makeDirective(Int(child))
                child = nodes[Int(child)].nextSiblingIndex
            }
            nodes[index].upper = Int32(end)
            if isImage { makeImage(index, from: name + 5, to: end) }
            isLineStart = false
        }
    }

    mutating func makeImage(_ index: Int, from start: Int, to end: Int) {
        guard let source = attributeValue("source=", in: start..<end) else { return }
        nodes[index].kind = .image
        nodes[index].detail = Int32(destinations.count)
        destinations.append(Destination(url: buffer.string(source), title: "", values: source))
        guard let alt = attributeValue("alt-text=", in: start..<end) else { return }
        let outer = current
        current = index
        append(.text, alt)
        current = outer
    }

    /// The value of a quoted attribute.
    func attributeValue(_ name: StaticString, in range: Range<Int>) -> Range<Int>? {
        guard let at = buffer.firstOffset(of: name, from: range.lowerBound, to: range.upperBound) else { return nil }
        let start = at + name.utf8CodeUnitCount
        guard start < range.upperBound, buffer[start] == UInt8(ascii: "\"") || buffer[start] == UInt8(ascii: "'"),
            let close = buffer.firstOffset(of: buffer[start], from: start + 1, to: range.upperBound)
        else { return nil }
        return start + 1..<close
    }

    // MARK: Includes

    /// Turns the link of `[!INCLUDE [title](path)]` or `[!code-powershell[name](path)]` into an include, and removes `[!…`
    /// before it. ``textStart(_:)`` removes the bracket after it.
    mutating func recogniseInclude(_ link: Int) {
        guard nodes[link].kind == .link, nodes[link].lower > 2 else { return }
        var end = Int(nodes[link].lower)
        while end > 0, buffer[end - 1] == UInt8(ascii: " ") { end -= 1 }
        var start = end
        while start > 0, end - start < 40, buffer[start - 1].isASCIILetter || buffer[start - 1] == UInt8(ascii: "-") {
            start -= 1
        }
        guard start >= 2, buffer.has("[!", at: start - 2),
            buffer.hasIgnoringCase("include", at: start) && end - start == 7
                || buffer.hasIgnoringCase("code", at: start)
        else { return }
        nodes[link].kind = .include
        // Text before the link is the node before the link's, as text has no children. It ends where the bracket begins.
        let before = link - 1
        if before > 0, nodes[before].kind == .text, nodes[before].parentIndex == nodes[link].parentIndex,
            Int(nodes[before].upper) > start - 2
        {
            nodes[before].upper = Int32(max(Int(nodes[before].lower), start - 2))
        }
    }

    /// Where a text begins: after the closing bracket of an include, if the text follows one.
    @inline(__always)
    func textStart(_ range: Range<Int>) -> Int {
        let last = nodes[current].lastChildIndex
        guard last >= 0, nodes[Int(last)].kind == .include, buffer[range.lowerBound] == UInt8(ascii: "]") else {
            return range.lowerBound
        }
        return range.lowerBound + 1
    }

    // MARK: Tabs

    /// Turns a heading into a tab if it has only a link to `#tab/…`.
    mutating func recogniseTab(_ heading: Int) {
        var child = nodes[heading].firstChildIndex
        var link = -1
        while child >= 0 {
            let index = Int(child)
            child = nodes[index].nextSiblingIndex
            switch nodes[index].kind {
            case .link where link < 0: link = index
            case .htmlInline: continue
            case .text where buffer.trimmed(nodes[index].range.values).isEmpty: continue
            default: return
            }
        }
        guard link >= 0, destinations[Int(nodes[link].detail)].url.hasPrefix("#tab/") else { return }
        nodes[heading].kind = .tab
        nodes[heading].detail = nodes[link].detail
    }

    // MARK: Inline HTML

    /// Whether an HTML tag in a paragraph is a line break or another tag.
    func inlineHTMLKind(_ range: Range<Int>) -> Node.Kind {
        if buffer.hasIgnoringCase("<br", at: range.lowerBound), range.count >= 4,
            !buffer[range.lowerBound + 3].isASCIIAlphanumeric
        {
            return .lineBreak
        }
        return .htmlInline
    }
}
