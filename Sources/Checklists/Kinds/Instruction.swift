import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Tells instructions ("Click **OK**.", "On the **Edit** menu, click …", "You must restart …") from other sentences.
///
/// Not grammar, but its outline: a verb in its plain form at the beginning of a clause, behind at most a phrase that says
/// where, when or to what end.
struct Instruction {
    /// Lower case.
    private let text: [UInt8]

    /// Whether it stands among numbered ones, where "call" is hardly a noun.
    private let isInSequence: Bool

    /// - Parameter text: the beginning of a sentence in lower case.
    init(_ text: [UInt8], inSequence: Bool = false) {
        self.text = text
        isInSequence = inSequence
    }

    /// Whether the sentence tells the reader to do something.
    var isOne: Bool {
        var words = Words(text, from: 0)
        var begin = 0
        while let word = words.next() {
            if word == Self.step {
                // "Step 2: Choose …"
                _ = words.next()
            } else if Self.openers.contains(word) {
                return isOneBehindOpener(word, words)
            } else if !Self.isSkipped(word) {
                return isClause(from: begin)
            }
            begin = words.offset
        }
        return false
    }

    /// Whether the sentence begins with a verb in its plain form: "Step 2: Assign licenses".
    var beginsWithVerb: Bool {
        var words = Words(text, from: 0)
        guard words.next() == Self.step, words.next() != nil else { return isClause(from: 0) }
        return isClause(from: words.offset)
    }

    /// "On the **Users** page, click …", "In **Name** type …", "To see all of them:".
    private func isOneBehindOpener(_ opener: Word, _ opened: Words) -> Bool {
        for index in text.indices where text[index] == UInt8(ascii: ",") && isClause(from: index + 1) { return true }
        if opener == Self.to, text.last == UInt8(ascii: ":") { return true }
        // No comma tells where the clause begins, but nobody writes "click" for anything else.
        var words = opened
        var previous = opener
        while let word = words.next() {
            if Self.gestures.contains(word), !Self.subjects.contains(previous) { return true }
            previous = word
        }
        return false
    }

    /// Whether a clause begins with a verb in its plain form, or tells the reader what must be done.
    private func isClause(from start: Int) -> Bool {
        var words = Words(text, from: start)
        var word = words.next()
        while let skipped = word, Self.isSkipped(skipped) { word = words.next() }
        guard let verb = word, !isLabel(upTo: words.offset) else { return false }
        if verb == Self.you { return isObligation(words) }
        if !isInSequence, Self.nouns.contains(verb) {
            guard let next = words.next() else { return false }
            // "Access to port 443".
            return Self.followers.contains(next) && !(verb == Self.access && next == Self.to)
        }
        return Self.verbs.contains(verb) || isInSequence && Self.nouns.contains(verb)
    }

    /// "Delete: deletes …", "Edit. Opens …": a name, whatever part of speech it is.
    private func isLabel(upTo end: Int) -> Bool {
        guard end + 1 < text.count else { return false }
        return text[end] == UInt8(ascii: ":") || text[end] == UInt8(ascii: ".")
    }

    /// "You must restart …", "You will need to assign …", but not "You must be …" and "You can …".
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
                return isObliged && word != Self.be && (Self.verbs.contains(word) || Self.nouns.contains(word))
            }
        }
        return false
    }

    /// Adverbs, and words that say which step this is.
    private static func isSkipped(_ word: Word) -> Bool { word.isAdverb || preambles.contains(word) }

    private static let access = Word("access")
    private static let step = Word("step")
    private static let to = Word("to")
    private static let have = Word("have")
    private static let be = Word("be")
    private static let you = Word("you")
}
