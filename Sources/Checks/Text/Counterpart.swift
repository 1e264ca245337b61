import Bitext
import ParsedBitext

/// Finds what became of a piece of the source in the target, such as “Microsoft 量子. 標準” for `Microsoft.Quantum.Standard`.
struct Counterpart {
    private let pair: SegmentPair
    /// Where the source has the piece.
    private let lost: SideRange
    /// Its letters and digits.
    private let letters: [UInt8]

    /// Longer segments and pieces are not searched: a search compares each window of the target with the piece.
    private static let (longestSegment, longestPiece) = (4096, 120)
    /// How alike two texts must be, from 0 to 1; and if they have a part in common, such as “Microsoft”.
    private static let (leastAlike, leastAlikeWithPart) = (0.6, 0.35)

    /// - Parameter lost: in the source of the pair.
    init(_ lost: SideRange, in pair: SegmentPair) {
        self.pair = pair
        self.lost = lost
        letters = Self.letters(pair.tokenized.bitext[.source][lost])
    }

    /// The place of a text in one variant of a segment: where a reader sees it, else in its markup. Nil if the variant is nothing
    /// else, or it is there more than once.
    ///
    /// - Parameter takesFirst: whether the first of several places will do.
    static func place(of text: String, _ side: Side, in pair: SegmentPair, takesFirst: Bool) -> SideRange? {
        let (text, markdown) = (Array(text.utf8), pair.markdown(side))
        guard !text.isEmpty, text.count < markdown.count, markdown.count <= longestSegment else { return nil }
        let seen = places(of: text, in: pair.text(side))
        if let first = seen.first {
            return seen.count == 1 || takesFirst ? pair.sideRange(TextRange(first), side) : nil
        }
        let written = places(of: text, in: markdown)
        return written.count == 1 || takesFirst ? written.first.map { SideRange($0) } : nil
    }

    /// The first two places of a text.
    private static func places(of text: [UInt8], in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = bytes.startIndex
        while found.count < 2, let start = bytes[index...].firstIndex(of: text[0]) {
            if bytes[start...].starts(with: text) { found.append(start..<start + text.count) }
            index = start + 1
        }
        return found
    }

    /// Where the target has what is most like the piece; nil where nothing is like it.
    func range() -> SideRange? {
        guard !letters.isEmpty, lost.count <= Self.longestPiece, pair.markdown(.target).count <= Self.longestSegment
        else { return nil }
        if let range = similarWords() ?? elementAtSamePlace() { return range }
        // A lost number leaves nothing between its neighbours.
        return letters.contains { !$0.isASCIIDigit } ? wordsBetweenAnchors() : nil
    }

    // MARK: Words that look alike

    /// The words in a row that are most like the piece.
    private func similarWords() -> SideRange? {
        let tokens = Array(pair.tokens(.target))
        let isKept = tokensOfBoth(tokens)
        var best: (score: Double, range: TextRange)?
        for first in tokens.indices where !isKept[first] {
            var text = CommonLetters(with: letters)
            for last in first..<min(tokens.count, first + 8) where !isKept[last] {
                guard last == first || !isKept[first..<last].contains(true) else { break }
                text.append(Self.letters(pair.text(tokens[last].range, .target)))
                guard text.count <= 2 * letters.count + 16 else { break }
                let score = text.likeness
                if score >= Self.leastAlikeWithPart, score > best?.score ?? 0, isAlike(score, tokens[first...last]) {
                    best = (score, tokens[first].range.lowerBound..<tokens[last].range.upperBound)
                }
            }
        }
        return best.map { pair.sideRange(completed($0.range, tokens, isKept), .target) }
    }

    /// A translated name goes on beside the part that is left of it: “Job” of “Obtenir-Job”, “Microsoft” of “Microsoft 量子.
    /// 標準”.
    private func completed(_ range: TextRange, _ tokens: [Token], _ isKept: [Bool]) -> TextRange {
        func gap(after index: Int) -> ArraySlice<UInt8> {
            pair.text(tokens[index].range.upperBound..<tokens[index + 1].range.lowerBound, .target)
        }
        func isJoined(after index: Int) -> Bool {
            !gap(after: index).isEmpty && gap(after: index).allSatisfy { "-_./\\:".utf8.contains($0) }
        }
        guard var first = tokens.firstIndex(where: { $0.range.lowerBound >= range.lowerBound }),
            var last = tokens.lastIndex(where: { $0.range.upperBound <= range.upperBound })
        else { return range }
        while first > 0, !isKept[first - 1], isJoined(after: first - 1) { first -= 1 }
        while last + 1 < tokens.count, !isKept[last + 1], isJoined(after: last) { last += 1 }
        let start = tokens[first].range.lowerBound
        let left = Self.letters(pair.text(start..<tokens[last].range.upperBound, .target))
        guard letters.count > left.count, letters.starts(with: left) else {
            return start..<tokens[last].range.upperBound
        }
        let parts = pair.tokenized.bitext[.source][lost].split { !$0.isASCIIAlphanumeric }.count
        let end = min(tokens.count, last + parts)
        while last + 1 < end, !isKept[last + 1] {
            guard gap(after: last).allSatisfy({ $0.isASCIIBlank || $0 == UInt8(ascii: ".") }) else { break }
            last += 1
        }
        return start..<tokens[last].range.upperBound
    }

