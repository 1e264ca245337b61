import Bitext

/// The difference of two texts, word by word.
public struct WordDiff: Sendable, Equatable {
    /// A stretch of text that both have, or one of them.
    public struct Piece: Sendable, Equatable {
        /// Which of the texts has the piece.
        public enum Kind: String, Sendable {
            case same, removed, added
        }

        /// Which of the texts has it.
        public var kind: Kind
        /// With the blanks in it.
        public var text: String

        /// - Parameter text: with the blanks in it.
        public init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }
    }

    /// In reading order; what was removed comes before what replaced it. The removed and the same pieces one after
    /// the other are the old text, the added and the same ones the new text, blanks at the seams aside.
    public private(set) var pieces: [Piece] = []

    /// Blanks alone count only where nothing else differs, and there only whether there are any.
    public init(_ old: String, _ new: String) {
        compare(Self.tokens(old), Self.tokens(new))
        guard !pieces.contains(where: { $0.kind != .same }), old.collapsingBlanks() != new.collapsingBlanks() else {
            return
        }
        pieces = []
        compare(Self.separated(Self.tokens(old)), Self.separated(Self.tokens(new)))
    }

    /// One text in the place of another, without a closer look, as for addresses.
    public init(replacing old: String, by new: String) {
        if !old.isEmpty { pieces.append(Piece(.removed, new.isEmpty ? old : old + " ")) }
        if !new.isEmpty { pieces.append(Piece(.added, new)) }
    }

    private mutating func compare(_ old: [Token], _ new: [Token]) {
        for step in SequenceDiff.steps(old.map(\.word), new.map(\.word)) {
            switch step {
            case .same(_, let index): add(.same, new[index])
            case .removed(let index): add(.removed, old[index])
            case .added(let index): add(.added, new[index])
            }
        }
        trim()
    }

    /// A word or a sign, and the blanks after it.
    private struct Token {
        var word: Substring
        var blanks: Substring
    }

    private static func tokens(_ text: String) -> [Token] {
        var tokens: [Token] = []
        var rest = Substring(text)
        while let first = rest.first {
            let word: Substring
            if first.isWordLike {
                word = rest.prefix { $0.isWordLike }
            } else {
                word = first.isWhitespace ? rest.prefix(0) : rest.prefix(1)
            }
            rest = rest[word.endIndex...]
            let blanks = rest.prefix { $0.isWhitespace }
            rest = rest[blanks.endIndex...]
            tokens.append(Token(word: word, blanks: blanks))
        }
        return tokens
    }

    /// The tokens with the blanks as tokens of their own.
    private static func separated(_ tokens: [Token]) -> [Token] {
        tokens.flatMap { token in
            let word = Token(word: token.word, blanks: "")
            return token.blanks.isEmpty ? [word] : [word, Token(word: " ", blanks: "")]
        }
    }

    private mutating func add(_ kind: Piece.Kind, _ token: Token) {
        let text = String(token.word) + String(token.blanks)
        if pieces.last?.kind == kind {
            pieces[pieces.count - 1].text += text
        } else {
            pieces.append(Piece(kind, text))
        }
    }

    /// Takes the blanks at the end of both texts away.
    private mutating func trim() {
        for index in pieces.indices.suffix(2) {
            let isLastOfItsText =
                index == pieces.count - 1 || pieces[index].kind == .removed && pieces[index + 1].kind == .added
            guard isLastOfItsText else { continue }
            while pieces[index].text.last?.isWhitespace == true { pieces[index].text.removeLast() }
        }
        pieces.removeAll { $0.text.isEmpty }
    }
}

extension Character {
    /// Whether it belongs to the same word as its neighbours; a sign of a script without blanks is a word by itself.
    fileprivate var isWordLike: Bool {
        guard let scalar = unicodeScalars.first else { return false }
        return (isLetter || isNumber || self == "_") && !scalar.value.isUnspacedLetter
    }
}
