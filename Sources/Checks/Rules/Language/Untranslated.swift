import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A segment whose target is its source.
struct Untranslated: Rule {
    static let description = RuleDescription(
        "untranslated", .warning, .untranslated, "The target is the source, word for word.",
        discussion: """
            Product names, commands, paths, parameters and single terms are rightly the same on both sides (Docs/markup.md: 13% of
            all segments are). The rule speaks where prose is left: three words in lower case or more outside code,
            among them one that holds a sentence together, as "the" or "with" do, and one that does not.
            """,
        bad: .init("Restart the server before you go on.", "Restart the server before you go on."),
        good: .init("Restart the server before you go on.", "Redémarrez le serveur avant de continuer."),
        precision: "46 of 47 (fr-FR, de-DE, es-ES, ja-JP; November 2026)",
        coversSegment: true)

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.language.code != "en", !tokenized.language.code.isEmpty else { return }
        for index in tokenized.traits.indices where tokenized.traits[index].contains(.isPaired) {
            let pair = SegmentPair(tokenized, index: index)
            guard tokenized.traits[index].contains(.isSame) || isNearlySame(pair), isProse(pair) else { continue }
            report.add(
                "the target is the source, untranslated", in: pair, .target,
                evidence: .init(source: pair.excerpt(.source), target: pair.excerpt(.target)))
        }
    }

    /// Sentences, not names.
    private func isProse(_ pair: SegmentPair) -> Bool {
        var content = 0
        var holding = 0
        for token in pair.tokens(.source) where token.kind == .word && !token.isCapitalised {
            if FunctionWords.contains(hash: token.hash) { holding += 1 } else { content += 1 }
        }
        return holding >= 1 && (content >= 2 || (content == 1 && holding >= 2))
    }

    /// Equal but for markup, blanks and punctuation.
    private func isNearlySame(_ pair: SegmentPair) -> Bool {
        let (source, target) = (pair.tokens(.source), pair.tokens(.target))
        return source.count >= 4 && source.count == target.count
            && zip(source, target).allSatisfy { $0.hash == $1.hash }
    }
}
