import Bitext

/// Detects instructions in English: "Click **OK**.", "On the **Edit** menu, click …", "You must restart …".
///
/// It looks for a verb in its base form at the beginning of a clause. At most a phrase about where, when or why may come
/// before the clause. Nothing is parsed further.
struct InstructionDetector {
    private let text: [UInt8]
    private let isInSequence: Bool

    /// - Parameters:
    ///   - text: the beginning of a sentence, in lower case.
    ///   - isInSequence: whether it is one of several numbered items. There, "call" is hardly ever a noun.
    init(_ text: [UInt8], inSequence: Bool = false) {
        self.text = text
        isInSequence = inSequence
    }

    /// Detects an instruction in the beginning of a step.
    ///
    /// - Parameter step: its text, of which 200 bytes are enough.
    init(step: some Collection<UInt8>) {
        self.init(step.prefix(200).map(\.asciiLowercased), inSequence: true)
    }

    /// Whether the sentence tells the reader to do something.
    var isInstruction: Bool {
        var words = Words(text, from: 0)
        var begin = 0
        while let word = words.next() {
            if word == Self.step {
                // "Step 2: Choose …"
                _ = words.next()
            } else if Self.openers.contains(word) {
                return isInstruction(afterOpener: word, words)
            } else if !Self.isSkipped(word) {
                return isImperativeClause(from: begin) || isInSequence && followsPath
            }
            begin = words.offset
        }
        return false
    }

    /// "Settings, Update & Security, select **Check now**": what to choose, after where it is.
    private var followsPath: Bool {
        let sentence = text.prefix { $0 != UInt8(ascii: ".") }
        return sentence.indices.contains { index in
            guard text[index] == UInt8(ascii: ",") else { return false }
            var words = Words(text, from: index + 1)
            return words.next().map { Self.interfaceVerbs.contains($0) && !isNoun($0, before: words) } ?? false
        }
    }

    /// Whether the sentence begins with a verb in its base form: "Step 2: Assign licenses".
    var beginsWithVerb: Bool {
        var words = Words(text, from: 0)
        guard words.next() == Self.step, words.next() != nil else { return isImperativeClause(from: 0) }
        return isImperativeClause(from: words.offset)
    }

    /// "On the **Users** page, click …", "In **Name** type …", "To see all of them:".
    ///
    /// - Parameter rest: the words after the opener.
    private func isInstruction(afterOpener opener: Word, _ rest: Words) -> Bool {
        for index in text.indices where text[index] == UInt8(ascii: ",") && isImperativeClause(from: index + 1) {
            return true
        }
        if opener == Self.to, text.last == UInt8(ascii: ":") { return true }
        // Without a comma, only words like "click" are certain to be verbs.
        var words = rest
        var previous = opener
        while let word = words.next() {
            if Self.interfaceVerbs.contains(word), !Self.subjects.contains(previous), !isNoun(word, before: words) {
                return true
            }
            previous = word
        }
        return false
    }

    /// Whether "type" is a noun here: "represented by type **A**", "the data type is", but not "In **Name** type a name".
    private func isNoun(_ word: Word, before rest: Words) -> Bool {
        guard word == Self.type else { return false }
        var words = rest
        return words.next().map { !Self.wordsAfterVerb.contains($0) } ?? false
    }

    /// Whether a clause begins with a verb in its base form, or with an obligation: "You must …".
    private func isImperativeClause(from start: Int) -> Bool {
        var words = Words(text, from: start)
        var word = words.next()
        while let skipped = word, Self.isSkipped(skipped) { word = words.next() }
        guard let verb = word, !isLabel(upTo: words.offset) else { return false }
        if verb == Self.you { return isObligation(words) }
        var rest = words
        // "Right click **Start**".
        if Self.clicks.contains(verb), let next = rest.next(), Self.interfaceVerbs.contains(next) { return true }
        // "Number of calls", "Use of ports".
        rest = words
        if verb != Self.think, rest.next() == Self.of { return false }
        if !isInSequence, Self.nounsOrVerbs.contains(verb) {
            guard let next = words.next() else { return false }
            // "Access to port 443", "Support for ports".
            return Self.wordsAfterVerb.contains(next) && !(verb == Self.access && next == Self.to)
                && !(verb == Self.support && next == Self.for)
        }
        return Self.verbs.contains(verb) || isInSequence && Self.nounsOrVerbs.contains(verb)
    }

    /// "Delete: deletes …", "Edit. Opens …": the word is the name of a button or field. "test_calls: …" is another name.
    private func isLabel(upTo end: Int) -> Bool {
        guard end + 1 < text.count else { return false }
        return text[end].isOne(of: ":._")
    }

    /// "You must restart …", "You will need to assign …", but not "You must be …" and "You can …".
    ///
    /// - Parameter rest: the words after "you".
    private func isObligation(_ rest: Words) -> Bool {
        var words = rest
        var isObliged = false
        for _ in 0..<5 {
            guard let word = words.next() else { return false }
            if word == Self.have {
                // "You have to restart …", but not "You must have access …".
                guard words.next() == Self.to else { return false }
                isObliged = true
            } else if Self.obligations.contains(word) {
                isObliged = true
            } else if word != Self.to, !Self.isSkipped(word), !Self.auxiliaries.contains(word) {
                return isObliged && word != Self.be && (Self.verbs.contains(word) || Self.nounsOrVerbs.contains(word))
            }
        }
        return false
    }

    /// Whether a word may come before the verb: an adverb, or a word like "then".
    private static func isSkipped(_ word: Word) -> Bool { word.isAdverb || skippedWords.contains(word) }

    private static let access = Word("access")
    private static let support = Word("support")
    private static let `for` = Word("for")
    private static let step = Word("step")
    private static let type = Word("type")
    private static let to = Word("to")
    private static let of = Word("of")
    private static let think = Word("think")
    private static let have = Word("have")
    private static let be = Word("be")
    private static let you = Word("you")
}
