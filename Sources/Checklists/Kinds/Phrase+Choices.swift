/// What shows that the reader does one of several things.
extension Phrase {
    /// Whether the reader is told or invited to do one of several things: "Use one of these methods:".
    var offersChoice: Bool {
        if containsAny(Cues.choiceInCondition) || describesInterface { return false }
        if endsWithColon && contains("either"), contains("you ") || isInstruction() {
            // "You must either:", and two instructions.
            if text.suffix(8).elementsEqual(" either:".utf8) { return true }
            if contains("or "), !containsAny(Cues.steps) { return !containsAny(Cues.describedChoice) }
        }
        if containsAny(Cues.choosing) || endsWithColon && containsAny(Cues.openChoices) || opensChoiceOfWays {
            return true
        }
        if containsAny(Cues.describedChoice) { return false }
        let isActing = addressesReader || containsAny(Cues.acting)
        if containsAny(Cues.oneOfSeveral) { return isActing }
        return namesWays && (isActing || endsWithColon && beginsWith(Cues.wayTitles))
    }

    /// Whether the sentence names what a reader can choose between: "in several ways", "the following methods".
    var namesWays: Bool {
        // "These methods are slow" is about methods that were named before.
        if begins(with: "these ") { return false }
        return containsAny(Cues.choiceNouns) || wordAfterWays.map { !Cues.subjectsAfterWays.contains($0) } == true
    }

    /// "There are two ways to stop it", but not "There are two ways a call can end".
    var opensChoiceOfWays: Bool {
        guard beginsWith(Cues.openings), let next = wordAfterWays else { return false }
        return Cues.wordsAfterWays.contains(next)
    }

    /// The word after "two ways", "a few different ways", "two simple ways". An empty one if the sentence ends there.
    private var wordAfterWays: Word? {
        guard containsAny(Cues.ways) else { return nil }
        var words = Words(text, from: 0)
        // The two words before: "different ways", "two simple ways".
        var (second, last): (Word?, Word?) = (nil, nil)
        while let word = words.next() {
            if word == Self.ways {
                let isCounted =
                    last.map(Cues.quantities.contains) == true
                    || second.map(Cues.quantities.contains) == true
                        && last.map(Cues.wordsNotBeforeWays.contains) == false
                if isCounted { return words.next() ?? Word([]) }
            }
            (second, last) = (last, word)
        }
        return nil
    }

    /// "On this page you have the following options:": buttons and fields.
    private var describesInterface: Bool { containsAny(Cues.interfaceOptions) && containsAny(Cues.interfaceParts) }

    /// "If the relay is stopped, start it.", "When it fails, select …", "For servers, use …": what to do in one case.
    var isCase: Bool {
        beginsWith(Cues.cases) && (isInstruction() || isCaseAsSentence) && !containsAny(Cues.remarksInItems)
    }

    /// "If you see no light. First, press the button.": the case has a full stop.
    private var isCaseAsSentence: Bool {
        guard beginsWith(Cues.conditionalCases), let stop = text.firstIndex(of: UInt8(ascii: ".")) else { return false }
        return !text[..<stop].contains(UInt8(ascii: ","))
            && InstructionDetector(Array(text[(stop + 1)...])).isInstruction
    }

    /// "If …": a case, whatever is said about it.
    var beginsLikeCase: Bool { beginsWith(Cues.cases) }

    /// "If you have servers, you can use the wizard.", but not "If you stop it, you will be billed.".
    var isAdvisedCase: Bool {
        guard beginsWith(Cues.conditionalCases) else { return false }
        return text.indices.contains { index in
            guard text[index] == UInt8(ascii: ",") else { return false }
            var clause = Words(text, from: index + 1)
            // "…, then you can …", "…, in most cases you should …".
            var word = clause.next()
            if word == Self.then { word = clause.next() }
            for _ in 0..<3 where word == Self.in || word == Self.most || word == Self.cases { word = clause.next() }
            guard word == Self.you, let auxiliary = clause.next() else { return false }
            if Cues.advisingWords.contains(auxiliary) { return true }
            // "If you stop it, you might lose calls" is a warning.
            return Cues.cautiousWords.contains(auxiliary) && clause.next().map(Cues.wishes.contains) == true
        }
    }

    /// "Choose **Small** if you have one server".
    var isChoiceByCase: Bool {
        guard beginsWith(Cues.choices), !containsAny(Cues.boxes), let condition = offset(of: "if ") else {
            return false
        }
        return !text[..<condition].contains(UInt8(ascii: "."))
    }

    /// "Version 7: Download the installer".
    var isInstructionAfterLabel: Bool {
        guard let colon = text.prefix(60).firstIndex(of: UInt8(ascii: ":")) else { return false }
        return InstructionDetector(Array(text[(colon + 1)...])).beginsWithVerb
    }

    /// "Option 2", "Method A:".
    var isNumberedChoice: Bool {
        var words = Words(text, from: 0)
        guard let first = words.next(), Cues.choiceNames.contains(first), let second = words.next() else {
            return false
        }
        // "Option 1 is selected:" is an event.
        return Cues.choiceNumbers.contains(second) && words.next() != Self.is
    }

    /// "Select **New** to add a relay.": what a button is for.
    var tellsPurposeOfControl: Bool {
        guard beginsWith(Cues.controls) else { return false }
        var words = Words(text, from: 0)
        _ = words.next()
        while let word = words.next(), words.offset < 120 {
            if word == Self.and || word == Self.then { return false }
            if word == Self.to, let verb = words.next() { return InstructionDetector.verbs.contains(verb) }
        }
        return false
    }

    private static let you = Word("you")
    private static let ways = Word("ways")
    private static let `is` = Word("is")
    private static let and = Word("and")
    private static let then = Word("then")
    private static let to = Word("to")
    private static let `in` = Word("in")
    private static let most = Word("most")
    private static let cases = Word("cases")
}
