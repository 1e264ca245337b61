import Bitext

/// A command to the system that publishes a page, in the text of a segment.
///
/// DocFX and Microsoft's Markdown have `[!INCLUDE [title](path)]`, `[!VIDEO url]`, `[!code-csharp[name](path)]` and
/// `:::image source="…" alt-text="…":::`, and Adobe's has `[!DNL Target]` around a name. Other generators have
/// `{{< ref "page" >}}`, `{% include note.html %}`, `{{ variable }}` and `:::note`, and files of messages have `%(name)s` and
/// `${name}`.
struct PublishingDirective {
    enum Kind { case bracket, colons, braces, variable }

    let kind: Kind
    /// Its name in lower case: `include`, `image`, `ref`.
    let name: String
    /// Of the whole directive, in the bytes that were searched.
    let range: Range<Int>
    /// What both sides must have in common: everything but blanks and the parts that are translated, such as alternative
    /// texts. Locales in addresses make no difference.
    let key: String
    /// The part that identifies it, such as its path; to look for what is left of a broken one.
    let core: String

    /// Whether the case of its letters makes a difference: `%(name)s` and `%(Name)s` are two variables.
    var isVariable: Bool { name == "variable" }

    /// The directives in a text, in order.
    static func find(in text: ArraySlice<UInt8>) -> [PublishingDirective] {
        text.withUnsafeBufferPointer { buffer in
            var found: [PublishingDirective] = []
            var scanner = DirectiveScanner(buffer)
            while let next = scanner.next(origin: text.startIndex) { found.append(next) }
            return found
        }
    }

    /// The places where a directive may begin, in order. Much faster than ``find(in:)``.
    static func places(in text: Bytes) -> [Int] {
        var places: [Int] = []
        for beginning in beginnings {
            var start = 0
            while let next = text.firstOffset(of: beginning.text, anchor: beginning.anchor, from: start) {
                places.append(next)
                start = next + 1
            }
        }
        return places.sorted()
    }

    /// How directives begin, with the index of the byte that is rarer in other text.
    private static let beginnings: [(text: StaticString, anchor: Int)] = [
        ("[!", 1), (":::", 2), ("{{", 0), ("{%", 0), ("${", 0), ("%(", 0),
    ]
}

/// Finds the directives of a text, from its beginning to its end.
private struct DirectiveScanner {
    private let text: Bytes
    private var offset = 0
    /// No directive of a real page is longer.
    private static let maxLength = 1024

    init(_ text: Bytes) { self.text = text }

    mutating func next(origin: Int) -> PublishingDirective? {
        while offset + 1 < text.count {
            let start = offset
            offset += 1
            // The other signs are read before Markdown is.
            if text[start].isOne(of: "[:"), isEscaped(start) { continue }
            let found: PublishingDirective? =
                switch (text[start], text[start + 1]) {
                case (UInt8(ascii: "["), UInt8(ascii: "!")): bracket(start, origin)
                case (UInt8(ascii: ":"), UInt8(ascii: ":")): colons(start, origin)
                case (UInt8(ascii: "{"), UInt8(ascii: "{")), (UInt8(ascii: "{"), UInt8(ascii: "%")):
                    braces(start, origin)
                case (UInt8(ascii: "$"), UInt8(ascii: "{")), (UInt8(ascii: "%"), UInt8(ascii: "(")):
                    variable(start, origin)
                default: nil
                }
            if let found {
                offset = found.range.upperBound - origin
                return found
            }
        }
        return nil
    }

    /// Whether an odd number of backslashes is before a byte, which makes text of it.
    private func isEscaped(_ index: Int) -> Bool {
        var start = index
        while start > 0, text[start - 1] == UInt8(ascii: "\\") { start -= 1 }
        return (index - start) % 2 == 1
    }

    private func directive(
        _ kind: PublishingDirective.Kind, _ name: String, _ range: Range<Int>, _ origin: Int, key: String, core: String
    ) -> PublishingDirective {
        PublishingDirective(
            kind: kind, name: name, range: range.lowerBound + origin..<range.upperBound + origin,
            key: "\(kind) \(name) \(key)", core: core)
    }

    private func string(_ range: Range<Int>) -> String { text.string(range) }

    private func end(of name: Int) -> Int {
        var end = name
        while end < text.count, text[end].isASCIIAlphanumeric || text[end].isOne(of: "-_.") { end += 1 }
        return end
    }

    private func afterBlanks(_ start: Int) -> Int {
        var end = start
        while end < text.count, text[end].isASCIIBlank { end += 1 }
        return end
    }

    // MARK: [!INCLUDE [title](path)]

    private static let bracketNames: Set<String> = ["include", "video", "div", "code", "dnl"]

