import Bitext
import ParsedBitext

/// A word that is repeated.
struct DoubledWord: SegmentRule {
    static let description = RuleDescription(
        "doubled-word", .warning, .duplication, "A word is repeated.",
        discussion: """
            An example is “le le serveur”. Remove one of the words. In Chinese, Japanese and Korean, the rule also finds
            words with no blank between them (“をを”, “请请”) or with a particle (“서버 서버를”), if no sentence can have them.
            The rule ignores words that are repeated in correct sentences (“nous nous”, “, die die”, “via via”, “tek
            tek”), names, a label and the word after it, masks (“XXX XXX”), a number and an article (“steg ett ett
            namn”), and segments whose source also repeats a word. In languages that repeat words to say “each” or
            “many”, such as Hindi and Indonesian, only a function word is a warning, and in Turkish a noun with the
            ending of a case; another word is a note. It is also a note if the words can be a noun and a participle
            (“los asociados asociados”), the verbs of two clauses, a name of the source and a word (“Relecloud pro pro
            …”), or two words of the source (“Set advanced settings”; in languages with cases also “the filename of the
            file”).
            """,
        bad: .init("The server starts.", "Le le serveur démarre."),
        good: .init("The server starts.", "Le serveur démarre."),
        precision:
            """
            115.5 of 131 on pages of fourteen locales that nobody had read (30 November 2026), then 29 of 31 \
            others when the rule had been improved
            """
    )
    static let appliesTo = SegmentContents.repeatedWords

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        checkSegments(tokenized, &report)
        guard ["ja", "ko", "zh"].contains(tokenized.language.code) else { return }
        for pair in tokenized.comparablePairs(with: .words) { checkInsideWords(pair, &report) }
    }

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let repeated = repeatedWords(pair, .target).filter { isFault($0, pair) }
        guard !repeated.isEmpty, repeatedWords(pair, .source).isEmpty else { return }
        for (first, second) in repeated {
            add(
                first.range.lowerBound..<second.range.upperBound, pair, isCertain: !mayBeTwoWords(first, second, pair),
                &report)
        }
    }

    /// Repetitions that are no two equal tokens: without a blank (“をを”, “请请”), and with a particle (“서버 서버를”).
    private func checkInsideWords(_ pair: SegmentPair, _ report: inout Report) {
        let found: [RepeatedCharacters.Found] =
            pair.language.code == "ko"
            ? RepeatedKorean.find(in: pair) : RepeatedCharacters(pair.text(.target), pair.language).find()
        let repeated = found.filter { !isAtLabelEdge($0.first, $0.second, pair) }
        guard !repeated.isEmpty, repeatedWords(pair, .source).isEmpty else { return }
        let mayRepeat = repeatsNear(pair) || hasRelatedWords(pair)
        for one in repeated {
            add(
                one.first.lowerBound..<one.second.upperBound, pair, isCertain: !one.isContent || !mayRepeat, &report)
        }
    }

    private func add(_ range: TextRange, _ pair: SegmentPair, isCertain: Bool, _ report: inout Report) {
        let words = pair.string(range, .target)
        report.add(
            "repeated word: “\(words)”", in: pair, .target, pair.sideRange(range, .target),
            evidence: .init(target: words), severity: isCertain ? nil : .note)
    }

    /// Whether the source has a word again shortly after it, as in “end to end” and “a client-client stream”.
    private func repeatsNear(_ pair: SegmentPair) -> Bool {
        let source = Array(pair.tokens(.source))
        return source.indices.contains { index in
            isContent(source[index]) && source[(index + 1)...].prefix(5).contains { $0.stem == source[index].stem }
        }
    }

    /// Whether the two words may be right for another reason than that their language repeats them.
    private func mayBeTwoWords(_ first: Token, _ second: Token, _ pair: SegmentPair) -> Bool {
        RepeatedArticle.use(of: first, second, in: pair) == .doubtful
            || mayBeParticiple(pair.string(second.range, .target), pair.language) || hasRelatedWords(pair)
            || isName(second, pair) || beginsCompound(second, pair) || translatesTwoWords(second, pair)
            || isCaseChain(second, pair)
            || second.range.count >= 4 && isSubjectAndPredicate(pair) || ClauseBorder.mayFollow(first, in: pair)
    }

    /// Whether a noun and the participle after it can have one form: "los asociados asociados al cliente". Languages that
    /// repeat words are others.
    private func mayBeParticiple(_ word: String, _ language: Language) -> Bool {
        if Reduplication.mayRepeat(word, language) { return true }
        return word.count >= 6 && (Self.participles[language.code] ?? []).contains { word.lowercased().hasSuffix($0) }
    }

    /// Whether the source has a name that is spelt like the word: “Relecloud Pro for” is “Relecloud pro pro” in Czech.
    private func isName(_ word: Token, _ pair: SegmentPair) -> Bool {
        let tokens = pair.tokens(.source)
        return zip(tokens, tokens.dropFirst()).contains { before, name in
            // The first word of a sentence has a capital anyway.
            name.hash == word.hash && name.isCapitalised
                && !pair.text(before.range.upperBound..<name.range.lowerBound, .source).contains {
                    ".?!:".utf8.contains($0)
                }
        }
    }

    /// Whether a hyphen and a letter follow a word: "en en-till-en-relation".
    private func beginsCompound(_ word: Token, _ pair: SegmentPair) -> Bool {
        let rest = pair.text(.target)[word.range.upperBound.value...]
        // The hyphens beyond ASCII, U+2010 and U+2011, have three bytes.
        let isHyphen = rest.starts(with: [0xE2, 0x80, 0x90]) || rest.starts(with: [0xE2, 0x80, 0x91])
        guard isHyphen || rest.first == UInt8(ascii: "-") else { return false }
        return rest.dropFirst(isHyphen ? 3 : 1).first.map { $0.isASCIILetter || $0 >= 0x80 } ?? false
    }

    /// Whether the source has two words that begin alike on both sides of a third one, so that they can be one word in the target:
    /// “Set advanced settings”. Farther apart, or with “to” between them, they are two words there as well.
    private func translatesTwoWords(_ word: Token, _ pair: SegmentPair) -> Bool {
        // Shorter words are articles and prepositions. A Korean character is a syllable.
        guard pair.string(word.range, .target).count >= (pair.language.code == "ko" ? 2 : 4) else { return false }
        let source = Array(pair.tokens(.source))
        func text(_ index: Int) -> ArraySlice<UInt8> { pair.text(source[index].range, .source) }
        return source.indices.dropLast(2).contains { index in
            let range = source[index].range.lowerBound..<source[index + 2].range.upperBound
            return source[index...(index + 2)].allSatisfy(isContent)
                && isRelated(text(index), text(index + 2))
                && !pair.text(range, .source).contains { ",.;:!?()-".utf8.contains($0) }
        }
    }

    /// Whether the words can be two nouns of the source with “of”, “for” or “to” between them, which a language says by the endings of
    /// its nouns: “the filename of the file” is “имя файла файла”, “passing functions to functions” is “předávání funkcí funkcí”. The
    /// target has the word as often as the source then, and at about the same place.
    private func isCaseChain(_ word: Token, _ pair: SegmentPair) -> Bool {
        guard let adjectives = Self.adjectives[pair.language.code] else { return false }
        let string = pair.string(word.range, .target).lowercased()
        guard string.count >= 4, !adjectives.contains(where: string.hasSuffix) else { return false }
        let (source, target) = (Array(pair.tokens(.source)), Array(pair.tokens(.target)))
        let repeats = target.count { $0.kind == .word && $0.stem == word.stem }
        let place = target.firstIndex { $0.lower == word.lower } ?? 0
        return source.indices.contains { index in
            abs(index * target.count - place * source.count) * 4 <= source.count * target.count
                && !target.contains { $0.hash == source[index].hash }
                && source.indices.count { isAlike(source[$0], source[index], pair) } >= repeats
                && endsChain(source[...index], pair)
        }
    }

    /// Whether the last of some words of the source is one before it, or a part of that, with a preposition, articles and nouns between
    /// them.
    private func endsChain(_ words: ArraySlice<Token>, _ pair: SegmentPair) -> Bool {
        guard let last = words.last else { return false }
        let near = words.dropLast().suffix(Self.longestChain)
        return near.indices.contains { first in
            guard isAlike(near[first], last, pair) else { return false }
            let between = near[(first + 1)...]
            let isPlain = zip(words[first...], words[(first + 1)...]).allSatisfy { one, next in
                pair.text(one.range.upperBound..<next.range.lowerBound, .source).isBlankText
            }
            return isPlain && between.count { Self.prepositions.contains($0.hash) } == 1
                && between.allSatisfy {
                    isContent($0) || Self.prepositions.contains($0.hash) || Self.determiners.contains($0.hash)
                }
        }
    }

    /// Whether a word of the source is another one, or begins or ends with it: "filename" and "file".
    private func isAlike(_ word: Token, _ other: Token, _ pair: SegmentPair) -> Bool {
        guard isContent(word), isContent(other) else { return false }
        let (text, part) = (pair.text(word.range, .source), pair.text(other.range, .source))
        return isRelated(text, part)
            || part.count >= 4 && text.suffix(part.count).startsIgnoringCase(with: part.map(\.asciiLowercased))
    }

    /// How adjectives end that a noun follows, by language, of those in which a noun follows another one without a word or a comma between
    /// them.
    private static let adjectives: [String: [String]] = [
        "be": ["ага", "яга", "аму", "яму", "ых", "іх", "ай", "яй", "ая", "яя", "ую", "юю", "ае", "яе", "ыя", "ія"],
        "cs": ["ého", "ému", "ých", "ým", "ými", "ý", "á", "é"],
        "sk": ["ého", "ému", "ých", "ým", "ými", "ý", "á", "é"],
        "hr": ["og", "oga", "om", "ih", "im"], "sl": ["ega", "emu", "ih", "im"],
        "sr": ["og", "om", "ih", "im", "ог", "ом", "их", "им"],
        "pl": ["ego", "emu", "ych", "ich", "ymi", "imi", "ej"], "lt": [], "lv": [], "fi": [], "et": [],
        "ru": [
            "ого", "его", "ому", "ему", "ых", "их", "ым", "им", "ыми", "ими", "ый", "ий", "ой", "ая", "яя", "ую", "юю",
            "ое", "ее",
            "ые", "ие",
        ],
        "uk": ["ого", "ього", "ому", "ьому", "их", "іх", "ій", "ий", "ої", "ою", "им", "ими"],
    ]

    private static let prepositions = Set(["of", "for", "to", "by", "with", "in", "from", "on"].map(Token.hash(of:)))
    private static let determiners = Set(
        ["the", "a", "an", "this", "that", "each", "your", "its"].map(Token.hash(of:)))

    /// How many words of the source before the second one are looked at.
    private static let longestChain = 8

    /// Whether the source says of something what it is, by the same word: “The field is a field of the list” can be “pole pole” in a
    /// language that puts the verb elsewhere.
    private func isSubjectAndPredicate(_ pair: SegmentPair) -> Bool {
        let source = Array(pair.tokens(.source))
        return source.indices.contains { index in
            let between = source[(index + 1)...].prefix(4).prefix { !isContent($0) }
            let next = index + 1 + between.count
            return isContent(source[index]) && next < source.count && source[next].hash == source[index].hash
                && between.contains { Self.forms.contains($0.hash) }
        }
    }

    private static let forms = Set(["is", "are", "was", "were", "be"].map(Token.hash(of:)))

    /// Whether a token is a single letter and no word of English.
    private func isLetter(_ token: Token) -> Bool {
        token.kind == .word && token.range.count == 1 && !Self.shortWords.contains(token.hash)
    }

    private static let shortWords = Set(["a", "i"].map(Token.hash(of:)))

    private func isContent(_ token: Token) -> Bool {
        token.kind == .word && token.range.count >= 3 && !FunctionWords.contains(hash: token.hash)
    }

    /// Whether two words begin alike: "Set" and "settings".
    private func isRelated(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        let common = zip(left, right).prefix { $0.asciiLowercased == $1.asciiLowercased }.count
        return common >= 5 || common >= 3 && common == min(left.count, right.count)
    }

    /// Whether the source has two forms of one word next to each other, which the target's language may not distinguish: "the
    /// products produced" is “les produits produits”.
    private func hasRelatedWords(_ pair: SegmentPair) -> Bool {
        let tokens = pair.tokens(.source)
        return zip(tokens, tokens.dropFirst()).contains { first, second in
            guard first.kind == .word, second.kind == .word, first.hash != second.hash else { return false }
            let (stem, other) = (pair.text(first.range, .source).prefix(5), pair.text(second.range, .source).prefix(5))
            return stem.count == 5 && stem.elementsEqual(other) { $0.asciiLowercased == $1.asciiLowercased }
        }
    }

    private static let participles = [
        "es": ["ados", "adas", "idos", "idas"], "pt": ["ados", "adas", "idos", "idas"], "fr": ["és", "ées"],
    ]

    /// Whether a line ends between two words, and no item begins there.
    private func isWrapped(_ first: Token, _ second: Token, _ pair: SegmentPair, _ side: Side) -> Bool {
        let between = pair.sideRange(first.range.upperBound..<second.range.lowerBound, side)
        return pair.tokenized.bitext[side].bytes[between.values].allSatisfy {
            $0.isASCIIBlank || $0 == UInt8(ascii: ">")
        }
    }

    /// Equal words with only blanks between them. In a list of words on several lines, as the source has one, too, a word may occur
    /// twice.
    private func repeatedWords(_ pair: SegmentPair, _ side: Side) -> [(Token, Token)] {
        let tokens = pair.tokens(side)
        let text = pair.tokenized.tokens(side).text
        let newline = UInt8(ascii: "\n")
        let mayBeList = side == .source || pair.text(.source).contains(newline)
        return zip(tokens, tokens.dropFirst()).filter { first, second in
            guard first.kind == .word, second.kind == .word, first.hash == second.hash else { return false }
            let between = text[first.range.upperBound..<second.range.lowerBound]
            return between.isBlankText
                && (!between.contains(newline) || !mayBeList && isWrapped(first, second, pair, side))
                // A joiner between them makes them one word: “تک‌تک”.
                && OddCharacters.find(in: between).isEmpty
        }
    }

    private func isFault(_ words: (Token, Token), _ pair: SegmentPair) -> Bool {
        let (first, second) = words
        let text = pair.tokenized.target.text
        let word = text[second.range]
        // In a language without spaces between words, a token is a phrase unless it is Latin.
        if pair.language.isUnspaced, word.contains(where: { $0 >= 0x80 }) { return false }
        // A name after the word that it begins with ("le site Site1"). A name of two equal words is also in the source.
        if second.isCapitalised {
            guard first.isCapitalised, !second.isAllCapitals, word.count >= 4, !pair.contains(word, .source) else {
                return false
            }
        }
        // "Add-in in Outlook", "de A a P", the mask "xxx xxx", combining marks without letters.
        if first.range.lowerBound.value > 0, "-.".utf8.contains(text[first.range.lowerBound - 1]) { return false }
        if word.count == 1, first.isCapitalised { return false }
        // The Turkish suffix and the word for "too": "muhasebe'de de".
        if pair.language.code == "tr", word.count == 2, first.range.lowerBound.value > 0,
            text[first.range.lowerBound - 1] == UInt8(ascii: "'")
                || text[..<first.range.lowerBound.value].suffix(3).elementsEqual("’".utf8)
        {
            return false
        }
        if word.allSatisfy({ $0 | 0x20 == UInt8(ascii: "x") }) { return false }
        if word.first == 0xCC || word.first == 0xCD { return false }
        guard !isAtLabelEdge(first.range, second.range, pair) else { return false }
        let string = pair.string(second.range, .target)
        // An abbreviation and a word: "ПО по" is software and "by".
        let name = pair.string(first.range, .target)
        if name.count >= 2, name == name.uppercased(), string != string.uppercased() { return false }
        // A letter that is typed or pressed: "typt u u, m of d" is "type h, m, or d".
        if word.count == 1, pair.tokens(.source).count(where: isLetter) >= 2 { return false }
        if RepeatedArticle.use(of: first, second, in: pair) == .correct { return false }
        let after = pair.tokens(.target).lazy.filter { $0.range.lowerBound >= second.range.upperBound }
        return !Reduplication.repeats(
            string, before: after.prefix(8).map { pair.string($0.range, .target) }, pair.language)
            // An article or a preposition and a compound. Another word can be a fault.
            && !(string.count <= 3 && beginsCompound(second, pair)) && !isNumeralAndArticle(string, pair)
    }

    /// Whether the first is a label and the second the word after it: “**… ausführen** ausführen”.
    private func isAtLabelEdge(_ first: TextRange, _ second: TextRange, _ pair: SegmentPair) -> Bool {
        pair.elements(.target).contains { element in
            let ends = element.textRange
            return (ends.upperBound > first.lowerBound && ends.upperBound <= second.lowerBound)
                || (ends.lowerBound >= first.upperBound && ends.lowerBound <= second.lowerBound)
        }
    }

    /// Whether a word can be a number after its noun and the article after it, because the source has such a number:
    /// "In step one a name is …" is “I steg ett ett namn …”.
    private func isNumeralAndArticle(_ word: String, _ pair: SegmentPair) -> Bool {
        guard Self.numerals[pair.language.code]?.contains(word.lowercased()) ?? false else { return false }
        let source = Array(pair.tokens(.source))
        func gap(after index: Int) -> ArraySlice<UInt8> {
            pair.text(source[index].range.upperBound..<source[index + 1].range.lowerBound, .source)
        }
        return source.indices.dropFirst().contains { index in
            let (noun, number) = (source[index - 1], source[index])
            guard number.hash == Self.one || pair.text(number.range, .source).elementsEqual("1".utf8),
                noun.kind == .word, noun.range.count >= 3, !FunctionWords.contains(hash: noun.hash),
                gap(after: index - 1).isBlankText
            else { return false }
            guard index + 1 < source.count else { return true }
            // In "Create one server" and "one-time" it is no number of something.
            let after = gap(after: index)
            return Self.afterNumerals.contains(source[index + 1].hash)
                || !after.isBlankText && !after.contains(UInt8(ascii: "-"))
        }
    }

    private static let one = Token.hash(of: "one")
    /// What can follow the number of something.
    private static let afterNumerals = Set(
        [
            "has", "have", "had", "is", "are", "was", "were", "can", "must", "does", "should", "would", "could", "will",
            "may", "a", "an", "the",
        ].map(Token.hash(of:)))
    /// The numbers that are articles, too.
    private static let numerals: [String: Set<String>] = [
        "sv": ["en", "ett"], "da": ["en", "et"], "nb": ["en", "et", "én", "ei"], "no": ["en", "et", "én", "ei"],
        "nl": ["een", "één"], "fr": ["un", "une"], "it": ["uno", "una"], "pt": ["um", "uma"], "es": ["una"],
        "ca": ["una"],
    ]
}
