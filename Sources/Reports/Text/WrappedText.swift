extension String {
    /// The text in lines of at most `width` columns, for a terminal. It is broken at blanks, and between wide characters, as
    /// Chinese and Japanese have no blanks. A longer word is not broken, so that a path can be copied.
    ///
    /// - Parameters:
    ///   - width: the columns of the terminal; nil for no terminal, which changes nothing.
    ///   - indent: how many blanks the lines after the first begin with.
    package func wrapped(to width: Int?, indent: Int) -> String {
        // A line with less than that is not readable, and a text of so many bytes fits.
        guard let width, width > indent + 8, utf8.count > width else { return self }
        var wrapping = Wrapping(width: width, indent: indent)
        for character in self { wrapping.add(character) }
        return wrapping.finish()
    }
}

/// Puts words into lines.
private struct Wrapping {
    private let width: Int
    private let indent: Int
    private var text = ""
    /// How many columns of the line are used, and whether it has a word.
    private var column = 0
    private var hasWord = false
    /// The blanks before the next word.
    private var blanks = 0
    private var word = ""
    private var wordWidth = 0
    /// Whether an escape sequence is being read, which takes no columns.
    private var isEscape = false

    init(width: Int, indent: Int) {
        self.width = width
        self.indent = indent
    }

    mutating func add(_ character: Character) {
        if isEscape || character == "\u{1B}" {
            word.append(character)
            isEscape = !character.isLetter
        } else if character == " " {
            endWord()
            blanks += 1
        } else {
            let columns = character.displayWidth
            if columns == 2 { endWord() }
            word.append(character)
            wordWidth += columns
            if columns == 2 { endWord() }
        }
    }

    mutating func finish() -> String {
        endWord()
        return text
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        if hasWord, column + blanks + wordWidth > width {
            text += "\n" + String(repeating: " ", count: indent)
            column = indent
        } else {
            text += String(repeating: " ", count: blanks)
            column += blanks
        }
        text += word
        column += wordWidth
        hasWord = hasWord || wordWidth > 0
        (word, wordWidth, blanks) = ("", 0, 0)
    }
}
