import Bitext
import Checklists

/// Writes a text with its formats as Markdown on one line: bold, code, links, and the paths of included files as code. All else is
/// text, as ``MarkdownText`` writes it.
struct FormattedMarkdown {
    let links: PageLinks
    /// In a table, a pipe ends the cell even in code.
    var isInTable = false

    /// A part of the text with one format.
    private struct Piece {
        var range: Range<Int>
        var isStrong = false
        var isCode = false
        var link: String?
        /// An included file. The range is empty.
        var include: String?

        func hasFormat(of other: Piece) -> Bool {
            isStrong == other.isStrong && isCode == other.isCode && link == other.link && include == other.include
        }
    }

    /// Adds a text.
    func append(_ text: UnsafeBufferPointer<UInt8>, _ formats: [TextFormat], to result: inout [UInt8]) {
        guard !formats.isEmpty else { return MarkdownText.appendInline(text, to: &result) }
        let pieces = pieces(of: text, formats)
        let begin = result.count
        var isBlank = false
        var open = Open()
        var codeEnd: Int?
        var includeEnd: Int?
        for (index, piece) in pieces.enumerated() {
            if piece.link != open.link?.destination || !piece.isStrong { open.closeStrong(&result) }
            if piece.link != open.link?.destination { open.closeLink(&result) }
            if let include = piece.include {
                if result.count > begin, let last = result.last, !" ([{".utf8.contains(last) {
                    result.append(UInt8(ascii: " "))
                }
                result += MarkdownText.codeSpan(include, isInTable: isInTable).utf8
                codeEnd = result.count
                includeEnd = result.count
                isBlank = false
                continue
            }
            if includeEnd == result.count {
                if !",.;:!?)]}".utf8.contains(text[piece.range.lowerBound]) { result.append(UInt8(ascii: " ")) }
                isBlank = false
            } else if isBlank || piece.range.lowerBound > 0 && Self.isBlank(text[piece.range.lowerBound - 1]) {
                if result.count > begin, result.last != UInt8(ascii: " ") { result.append(UInt8(ascii: " ")) }
                isBlank = false
            }
            if open.link == nil, let link = piece.link { open.openLink(link, &result) }
            if piece.isStrong, open.strong == nil {
                let end = pieces[index...].prefix { $0.isStrong && $0.link == piece.link }.endIndex
                let isLinkEnd = piece.link != nil && (end == pieces.count || pieces[end].link != piece.link)
                let isFlanked = isFlanked(from: piece, to: pieces[end - 1], text, isLinkEnd, result, begin)
                open.openStrong(isFlanked ? ("**", "**") : ("<strong>", "</strong>"), &result)
            }
            if piece.isCode {
                let code = code(text, piece.range)
                guard !code.isEmpty else { continue }
                // Two spans that touch would be one, or none.
                if codeEnd == result.count { result += "<!-- -->".utf8 }
                result += code.utf8
                codeEnd = result.count
            } else {
                MarkdownText.append(text, piece.range, from: begin, isBlank: &isBlank, to: &result)
            }
        }
        open.closeStrong(&result)
        open.closeLink(&result)
    }

    /// What is open, and where its content begins in the result.
    private struct Open {
        private(set) var link: (destination: String, start: Int)?
        private(set) var strong: (closing: String, opening: Int, start: Int)?

        mutating func openLink(_ destination: String, _ result: inout [UInt8]) {
            result.append(UInt8(ascii: "["))
            link = (destination, result.count)
        }

        mutating func closeLink(_ result: inout [UInt8]) {
            guard let link else { return }
            self.link = nil
            if result.count == link.start {
                result.removeLast()
            } else {
                result += "](\(link.destination))".utf8
            }
        }

        mutating func openStrong(_ marks: (String, String), _ result: inout [UInt8]) {
            result += marks.0.utf8
            strong = (marks.1, marks.0.utf8.count, result.count)
        }

        mutating func closeStrong(_ result: inout [UInt8]) {
            guard let strong else { return }
            self.strong = nil
            if result.count == strong.start {
                result.removeLast(strong.opening)
            } else {
                result += strong.closing.utf8
            }
        }
    }

    /// The parts of a text without the blanks at their ends. Parts of blanks are left out.
    private func pieces(of text: UnsafeBufferPointer<UInt8>, _ formats: [TextFormat]) -> [Piece] {
        parts(of: text, formats).compactMap { piece in
            guard piece.include == nil else { return piece }
            var range = piece.range
            while !range.isEmpty, case let blank = MarkdownText.blankLength(text, range.lowerBound), blank > 0 {
                range = min(range.lowerBound + blank, range.upperBound)..<range.upperBound
            }
            while !range.isEmpty, Self.isBlank(text[range.upperBound - 1]) {
                range = range.lowerBound..<range.upperBound - 1
            }
            guard !range.isEmpty else { return nil }
            var trimmed = piece
            trimmed.range = range
            return trimmed
        }
    }

    /// The text in parts, of which no two neighbours have the same format: formats may differ only in a link that is rejected.
    private func parts(of text: UnsafeBufferPointer<UInt8>, _ formats: [TextFormat]) -> [Piece] {
        var parts: [Piece] = []
        var end = 0
        func add(_ part: Piece) {
            guard !part.range.isEmpty else { return }
            if let last = parts.last, last.hasFormat(of: part) {
                parts[parts.count - 1].range = last.range.lowerBound..<part.range.upperBound
            } else {
                parts.append(part)
            }
        }
        for format in formats {
            let range = format.range.clamped(to: end..<max(end, text.count))
            add(Piece(range: end..<range.lowerBound))
            if let include = format.include {
                parts.append(Piece(range: range, include: include))
                end = range.upperBound
                continue
            }
            add(
                Piece(
                    range: range, isStrong: format.isStrong, isCode: format.isCode,
                    link: format.url.flatMap(links.destination)))
            end = max(end, range.upperBound)
        }
        add(Piece(range: end..<max(end, text.count)))
        return parts
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F }

    // MARK: Bold

    /// The kinds of characters that CommonMark knows beside delimiters (6.2).
    private enum Character {
        case blank, punctuation, other

        init(_ scalar: Unicode.Scalar?) {
            switch scalar?.properties.generalCategory {
            case nil, .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .blank
            case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
                .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
                self = .punctuation
            default: self = .other
            }
        }
    }

    /// Whether `**` around these pieces are delimiters for Markdown. If not, it needs tags.
    private func isFlanked(
        from first: Piece, to last: Piece, _ text: UnsafeBufferPointer<UInt8>, _ isLinkEnd: Bool, _ result: [UInt8],
        _ begin: Int
    ) -> Bool {
        let before = result.count > begin ? Self.lastScalar(of: result[begin...]) : nil
        let opens = first.isCode ? .punctuation : Character(MarkdownText.scalar(at: first.range.lowerBound, text))
        let closes = last.isCode ? .punctuation : Character(Self.lastScalar(of: text[..<last.range.upperBound]))
        let after = isLinkEnd ? .punctuation : Character(MarkdownText.scalar(at: last.range.upperBound, text))
        func holds(_ inside: Character, _ outside: Character) -> Bool {
            inside == .other || inside == .punctuation && outside != .other
        }
        return holds(opens, Character(before)) && holds(closes, after)
    }

    private static func lastScalar(of text: some BidirectionalCollection<UInt8>) -> Unicode.Scalar? {
        String(decoding: text.suffix(4), as: UTF8.self).unicodeScalars.last
    }

    // MARK: Code

    private func code(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        MarkdownText.codeSpan(String(decoding: text[range], as: UTF8.self), isInTable: isInTable)
    }
}
