import Bitext
import ParsedBitext

/// Brackets and quotes without a partner in the target, though all of the source have one.
struct UnbalancedBrackets: SegmentRule {
    static let description = RuleDescription(
        "unbalanced-brackets", .warning, .punctuation, "A bracket or quote is not opened or not closed.",
        discussion: """
            If all brackets and quotes of the source have a partner, those of the target should, too. The rule ignores
            labels at the beginning (`a)`), quotes that mean inches or minutes, and what opens in one segment and closes
            in another. Add or remove a bracket or quote.
            """,
        bad: .init("Wait (a minute).", "Patientez (une minute."),
        good: .init("Wait (a minute).", "Patientez (une minute)."),
        precision:
            """
            101.5 of 107 on pages of fifteen locales that nobody had read (30 November 2026), then 15 of 15 \
            others when the rule had been improved
            """
    )
    static let appliesTo = SegmentContents.brackets

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard let fault = fault(pair, .target), self.fault(pair, .source) == nil else { return }
        let sign = pair.string(TextRange(fault.range), .target)
        guard fault.crossed != nil || !hasPartnerBeside(fault, pair) else { return }
        let what =
            fault.crossed.map {
                "“\(sign)” opens inside “\(pair.string(TextRange($0), .target))” and closes outside of it"
            }
            ?? "“\(sign)” has no partner"
        report.add(
            "\(what); the source's brackets and quotes are balanced", in: pair, .target,
            pair.sideRange(TextRange(fault.range), .target), evidence: .init(target: sign))
    }

    /// Whether the partner of a bracket or quote is in a segment before or after it: a translation can split sentences
    /// in another way. In segments between them, nothing is without a partner.
    private func hasPartnerBeside(_ fault: Fault, _ pair: SegmentPair) -> Bool {
        [-1, 1].contains { step in
            for distance in 1...Self.maxDistance {
                let index = pair.index + step * distance
                guard pair.tokenized.contents.indices.contains(index),
                    pair.tokenized.contents[index].contains(.isPaired),
                    !pair.tokenized.contents[index].contains(.isLong)
                else { return false }
                let other = SegmentPair(pair.tokenized, index: index)
                guard let found = self.fault(other, .target) else { continue }
                return step < 0 ? isPair((found, other), (fault, pair)) : isPair((fault, pair), (found, other))
            }
            return false
        }
    }

    /// In segments.
    private static let maxDistance = 3

    /// Whether a sign in one segment opens what a sign in a later one closes.
    private func isPair(_ first: (fault: Fault, pair: SegmentPair), _ last: (fault: Fault, pair: SegmentPair)) -> Bool {
        let (opener, closer) = (sign(of: first.fault, first.pair), sign(of: last.fault, last.pair))
        if Self.closes(closer, opener) { return true }
        guard opener == 0x22 || closer == 0x22 else { return false }
        // A straight quote opens after a blank and closes after a word.
        return (opener == 0x22 ? isAfterBlank(first.fault, first.pair) : Self.isQuote(opener))
            && (closer == 0x22 ? !isAfterBlank(last.fault, last.pair) : [0x201C, 0x201D, 0xBB].contains(closer))
    }

    private func sign(of fault: Fault, _ pair: SegmentPair) -> UInt32 {
        pair.string(TextRange(fault.range), .target).unicodeScalars.first?.value ?? 0
    }

    private func isAfterBlank(_ fault: Fault, _ pair: SegmentPair) -> Bool {
        let last = pair.text(.target)[..<fault.range.lowerBound].last
        return last.map { $0.isASCIIBlank || $0 == UInt8(ascii: "(") } ?? true
    }

    private struct Open {
        var sign: UInt32
        var range: Range<Int>
    }

    /// A bracket or quote that has no partner, or whose pair crosses another one.
    private struct Fault {
        /// Of the sign, in the visible text.
        var range: Range<Int>
        /// The sign that opens the pair which is crossed: `[` in `[“ ]”`. nil where there is no partner.
        var crossed: Range<Int>?
    }

    /// The first fault of a half.
    private func fault(_ pair: SegmentPair, _ side: Side) -> Fault? {
        let text = pair.text(side)
        return text.withUnsafeBufferPointer { buffer -> Fault? in
            var open: [Open] = []
            // What was open inside a pair when that closed. Its partner may come yet.
            var leftOpen: (sign: Open, inside: Open)?
            var straight = StraightQuotes()
            func hasEqualQuotes() -> Bool { side == .target && Self.equalQuotes.contains(pair.language.code) }
            var offset = 0
            while offset < buffer.count {
                if Self.isPlain(buffer[offset]) {
                    offset += 1
                    continue
                }
                let (scalar, length) =
                    buffer[offset] < 0x80 ? (UInt32(buffer[offset]), 1) : buffer.scalar(at: offset, buffer.count)
                let start = offset
                let range = text.startIndex + start..<text.startIndex + start + length
                offset += length
                if scalar == 0x201D || scalar == 0xBB, hasEqualQuotes() {
                    // ”so” and »so».
                    if let last = open.last, Self.isQuote(last.sign) || last.sign == scalar {
                        open.removeLast()
                    } else {
                        open.append(Open(sign: scalar, range: range))
                    }
                } else if let last = open.last, Self.closes(scalar, last.sign) {
                    open.removeLast()
                } else if let left = leftOpen, Self.closes(scalar, left.sign.sign) {
                    return Fault(range: left.sign.range, crossed: left.inside.range)
                } else if Self.opens(scalar) {
                    // No real text is nested deeper.
                    guard open.count < 64 else { return nil }
                    open.append(Open(sign: scalar, range: range))
                } else if Self.closes(scalar) {
                    if let partner = open.lastIndex(where: { Self.closes(scalar, $0.sign) }) {
                        leftOpen = leftOpen ?? (open[open.count - 1], open[partner])
                        open.removeSubrange(partner...)
                    } else if leftOpen == nil {
                        let isOwnLabel = scalar == 0x29 && isLabel(buffer, start)
                        let isTranslated = side == .target && isTranslatedLabel(scalar, buffer, start, pair)
                        guard isOwnLabel || isTranslated else { return Fault(range: range) }
                    }
                } else if scalar == 0x22, !isBetweenWideLetters(buffer, start) {
                    if let last = open.last, Self.isQuote(last.sign), !straight.isOpen,
                        last.range.upperBound != range.lowerBound, !Self.opensWord(buffer, start)
                    {
                        // A straight quote may close a typographic one: „so". Beside it, and before a word, it opens: «"so"».
                        open.removeLast()
                    } else if straight.isOpen || start == 0 || !buffer[start - 1].isASCIIDigit {
                        // After a number without a quote before it, it is a size: 19".
                        straight.add(range, in: buffer, at: start)
                    }
                }
            }
            return (leftOpen?.sign.range ?? open.last?.range ?? straight.unpaired).map { Fault(range: $0) }
        }
    }

    /// The straight quotes of a half, which open and close with the same sign.
    private struct StraightQuotes {
        private var last: Range<Int>?
        private(set) var isOpen = false
        /// The first one that opens after one that was not closed, or closes what was not opened.
        private var misplaced: Range<Int>?

        /// Adds the quote at an offset of a text.
        mutating func add(_ range: Range<Int>, in text: Bytes, at offset: Int) {
            let afterBlank = offset == 0 || text[offset - 1] == 0x20 || text[offset - 1] == UInt8(ascii: "(")
            let beforeBlank = offset + 1 == text.count || text[offset + 1] == 0x20
            if misplaced == nil, afterBlank != beforeBlank, afterBlank == isOpen { misplaced = isOpen ? last : range }
            last = range
            isOpen.toggle()
        }

        /// nil where each has its partner.
        var unpaired: Range<Int>? { isOpen ? misplaced ?? last : nil }
    }

    /// Languages that may open and close a quotation with the same sign.
    private static let equalQuotes: Set<String> = ["sv", "fi", "da", "nb", "no", "nn", "is"]

    /// Whether a straight quote is inside a Hebrew abbreviation: צה"ל.
    private func isBetweenWideLetters(_ text: Bytes, _ offset: Int) -> Bool {
        offset > 0 && offset + 1 < text.count && text[offset - 1] >= 0x80 && text[offset + 1] >= 0xD6
            && text[offset + 1] <= 0xD7
    }

    /// Whether a straight quote is after a blank or a parenthesis and before a word.
    private static func opensWord(_ text: Bytes, _ offset: Int) -> Bool {
        guard offset > 0, offset + 1 < text.count else { return false }
        let next = text[offset + 1]
        return (text[offset - 1].isASCIIBlank || text[offset - 1] == UInt8(ascii: "("))
            && (next.isASCIIAlphanumeric || next >= 0x80)
    }

    /// Whether a byte begins no bracket or quote.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0xC2, 0xE2, 0xE3, 0xEF: false
        default: true
        }
    }

    /// Whether a bracket is part of a list label at the beginning, `a)` or `12)`, or of `:)`. Elsewhere, `a)` can be a
    /// fault. If the source has such labels elsewhere, its brackets have no partners either.
    private func isLabel(_ text: Bytes, _ offset: Int) -> Bool {
        guard offset > 0 else { return false }
        if text[offset - 1] == UInt8(ascii: ":") { return true }
        // A letter beyond ASCII has two bytes: `б)`.
        return offset <= 2
            && (text[..<offset].allSatisfy(\.isASCIIAlphanumeric) || text[..<offset].allSatisfy { $0 >= 0x80 })
    }

    /// Whether a parenthesis is after the first word and the source begins with a label, too: `Frage)` for `Q)`, `１）`
    /// for `1)`.
    private func isTranslatedLabel(_ scalar: UInt32, _ text: Bytes, _ offset: Int, _ pair: SegmentPair) -> Bool {
        guard scalar == 0x29 || scalar == 0xFF09, (1...Self.longestLabel).contains(offset),
            text[..<offset].allSatisfy({ $0.isASCIIAlphanumeric || $0 >= 0x80 })
        else { return false }
        let source = pair.text(.source)
        let label = source.prefix(3).prefix(while: \.isASCIIAlphanumeric)
        return (1...2).contains(label.count) && source.dropFirst(label.count).first == UInt8(ascii: ")")
    }

    /// In bytes.
    private static let longestLabel = 32

    /// “ and » open in some languages and close in others, such as German and Danish.
    private static func opens(_ sign: UInt32) -> Bool {
        switch sign {
        case 0x28, 0x5B, 0x7B, 0xFF08, 0xFF3B, 0x300C, 0x300E, 0x3010, 0x300A, 0xAB, 0xBB, 0x201C, 0x201E: true
        default: false
        }
    }

    private static func isQuote(_ sign: UInt32) -> Bool { sign == 0xAB || sign == 0x201C || sign == 0x201E }

    private static func closes(_ sign: UInt32) -> Bool {
        switch sign {
        case 0x29, 0x5D, 0x7D, 0xFF09, 0xFF3D, 0x300D, 0x300F, 0x3011, 0x300B, 0xBB, 0xAB, 0x201D, 0x201C: true
        default: false
        }
    }

    private static func closes(_ sign: UInt32, _ opener: UInt32) -> Bool {
        switch sign {
        case 0x29, 0xFF09: opener == 0x28 || opener == 0xFF08
        case 0x5D, 0xFF3D: opener == 0x5B || opener == 0xFF3B
        case 0x7D: opener == 0x7B
        case 0x300D: opener == 0x300C
        case 0x300F: opener == 0x300E
        case 0x3011: opener == 0x3010
        case 0x300B: opener == 0x300A
        case 0xBB: opener == 0xAB
        case 0xAB: opener == 0xBB
        case 0x201D: opener == 0x201C || opener == 0x201E
        case 0x201C: opener == 0x201E
        default: false
        }
    }
}
