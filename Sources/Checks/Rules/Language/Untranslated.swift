import ParsedBitext

/// A segment whose target is equal to its source.
struct Untranslated: Rule {
    static let description = RuleDescription(
        "untranslated", .warning, .untranslated, "The target is not translated: it is equal to the source.",
        discussion: """
            Product names, commands, paths, parameters and single terms may be equal on both sides (Docs/markup.md: 13%
            of all segments are). The rule reports sentences: at least three lower-case words outside code, with at
            least one function word, such as “the” or “with”, and at least one other word. Translate the target.
            """,
        bad: .init("Restart the server before you go on.", "Restart the server before you go on."),
        good: .init("Restart the server before you go on.", "Redémarrez le serveur avant de continuer."),
        precision: "46 of 47 (fr-FR, de-DE, es-ES, ja-JP; November 2026)",
        coversSegment: true)

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.language.code != "en", !tokenized.language.code.isEmpty else { return }
        for pair in tokenized.pairs() {
            guard pair.contents.contains(.isSame) || isNearlySame(pair), isProse(pair) else { continue }
            report.add(
                "untranslated: the target is equal to the source", in: pair, .target,
                evidence: .init(source: pair.excerpt(.source), target: pair.excerpt(.target)))
        }
    }

    /// Whether the source is a sentence and not a name.
    private func isProse(_ pair: SegmentPair) -> Bool {
        let words = pair.tokens(.source).filter { $0.kind == .word && !$0.isCapitalised }
        let functionWords = words.count { FunctionWords.contains(hash: $0.hash) }
        return words.count >= 3 && functionWords >= 1 && functionWords < words.count
    }

    /// Whether the variants differ only in markup, spaces and punctuation.
    private func isNearlySame(_ pair: SegmentPair) -> Bool {
        let (source, target) = (pair.tokens(.source), pair.tokens(.target))
        return source.count >= 4 && source.count == target.count
            && zip(source, target).allSatisfy { $0.hash == $1.hash }
    }
}
