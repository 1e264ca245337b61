import Bitext
import ParsedBitext

/// Words that are alike in two languages because they have one origin: "protocol", "protocole", "Protokoll", "протокол".
///
/// M. Simard, G. F. Foster, P. Isabelle: Using cognates to align sentences in bilingual corpora (1992): words whose first four
/// letters agree. Here letters first lose their accents, and those of other scripts become Latin ones.
enum Cognate {
    /// How many letters count.
    private static let letterCount = 4

    /// Equal for words that may be cognates; nil for a word of another script.
    static func key(_ text: Bytes, _ range: Range<Int>) -> UInt32? {
        let letters = letters
        var hash = WordHash()
        var length = 0
        var last: UInt8 = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            let first = text[offset]
            var scalar = UInt32(first)
            if first >= 0x80 {
                let size: Int
                (scalar, size) = text.scalar(at: offset, range.upperBound)
                offset += size
            } else {
                offset += 1
            }
            guard scalar < letters.count, letters[Int(scalar)] != none else { return length == 0 ? nil : hash.value }
            var letter = letters[Int(scalar)]
            // A letter without a sound, and the second of two equal letters.
            if letter == silent || letter == last { continue }
            if letter == UInt8(ascii: "c") {
                let next = offset < range.upperBound ? text[offset].asciiLowercased : 0
                letter = next == UInt8(ascii: "e") || next == UInt8(ascii: "i") ? UInt8(ascii: "s") : UInt8(ascii: "k")
            }
            last = letter
            hash.append(letter)
            length += 1
            if length == letterCount { return hash.value }
        }
        return length == 0 ? nil : hash.value ^ 0x3C3C_3C3C
    }

    private static let none: UInt8 = 0
    private static let silent: UInt8 = 1

    /// For each scalar up to U+045F the Latin letter that it counts as, ``none``, or ``silent``.
    private static let letters: [UInt8] = {
        var table = Array(repeating: none, count: 0x460)
        func set(_ from: UInt32, _ letters: String) {
            for (offset, letter) in letters.utf8.enumerated() where letter != UInt8(ascii: " ") {
                table[Int(from) + offset] = letter == UInt8(ascii: "-") ? silent : letter
            }
        }
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
            let taken: UInt8
            switch Unicode.Scalar(letter) {
            case "q": taken = UInt8(ascii: "k")
            case "w": taken = UInt8(ascii: "v")
            case "y": taken = UInt8(ascii: "i")
            case "z": taken = UInt8(ascii: "s")
            default: taken = letter
            }
            table[Int(letter)] = taken
            table[Int(letter) - 0x20] = taken
        }
        // Latin-1 and Latin Extended-A.
        for start in [UInt32(0xC0), 0xE0] { set(start, "aaaaaaakeeeeiiiidnooooo ouuuuiss") }
        table[0xFF] = UInt8(ascii: "i")
        set(0x100, "aaaaaakkkkkkkkddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssss")
        set(0x162, "ttttttuuuuuuuuuuuuvviiissssss")
        // Greek.
        for start in [UInt32(0x391), 0x3B1] { set(start, "avgdesitiklmnxoprsstifhpo") }
        set(0x3AC, "aeii")
        set(0x3CC, "oio")
        // Cyrillic.
        for start in [UInt32(0x410), 0x430] { set(start, "abvgdejsiiklmnoprstufhssss-i-eua") }
        set(0x450, "eedgesiijlnkki")
        return table
    }()
}
