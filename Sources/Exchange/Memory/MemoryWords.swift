import BitextReaders
import Hashing

/// The words by which texts are compared, as hashes.
enum MemoryWords {
    /// The words in lower case, without punctuation. A character of a script without blanks between words is a word, and so is a
    /// code by itself, such as a code span. The codes of emphasis and links are none.
    static func words(of text: CodedText) -> [UInt64] {
        var words: [UInt64] = []
        for part in text.parts {
            switch part {
            case .text(let text): add(text, to: &words)
            case .code(let code) where code.role == .single:
                words.append(KeyHash.of((code.data ?? "{\(code.id)}").utf8))
            case .code: break
            }
        }
        return words
    }

    private static func add(_ text: String, to words: inout [UInt64]) {
        var word = KeyHash()
        var isEmpty = true
        func end() {
            if !isEmpty { words.append(word.value) }
            (word, isEmpty) = (KeyHash(), true)
        }
        for scalar in text.unicodeScalars {
            guard isPartOfWord(scalar) else {
                end()
                continue
            }
            if isIdeograph(scalar) { end() }
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                word.add((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            } else {
                for byte in scalar.properties.lowercaseMapping.utf8 { word.add(byte) }
            }
            isEmpty = false
            if isIdeograph(scalar) { end() }
        }
        end()
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
            default: false
            }
        }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber:
            true
        default: false
        }
    }

    /// Whether a character is of Chinese or Japanese, which have no blanks between words.
    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// How many words must be added, removed or replaced to make one text of the other; nil for more than `limit`.
    ///
    /// - Complexity: O(length · limit).
    static func distance(_ left: [UInt64], _ right: [UInt64], atMost limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        // In any order they have at least as much in common.
        guard differing(left, right) <= limit else { return nil }
        var row: [Int] = []
        return distance(left[...], right[...], atMost: limit, &row)
    }

    /// The same, without the quick looks before.
    ///
    /// - Parameter row: memory to work in.
    static func distance<Word: Equatable>(
        _ left: ArraySlice<Word>, _ right: ArraySlice<Word>, atMost limit: Int, _ row: inout [Int]
    ) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        let tooMany = limit + 1
        row.removeAll(keepingCapacity: true)
        for column in 0...right.count { row.append(min(column, tooMany)) }
        for (index, word) in left.enumerated() {
            let first = max(0, index - limit)
            let last = min(right.count - 1, index + limit)
            var diagonal = row[first]
            row[first] = first == 0 ? min(index + 1, tooMany) : tooMany
            var best = row[first]
            for other in first...last {
                let above = row[other + 1]
                let replaced = diagonal + (word == right[right.startIndex + other] ? 0 : 1)
                row[other + 1] = min(replaced, row[other] + 1, above + 1, tooMany)
                best = min(best, row[other + 1])
                diagonal = above
            }
            if best > limit { return nil }
        }
        let distance = row[right.count]
        return distance <= limit ? distance : nil
    }

    /// How many words of the longer text are not in the other, in any order.
    private static func differing(_ left: [UInt64], _ right: [UInt64]) -> Int {
        let (left, right) = (left.sorted(), right.sorted())
        var (i, j, shared) = (0, 0, 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                (i, j, shared) = (i + 1, j + 1, shared + 1)
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return max(left.count, right.count) - shared
    }
}
