/// The difference of two texts, word by word.
public struct WordDiff: Sendable, Equatable {
    /// A stretch of text that both have, or one of them.
    public struct Piece: Sendable, Equatable {
        public enum Kind: String, Sendable {
            case same, removed, added
        }

        public var kind: Kind
        public var text: String

        public init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }
    }

    /// In reading order; what was removed stands before what came in its place. The removed and the same pieces one behind
    /// the other are the old text, the added and the same ones the new text, blanks at the seams aside.
    public private(set) var pieces: [Piece] = []

    /// Larger products of numbers of words are not compared word by word in their middle.
    private static let most = 1_000_000

    /// - Complexity: the product of the numbers of words between the first and the last difference, and bounded.
    public init(_ old: String, _ new: String) {
        let (old, new) = (Self.tokens(old), Self.tokens(new))
        var start = 0
        while start < min(old.count, new.count), old[start].word == new[start].word { start += 1 }
        var end = 0
        while end < min(old.count, new.count) - start, old[old.count - 1 - end].word == new[new.count - 1 - end].word {
            end += 1
        }
        new[..<start].forEach { add(.same, $0) }
        compare(old[start..<old.count - end], new[start..<new.count - end])
        new[(new.count - end)...].forEach { add(.same, $0) }
        trim()
    }

    /// A word or a sign, and the blanks behind it.
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

    private mutating func compare(_ old: ArraySlice<Token>, _ new: ArraySlice<Token>) {
        guard !old.isEmpty, !new.isEmpty, old.count * new.count <= Self.most else {
            old.forEach { add(.removed, $0) }
            new.forEach { add(.added, $0) }
            return
        }
        // Lengths of the longest common subsequences of what is left, from each pair of places on.
        let width = new.count + 1
        var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
        for i in stride(from: old.count - 1, through: 0, by: -1) {
            for j in stride(from: new.count - 1, through: 0, by: -1) {
                let isSame = old[old.startIndex + i].word == new[new.startIndex + j].word
                lengths[i * width + j] =
                    isSame
                    ? lengths[(i + 1) * width + j + 1] + 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var (i, j) = (0, 0)
        while i < old.count, j < new.count {
            if old[old.startIndex + i].word == new[new.startIndex + j].word {
                add(.same, new[new.startIndex + j])
                i += 1
                j += 1
            } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                add(.removed, old[old.startIndex + i])
                i += 1
            } else {
                add(.added, new[new.startIndex + j])
                j += 1
            }
        }
        old[(old.startIndex + i)...].forEach { add(.removed, $0) }
        new[(new.startIndex + j)...].forEach { add(.added, $0) }
    }

    /// Adds a token to the last piece of its kind since the last that both have.
    private mutating func add(_ kind: Piece.Kind, _ token: Token) {
        let text = String(token.word) + String(token.blanks)
        if pieces.last?.kind == kind {
            pieces[pieces.count - 1].text += text
        } else if kind == .removed, pieces.last?.kind == .added {
            // What goes stands before what comes.
            if pieces.count > 1, pieces[pieces.count - 2].kind == .removed {
                pieces[pieces.count - 2].text += text
            } else {
                pieces.insert(Piece(.removed, text), at: pieces.count - 1)
            }
        } else {
            pieces.append(Piece(kind, text))
        }
    }

    /// Takes the blanks at the end of the text away.
    private mutating func trim() {
        for index in pieces.indices.suffix(2) {
            let isLastOfItsText = index == pieces.count - 1 || pieces[index].kind == .removed
            if isLastOfItsText {
                while pieces[index].text.last?.isWhitespace == true { pieces[index].text.removeLast() }
            }
        }
        pieces.removeAll { $0.text.isEmpty }
    }
}

extension Character {
    /// Whether it belongs to the same word as its neighbours; a sign of a script without blanks is a word by itself.
    fileprivate var isWordLike: Bool {
        guard let scalar = unicodeScalars.first else { return false }
        return (isLetter || isNumber || self == "_") && !scalar.isUnspaced
    }
}
