import Bitext
import ParsedBitext

extension ReversalFinder {
    // MARK: Lost

    /// A negation of the source that nothing in the target can be.
    func lostNegation(_ left: Half, _ right: Half) -> PairReversal? {
        let negations = model.words.places(of: 0, in: left)
        guard let odds = reversalOdds(of: 0, true, left, right), negations.count == 1,
            let place = negations.first,
            !right.contains(where: { $0.hash == left[place].hash || mayNegate($0, left) }),
            left[place].number != model.apostropheT || followsApostrophe(left[place]),
            !hasSameCapitals(right, as: left[place]),
            !(negationsInWords?.isNegated(text(right)) ?? false)
        else { return nil }
        // "Without" and "no" can be said in many ways.
        let isLoose = isInPhrase(place, left) || !model.plainNegations.contains(left[place].number)
        if negationsInWords != nil {
            return PairReversal(source: place, target: nil, margin: isLoose ? min(odds, 0) : odds)
        }
        let isUnsaid = isNegatedWordMissing(place, left, right)
        let doubt = isUnsaid ? PolarityLimits.unsaid : 0
        let margin = odds - (PolarityLimits.lostNegation + doubt)
        guard margin > PolarityLimits.note else { return nil }
        // "Not present" may be "absent".
        let isDoubtful =
            isLoose || isUnsaid || isInName(place, left) || isInQuestion(place, left) || asksWhether(left, right)
            || hidesNegation(right, of: left[(place + 1)...].prefix(3))
            || hasWord(of: PolarityWords.otherNegations, right)
        if isDoubtful { return PairReversal(source: place, target: nil, margin: min(margin, 0)) }
        return switch WordsOfNegation.isNegated(text(right), page.language) {
        case false?:
            PairReversal(source: place, target: nil, margin: max(margin, PolarityLimits.withoutAnyNegation))
        // A word that markup has joined to its neighbours: "appareils_non recommandé_", "-Non può".
        case true?: PairReversal(source: place, target: nil, margin: min(margin, 0))
        case nil: PairReversal(source: place, target: nil, margin: margin)
        }
    }

    /// Whether the target has a word of the source in the same capitals, as it has the name of a gate: "the bitwise NOT".
    private func hasSameCapitals(_ right: Half, as word: LexiconTerm) -> Bool {
        let name = page.source.text[word.range]
        return name.count > 2 && name.allSatisfy { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
            && text(right).ranges(of: name).contains {
                // "NOTA:" is another word; a particle can be glued to a name.
                !(page.target.text[$0.upperBound...].first?.isASCIILetter ?? false)
            }
    }

    /// What a reader sees of a half of the target, from its first term to its last.
    func text(_ right: Half) -> ArraySlice<UInt8> {
        guard let first = right.first, let last = right.last else { return [] }
        return page.target.text[first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)]
    }

    /// Whether a term of the target may negate.
    private func mayNegate(_ term: LexiconTerm, _ left: Half) -> Bool {
        guard term.isKnown else { return false }
        // For a rare word, "introuvable", half the weight will do. A very frequent word is part of many phrases that negate.
        let hint =
            term.rarity < PolarityLimits.common
            ? PolarityLimits.cue : term.rarity < PolarityLimits.rare ? PolarityLimits.hint : PolarityLimits.hint / 2
        if model.weights.target.weight(of: term.number, for: 0) >= hint { return true }
        // Of a very frequent word the regression has seen enough to know.
        let probability = model.negation[Int(term.number)]
        guard probability > PolarityLimits.possibleNegation, term.rarity > PolarityLimits.common else { return false }
        // A translation of another word of the source is no negation.
        return !left.contains {
            $0.isKnown && !model.words.members[0].contains(UInt32($0.number))
                && lexicon.translations.probability(of: term.number, given: $0.number)
                    > PolarityLimits.ratio * probability
        }
    }

    /// Whether the target seems to lack the word that is negated. "Not found" may be one word in the target, "introuvable", that is
    /// seldom said otherwise. Where the negated word is translated by a common word, the negation is lost.
    private func isNegatedWordMissing(_ place: Int, _ left: Half, _ right: Half) -> Bool {
        guard
            // Whether the target has a word is unknown where the lexicon does not know the word.
            let negated = left[(place + 1)..<min(left.count, place + 6)].first(where: {
                $0.rarity >= PolarityLimits.content && $0.isKnown
            })
        else { return false }
        return !right.contains { term in
            term.hash == negated.hash
                || (term.rarity < PolarityLimits.rare && term.isKnown && negated.isKnown
                    && lexicon.translations.probability(of: term.number, given: negated.number) > PolarityLimits.said)
        }
    }

