import Bitext

/// The words of a text from an offset on.
struct Words {
    private let text: [UInt8]
    /// The end of the last word, in bytes.
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

/// A word in lower case, packed into two integers so that a look-up needs no `String`.
struct Word: Equatable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var count = 0

    /// Two words are equal if their length and their first sixteen bytes are.
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

    /// The set of all words in a text.
    static func set(_ words: StaticString) -> WordSet {
        var words = Words(Array(UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)), from: 0)
        var all: [Word] = []
        while let word = words.next() { all.append(word) }
        return WordSet(all)
    }

    fileprivate var isEmpty: Bool { count == 0 }

    fileprivate var hash: Int {
        let mixed = (first ^ second &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(count)) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed >> 32)
    }
}

/// A fixed set of words.
///
/// Looked up for nearly every word of a list. Its keys are our own, so it needs no hash that resists attacks.
struct WordSet: Sendable {
    /// Open addressing with linear probing. The size is a power of two, and at least half of the slots are free.
    private var slots: [Word]

    init(_ words: [Word]) {
        var size = 4
        while size < 2 * words.count { size *= 2 }
        slots = Array(repeating: Word([]), count: size)
        for word in words { slots[slot(of: word)] = word }
    }

    func contains(_ word: Word) -> Bool { !slots[slot(of: word)].isEmpty }

    /// The index of a word, or of the free slot where it would be.
    private func slot(of word: Word) -> Int {
        var slot = word.hash & (slots.count - 1)
        while !slots[slot].isEmpty, slots[slot] != word { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }
}
