import Bitext

/// The names of options, `-Force`, `--output`, `/quiet`, and of their short forms, in the Markdown of a segment.
struct OptionNames {
    /// The ranges of the options with their signs, in order.
    private(set) var names: [Range<Int>] = []
    /// Whether the text has nothing else, apart from markup, separators, and placeholders for their values:
    /// `**-Command \| -c <ScriptBlock>**:`.
    private(set) var isAlone = true

    /// - Parameter requiresAlone: whether to stop at other text.
    init(in text: ArraySlice<UInt8>, requiresAlone: Bool) {
        var index = text.startIndex
        var isAfterWord = false
        while index < text.endIndex {
            let byte = text[index]
            if !isAfterWord, let name = Self.name(at: index, in: text) {
                names.append(name)
                index = Self.endOfValue(after: name, in: text)
                isAfterWord = true
                continue
            }
            if !names.isEmpty, let end = Self.endOfRemark(at: index, in: text) {
                index = end
                isAfterWord = false
                continue
            }
            if let end = Self.endOfSeparator(at: index, in: text) {
                index = end
                isAfterWord = false
                continue
            }
            isAlone = false
            if requiresAlone { return }
            isAfterWord = byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
            index += 1
        }
    }

    /// Whether a text may consist of options: whether one of the first characters after markup is a sign. A fast test.
    static func mayBeAlone(_ text: ArraySlice<UInt8>) -> Bool {
        for byte in text.prefix(8) where !byte.isOne(of: " *`_\\[(<b>") {
            return byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
        }
        return false
    }

    /// The range of an option: one or two hyphens or a slash, a letter, and more letters, digits and inner hyphens.
    private static func name(at start: Int, in text: ArraySlice<UInt8>) -> Range<Int>? {
        var index = start
        if text[index] == UInt8(ascii: "/") {
            // `\*/masterpage` is a pattern of paths.
            if text[..<start].suffix(2).elementsEqual("\\*".utf8) { return nil }
            index += 1
        } else {
            while index < text.endIndex, text[index] == UInt8(ascii: "-"), index - start < 2 { index += 1 }
        }
        guard index > start, index < text.endIndex, isLetter(text[index]) else { return nil }
        while index < text.endIndex {
            let isInnerHyphen =
                text[index] == UInt8(ascii: "-") && index + 1 < text.endIndex && isLetter(text[index + 1])
            guard isInnerHyphen || isLetter(text[index]) || text[index].isASCIIDigit else { break }
            // A no-break space and wide punctuation are no letters.
            if text[index] >= 0x80, text[index...].prefix(3).isPunctuation { break }
            index += 1
        }
        // `/etc/hosts` and `-snake_case` are none.
        if index < text.endIndex, text[index] == UInt8(ascii: "_") || (text[start], text[index]) == (0x2F, 0x2F) {
            return nil
        }
        return start..<index
    }

    /// The end of a value that is glued to an option, or is a word in capitals after it: `-target:library`, `-warn:4`,
    /// `-optimize+`, `--output=FILE`, `--output FILE`.
    private static func endOfValue(after name: Range<Int>, in text: ArraySlice<UInt8>) -> Int {
        let rest = text[name.upperBound...]
        guard let sign = rest.first else { return name.upperBound }
        if sign.isOne(of: "+"), rest.dropFirst().first.map(\.isASCIIBlank) ?? true { return name.upperBound + 1 }
        if sign.isOne(of: ":=") {
            // Of a value in markup, the markup remains: `**-Name:**`.
            let value = rest.dropFirst().prefix {
                !$0.isASCIIBlank && !$0.isOne(of: "*`_|,()[]<&") && $0 < 0x80 || $0 >= 0xC3
            }
            return value.endIndex
        }
        guard sign == UInt8(ascii: " ") else { return name.upperBound }
        let word = rest.dropFirst().prefix {
            $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") || $0 == UInt8(ascii: "_")
        }
        let isWord =
            word.count > 1 && (text[word.endIndex...].first.map { $0.isASCIIBlank || $0.isOne(of: "*`_,|)") } ?? true)
        return isWord ? word.endIndex : name.upperBound
    }

    /// The end of a remark in brackets that has no option: `(required)`, `[optional]`, `(C# Compiler Options)`. The
    /// destination of a link is one, too.
    private static func endOfRemark(at start: Int, in text: ArraySlice<UInt8>) -> Int? {
        guard text[start].isOne(of: "(["), start > text.startIndex else { return nil }
        let before = text[start - 1]
        let isDestination = before == UInt8(ascii: "]")
        guard isDestination || before.isASCIIBlank || before.isOne(of: "*_`") else { return nil }
        let closing = text[start] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
        guard let close = text[start...].prefix(maxRemark).firstIndex(of: closing) else { return nil }
        let remark = text[start..<close]
        let hasOption = zip(remark, remark.dropFirst()).contains { one, next in
            (one.isASCIIBlank || one.isOne(of: "([`*")) && next.isOne(of: "-/")
        }
        return isDestination || !hasOption ? close + 1 : nil
    }

    /// In bytes.
    private static let maxRemark = 80

    private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0x80 }

    /// The end of what may be between two options: a blank, markup, a bar, "or", a character reference, a placeholder.
    private static func endOfSeparator(at start: Int, in text: ArraySlice<UInt8>) -> Int? {
        switch text[start] {
        case _ where text[start].isASCIIBlank: return start + 1
        case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "_"), UInt8(ascii: "\\"), UInt8(ascii: "|"),
            UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "."), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "/"), UInt8(ascii: "="):
            return start + 1
        // A tag or a placeholder.
        case UInt8(ascii: "<"), UInt8(ascii: "&"):
            let close = text[start] == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: ";")
            guard let end = text[start...].prefix(64).firstIndex(of: close) else { return nil }
            guard text[start...].starts(with: "&lt;".utf8) else { return end + 1 }
            let rest = text[end...].prefix(64)
            return rest.firstRange(of: "&gt;".utf8)?.upperBound ?? end + 1
        case 0xC2, 0xE2, 0xE3, 0xEF:
            return text[start...].prefix(3).isPunctuation ? start + (text[start] == 0xC2 ? 2 : 3) : nil
        case UInt8(ascii: "o"), UInt8(ascii: "a"):
            return ["or", "alias", "aliases", "and"].lazy.compactMap { word in
                let end = start + word.utf8.count
                guard text[start...].starts(with: word.utf8), end == text.endIndex || !isLetter(text[end]) else {
                    return nil
                }
                return end
            }.first
        default: return nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether the text begins with a no-break space or with punctuation beyond ASCII: `：`, `、`, `„`.
    fileprivate var isPunctuation: Bool {
        guard count >= 2 else { return false }
        switch self[startIndex] {
        case 0xC2: return self[startIndex + 1] <= 0xBF
        case 0xE2: return self[startIndex + 1] == 0x80 || self[startIndex + 1] == 0x81
        case 0xE3: return self[startIndex + 1] == 0x80
        case 0xEF: return self[startIndex + 1] == 0xBC || self[startIndex + 1] == 0xBD
        default: return false
        }
    }
}