    /// Whether a term is the end of "don't"; the t of "ITU-T" and of `'T` is not.
    private func followsApostrophe(_ term: LexiconTerm) -> Bool {
        let text = page.source.text[..<term.range.lowerBound]
        guard let apostrophe = ["'", "’"].first(where: { text.suffix($0.utf8.count).elementsEqual($0.utf8) }) else {
            return false
        }
        return text.dropLast(apostrophe.utf8.count).last?.isASCIILetter ?? false
    }

    /// Whether a negation is part of a name: the first word in quotation marks ("not junk" is a label, and may be "wanted" in the
    /// target), a word of a title ("the Do Not Forward option") or of a compound ("the controlled-NOT gate").
    private func isInName(_ place: Int, _ left: Half) -> Bool {
        let text = page.source.text
        let before = text[..<left[place].range.lowerBound]
        func follows(_ marks: [String]) -> Bool {
            marks.contains { before.suffix($0.utf8.count).elementsEqual($0.utf8) }
        }
        return follows(["\"", "“", "‘", "-", "–"]) || (place > 0 && text[left[place].range].elementsEqual("Not".utf8))
    }

    /// Whether a question begins with a negation. "Can't it wait?" asks what "can it wait?" asks.
    private func isInQuestion(_ place: Int, _ left: Half) -> Bool {
        guard place <= 1, let last = left.last else { return false }
        return page.source.text[last.range.upperBound...].first == UInt8(ascii: "?")
    }

    /// Whether both halves say to find something out: "check that it is not set" and "prüfen Sie, ob es gesetzt ist" ask for the same
    /// thing.
    private func asksWhether(_ left: Half, _ right: Half) -> Bool {
        guard let words = PolarityWords.whether[page.language.code],
            hasWord(beginningWith: ["check", "verif", "confirm", "validat"], left)
        else { return false }
        return right.contains { isOne($0, of: words) }
    }

    /// Whether a negation is part of a phrase that other languages say without one.
    func isInPhrase(_ place: Int, _ left: Half) -> Bool {
        page.source.text.withUnsafeBufferPointer { text in
            func begins(_ place: Int, _ words: [StaticString]) -> Bool {
                left.indices.contains(place)
                    && words.contains { text.hasIgnoringCase($0, at: left[place].range.lowerBound) }
            }
            // "Whether or not", "may or may not", "more often than not", "the date and not the time".
            if begins(place - 1, ["or ", "than ", "and ", "but "]) || begins(place - 2, ["or "]) { return true }
            // "Can and cannot", "can or can't".
            let start = followsApostrophe(left[place]) ? place - 1 : place
            if begins(start - 1, ["and ", "(and ", "or "]), begins(start - 2, ["can ", "may ", "do ", "does "]) {
                return true
            }
            if begins(place + 1, Self.phraseWords) { return true }
            // "Not more than" is "at most".
            if left[(place + 1)...].prefix(3).indices.contains(where: { begins($0, Self.bounds) }) { return true }
            // "Does not prevent users from signing in" is "users can sign in".
            if begins(place + 1, ["prevent", "preclude"]) { return true }
            // "Not the same" is "different".
            if left[(place + 1)...].prefix(3).indices.contains(where: { begins($0, ["same"]) }) { return true }
            // "False if it is not."
            let end = left[place].range.upperBound
            // A name such as "not-to-exceed limit", too.
            if place + 1 == left.count || (end < text.count && ".,;:)-".utf8.contains(text[end])) { return true }
            // "Not … unless" is "only … if".
            return left.indices.contains { begins($0, ["unless", "until", "other than", "except"]) }
        }
    }

    /// What makes of "not" a phrase that other languages say without a negation: "not only", "not yet", "not sure how?".
    private static let phraseWords: [StaticString] = [
        "only", "just", "incl", "many", "much", "now", "nece", "yet", "all ", "every", "each ", "sure ",
    ]

    /// With "not" before them, these are "at most" and "at least".
    private static let bounds: [StaticString] = [
        "more ", "less ", "fewer ", "greater ", "later ", "earlier ", "exceed",
    ]

    // MARK: Added

