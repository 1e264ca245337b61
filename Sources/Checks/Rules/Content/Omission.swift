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
            "77 of 111 on pages of fifteen locales that nobody had read (30 November 2026, most of the wrong kinds mended since)"
    )

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let content = report.context.content else { return }
        for index in content.faulty {
            guard let score = content.scores[index], score.fault == .omission else { continue }
            let pair = SegmentPair(tokenized, index: index)
            let words = score.stretch.map { pair.string($0, .source).removingMarkupBytes() } ?? pair.excerpt(.source)
            report.add(
                "the target seems to leave out \(isMost(score.stretch, pair) ? "part of " : "")“\(words.shortened)”",
                score, in: pair, .source,
                isUncertain: isLongEnough(pair, score) || repeatsNeighbour(pair) || isSpelledOut(score.stretch, pair)
                    || hasGluedAddress(words),
                evidence: .init(source: words, target: pair.excerpt(.target)))
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
