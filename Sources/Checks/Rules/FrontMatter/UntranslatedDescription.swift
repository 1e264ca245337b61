import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A description in the front matter that was left in the source's language.
struct UntranslatedDescription: Rule {
    static let description = RuleDescription(
        "untranslated-description", .warning, .untranslated, "The description in the front matter was not translated.",
        discussion: """
            Search results show the description below the title. Front matter has no source half to compare with, so the rule
            goes by the small words of English: many of them, and hardly a word of the target's language.
            """,
        bad: .init("Learn how to set up the relay.", "description: Learn how to set up the relay."),
        good: .init("Learn how to set up the relay.", "description: Découvrez comment configurer le relais."),
        precision: "36 of 37 (fr-FR, es-ES, ja-JP)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard !tokenized.bitext.segments.isEmpty, !tokenized.language.code.isEmpty, tokenized.language.code != "en",
            let entry = tokenized.bitext[.target].frontMatter?.entries.first(where: { $0.key == "description" }),
            case .scalar(let text) = entry.value
        else { return }
        // Letters that English has not.
        guard text.utf8.allSatisfy({ $0 < 0xC3 || $0 == 0xE2 }) else { return }
        let bytes = Array(text.utf8)
        let tokens = bytes.withUnsafeBufferPointer { buffer in
            var lexer = Lexer(buffer, 0..<buffer.count, tokenized.language)
            return lexer.tokens()
        }
        let words = tokens.filter { $0.kind == .word && !$0.isCapitalised }
        let holding = words.count { FunctionWords.isUnmistakable(hash: $0.hash) }
        // English prose: every fourth word or so is one of them.
        guard words.count >= 4, holding >= 2, holding * 5 >= words.count, !tokenized.isSourceLanguage
        else { return }
        report.add(
            "the description is in the source's language", side: .target, at: tokenized.location(ofLine: entry.line),
            evidence: .init(source: text, target: text))
    }
}

extension TokenizedBitext {
    /// Whether the whole page was left untranslated, so that its front matter need not be said by itself.
    var isSourceLanguage: Bool {
        let paired = traits.count { $0.contains(.isPaired) }
        return paired > 0 && traits.count { $0.contains(.isSame) } * 2 > paired
    }
}