    /// A negation in the target for which the source has no reason.
    ///
    /// Two regressions are asked: whether the source is negated, by the terms of both halves, and whether a target would be negated, by
    /// the source's terms. For a short sentence the second one is enough: the first has seen a "nicht" for "un-" or "only" too
    /// often.
    func addedNegation(_ left: Half, _ right: Half) -> PairReversal? {
        let isNegated = OppositeSide(pair: 0, isFirst: false)
        guard let place = cue(against: isNegated, left, right), !isRepeated(place, right),
            negationsInWords?.isNegated(text(right)) ?? true
        else { return nil }
        // A word that the lexicon does not know may be a reason.
        let unknown = left.count { !$0.isKnown && $0.kind == .word }
        let unlikely = model.logOddsOfNoNegation(left).map { $0 - Float(unknown) * PolarityLimits.unknownWord } ?? 0
        let isPlain = isPlainNegation(right[place], right) && !beginsIdiom(place, right)
        let isShort = isPlain && left.count <= PolarityLimits.maxPlainTerms
        var margin = isShort ? unlikely - PolarityLimits.withoutReason : -.infinity
        if let odds = reversalOdds(of: 0, false, left, right) {
            let doubt = model.sides(of: left).second.isEmpty ? 0 : PolarityLimits.besideOpposite
            let limit = isShort ? PolarityLimits.withoutReasonAgreed : PolarityLimits.withoutReason
            let own = isShort ? PolarityLimits.addedPlainNegation : PolarityLimits.addedNegation
            let agreed = min(unlikely - limit, odds - (own + doubt))
            margin = max(margin, isPlain ? agreed : min(agreed, 0))
        }
        guard margin > PolarityLimits.note, !hasWord(beginningWith: Self.negativeBeginnings, left),
            !hasNegatedName(left)
        else { return nil }
        // What a language says with a negation, and another without.
        let isDoubtful =
            hasWord(beginningWith: Self.doubtfulBeginnings, left)
            || left.contains { Self.doubtfulWords.contains($0.hash) } || isAdvice(right[place])
            || isNegatedTwice(right)
            || !isNegatedWordTranslated(place, left, right)
        return PairReversal(source: nil, target: place, margin: isDoubtful ? min(margin, 0) : margin)
    }

    /// Whether a term of the target is what "not" usually becomes. A French "pas" without a "ne" is a step, a "ne" without a "pas" is
    /// "only".
    private func isPlainNegation(_ term: LexiconTerm, _ right: Half) -> Bool {
        guard term.isKnown,
            model.plainNegations.contains(where: {
                $0 >= 0 && lexicon.translations.probability(of: term.number, given: $0) > PolarityLimits.plain
            })
        else { return false }
        guard let parts = PolarityWords.negationsInTwoParts[page.language.code] else { return true }
        return parts.allSatisfy { words in right.contains { isOne($0, of: words) } }
    }

    /// Whether a negation and the next word are a phrase that says no "not": "non appena" is "as soon as". The Polish "na nie" is "on
    /// them".
    private func beginsIdiom(_ place: Int, _ right: Half) -> Bool {
        if place > 0, let words = PolarityWords.wordsBeforeIdioms[page.language.code] {
            let before = page.target.text[right[place - 1].range]
            if words.contains(where: { before.elementsEqual($0.utf8) }) { return true }
        }
        guard place + 1 < right.count, let words = PolarityWords.idioms[page.language.code] else { return false }
        return page.target.text.withUnsafeBufferPointer { text in
            words.contains { text.hasIgnoringCase($0, at: right[place + 1].range.lowerBound) }
        }
    }

    /// Whether a Japanese negation says what should not happen, which English can say without one: "遅れないように" for "act now".
    private func isAdvice(_ negation: LexiconTerm) -> Bool {
        guard let words = PolarityWords.advice[page.language.code] else { return false }
        let after = page.target.text[negation.range.upperBound...]
        return words.contains { after.starts(with: $0.utf8) }
    }

    /// Whether a target negates to say "must" or "only": "하지 않으면 안 됩니다", "しないと反映されません".
    private func isNegatedTwice(_ right: Half) -> Bool {
        guard let words = PolarityWords.doubleNegations[page.language.code] else { return false }
        let text = text(right)
        return words.contains { !text.ranges(of: Array($0.utf8)).isEmpty }
    }

