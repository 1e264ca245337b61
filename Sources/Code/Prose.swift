import Bitext

/// Recognises English sentences among code.
enum Prose {
    /// Words of sentences that are no words of a programming language.
    private static let words: Set<String> = [
        "the", "a", "an", "of", "to", "are", "that", "this", "these", "you", "your", "can", "will", "be", "it", "its",
        "which", "have", "has", "was", "were", "must", "should", "may", "please", "into", "we", "our", "they", "their",
        "because", "also", "using", "such", "following", "been", "about",
    ]

    /// Whether a line of code is a sentence: a capital, at least five words, many of them words of sentences, and nothing
    /// that only code has.
    static func isSentence(_ line: Range<Int>, in code: Bytes) -> Bool {
        guard let first = line.first, (0x41...0x5A).contains(code[first]), line.count <= 2000 else { return false }
        let end = code.firstOffset(of: 0x20, from: first, to: line.upperBound) ?? line.upperBound
        guard end - first > 60 || !CommandNames.isCmdlet(code.string(first..<end)) else { return false }
        let count = count(line, in: code)
        return count.words >= 5 && count.prose >= 2 && count.prose * 8 >= count.words && count.codeSigns == 0
    }

    /// Whether code is text to read.
    static func isProse(_ code: Bytes, lines: [Range<Int>]) -> Bool {
        var all = Count()
        for line in lines {
            // Comments are prose in any language.
            guard let first = line.first, !isComment(first, code) else { continue }
            all.add(count(line, in: code))
        }
        return all.words >= 6 && all.prose >= 2 && all.prose * 12 >= all.words && all.codeSigns * 12 <= all.words
    }

    private struct Count {
        var words = 0
        var prose = 0
        var codeSigns = 0

        mutating func add(_ other: Count) {
            words += other.words
            prose += other.prose
            codeSigns += other.codeSigns
        }
    }

    private static func isComment(_ start: Int, _ code: Bytes) -> Bool {
        code[start] == UInt8(ascii: "#") || code[start] == UInt8(ascii: "'") || code.has("//", at: start)
            || code.has("--", at: start) || code.has("/*", at: start) || code.has("* ", at: start)
            || code.has("<!--", at: start) || code.hasIgnoringCase("rem ", at: start)
    }

    /// Counts the words of a line outside of strings and placeholders, and the signs that only code has.
    private static func count(_ line: Range<Int>, in code: Bytes) -> Count {
        var count = Count()
        var offset = line.lowerBound
        while offset < line.upperBound {
            let byte = code[offset]
            if byte.isASCIILetter || byte >= 0x80 {
                var end = offset + 1
                while end < line.upperBound,
                    code[end].isASCIIAlphanumeric || code[end] >= 0x80 || code[end].isOne(of: "_-'")
                {
                    end += 1
                }
                count.words += 1
                if end - offset <= 9, words.contains(code.string(offset..<end).lowercased()) { count.prose += 1 }
                offset = end
                continue
            }
            if let closing = byte == UInt8(ascii: "\"") ? byte : byte == UInt8(ascii: "<") ? UInt8(ascii: ">") : nil,
                let close = code.firstOffset(of: closing, from: offset + 1, to: min(line.upperBound, offset + 400))
            {
                offset = close + 1
                continue
            }
            let next = offset + 1 < line.upperBound ? code[offset + 1] : 0x20
            let isAfterBlank = offset == line.lowerBound || code[offset - 1] == 0x20
            if byte.isOne(of: "{}=;|$`")
                || byte == UInt8(ascii: "-") && isAfterBlank && (next.isASCIILetter || next == byte)
            {
                count.codeSigns += 1
            }
            offset += 1
        }
        return count
    }
}
