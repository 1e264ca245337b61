import Bitext
import ParsedBitext

/// A text of the source that may be a term, with its translation in the same segment.
package struct TermCandidate: Sendable, Equatable {
    package let source: String
    package let target: String

    init(_ source: String, _ target: String) {
        self.source = source
        self.target = target
    }

    /// The candidates of a page, in its order: bold labels, names in code, and capitalised names that the target keeps.
    package static func all(in page: TokenizedBitext) -> [TermCandidate] {
        var candidates: [TermCandidate] = []
        for index in page.bitext.segments.indices {
            let segment = page.bitext.segments[index]
            guard segment.source != nil, segment.target != nil else { continue }
            let pair = SegmentPair(page, index: index)
            candidates += paired(texts(of: pair, .strong, .source), texts(of: pair, .strong, .target))
            candidates += paired(texts(of: pair, .codeSpan, .source), texts(of: pair, .codeSpan, .target))
            candidates += keptNames(in: pair)
        }
        return candidates
    }

    /// Pairs the texts of a segment: first the equal ones, then the others in their order. None where their numbers differ.
    ///
    /// - Parameters: the texts; nil for those that are no terms.
    private static func paired(_ sources: [String?], _ targets: [String?]) -> [TermCandidate] {
        guard sources.count == targets.count, sources.count <= maxElements else { return [] }
        var candidates: [TermCandidate] = []
        var rest: [String?] = []
        var others = targets
        for source in sources {
            if let source, let index = others.firstIndex(of: source) {
                others.remove(at: index)
                candidates.append(TermCandidate(source, source))
            } else {
                rest.append(source)
            }
        }
        for case (let source?, let target?) in zip(rest, others) { candidates.append(TermCandidate(source, target)) }
        return candidates
    }

    /// Segments with more are lists or tables whose parts are not found by their order.
    private static let maxElements = 16

    private static func texts(of pair: SegmentPair, _ kind: Element.Kind, _ side: Side) -> [String?] {
        pair.elements(side).filter { $0.kind == kind }.map { element in
            kind == .strong ? label(pair.string(element.textRange, side)) : name(pair.string(element, side))
        }
    }

    // MARK: Labels

    private static let maxLength = 60
    private static let maxWords = 6

    /// A bold text as a label, without a colon at its end; nil for a sentence, a number, or text with code in it.
    private static func label(_ text: String) -> String? {
        let words = text.split { $0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" }
        var label = words.joined(separator: " ")
        while let last = label.last, last == ":" || last == "：" || last.isWhitespace { label.removeLast() }
        guard let last = label.last, words.count <= maxWords, (2...maxLength).contains(label.count),
            !".!?。！？".contains(last), !label.contains("|"), label.contains(where: \.isLetter),
            !label.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "\u{FFFD}" })
        else { return nil }
        return label
    }

    /// A code span as a name, without its backticks; nil for values, paths and commands with arguments.
    private static func name(_ code: String) -> String? {
        let name = code.drop { $0 == "`" || $0 == " " }.reversed().drop { $0 == "`" || $0 == " " }.reversed()
        guard let first = name.first(where: { $0 != "-" && $0 != "$" && $0 != "_" }), first.isLetter,
            (2...maxLength).contains(name.count),
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.$".contains($0)) })
        else { return nil }
        return String(name)
    }

    // MARK: Names in text

    /// Capitalised words, and words with the shape of an identifier, that the target has as often, letter for letter.
    private static func keptNames(in pair: SegmentPair) -> [TermCandidate] {
        let tokens = pair.tokens(.source)
        let text = pair.tokenized.tokens(.source).text
        let bold = pair.elements(.source).filter { $0.kind == .strong }.map(\.textRange)
        var names: [TextRange] = []
        var nextBold = bold.startIndex
        var isAfterName = false
        for (number, token) in tokens.enumerated() {
            let range = token.range
            while nextBold < bold.endIndex, bold[nextBold].upperBound <= range.lowerBound { nextBold += 1 }
            let isBold = nextBold < bold.endIndex && bold[nextBold].lowerBound <= range.lowerBound
            let gap =
                number == 0
                ? [] : text[tokens[tokens.startIndex + number - 1].range.upperBound.value..<range.lowerBound.value]
            // The first word of a sentence has a capital, too.
            let isFirst = number == 0 || gap.contains { $0.isOne(of: ".:!?\"(") || $0 < 0x20 || $0 >= 0x80 }
            let isHyphenated = gap.elementsEqual("-".utf8)
            let isName =
                !isBold && range.count > 1 && (!isHyphenated || isAfterName)
                && (token.isProseName || token.kind == .word && token.isCapitalised && !isFirst)
            if isName, isAfterName, isHyphenated || gap.elementsEqual(" ".utf8), let last = names.popLast() {
                names.append(last.lowerBound..<range.upperBound)
            } else if isName {
                names.append(range)
            }
            isAfterName = isName
        }
        var candidates: [TermCandidate] = []
        var counts: [String: Int] = [:]
        for name in names.prefix(maxElements) {
            let string = pair.string(name, .source)
            guard name.count <= maxLength, !string.contains("|") else { continue }
            let isKept =
                counts[string]
                ?? (occurrences(of: string, in: pair.text(.source)) == occurrences(of: string, in: pair.text(.target))
                    ? 1 : 0)
            counts[string] = isKept
            if isKept == 1 { candidates.append(TermCandidate(string, string)) }
        }
        return candidates
    }

    /// How often a text has a name as whole words.
    private static func occurrences(of name: String, in text: ArraySlice<UInt8>) -> Int {
        let name = Array(name.utf8)
        var count = 0
        var rest = text
        while let found = rest.firstRange(of: name) {
            let isWhole =
                !(found.lowerBound > text.startIndex && text[found.lowerBound - 1].isASCIIAlphanumeric)
                && !(found.upperBound < text.endIndex && text[found.upperBound].isASCIIAlphanumeric)
            if isWhole { count += 1 }
            rest = text[found.upperBound...]
        }
        return count
    }
}

extension Token {
    /// Whether it has the shape of a name: of a command, a parameter, a type.
    fileprivate var isProseName: Bool {
        switch kind {
        case .command, .parameter, .variable, .identifier, .name: true
        default: false
        }
    }
}
