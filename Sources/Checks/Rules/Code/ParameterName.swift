import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A parameter or switch of the source that the target's prose has not.
struct ParameterName: SegmentRule {
    static let description = RuleDescription(
        "parameter", .warning, .doNotTranslate, "A parameter or switch of the source was translated, changed or lost.",
        discussion: """
            `-Identity` and `/quiet` are names that a command knows; `-Identité` is none, and `/Recurse` is not `-Recurse`.
            A sign and a word make a parameter where the word has capitals inside, where the sentence speaks of a parameter,
            a switch or an option, or where a command or another parameter stands beside it; else ("Create /assign agents")
            it is a note. So is a name that lost only its sign.
            """,
        bad: .init("Use -Recurse for subfolders.", "Utilisez /Recurse pour les sous-dossiers."),
        good: .init("Use -Recurse for subfolders.", "Utilisez -Recurse pour les sous-dossiers."),
        precision: "15 of 16 warnings (fr-FR, de-DE, es-ES, ja-JP; November 2026)")
    static let looksFor = SegmentTraits.parameters

    func check(_ pair: SegmentPair, _ report: inout Report) {
        IdentifierComparison(
            isMeant: { $0.kind == .parameter }, noun: "parameter",
            isUncertain: { token, pair in
                isWord(token, pair)
                    ? !isAltered(token, pair) && !isSpokenOf(token, pair)
                    // The reader still finds the name.
                    : pair.shows(pair.text(token.range, .source).dropFirst(), .target)
            }
        ).check(pair, &report)
    }

    /// A sign and one word, in small letters or capitals: what a dash and a slash stand in front of in prose as well.
    private func isWord(_ token: Token, _ pair: SegmentPair) -> Bool {
        let name = pair.text(token.range, .source).dropFirst()
        return name.allSatisfy(\.isASCIILetter)
            && (name.dropFirst().allSatisfy { $0 >= UInt8(ascii: "a") } || name.allSatisfy { $0 <= UInt8(ascii: "Z") })
    }

    /// Whether the target has something that begins alike behind the other sign, or behind the same one at a word's beginning:
    /// `-Identité`, `/Identity`.
    private func isAltered(_ token: Token, _ pair: SegmentPair) -> Bool {
        let text = pair.text(token.range, .source)
        guard text.count > 5 else { return false }
        let name = text.dropFirst().prefix(4)
        return pair.shows([UInt8(ascii: "-")] + name, .target)
            || (text.first == UInt8(ascii: "-") && pair.shows([UInt8(ascii: "/")] + name, .target))
    }

    /// Whether the source says that it is one, or has the command that it belongs to.
    private func isSpokenOf(_ token: Token, _ pair: SegmentPair) -> Bool {
        pair.tokens(.source).contains { other in
            switch other.kind {
            case .command: true
            case .file: other.upper <= token.lower
            case .parameter: other.lower != token.lower && !isWord(other, pair)
            case .word:
                Self.nouns.contains(other.hash) && abs(Int(other.lower) - Int(token.lower)) < 40
            default: false
            }
        }
    }

    private static let nouns = Set(
        [
            "parameter", "parameters", "switch", "switches", "option", "options", "flag", "flags", "argument",
            "arguments",
        ]
        .map(Token.hash(of:)))
}
