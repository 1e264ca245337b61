import Bitext
import ParsedBitext

/// Targets that end in another punctuation mark than their source, or in none.
struct EndPunctuation: SegmentRule {
    static let description = RuleDescription(
        "end-punctuation", .warning, .punctuation,
        "The target ends in another punctuation mark than the source, or in none.",
        discussion: """
            If the source ends in a full stop, a colon, a question mark or an exclamation mark, the target should end in
            the same mark of its language (`。`, `：`, `؟`). A missing full stop is a warning if the other sentences of
            the paragraph have one; in lists and tables it may be correct. A missing colon is also a warning. Other
            differences are a note, as languages differ in titles, labels and lead-ins. A sentence that goes on in the next
            segment is ignored. Add or correct the mark.
            """,
        bad: .init("Run this command:", "Exécutez cette commande"),
        good: .init("Run this command:", "Exécutez cette commande :"),
        precision:
            """
            10 of 11 on pages of seven locales that nobody had read (30 November 2026), before the rule was \
            improved
            """
    )
    static let appliesTo = SegmentContents.words

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard pair.tokenCount(.source) >= 3 else { return }
        // The fast path: most segments end in a full stop on both sides.
        if pair.lastByte(.source) == UInt8(ascii: "."), pair.lastByte(.target) == UInt8(ascii: ".") { return }
        let source = Ending(pair.text(.source))
        guard source.sign != .none, !source.isAbbreviation else { return }
        let target = Ending(pair.text(.target))
        if source.sign == .stop, goesOn(pair) { return }
        guard target.sign != source.sign, !target.isOpen, !target.agrees(with: source, pair.language) else {
            // A Japanese lead-in that is a sentence should end in a mark.
            guard source.sign == .colon, target.sign == .none, pair.language.code == "ja", endsSentence(pair)
            else { return }
            return addFinding(pair, source, target, .note, &report)
        }
        let isLost = isLost(pair, source, target)
        // Languages without spaces between words have no full stop in cells, items and titles.
        guard isLost || source.sign != .stop || target.sign != .none || endsSentence(pair) else { return }
        addFinding(pair, source, target, isLost ? .warning : .note, &report)
    }

    private func addFinding(
        _ pair: SegmentPair, _ source: Ending, _ target: Ending, _ severity: Finding.Severity, _ report: inout Report
    ) {
        let found = target.sign == .none ? "does not" : "in “\(target.sign.rawValue)”"
        let text = pair.text(.target)
        var start = max(text.startIndex, text.endIndex - 1)
        while start > text.startIndex, text[start].isUTF8Continuation { start -= 1 }
        report.add(
            "source ends in “\(source.sign.rawValue)”, target \(found)", in: pair, .target,
            pair.sideRange(TextRange(start..<text.endIndex), .target),
            evidence: .init(source: source.sign.rawValue, target: target.sign.rawValue),
            severity: severity)
    }

    /// Whether a sign is missing that a translation of this segment should have.
    private func isLost(_ pair: SegmentPair, _ source: Ending, _ target: Ending) -> Bool {
        guard target.sign == .none, !endsInImage(pair), !endsCell(pair) else { return false }
        switch source.sign {
        // "To start the relay:" can become a title, and a title needs no colon.
        case .colon:
            return !pair.language.isUnspaced && pair.tokens(.source).first?.hash != Self.to && !pair.isHeading
        case .stop:
            // In German, a short instruction can become a fragment without a full stop: "Hochladen eines Bilds".
            let minLength = pair.language.code == "de" ? 11 : 4
            return pair.tokens(.source).count >= minLength && endsSentence(pair) && isAmongSentences(pair)
        default: return false
        }
    }

    private static let to = Token.hash(of: "to")

    /// Whether the source ends in an image. Few readers see its alternative text.
    private func endsInImage(_ pair: SegmentPair) -> Bool {
        guard let last = pair.elements(.source).last, last.kind == .image else { return false }
        return last.textRange.upperBound.value == pair.text(.source).endIndex
    }

    /// Whether a table cell, or a line in it, ends after the segment.
    private func endsCell(_ pair: SegmentPair) -> Bool {
        let side = pair.tokenized.bitext[.target]
        guard let end = pair.tokenized.bitext.segments[pair.index].target?.range.upperBound,
            end < side.range.upperBound, side.segment(at: end) == nil
        else { return false }
        let rest = side[end..<side.runEnd(side.runIndex(at: end))].drop { $0 == 0x20 }
        return rest.first == UInt8(ascii: "|") || rest.first == UInt8(ascii: "<")
    }

    /// Whether the target ends like a sentence. Japanese sentences end in hiragana; titles and cells end in nouns in
    /// Chinese characters or katakana. False for the other languages without spaces between words. True for all others.
    private func endsSentence(_ pair: SegmentPair) -> Bool {
        let language = pair.language
        guard language.isUnspaced else { return true }
        guard language.code == "ja" else { return false }
        let end = pair.text(.target).suffix(3)
        return end.count == 3 && end.withUnsafeBufferPointer { (0x3041...0x3096).contains($0.scalar(at: 0, 3).value) }
    }

    /// Whether the sentence goes on in the next segment: two sentences became one, or the dot of an abbreviation (“No.”) was taken
    /// for the end.
    private func goesOn(_ pair: SegmentPair) -> Bool {
        guard isNeighbour(pair.index + 1, of: pair) else { return false }
        let next = SegmentPair(pair.tokenized, index: pair.index + 1)
        let first = firstLetter(next.text(.target))
        return first?.isLowercase ?? false || firstLetter(next.text(.source))?.isLowercase ?? false
            || !(first?.isUppercase ?? false) && isUnfinished(pair.text(.target), pair.language)
    }

    /// Whether a text ends in a comma, an opening bracket or, in Korean, in an ending that joins sentences.
    private func isUnfinished(_ text: ArraySlice<UInt8>, _ language: Language) -> Bool {
        let last = String(decoding: text.suffix(16), as: UTF8.self).unicodeScalars.last { !$0.properties.isWhitespace }
        guard let last else { return false }
        return ",(，、（،".unicodeScalars.contains(last)
            || language.code == "ko" && "며고나만서데니면자여어아라".unicodeScalars.contains(last)
    }

    /// The properties of the first character, or of the one after an opening bracket.
    private func firstLetter(_ text: ArraySlice<UInt8>) -> Unicode.Scalar.Properties? {
        let start = text.drop { $0.isASCIIBlank || $0 == UInt8(ascii: "(") }.prefix(4)
        return start.withUnsafeBufferPointer { start in
            start.isEmpty ? nil : Unicode.Scalar(start.scalar(at: 0, start.count).value)?.properties
        }
    }

    /// Whether a segment with both variants is before or after this one in the same paragraph, with a space between them.
    private func isNeighbour(_ other: Int, of pair: SegmentPair) -> Bool {
        let segments = pair.tokenized.bitext.segments
        guard segments.indices.contains(other), segments.indices.contains(pair.index),
            pair.tokenized.contents[other].contains(.isPaired),
            let end = segments[min(other, pair.index)].target?.range.upperBound,
            let start = segments[max(other, pair.index)].target?.range.lowerBound, start > end, start - end <= 2
        else { return false }
        return pair.tokenized.bitext[.target][end..<start].allSatisfy { $0 == 0x20 }
    }

    /// Whether the previous or the next sentence of the same paragraph has a full stop on both sides. Not so in lists
    /// and tables, where translators may omit the full stop.
    private func isAmongSentences(_ pair: SegmentPair) -> Bool {
        [pair.index - 1, pair.index + 1].contains { other in
            guard isNeighbour(other, of: pair) else { return false }
            let neighbour = SegmentPair(pair.tokenized, index: other)
            return Ending(neighbour.text(.source)).sign == .stop && Ending(neighbour.text(.target)).sign == .stop
        }
    }

    /// The end of a variant.
    private struct Ending {
        enum Sign: String {
            case none = ""
            case stop = "."
            case colon = ":"
            case question = "?"
            case exclamation = "!"
            case semicolon = ";"
            case ellipsis = "…"
        }

        var sign = Sign.none
        /// Whether the text is empty or ends in markup.
        var isOpen = false
        /// Whether it ends in "e.g." or "U.S.", whose last dot may not be a full stop.
        var isAbbreviation = false

        init(_ text: ArraySlice<UInt8>) {
            var text = text
            // Closing brackets, quotes and spaces are after the sign in some languages and before it in others.
            while let last = text.last {
                if last.isASCIIBlank || (last < 0x80 && Self.isClosing(UInt32(last))) {
                    text = text.dropLast()
                } else if last >= 0x80, let scalar = Self.lastScalar(of: text), Self.isClosing(scalar.value) {
                    text = text.dropLast(scalar.length)
                } else {
                    break
                }
            }
            guard let last = text.last, last >= 0x09 else {
                isOpen = true
                return
            }
            guard last < 0x80 else {
                sign = Self.wideSigns[Self.lastScalar(of: text)?.value ?? 0] ?? .none
                return
            }
            let before = text.dropLast().last
            switch last {
            case UInt8(ascii: "."):
                sign = before == last && text.dropLast(2).last == last ? .ellipsis : .stop
                isAbbreviation = Self.isAbbreviation(text)
            case UInt8(ascii: ":"):
                // `:::no-loc text="…":::` is a directive.
                if before == last { isOpen = true } else { sign = .colon }
            case UInt8(ascii: "?"): sign = .question
            case UInt8(ascii: "!"): sign = .exclamation
            case UInt8(ascii: ";"): sign = .semicolon
            default: break
            }
        }

        /// Whether a sign may be after the end of a sentence: `)`, `]`, `*`, `_`, quotes, no-break and ideographic spaces, the right-to-left mark.
        private static func isClosing(_ sign: UInt32) -> Bool {
            switch sign {
            case 0x29, 0x5D, 0x2A, 0x5F, 0x22, 0x27, 0xA0, 0xBB, 0x200F, 0x2019, 0x201C, 0x201D, 0x202F, 0x3000, 0x300D,
                0x300F, 0xFF09:
                true
            default: false
            }
        }

        /// The signs of Chinese, Japanese, Arabic, Hindi and Armenian, and the ellipsis.
        private static let wideSigns: [UInt32: Sign] = [
            0x3002: .stop, 0xFF0E: .stop, 0x964: .stop, 0x6D4: .stop, 0x589: .stop, 0xFF1A: .colon, 0xFF1F: .question,
            0x61F: .question, 0xFF01: .exclamation, 0xFF1B: .semicolon, 0x61B: .semicolon, 0x2026: .ellipsis,
        ]

        private static func lastScalar(of text: ArraySlice<UInt8>) -> (value: UInt32, length: Int)? {
            let start = text.suffix(4).lastIndex { !$0.isUTF8Continuation } ?? text.endIndex - 1
            return text[start...].withUnsafeBufferPointer { $0.isEmpty ? nil : $0.scalar(at: 0, $0.count) }
        }

        /// Whether the text ends in single letters with a dot each.
        private static func isAbbreviation(_ text: ArraySlice<UInt8>) -> Bool {
            let last = Array(text.suffix(5))
            guard last.count >= 4, last[last.count - 2].isASCIILetter, last[last.count - 3] == UInt8(ascii: "."),
                last[last.count - 4].isASCIILetter
            else { return false }
            return last.count == 4 || !last[0].isASCIIAlphanumeric
        }

        /// Whether both signs are correct: `!` or `.` after a command, `;` or `.` after a list item, `:` or `.` after a
        /// lead-in in languages without spaces between words.
        func agrees(with source: Ending, _ language: Language) -> Bool {
            switch (source.sign, sign) {
            case (.exclamation, .stop), (.stop, .semicolon), (.stop, .ellipsis), (.semicolon, .stop),
                (.colon, .semicolon), (.semicolon, .colon):
                true
            case (.colon, .stop), (.colon, .none): language.isUnspaced
            default: source.sign == .semicolon || source.sign == .ellipsis
            }
        }
    }
}