    private func bracket(_ start: Int, _ origin: Int) -> PublishingDirective? {
        let nameEnd = end(of: start + 2)
        let name = string(start + 2..<nameEnd).lowercased()
        guard Self.bracketNames.contains(name) || name.hasPrefix("code-"),
            let close = closingBracket(from: nameEnd)
        else { return nil }
        let inside = nameEnd..<close
        let range = start..<close + 1
        if name == "dnl" {
            let words = string(inside).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return words.isEmpty ? nil : directive(.bracket, name, range, origin, key: words, core: words)
        }
        guard name == "include" || name.hasPrefix("code") else {
            let words = inside.isEmpty ? "" : LinkKey(Attributes.plain(string(inside))).addressWithFragment
            return directive(.bracket, name, range, origin, key: words, core: words)
        }
        // The title in brackets is not shown.
        guard let path = linkPath(in: inside) else { return nil }
        let destination = string(path)
        let key = LinkKey(destination).addressWithFragment
        return directive(.bracket, name, range, origin, key: key, core: destination)
    }

    /// The bracket that closes the one before `start`.
    private func closingBracket(from start: Int) -> Int? {
        var depth = 1
        for index in start..<min(text.count, start + Self.maxLength) {
            if text[index] == UInt8(ascii: "[") { depth += 1 }
            if text[index] == UInt8(ascii: "]") {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }

    /// The path of `[title](path)`, which is all that a range has besides blanks.
    private func linkPath(in range: Range<Int>) -> Range<Int>? {
        let start = afterBlanks(range.lowerBound)
        guard start < range.upperBound, text[start] == UInt8(ascii: "["),
            let middle = text.firstOffset(of: "](", from: start, to: range.upperBound),
            let end = range.last(where: { !text[$0].isASCIIBlank }), text[end] == UInt8(ascii: ")"), end >= middle + 2
        else { return nil }
        return middle + 2..<end
    }

    // MARK: :::image source="…":::

    private static let colonNames: Set<String> = [
        "no-loc", "image", "image-end", "code", "video", "zone", "zone-end", "moniker", "moniker-end", "row", "row-end",
        "column", "column-end", "form",
    ]

    /// The boxes of Docusaurus and others: `:::note`.
    private static let admonitions: Set<String> = [
        "note", "tip", "info", "warning", "danger", "caution", "important", "success", "hint", "details",
    ]

    private func colons(_ start: Int, _ origin: Int) -> PublishingDirective? {
        guard text.has(":::", at: start) else { return nil }
        let nameStart = afterBlanks(start + 3)
        let nameEnd = end(of: nameStart)
        let name = string(nameStart..<nameEnd).lowercased()
        if Self.admonitions.contains(name) {
            // The title after the name is translated.
            let isLineStart = start == 0 || text[start - 1] == UInt8(ascii: "\n")
            return isLineStart && nameStart <= start + 4
                ? directive(.colons, name, start..<nameEnd, origin, key: "", core: "") : nil
        }
        guard Self.colonNames.contains(name) else { return nil }
        let limit = min(text.count, nameEnd + Self.maxLength)
        let close = text.firstOffset(of: ":::", from: nameEnd, to: limit)
        let lineEnd = text.firstOffset(of: UInt8(ascii: "\n"), from: nameEnd, to: limit) ?? limit
        // `::: moniker range="…"` needs no colons at its end.
        let needsClose = name == "no-loc" || name == "image"
        guard close != nil || !needsClose else { return nil }
        let inside = nameEnd..<(needsClose ? close ?? lineEnd : min(close ?? lineEnd, lineEnd))
        let end = close.map { $0 == inside.upperBound ? $0 + 3 : inside.upperBound } ?? inside.upperBound
        let attributes = Attributes(string(inside))
        return directive(
            .colons, name, start..<end, origin, key: attributes.key(translated: Attributes.translatedInColons),
            core: attributes.core)
    }

    // MARK: {{< ref "page" >}}, {% include note.html %}, {{ variable }}

    private func braces(_ start: Int, _ origin: Int) -> PublishingDirective? {
        let limit = min(text.count, start + Self.maxLength)
        let isLiquid = text[start + 1] == UInt8(ascii: "%")
        guard
            let close = isLiquid
                ? text.firstOffset(of: "%}", from: start + 2, to: limit)
                : text.firstOffset(of: "}}", from: start + 2, to: limit)
        else { return nil }
        let inside = string(start + 2..<close)
        let content = inside.trimmingWhitespace()
        guard let first = content.unicodeScalars.first, !content.utf8.contains(0x7B) else { return nil }
        let isShortcode = !isLiquid && (first == "<" || first == "%")
        // Hugo does not read `{{ < ref "a" > }}`.
        if isShortcode, text[start + 2].isASCIIBlank || text[close - 1].isASCIIBlank { return nil }
        guard isLiquid || isShortcode || first.properties.isAlphabetic || "._$@#>/&^!-".unicodeScalars.contains(first)
        else { return nil }
        if !isLiquid && !isShortcode {
            let key = content.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let end = content.contains(" ") || inside != content ? endOfDestination(start, after: close + 2) : nil
            guard let end else {
                return directive(.braces, "variable", start..<close + 2, origin, key: key, core: key)
            }
            let path = string(close + 2..<end)
            return directive(
                .braces, "variable", start..<end, origin, key: "\(key) \(LinkKey(path).address)", core: path)
        }
        // `{{<ref "a">}}` needs no blanks.
        let attributes = Attributes(isShortcode ? String(content.dropFirst().dropLast()) : content)
        return directive(
            .braces, isLiquid ? "tag" : "shortcode", start..<close + 2, origin,
            key: attributes.key(translated: Attributes.translatedInBraces), core: attributes.core)
    }

    /// Where the destination of a link ends that begins with a variable: `[relay]({{ site.baseurl }}/relay/)`. Because of the
    /// blanks, Markdown reads no link. nil if the variable is not the beginning of a destination.
    private func endOfDestination(_ start: Int, after close: Int) -> Int? {
        guard start >= 2, text.has("](", at: start - 2) else { return nil }
        var end = close
        while end < text.count, !text[end].isASCIIBlank, !text[end].isOne(of: ")#?{") { end += 1 }
        return end < text.count && end > close && !text[end].isASCIIBlank ? end : nil
    }

    // MARK: %(name)s, ${name}

    private func variable(_ start: Int, _ origin: Int) -> PublishingDirective? {
        let isPercent = text[start] == UInt8(ascii: "%")
        let limit = min(text.count, start + 128)
        guard
            let close = text.firstOffset(
                of: isPercent ? UInt8(ascii: ")") : UInt8(ascii: "}"), from: start + 2, to: limit),
            close > start + 2
        else { return nil }
        // What follows the end of a formula is no variable: `$${\sum_k`.
        if !isPercent, text[start + 2..<close].contains(UInt8(ascii: "\\")) { return nil }
        var end = close + 1
        if isPercent {
            guard end < text.count, text[end].isOne(of: "sdifr"),
                !(end + 1 < text.count && text[end + 1].isASCIILetter),
                !(start + 2..<close).contains(where: { text[$0].isASCIIBlank })
            else { return nil }
            end += 1
        }
        let key = string(start..<end)
        return directive(.variable, "variable", start..<end, origin, key: key, core: key)
    }
}

/// The words and attributes of a directive: `type="icon" source="save.png"`.
private struct Attributes {
    private var parts: [(name: String, value: String)] = []

    /// Attributes whose value is translated.
    static let translatedInColons: Set<String> = ["alt-text", "title"]
    static let translatedInBraces: Set<String> = [
        "alt", "title", "caption", "text", "label", "description", "summary", "header", "heading", "content", "tooltip",
        "placeholder", "attr", "name", "message", "aria-label",
    ]

    init(_ text: String) {
        let bytes = Array(text.replacing("&quot;", with: "\"").utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index].isASCIIBlank {
                index += 1
                continue
            }
            var name: [UInt8] = []
            while index < bytes.count, !bytes[index].isASCIIBlank, bytes[index] != UInt8(ascii: "="),
                bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'")
            {
                name.append(bytes[index])
                index += 1
            }
            var value: [UInt8] = []
            if index < bytes.count, bytes[index] == UInt8(ascii: "=") { index += 1 }
            if index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
                let quote = bytes[index]
                index += 1
                value.append(UInt8(ascii: "\""))
                while index < bytes.count, bytes[index] != quote {
                    value.append(bytes[index])
                    index += 1
                }
                index += 1
            } else {
                while index < bytes.count, !bytes[index].isASCIIBlank {
                    value.append(bytes[index])
                    index += 1
                }
            }
            parts.append(
                (String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
        }
    }

    /// The text without quotes, with single blanks.
    static func plain(_ text: String) -> String {
        text.split { $0.isWhitespace || $0 == "\"" || $0 == "'" }.joined(separator: " ")
    }

    /// What both sides must have in common.
    func key(translated: Set<String>) -> String {
        var named: [String] = []
        var others: [String] = []
        for (name, value) in parts {
            if value.isEmpty {
                others.append(name)
            } else if name.isEmpty {
                // A quoted text without a name is translated if it is words.
                others.append(value.contains(" ") ? "\"…\"" : value)
            } else {
                let name = name.lowercased()
                named.append("\(name)=\(translated.contains(name) ? "…" : LinkKey(value).addressWithFragment)")
            }
        }
        return (others + named.sorted()).joined(separator: " ")
    }

    /// The longest value that is not translated.
    var core: String {
        parts.filter { !Self.translatedInColons.contains($0.name.lowercased()) }
            .map { $0.value.first == "\"" ? String($0.value.dropFirst()) : $0.value }
            .max { $0.utf8.count < $1.utf8.count } ?? ""
    }
}

extension LinkKey {
    /// The normalized destination with its fragment.
    fileprivate var addressWithFragment: String { fragment.isEmpty ? address : "\(address)#\(fragment)" }
}