    /// Whether the source has the word that a negation negates. Where it has not, the target says the same thing by another word: "keep
    /// it open" as « no la cierre », "safe" as "no implica riesgo".
    private func isNegatedWordTranslated(_ place: Int, _ left: Half, _ right: Half) -> Bool {
        func isContent(_ term: LexiconTerm) -> Bool {
            term.kind == .word && term.rarity >= PolarityLimits.content && !term.marks.contains(.negates)
                && !isOne(term, of: ["ne", "n"])
        }
        let before = right[..<place].suffix(PolarityLimits.negatedDistance).last(where: isContent)
        let after = right[(place + 1)...].prefix(PolarityLimits.negatedDistance).first(where: isContent)
        let isLast = PolarityWords.negationsAfterWords.contains(page.language.code)
        guard let term = isLast ? before ?? after : after ?? before else { return true }
        return left.contains { isTranslation(term, of: $0) }
    }

    /// Whether a term of the target may be the translation of one of the source.
    func isTranslation(_ term: LexiconTerm, of word: LexiconTerm) -> Bool {
        if word.hash == term.hash { return true }
        guard word.isKnown, term.isKnown else { return false }
        let probability = lexicon.translations.probability(of: term.number, given: word.number)
        return probability > PolarityLimits.negated
            || probability > PolarityLimits.negatedLift * ByteProbability.probability[Int(term.rarity)]
    }

    /// Whether a word is there again at once: "pas à pas".
    private func isRepeated(_ place: Int, _ right: Half) -> Bool {
        right.indices.contains { abs($0 - place) <= 2 && $0 != place && right[$0].hash == right[place].hash }
    }

    /// Whether the source has a name such as "NoCollision", which the target may explain: "NoCollision (Keine Kollision)".
    private func hasNegatedName(_ left: Half) -> Bool {
        let text = page.source.text
        return left.contains { term in
            Self.beginningsOfNames.contains { beginning in
                let word = text[term.range]
                guard word.starts(with: beginning.utf8) else { return false }
                let next = word.dropFirst(beginning.utf8.count).first
                return next.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? false
            }
        }
    }

    /// With a capital after them, these begin a name that negates.
    private static let beginningsOfNames = ["No", "Not", "Non"]

    /// Whether a word of the source begins like one of a list.
    private func hasWord(beginningWith beginnings: [StaticString], _ left: Half) -> Bool {
        page.source.text.withUnsafeBufferPointer { text in
            left.contains { term in
                beginnings.contains { text.hasIgnoringCase($0, at: term.range.lowerBound) }
            }
        }
    }

    /// Whether the source has a word that another language may say with a negation.
    func hasReason(_ left: Half) -> Bool {
        hasWord(beginningWith: Self.negativeBeginnings, left) || hasWord(beginningWith: Self.doubtfulBeginnings, left)
            || left.contains { Self.doubtfulWords.contains($0.hash) }
    }

    /// English words that another language may say with a negation: "fewer" as "not so many", "or more" as "not less than".
    private static let doubtfulWords = Set(
        "less fewer few little most more still yet down same out end ends low too unique ok okay fine".split(
            separator: " "
        ).map {
            WordHash(stemOf: $0).value
        })

    /// How English words begin of which the same is true.
    private static let doubtfulBeginnings: [StaticString] = [
        "aware", "clear", "exclus", "minim", "maxim", "limit", "deni", "deny", "n/a", "problem", "prohibit", "prevent",
        "lock", "effortl", "reject",
        "refus", "skip", "omit", "expire", "block", "stop", "separat", "distinct", "independ", "discrepan", "differ",
        "zero",
        "keep", "kept ", "leave", "stay", "remain", "hold ", "else", "otherwise", "up to ", "that's all", "that’s all",
        "all you", "one way", "one-way",
    ]

    /// How English words begin that are negative: "unsure" is "not sure".
    private static let negativeBeginnings: [StaticString] = [
        "una", "unb", "unc", "und", "une", "unf", "unh", "unin", "unk", "unl", "unm", "unn", "unp", "unr", "uns", "unt",
        "unu", "unv", "unw", "non", "disa", "dislike", "dismiss", "illeg", "irre", "impo", "inac", "inco", "inva",
        "insu", "inel", "infreq", "fail", "except", "instead", "restrict", "new ",
        "missing", "violat", "avoid", "lack", "absen", "overlook", "partial", "exempt", "ignor", "exceed", "until",
        "outside", "beyond", "insensi", "discon", "sure", "ensure", "remember", "free", "unid", "unim", "uno", "unq",
        "unz",
        "mism", "disj", "extern", "gone", "barely", "hardly", "rarely", "seldom", "blank", "empty", "stuck", "retire",
        "silent", "quiet", "obsolete", "deprecat", "dont", "don't", "don’t", "cant ", "wont ", "doesn", "didn", "isn",
        "aren", "wasn", "hasn", "haven", "couldn", "shouldn", "wouldn",
    ]
}
