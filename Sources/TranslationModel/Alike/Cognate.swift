import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Words that are alike in two languages because they are one: "protocol", "protocole", "Protokoll", "протокол".
///
/// M. Simard, G. F. Foster, P. Isabelle: Using cognates to align sentences in bilingual corpora (1992): words whose first four
/// letters agree. Here letters are first brought together across accents and scripts.
enum Cognate {
    /// Letters that count.
    private static let longest = 4

    /// Equal for words that may be cognates; nil for a word of another script.
    @inline(__always)
    static func key(_ text: Bytes, _ range: Range<Int>, _ letters: UnsafePointer<UInt8>) -> UInt32? {
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
            guard scalar < UInt32(count) else { return length == 0 ? nil : hash.value }
            var letter = letters[Int(scalar)]
            if letter == 0 { return length == 0 ? nil : hash.value }
            // A sign that is not heard, and the second of two equal letters.
            if letter == 1 || letter == last { continue }
            if letter == UInt8(ascii: "c") {
                let next = offset < range.upperBound ? text[offset].asciiLowercased : 0
                letter = next == UInt8(ascii: "e") || next == UInt8(ascii: "i") ? UInt8(ascii: "s") : UInt8(ascii: "k")
            }
            last = letter
            hash.append(letter)
            length += 1
            if length == longest { return hash.value }
        }
        return length == 0 ? nil : hash.value ^ 0x3C3C_3C3C
    }

    private static let count = 0x460
    /// For each scalar up to U+045F the Latin letter that it is taken for; 0 for none, 1 for one that is passed over.
    ///
    /// In memory that lives as long as the process and that nobody writes again.
    nonisolated(unsafe) static let letters: UnsafePointer<UInt8> = {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
        table.initialize(repeating: 0, count: count)
        func set(_ from: UInt32, _ letters: String) {
            for (offset, letter) in letters.utf8.enumerated() where letter != UInt8(ascii: " ") {
                table[Int(from) + offset] = letter == UInt8(ascii: "-") ? 1 : letter
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
        return UnsafePointer(table)
    }()
}
