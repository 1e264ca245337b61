import Bitext
import ParsedBitext
import TranslationModel

/// A word whose translation is its opposite: "enable" as "désactiver".
struct PolarityReversal: ContentRule {
    static let description = RuleDescription(
        "polarity", .warning, .mistranslation,
        "The target says the opposite: “enable” became “disable”, or a “not” was lost.",
        discussion: """
            In a procedure, this fault is dangerous. For a word that has an opposite, the lexicon knows the translations
            of both. The rule reports a target that has a translation of the opposite and none of the word. It also
            reports a negation that only one side has. What other languages say with a negation (“fewer”, “still”),
            or without one (“instead of”, “absent”), is a note, and so are a negation of the target beside a word that
            the source does not have (“keep it open” as « ne la fermez pas »), opposites that are said in many ways
            (“before”, “above”), all opposites in Chinese, Japanese and Korean, and everything on page pairs. Sentences with
            both words are ignored. In a short sentence, “do not”, “cannot”, “not required”, “not supported” and “not
            available” are known in some thirty languages, also in those without a lexicon. Compare the two sides.
            """,
        bad: .init("Enable the relay for all users.", "Désactivez le relais pour tous les utilisateurs."),
        good: .init("Enable the relay for all users.", "Activez le relais pour tous les utilisateurs."),
        precision:
            """
            78 of 137 on pages of fifteen locales that nobody had read (30 November 2026), then 11 of 15 others \
            when the rule had been improved
            """
    )

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let content = report.context.content else { return }
        let plain = reportPlainNegations(tokenized, &report)
        for reversal in content.reversals where !plain.contains(reversal.segment) {
            let pair = SegmentPair(tokenized, index: reversal.segment)
            guard !pair.isDestroyed, !isInLostSentence(reversal, pair, content) else { continue }
            let sourceRange = reversal.source.map { Self.whole($0, in: pair.text(.source)) }
            let source = sourceRange.map { pair.string($0, .source) }
            let target = reversal.target.map { pair.string($0, .target) }
            let evidence = Finding.Evidence(source: source, target: target)
            let severity: Finding.Severity? = reversal.level < .warning ? .note : nil
            let oppositeSeverity = Self.withoutOpposites.contains(pair.language.code) ? .note : severity
            switch (source, target) {
            case (let source?, let target?):
                report.add(
                    "source has “\(source)”, target has the opposite, “\(target)”", in: pair, .target,
                    reversal.target.map { pair.sideRange($0, .target) }, evidence: evidence, severity: oppositeSeverity)
            case (nil, let target?):
                let severity =
                    followsWhether(reversal.target, pair) || isNegatedBefore(pair)
                        || isAlternative(reversal.target, pair)
                    ? .note : severity
                report.add(
                    Self.added(target), in: pair, .target, reversal.target.map { pair.sideRange($0, .target) },
                    evidence: evidence, severity: severity)
            case (let source?, nil):
                report.add(
                    Self.lost(source), in: pair, .source, sourceRange.map { pair.sideRange($0, .source) },
                    evidence: evidence, severity: isInLostQuote(sourceRange, pair) ? .note : severity)
            case (nil, nil): continue
            }
        }
    }

    /// Reports the negations that one half of a short sentence has alone, for certain.
    ///
    /// - Returns: their segments.
    private func reportPlainNegations(_ tokenized: TokenizedBitext, _ report: inout Report) -> Set<Int> {
        guard let negation = PlainNegation(tokenized.language) else { return [] }
        var found: Set<Int> = []
        for pair in tokenized.comparablePairs() {
            guard let (side, range) = negation.find(in: pair), !pair.isDestroyed else { continue }
            let word = pair.string(range, side)
            let isAdded = side == .target
            report.add(
                isAdded ? Self.added(word) : Self.lost(word), in: pair, side, pair.sideRange(range, side),
                evidence: .init(source: isAdded ? nil : word, target: isAdded ? word : nil),
                severity: isAdded && isNegatedBefore(pair) ? .note : nil)
            found.insert(pair.index)
        }
        return found
    }

    private static func added(_ negation: String) -> String {
        "the target has the negation “\(negation)”, the source has none"
    }

    private static func lost(_ negation: String) -> String {
        "the source has the negation “\(negation)”, the target seems to have none"
    }

    /// Whether a lost negation is in a part of the source that the target leaves out: ``Omission`` reports it.
    private func isInLostSentence(
        _ reversal: ContentAlignment.Reversal, _ pair: SegmentPair, _ content: ContentAlignment
    ) -> Bool {
        guard reversal.target == nil, let negation = reversal.source, let score = content.scores[pair.index],
            score.fault == .omission, score.level == .warning, let stretch = score.stretch, stretch.overlaps(negation)
        else { return false }
        // The first sentence ends before the negation, or the last one begins after it.
        return [pair.text(.source)[..<negation.lowerBound.value], pair.text(.source)[negation.upperBound.value...]]
            .contains { !$0.ranges(of: Array(". ".utf8)).isEmpty }
    }

    /// The languages in which two characters do not show which side of a pair is meant: 左键单击 is “select”. Of 17 warnings about an
    /// opposite that were read there in November 2026, none was right.
    private static let withoutOpposites: Set<String> = ["ja", "ko", "zh"]

    /// Whether the source has a negation in the sentence before, or in the lead-in of its list: "The relay doesn't:", and "Open the port."
    /// as an item. Some languages say it in each item, or at the end of a sentence that was cut in two.
    private func isNegatedBefore(_ pair: SegmentPair) -> Bool {
        let before = (max(0, pair.index - 12)..<pair.index).reversed().lazy.map {
            SegmentPair(pair.tokenized, index: $0).text(.source)
        }
        let leadIn = before.first { $0.last == UInt8(ascii: ":") }
        return [before.first, leadIn].compactMap { $0 }.contains { text in
            ["not", "n't", "n’t"].contains { text.contains(Array($0.utf8)) }
        }
    }

    /// Whether a negation of the target is a second choice, and the first one says what the source says: "all of them, or none" as
    /// « implementarlas todas o no implementar ninguna ».
    func isAlternative(_ negation: TextRange?, _ pair: SegmentPair) -> Bool {
        guard let negation, let words = Self.or[pair.language.code] else { return false }
        guard let before = pair.tokens(.target).last(where: { $0.range.upperBound <= negation.lowerBound }) else {
            return false
        }
        return words.contains(pair.string(before.range, .target).lowercased())
    }

    /// The words for "or", by language.
    private static let or: [String: Set<String>] = [
        "ca": ["o"], "cs": ["nebo", "či", "anebo"], "da": ["eller"], "de": ["oder"], "es": ["o", "u"], "fr": ["ou"],
        "it": ["o", "oppure"], "nb": ["eller"], "nl": ["of"], "no": ["eller"], "pl": ["lub", "albo", "czy"],
        "pt": ["ou"], "ru": ["или", "либо"], "sk": ["alebo", "či"], "sv": ["eller"], "tr": ["veya", "ya"],
        "uk": ["або", "чи"],
    ]

    /// Whether a negation of the source is in quotation marks, and the target has none: a whole message is left out, which is another
    /// fault.
    func isInLostQuote(_ negation: TextRange?, _ pair: SegmentPair) -> Bool {
        guard let negation else { return false }
        func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
        let before = text(pair.text(.source)[..<negation.lowerBound.value])
        let isOpen = before.count { $0 == "\"" } % 2 == 1 || before.count { $0 == "“" } > before.count { $0 == "”" }
        return isOpen && !text(pair.text(.target)).contains { "\"“”„«»‹›「」『』".contains($0) }
    }

    /// Whether a Polish "nie" follows "czy": "sprawdź, czy nie ma" is "check whether there is".
    private func followsWhether(_ negation: TextRange?, _ pair: SegmentPair) -> Bool {
        guard pair.language.code == "pl", let negation else { return false }
        return pair.text(.target)[..<negation.lowerBound.value].contains(Array("czy ".utf8))
    }

    /// The whole word "don't" or "can’t" if the term is its "t".
    ///
    /// - Parameter text: of the segment, at whose beginning a damaged word can be cut.
    static func whole(_ term: TextRange, in text: ArraySlice<UInt8>) -> TextRange {
        var lower = term.lowerBound.value
        let length = lower - text.startIndex
        if length >= 3, text[lower - 3..<lower].elementsEqual("’".utf8) {
            lower -= 3
        } else if length >= 1, text[lower - 1] == UInt8(ascii: "'") {
            lower -= 1
        } else {
            return term
        }
        let apostrophe = lower
        while lower > text.startIndex, text[lower - 1].isASCIILetter { lower -= 1 }
        return lower < apostrophe ? TextOffset(lower)..<term.upperBound : term
    }
}
