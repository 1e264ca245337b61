import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext

/// The words of a text, from somewhere in it.
struct Words {
    private let text: [UInt8]
    /// Behind the last word.
    private(set) var offset: Int

    init(_ text: [UInt8], from offset: Int) {
        self.text = text
        self.offset = offset
    }

    mutating func next() -> Word? {
        while offset < text.count, !Self.isLetter(text[offset]) { offset += 1 }
        let start = offset
        while offset < text.count, Self.isLetter(text[offset]) { offset += 1 }
        return start < offset ? Word(text[start..<offset]) : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
    }
}

/// A word in lower case, packed so that it can be looked up without making a string of it.
struct Word: Equatable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var count = 0

    /// Words longer than sixteen letters are told apart by these and by their length.
    init(_ text: some Collection<UInt8>) {
        for byte in text {
            if count < 8 {
                first = first << 8 | UInt64(byte)
            } else if count < 16 {
                second = second << 8 | UInt64(byte)
            }
            count += 1
        }
    }

    init(_ word: StaticString) {
        self.init(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    /// "Carefully", but not "apply".
    var isAdverb: Bool {
        let end = count > 9 ? second : count == 9 ? first << 8 | second : first
        return count > 6 && end & 0xFFFF == 0x6C79
    }

    /// The words of a text that is written for reading.
    static func set(_ words: StaticString) -> WordSet {
        var words = Words(Array(UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)), from: 0)
        var all: [Word] = []
        while let word = words.next() { all.append(word) }
        return WordSet(all)
    }

    /// Whether this is no word at all.
    fileprivate var isEmpty: Bool { count == 0 }

    /// A number that differs for nearly all words.
    fileprivate var scattered: Int {
        let mixed = (first ^ second &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(count)) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed >> 32)
    }
}

/// A fixed set of words: asked of nearly every word of a list, so without the hashing that strangers' keys need.
struct WordSet: Sendable {
    /// Each word in the first free place from its own on; a power of two, at least half of it free.
    private var places: [Word]

    init(_ words: [Word]) {
        var size = 4
        while size < 2 * words.count { size *= 2 }
        places = Array(repeating: Word([]), count: size)
        for word in words { places[place(of: word)] = word }
    }

    func contains(_ word: Word) -> Bool { !places[place(of: word)].isEmpty }

    /// Where a word stands, or would.
    private func place(of word: Word) -> Int {
        var place = word.scattered & (places.count - 1)
        while !places[place].isEmpty, places[place] != word { place = (place + 1) & (places.count - 1) }
        return place
    }
}