    private func isAlike(_ score: Double, _ tokens: ArraySlice<Token>) -> Bool {
        if score >= Self.leastAlike { return true }
        guard score >= Self.leastAlikeWithPart else { return false }
        return tokens.contains { token in
            let part = Self.letters(pair.text(token.range, .target))
            return part.count >= 4 && (letters.starts(with: part) || letters.reversed().starts(with: part.reversed()))
        }
    }

    /// Which tokens of the target the source has, too, outside of the piece.
    private func tokensOfBoth(_ tokens: [Token]) -> [Bool] {
        var hashes: Set<UInt32> = []
        for token in pair.tokens(.source) where !pair.sideRange(token.range, .source).overlaps(lost) {
            hashes.insert(token.hash)
        }
        return tokens.map { hashes.contains($0.hash) && ($0.kind != .word || $0.range.count >= 4) }
    }

    /// ASCII letters in lower case, digits, and all other characters beyond ASCII.
    private static func letters(_ text: ArraySlice<UInt8>) -> [UInt8] {
        text.filter { $0.isASCIIAlphanumeric || $0 >= 0x80 }.map(\.asciiLowercased)
    }

    /// Twice the longest common subsequence of two texts, by the sum of their lengths.
    static func likeness(_ left: [UInt8], _ right: [UInt8]) -> Double {
        var text = CommonLetters(with: right)
        text.append(left)
        return text.likeness
    }

    /// The letters that a text has in common with another one, while the text grows.
    private struct CommonLetters {
        private let other: [UInt8]
        /// For each beginning of the other text, how long the longest common subsequence is.
        private var row: [Int]
        /// How long the text is.
        private(set) var count = 0

        init(with other: [UInt8]) {
            self.other = other
            row = Array(repeating: 0, count: other.count + 1)
        }

        mutating func append(_ letters: [UInt8]) {
            for letter in letters {
                var diagonal = 0
                for index in other.indices {
                    let above = row[index + 1]
                    row[index + 1] = letter == other[index] ? diagonal + 1 : max(above, row[index])
                    diagonal = above
                }
            }
            count += letters.count
        }

        /// ``Counterpart/likeness(_:_:)``
        var likeness: Double { Double(2 * row[other.count]) / Double(count + other.count) }
    }

    // MARK: The same place

    /// The element of the target that is at the same place among its kind as the source's around the piece.
    private func elementAtSamePlace() -> SideRange? {
        let around = pair.elements(.source).filter {
            $0.range.lowerBound <= lost.lowerBound && $0.range.upperBound >= lost.upperBound && $0.kind != .htmlTag
        }
        guard let inner = around.min(by: { $0.range.count < $1.range.count }) else { return nil }
        return pair.elementAtSamePlace(as: inner)?.range
    }

    /// What is between the two tokens that both sides have and that are nearest to the piece.
    private func wordsBetweenAnchors() -> SideRange? {
        let (source, target) = (Array(pair.tokens(.source)), Array(pair.tokens(.target)))
        let places = Dictionary(grouping: target.indices, by: { target[$0].hash }).compactMapValues {
            $0.count == 1 ? $0[0] : nil
        }
        let counts = Dictionary(source.lazy.map { ($0.hash, 1) }, uniquingKeysWith: +)
        func anchor(_ token: Token) -> Int? { counts[token.hash] == 1 ? places[token.hash] : nil }
        let ranges = source.map { pair.sideRange($0.range, .source) }
        let before = source.indices.last { ranges[$0].upperBound <= lost.lowerBound && anchor(source[$0]) != nil }
        let after = source.indices.first { ranges[$0].lowerBound >= lost.upperBound && anchor(source[$0]) != nil }
        guard before != nil || after != nil else { return nil }
        let first = before.flatMap { anchor(source[$0]) }.map { $0 + 1 } ?? 0
        let end = after.flatMap { anchor(source[$0]) } ?? target.count
        // More than half of the target is no place.
        guard first < end, 2 * (end - first) <= target.count else { return nil }
        return pair.sideRange(target[first].range.lowerBound..<target[end - 1].range.upperBound, .target)
    }
}
