import Bitext
import ParsedBitext
import TranslationModel

/// Part of the source that is missing in the target.
struct Omission: ContentRule {
    static let description = RuleDescription(
        "omission", .warning, .omission, "The target leaves out part of the source.",
        discussion: """
            The lexicon finds no translation of some words of the source in the target. A free translation may leave out
            what the reader knows, so look at the words in the message, and translate what is missing. See
            Docs/lexicons.md.
            """,
        bad: .init("Stop the service, then delete the old log files.", "Arrêtez le service."),
        good: .init(
            "Stop the service, then delete the old log files.",
            "Arrêtez le service, puis supprimez les anciens journaux."),
        precision:
            """
            77 of 111 on pages of fifteen locales that nobody had read (30 November 2026), then 16 of 26 others \
            when the rule had been improved
            """
    )

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let content = report.context.content else { return }
        for index in faulty(content, tokenized) {
            guard var score = content.scores[index], score.fault == .omission else { continue }
            let pair = SegmentPair(tokenized, index: index)
            guard !isLeadInOfContents(pair) else { continue }
            let stretch = score.stretch
            var isOneWord = false
            if let stretch {
                guard let trimmed = withoutLightEnds(stretch, pair) else { continue }
                isOneWord = self.isOneWord(trimmed, of: stretch, pair)
                // One word alone does not show what is meant.
                if !isOneWord { score.stretch = trimmed }
            }
            let words = score.stretch.map { pair.string($0, .source).removingMarkupBytes() } ?? pair.excerpt(.source)
            report.add(
                "the target seems to leave out \(isMost(score.stretch, pair) ? "part of " : "")“\(words.shortened)”",
                score, in: pair, .source,
                isUncertain: isLongEnough(pair, score) || repeatsNeighbour(pair) || isSpelledOut(score.stretch, pair)
                    || isMostlySpelledOut(score.stretch, pair) || isException(stretch, pair)
                    || isOneWord || hasGluedAddress(words),
                evidence: .init(source: words, target: pair.excerpt(.target)))
        }
    }

    /// A stretch without the words at its ends that carry no content; nil if no other word is left.
    func withoutLightEnds(_ stretch: TextRange, _ pair: SegmentPair) -> TextRange? {
        let tokens = pair.tokens(.source).filter { $0.range.overlaps(stretch) }
        guard let first = tokens.first(where: { !LightWords.contains($0) }),
            let last = tokens.last(where: { !LightWords.contains($0) })
        else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }

    /// Whether only one word of a stretch carries content: "These are some of the things that".
    func isOneWord(_ trimmed: TextRange, of stretch: TextRange, _ pair: SegmentPair) -> Bool {
        trimmed != stretch && pair.tokens(.source).count { $0.range.overlaps(trimmed) } == 1
    }

    /// Whether the source only says that a list of sections follows, which a heading says as well: "This article contains the following
    /// sections:" as „Inhalt“.
    func isLeadInOfContents(_ pair: SegmentPair) -> Bool {
        guard pair.text(.source).droppingLastBlanks.last == UInt8(ascii: ":"), pair.tokens(.source).count <= 10 else {
            return false
        }
        let words = Set(pair.tokens(.source).map(\.hash))
        return !words.isDisjoint(with: Self.documents) && !words.isDisjoint(with: Self.sections)
            && !words.isDisjoint(with: Self.contents)
    }

    private static let documents = hashes("article topic section page document guide chapter")
    private static let sections = hashes(
        "sections topics articles subsections subtopics information procedures following")
    private static let contents = hashes("contains includes covers describes has provides")

    private static func hashes(_ words: String) -> Set<UInt32> {
        Set(words.split(separator: " ").map { Token.hash(of: String($0)) })
    }

    /// Whether the source says by "not … other than" or "not … except" what other languages say by "only": « n’utilise … que ».
    func isException(_ stretch: TextRange?, _ pair: SegmentPair) -> Bool {
        guard let stretch else { return false }
        let words = Array(pair.string(stretch, .source).lowercased().utf8)
        guard Self.exceptions.contains(where: { words[...].contains($0) }) else { return false }
        let text = Array(String(decoding: pair.text(.source), as: UTF8.self).lowercased().utf8)
        return Self.negations.contains { text[...].contains($0) }
    }

    private static let exceptions = [
        "anything other than", "anything but", "anyone other than", "any other than", "any purpose other than",
    ].map { Array($0.utf8) }
    private static let negations = ["not ", "n't ", "n’t ", "never ", "cannot "].map { Array($0.utf8) }

    /// Whether most content words are the long form of an abbreviation, before or after it, that the target has: "FIPS (Federal
    /// Information Processing Standard) compliant", "can be sent across the Extensible Messaging and Presence Protocol (XMPP)".
    func isMostlySpelledOut(_ stretch: TextRange?, _ pair: SegmentPair) -> Bool {
        guard let stretch else { return false }
        let tokens = pair.tokens(.source).filter { $0.range.overlaps(stretch) && !LightWords.contains($0) }
        let longForms = longForms(pair)
        let spelledOut = tokens.count { token in longForms.contains { $0.overlaps(token.range) } }
        return spelledOut >= 2 && spelledOut * 2 > tokens.count
    }

    /// Where the source has the words of an abbreviation which the target has, too.
    private func longForms(_ pair: SegmentPair) -> [TextRange] {
        let tokens = Array(pair.tokens(.source))
        func isOpening(_ index: Int) -> Bool {
            index > 0
                && pair.text(tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound, .source).contains(
                    UInt8(ascii: "("))
        }
        return tokens.indices.flatMap { index -> [TextRange] in
            let letters = pair.text(tokens[index].range, .source)
            guard (2...8).contains(letters.count), letters.allSatisfy(\.isASCIIAlphanumeric),
                letters.dropFirst().contains(where: { $0 <= 0x5A }),
                pair.shows(letters, .target)
            else { return [] }
            var found: [TextRange] = []
            if isOpening(index), let first = beginning(of: letters, in: tokens[..<index], pair) {
                found.append(first.range.lowerBound..<tokens[index - 1].range.upperBound)
            }
            if index + 1 < tokens.count, isOpening(index + 1),
                tokens[index + 1].range.lowerBound.value < pair.text(.source).endIndex,
                pair.text(tokens[index + 1].range, .source).first.map({ $0 & 0xDF == letters.first.map { $0 & 0xDF } })
                    ?? false,
                let close = pair.text(.source)[tokens[index + 1].range.lowerBound.value...].firstIndex(
                    of: UInt8(ascii: ")"))
            {
                found.append(tokens[index + 1].range.lowerBound..<TextOffset(close))
            }
            return found
        }
    }

    /// The first of the words before an abbreviation that its letters stand for, at most one for a letter and two more.
    private func beginning(of letters: ArraySlice<UInt8>, in tokens: ArraySlice<Token>, _ pair: SegmentPair) -> Token? {
        tokens.suffix(letters.count + 2).first { token in
            // "Extensible" has an X.
            pair.text(token.range, .source).prefix(2).contains { $0 & 0xDF == letters.first.map { $0 & 0xDF } }
        }
    }

    /// Whether an abbreviation in parentheses follows the words, and the target has it: "public switched telephone network (PSTN)".
    private func isSpelledOut(_ stretch: TextRange?, _ pair: SegmentPair) -> Bool {
        guard let stretch, let open = pair.text(.source)[stretch.upperBound.value...].firstIndex(of: UInt8(ascii: "(")),
            open - stretch.upperBound.value <= 1
        else { return false }
        // ".csv" as well.
        let letters = pair.text(.source)[(open + 1)...].drop { $0 == UInt8(ascii: ".") }.prefix {
            $0 != UInt8(ascii: ")")
        }
        guard (2...8).contains(letters.count), letters.allSatisfy(\.isASCIIAlphanumeric) else { return false }
        // Each of its letters begins a word, at most one word more.
        let words = pair.tokens(.source).count { stretch.contains($0.range.lowerBound) }
        return words <= letters.count + 1 && pair.shows(letters, .target)
    }

    /// Whether an address is glued to a word: a link's text in which the link is there once more.
    private func hasGluedAddress(_ words: String) -> Bool {
        let text = Array(words.utf8)[...]
        var rest = text
        while let place = rest.firstPlace(of: Array("http".utf8)[...])?.lowerBound {
            rest = text[(place + 1)...]
            // The last byte of “ is 0x9C.
            guard let before = text[..<place].last, !before.isASCIIBlank, !before.isOne(of: "(<\""), before != 0x9C
            else {
                continue
            }
            if ["http://", "https://"].contains(where: { text[place...].starts(with: $0.utf8) }) { return true }
        }
        return false
    }

    /// Whether a stretch is most of the source: some of its words are translated then.
    private func isMost(_ stretch: TextRange?, _ pair: SegmentPair) -> Bool {
        guard let stretch else { return true }
        return stretch.count * 10 >= pair.text(.source).count * 6
    }

    /// Whether most words seem to be missing, but the target has nearly as many: then they are said in another way. Not asked of languages
    /// without spaces between words.
    private func isLongEnough(_ pair: SegmentPair, _ score: ContentAlignment.Score) -> Bool {
        guard !pair.language.isUnspaced, score.stretch != nil, isMost(score.stretch, pair) else { return false }
        func words(_ side: Side) -> Int { pair.tokens(side).count { $0.kind == .word } }
        return words(.target) * 10 >= words(.source) * 6
    }
}
