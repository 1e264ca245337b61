import Bitext
import ParsedBitext

/// Words of the source that are untranslated in a target that is otherwise translated.
struct PartlyUntranslated: SegmentRule {
    static let description = RuleDescription(
        "partly-untranslated", .warning, .untranslated, "Part of the target is not translated.",
        discussion: """
            The rule reports four or more equal words in a row on both sides, outside code. They must have function
            words (“the”, “with”, “you”) and other words. Names (Skype for Business) and words that also exist in the
            target's language (“in” in German) do not count. Titles, bold labels, quoted messages, messages, labels and
            titles with the translation in parentheses beside them, placeholders (`<name of the server>`), messages in
            JSON, and what an abbreviation stands for are a note. Translate the words.
            """,
        bad: .init(
            "Restart the server before you change the port.", "Redémarrez le serveur before you change the port."),
        good: .init(
            "Restart the server before you change the port.", "Redémarrez le serveur avant de changer le port."),
        precision:
            """
            58.5 of 74 on pages of fourteen locales that nobody had read (30 November 2026), then 15.5 of 16 \
            others when the rule had been improved
            """
    )
    static let appliesTo = SegmentContents.sourceWords

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard pair.language.code != "en", !pair.language.code.isEmpty else { return }
        let (source, target) = (words(pair, .source), words(pair, .target))
        for leftover in leftovers(source, target, pair) {
            let range = Self.range(of: target[leftover.target])
            let original = Self.range(of: source[leftover.source])
            let evidence = Self.withoutKeywords(pair.string(range, .target).removingMarkupBytes())
            report.add(
                "“\(evidence)” is left in the source's language", in: pair, .target, pair.sideRange(range, .target),
                evidence: .init(
                    source: leftover.isJoined
                        ? Self.withoutKeywords(pair.string(original, .source).removingMarkupBytes()) : evidence,
                    target: evidence),
                severity: leftover.isNote ? .note : nil)
        }
    }

    /// The words of a variant, without the keywords of Adobe's Markdown: `[!UICONTROL Save]`, `[!DNL Relay]`.
    private func words(_ pair: SegmentPair, _ side: Side) -> ArraySlice<Token> {
        let (text, tokens) = (pair.text(side), pair.tokens(side))
        // Few texts have the sign.
        guard text.contains(UInt8(ascii: "!")) else { return tokens }
        return tokens.filter { token in
            !Self.keywords.contains(token.hash)
                || !text[..<token.range.lowerBound.value].suffix(2).elementsEqual("[!".utf8)
        }[...]
    }

    private static let keywords = ["uicontrol", "dnl"].map(Token.hash(of:))

    private static func withoutKeywords(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "!")), text.contains("[!") else { return text }
        return text.replacing(/\[!(?:UICONTROL|DNL)\s+([^\]]*)\]?/) { $0.output.1 }
    }

    /// - Parameters: the words of both sides.
    private func leftovers(_ source: ArraySlice<Token>, _ target: ArraySlice<Token>, _ pair: SegmentPair) -> [Leftover]
    {
        var found: [Leftover] = []
        var index = target.startIndex
        while index < target.endIndex {
            let run = longestRun(target, from: index, in: source)
            guard run.count >= 4 else {
                index += 1
                continue
            }
            let words = target[index..<index + run.count]
            index += run.count
            guard let first = words.first else { continue }
            // The source shows what is a name: machine translation changes capitals. Its first word has one anyway.
            let original = run.lowerBound == source.startIndex ? [first] + source[run].dropFirst() : Array(source[run])
            // Of "on-premises", only the whole is a word.
            let outsideCompounds = words.filter { !isInCompound($0, pair) }
            let prose = min(prose(outsideCompounds[...], pair), prose(original[...], pair))
            guard prose != .none else { continue }
            let range = Self.range(of: words)
            // "all-in-one" has no spaces.
            guard pair.tokenized.target.text[range].contains(where: \.isASCIIBlank) else { continue }
            let isNote = prose == .title || mayBeKept(words, source[run], pair)
            let leftover = Leftover(target: words.indices, source: run, isNote: isNote)
            if let last = found.last, let joined = last.joined(with: leftover) {
                found[found.count - 1] = joined
            } else {
                found.append(leftover)
            }
        }
        return found
    }

    /// Whether words may be left in the source's language on purpose.
    private func mayBeKept(_ words: ArraySlice<Token>, _ original: ArraySlice<Token>, _ pair: SegmentPair) -> Bool {
        let range = Self.range(of: words)
        return hasTranslationAfterIt(range, pair) || hasTranslationBeside(range, original, pair)
            || isPlaceholder(words, pair) || isQuoted(range, words, pair) || isInJSON(range, pair)
            || isExpansion(original, pair) || isCondition(words, pair) || isTitleOfMovedLink(range, original, pair)
    }

    /// Whether words are a condition to type in: `if relay_state = 3, then relay_port = 5 else …`.
    private func isCondition(_ words: ArraySlice<Token>, _ pair: SegmentPair) -> Bool {
        pair.text(Self.range(of: words), .target).contains(UInt8(ascii: "="))
            && words.allSatisfy { $0.kind != .word || Self.conditionWords.contains($0.hash) }
    }

    private static let conditionWords = Set(["if", "then", "else", "and", "or", "not", "when"].map(Token.hash(of:)))

    /// Words of the target that are the source's.
    private struct Leftover {
        /// The indices of the tokens on each side.
        var target, source: Range<Int>
        var isNote: Bool
        /// Whether words in the middle differ.
        var isJoined = false

        /// Both as one, if they are a sentence with a word or two in its middle that differ; else nil. Two titles are
        /// two.
        func joined(with next: Leftover) -> Leftover? {
            guard next.target.lowerBound - target.upperBound <= 2,
                (0...2).contains(next.source.lowerBound - source.upperBound), !(isNote && next.isNote)
            else { return nil }
            return Leftover(
                target: target.lowerBound..<next.target.upperBound, source: source.lowerBound..<next.source.upperBound,
                isNote: false, isJoined: true)
        }
    }

    /// The text from the first token to the last.
    private static func range(of words: ArraySlice<Token>) -> TextRange {
        words[words.startIndex].range.lowerBound..<words[words.endIndex - 1].range.upperBound
    }

    /// Whether words are a label with its translation in parentheses, or are in parentheses after the translation:
    /// `[Save the file](保存)`, `[Save the file (保存)]`, `[保存 (Save the file)]`.
    private func hasTranslationBeside(_ range: TextRange, _ words: ArraySlice<Token>, _ pair: SegmentPair) -> Bool {
        func isOpening(_ character: Character?) -> Bool { character == "(" || character == "（" }
        func isClosing(_ character: Character?) -> Bool { character == ")" || character == "）" }
        func isVisible(_ character: Character) -> Bool { !" \u{A0}\u{3000}\"\\*.?!…:”’".contains(character) }
        let (before, after) = surroundings(of: range, .target, pair)
        // The fast path: there is no parenthesis, nor the first byte of a wide one. Characters are slow to compare.
        guard (before + after).utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == 0xEF }) else { return false }
        let (beforeOriginal, afterOriginal) = surroundings(of: Self.range(of: words), .source, pair)
        if isOpening(before.last(where: isVisible)), isClosing(after.first(where: isVisible)) {
            // Words that the source has in parentheses, too, are part of the sentence.
            return !isOpening(beforeOriginal.last { isOpening($0) || isClosing($0) })
        }
        // A bracket opens the label.
        guard let bracket = before.last(where: { Self.openings.contains($0) || Self.closings.contains($0) }),
            Self.openings.contains(bracket), !isOpening(afterOriginal.first(where: isVisible))
        else { return false }
        // The translation is the next thing in brackets, or is after the end of the label.
        let rest = after.drop { !isOpening($0) && !Self.openings.contains($0) && !Self.closings.contains($0) }
        if let end = rest.first, Self.closings.contains(end) {
            return isOpening(rest.dropFirst().first(where: isVisible))
        }
        return isOpening(rest.first)
    }

    /// The brackets that are around labels.
    private static let (openings, closings) = ("[［【『「", "]］】』」")

    /// Whether the prose is in placeholders of several words: `-Path <name of the folder>`.
    private func isPlaceholder(_ words: ArraySlice<Token>, _ pair: SegmentPair) -> Bool {
        let text = pair.text(.target)
        func isInside(_ word: Token, _ open: UInt8, _ close: UInt8) -> Bool {
            func isBracket(_ byte: UInt8) -> Bool { byte == open || byte == close }
            let before = text[..<word.range.lowerBound.value].suffix(Self.maxContext)
            let after = text[word.range.upperBound.value...].prefix(Self.maxContext)
            return before.last(where: isBracket) == open && after.first(where: isBracket) == close
        }
        let outside = words.filter { word in
            !isInside(word, UInt8(ascii: "<"), UInt8(ascii: ">"))
                && !isInside(word, UInt8(ascii: "{"), UInt8(ascii: "}"))
        }
        return outside.count < words.count && prose(outside[...], pair) == .none
    }

    /// In bytes.
    private static let maxContext = 120

    /// What a reader sees before and after a range, up to some words.
    private func surroundings(
        of range: TextRange, _ side: Side, _ pair: SegmentPair
    ) -> (before: String, after: String) {
        let text = pair.text(side)
        let before = text[..<range.lowerBound.value].suffix(Self.maxContext)
        let after = text[range.upperBound.value...].prefix(Self.maxContext)
        return (String(decoding: before, as: UTF8.self), String(decoding: after, as: UTF8.self))
    }

    /// Whether words are the whole title of a link in the source, and a link of the target begins or ends in them: the
    /// link moved, but the title may be kept.
    private func isTitleOfMovedLink(_ range: TextRange, _ words: ArraySlice<Token>, _ pair: SegmentPair) -> Bool {
        guard let first = words.first, first.isCapitalised else { return false }
        let original = Self.range(of: words)
        return pair.elements(.source).contains { link in
            link.kind == .link && link.textRange.lowerBound <= original.lowerBound
                && link.textRange.upperBound >= original.upperBound
                && pair.tokens(.source).count { link.textRange.contains($0.range.lowerBound) } == words.count
        } && pair.elements(.target).contains { $0.kind == .link && $0.textRange.overlaps(range) }
    }

    /// Whether the target has a message of the user interface or a title, and its translation after it: "Call failed.
    /// (Échec de l'appel)".
    private func hasTranslationAfterIt(_ range: TextRange, _ pair: SegmentPair) -> Bool {
        let text = pair.text(.target)
        // A message at the beginning can be a sentence.
        let isFirst = range.lowerBound.value <= text.startIndex + 3
        guard isFirst || text[range.lowerBound.value].isASCIILetter && text[range.lowerBound.value] < 0x61 else {
            return false
        }
        let rest = text[range.upperBound.value...].drop(while: (isFirst ? " .)\"" : " \"").utf8.contains)
        return rest.first == UInt8(ascii: "(") || rest.starts(with: [0xEF, 0xBC, 0x88])
    }

    /// Whether words are what an abbreviation of the source stands for: "infrastructure as a service (IaaS)".
    private func isExpansion(_ words: ArraySlice<Token>, _ pair: SegmentPair) -> Bool {
        pair.tokens(.source).contains { token in
            // The abbreviation may be one of the words.
            let initials = words.lazy.filter { $0.hash != token.hash }.compactMap {
                pair.text($0.range, .source).first?.asciiLowercased
            }
            return pair.text(token.range, .source).elementsEqual(initials) { $0.asciiLowercased == $1 }
        }
    }

    /// Whether words are in a message of a program in JSON.
    private func isInJSON(_ range: TextRange, _ pair: SegmentPair) -> Bool {
        let text = pair.text(.target)
        return text[range.lowerBound.value...].contains(Array("\":\"".utf8))
    }

    /// How much words look like a sentence.
    private enum Prose: Int, Comparable {
        case none, title, sentence
        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    private func prose(_ words: ArraySlice<Token>, _ pair: SegmentPair) -> Prose {
        let shared = FunctionWords.shared(with: pair.language)
        var functionWords = 0
        var functionWordsInNames = 0
        var otherWords = 0
        for position in words.indices where words[position].kind == .word && !words[position].isCapitalised {
            let word = words[position]
            if FunctionWords.contains(hash: word.hash) {
                guard !shared.contains(word.hash) else { continue }
                // Skype for Business, Quality of Experience.
                let isInName =
                    position > words.startIndex && position + 1 < words.endIndex && words[position - 1].isName
                    && words[position + 1].isName
                if isInName { functionWordsInNames += 1 } else { functionWords += 1 }
            } else if word.range.count >= 2, word.hash != Self.web {
                otherWords += 1
            }
        }
        if functionWords >= 2 && otherWords >= 1 || functionWords >= 1 && otherWords >= 3 { return .sentence }
        let allFunctionWords = functionWords + functionWordsInNames
        return functionWords >= 1 && allFunctionWords >= 2 && allFunctionWords + otherWords >= 3 ? .title : .none
    }

    /// Whether a hyphen of the target is beside a word: "on-premises", "end-to-end".
    private func isInCompound(_ word: Token, _ pair: SegmentPair) -> Bool {
        let text = pair.text(.target)
        let hyphen = UInt8(ascii: "-")
        return text[..<word.range.lowerBound.value].last == hyphen
            || text[word.range.upperBound.value...].first == hyphen
    }

    /// "Outlook on the web" is a name.
    private static let web = Token.hash(of: "web")

    /// The tokens of the source that are equal to most of the target's from an index on.
    private func longestRun(_ target: ArraySlice<Token>, from start: Int, in source: ArraySlice<Token>) -> Range<Int> {
        var best = 0..<0
        for offset in source.indices where source[offset].hash == target[start].hash {
            var length = 0
            while start + length < target.endIndex, offset + length < source.endIndex,
                source[offset + length].hash == target[start + length].hash
            {
                length += 1
            }
            if length > best.count { best = offset..<offset + length }
            // Limits the time for a text that repeats one word.
            if best.count > 64 { break }
        }
        return best
    }

    /// Whether nearly all words are labels, messages or titles: inside emphasis, links or quotes.
    private func isQuoted(_ range: TextRange, _ words: ArraySlice<Token>, _ pair: SegmentPair) -> Bool {
        let quotes = pair.elements(.target).filter {
            ($0.kind == .strong || $0.kind == .emphasis || $0.kind == .link) && $0.textRange.overlaps(range)
        }
        if !quotes.isEmpty {
            let outside = words.filter { word in !quotes.contains { $0.textRange.contains(word.range.lowerBound) } }
            if prose(outside[...], pair) != .sentence { return true }
        }
        let text = pair.text(.target)
        let before = text[text.startIndex..<range.lowerBound.value].suffix(4)
        return before.contains(UInt8(ascii: "\"")) || before.contains([0xC2, 0xAB])
            || before.contains([0xE2, 0x80, 0x9C])
            || before.contains([0xE2, 0x80, 0x9E]) || before.contains([0xE3, 0x80, 0x8C])
    }
}

extension Token {
    /// Whether it can be part of a name: it has capitals, or is a number or an identifier.
    fileprivate var isName: Bool { isCapitalised || kind != .word }
}
