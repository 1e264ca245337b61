import ParsedBitext

/// A description in the front matter that is not translated.
struct UntranslatedDescription: Rule {
    static let description = RuleDescription(
        "untranslated-description", .warning, .untranslated, "The description in the front matter is not translated.",
        discussion: """
            Search results show the description below the title. The front matter has no source to compare with, so the
            rule counts English function words such as “the” and “with”. Translate the description.
            """,
        bad: .init("Learn how to set up the relay.", "description: Learn how to set up the relay."),
        good: .init("Learn how to set up the relay.", "description: Découvrez comment configurer le relais."),
        precision: "36 of 37 (fr-FR, es-ES, ja-JP)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard !tokenized.bitext.segments.isEmpty, !tokenized.language.code.isEmpty, tokenized.language.code != "en",
            let entry = tokenized.bitext[.target].frontMatter?.entries.first(where: { $0.key == "description" }),
            case .scalar(let text) = entry.value
        else { return }
        // English has no accented letters.
        guard text.utf8.allSatisfy({ $0 < 0xC3 || $0 == 0xE2 }) else { return }
        let words = Token.read(text, tokenized.language).filter { $0.kind == .word && !$0.isCapitalised }
        let functionWords = words.count { FunctionWords.isUnambiguous(hash: $0.hash) }
        // About every fourth word of English text is a function word.
        guard words.count >= 4, functionWords >= 2, functionWords * 5 >= words.count, !tokenized.isUntranslated
        else { return }
        report.add(
            "the description is in the source's language", side: .target, at: tokenized.location(ofLine: entry.line),
            evidence: .init(source: text, target: text))
    }
}

extension TokenizedBitext {
    /// Whether most segments are untranslated. Then a finding for the front matter adds nothing.
    fileprivate var isUntranslated: Bool {
        let paired = contents.count { $0.contains(.isPaired) }
        return paired > 0 && contents.count { $0.contains(.isSame) } * 2 > paired
    }
}
