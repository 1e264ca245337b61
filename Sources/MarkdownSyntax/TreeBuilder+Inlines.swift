import Bitext
internal import CMD4C

extension TreeBuilder {
    mutating func enterSpan(
        _ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?, base: UnsafePointer<UInt8>
    ) {
        beginImplicitParagraph()
        let index = open(Self.kind(of: type))
        openInlines[Int(nodes[index].kind.rawValue)] += 1
        switch type {
        case MD_SPAN_A:
            openLinks += 1
            if let detail = detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee {
                addDestination(detail.href, title: detail.title, of: index, base: base)
            }
        case MD_SPAN_IMG:
            openLinks += 1
            if let detail = detail?.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee {
                addDestination(detail.src, title: detail.title, of: index, base: base)
            }
        default: break
        }
    }

    private mutating func addDestination(
        _ url: MD_ATTRIBUTE, title: MD_ATTRIBUTE, of index: Int, base: UnsafePointer<UInt8>
    ) {
        nodes[index].detail = Int32(destinations.count)
        var range: Range<Int>?
        if let at = offset(of: url.text, base: base), url.size > 0, at >= cursor {
            range = at..<at + Int(url.size)
        }
        // A reference has a few bytes, but its definition may have a million, so a page of references could fill the memory.
        // Once all destinations are 16 times as long as the page, further ones are empty (cmark has a limit, too).
        destinationBytes += Int(url.size) + Int(title.size)
        guard destinationBytes <= 16 * bytes.count + 1 << 20 else {
            return destinations.append(Destination(url: "", title: "", values: nil))
        }
        destinations.append(Destination(url: string(url, base: base), title: string(title, base: base), values: range))
    }

    /// The text of an attribute, with entities resolved.
    func string(_ attribute: MD_ATTRIBUTE, base: UnsafePointer<UInt8>) -> String {
        guard attribute.size > 0, let text = attribute.text else { return "" }
        let all = UnsafeRawBufferPointer(start: text, count: Int(attribute.size))
        guard let types = attribute.substr_types, let offsets = attribute.substr_offsets else {
            return String(decoding: all, as: UTF8.self)
        }
        let sign = tilde
        func restored(_ bytes: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
            bytes.map { $0 == sign ? UInt8(ascii: "~") : $0 }
        }
        // Nearly always the attribute is one piece of md4c's input.
        if types[0] == MD_TEXT_NORMAL, Int(offsets[1]) >= all.count {
            guard sign != nil else { return String(decoding: all, as: UTF8.self) }
            guard let start = offset(of: text, base: base), let end = offset(of: text + all.count, base: base) else {
                return String(decoding: restored(all[...]), as: UTF8.self)
            }
            return buffer.string(start..<max(start, end))
        }
        var result: [UInt8] = []
        var index = 0
        // md4c ends the offsets with the attribute's size.
        while Int(offsets[index]) < all.count {
            let part = all[Int(offsets[index])..<min(Int(offsets[index + 1]), all.count)]
            switch types[index] {
            case MD_TEXT_ENTITY: Array(part).withUnsafeBufferPointer { Entity.append($0, to: &result) }
            case MD_TEXT_NULLCHAR: result += [0xEF, 0xBF, 0xBD]
            default: result += sign == nil ? Array(part) : restored(part)
            }
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Ends the innermost open inline of a kind.
    ///
    /// md4c does not always report both ends of an inline (with autolinks on, for example for `http://a.o*]*`). An end
    /// without a beginning is ignored, and an inline without an end ends with its parent.
    mutating func leaveSpan(_ type: MD_SPANTYPE) {
        let kind = Self.kind(of: type)
        guard isInside(kind) else { return }
        while nodes[current].kind != kind { closeInline() }
        closeInline()
    }

    /// Ends all open inlines, before a block begins or ends.
    mutating func closeInlines() {
        while !nodes.isEmpty, nodes[current].kind.isInline { closeInline() }
    }

    private mutating func closeInline() {
        let index = current
        let kind = nodes[index].kind
        openInlines[Int(kind.rawValue)] -= 1
        if kind == .link || kind == .image { openLinks -= 1 }
        placeInline(index)
        recogniseInclude(index)
        current = Int(nodes[index].parentIndex)
    }

    private func isInside(_ kind: Node.Kind) -> Bool { openInlines[Int(kind.rawValue)] > 0 }

    private static func kind(of type: MD_SPANTYPE) -> Node.Kind {
        switch type {
        case MD_SPAN_STRONG: .strong
        case MD_SPAN_DEL: .strikethrough
        case MD_SPAN_CODE: .codeSpan
        case MD_SPAN_A: .link
        case MD_SPAN_IMG: .image
        default: .emphasis
        }
    }

    mutating func text(
        _ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int, base: UnsafePointer<UInt8>
    ) {
        let start = offset(of: text, base: base)
        if nodes[current].kind == .codeBlock {
            appendCode(text, size, at: start, to: offset(of: text.map { $0 + size }, base: base))
            return
        }
        beginImplicitParagraph()
        guard let start, size > 0 || type == MD_TEXT_BR || type == MD_TEXT_SOFTBR else {
            // Text in md4c's own memory is a line break or a NUL.
            if type == MD_TEXT_SOFTBR || type == MD_TEXT_BR {
                append(type == MD_TEXT_BR ? .lineBreak : .softBreak, cursor..<cursor)
            } else if type == MD_TEXT_NULLCHAR {
                append(.text, cursor..<cursor)
            } else if nodes[current].kind == .codeSpan, nodes[current].lastChildIndex >= 0 {
                append(.softBreak, cursor..<cursor)
            }
            return
        }
        if !unplaced.isEmpty { placeUnplaced(firstText: start) }
        let range = start..<(offset(of: text.map { $0 + size }, base: base) ?? start)
        switch type {
        case MD_TEXT_ENTITY: append(.entity, range)
        case MD_TEXT_HTML where nodes[current].kind != .htmlBlock:
            append(inlineHTMLKind(range), range)
            if nodes[current].kind == .tableCell, isListTag(range) { hasListTag = true }
        case MD_TEXT_NORMAL: appendTextWithDirectives(textStart(range)..<range.upperBound)
        default: append(.text, textStart(range)..<range.upperBound)
        }
        cursor = max(cursor, range.upperBound)
    }
}
