import Bitext

/// The full stop, colon, question or exclamation mark at the end of the source that the target has not.
struct EndPunctuation: SegmentRule {
    static let description = RuleDescription(
        "end-punctuation", .note, .punctuation, "The target does not end as the source does.",
        discussion: """
            A sentence that ends in a full stop, a colon, a question or an exclamation mark should end so in the target, in the
            form of its language (`。`, `：`, `؟`). Languages differ in titles, labels and lead-ins, so it is a note; a colon in
            front of a list or code that became nothing is what to look at first.
            """,
        bad: .init("Run this command:", "Exécutez cette commande"),
        good: .init("Run this command:", "Exécutez cette commande :"))
    static let looksFor = SegmentTraits.words

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard pair.tokens(.source).count >= 3 else { return }
        // Most pairs end in the same full stop.
        if pair.text(.source).last == UInt8(ascii: "."), pair.text(.target).last == UInt8(ascii: ".") { return }
        let source = Ending(pair.text(.source))
        guard source.sign != .none else { return }
        let target = Ending(pair.text(.target))
        guard target.sign != source.sign, !target.isOpen, !target.agrees(with: source, pair.page.language) else {
            return
        }
        let found = target.sign == .none ? "nothing" : "“\(target.sign.rawValue)”"
        let end = pair.text(.target).endIndex
        let range = max(pair.text(.target).startIndex, end - 1)..<end
        report.add(
            "source ends in “\(source.sign.rawValue)”, target in \(found)", in: pair, .target,
            pair.sideRange(range, .target),
            evidence: .init(source: source.sign.rawValue, target: target.sign == .none ? "" : target.sign.rawValue))
    }

    /// How a half ends.
    private struct Ending {
        enum Sign: String {
            case none = ""
            case stop = "."
            case colon = ":"
            case question = "?"
            case exclamation = "!"
            case semicolon = ";"
            case ellipsis = "…"
        }

        var sign = Sign.none
        /// Ends in markup, so that what a reader sees last is not text.
        var isOpen = false

        init(_ text: ArraySlice<UInt8>) {
            var text = text
            // Closing brackets, quotes and blanks stand behind the sign in some languages and before it in others.
            while let last = text.last {
                if last.isASCIIBlank || last == UInt8(ascii: ")") || last == UInt8(ascii: "\"")
                    || last == UInt8(ascii: "'")
                    || last == UInt8(ascii: "]") || last == UInt8(ascii: "*")
                {
                    text.removeLast()
                } else if text.hasSuffix([0xC2, 0xA0]) || text.hasSuffix([0xC2, 0xBB]) {
                    text.removeLast(2)
                } else if text.hasSuffix([0xE2, 0x80, 0xAF]) || text.hasSuffix([0xE2, 0x80, 0x9D])
                    || text.hasSuffix([0xE2, 0x80, 0x9C])
                    || text.hasSuffix([0xE3, 0x80, 0x8D]) || text.hasSuffix([0xEF, 0xBC, 0x89])
                    || text.hasSuffix([0xE2, 0x80, 0x8F])
                {
                    text.removeLast(3)
                } else {
                    break
                }
            }
            guard let last = text.last else {
                isOpen = true
                return
            }
            switch last {
            case UInt8(ascii: "."): sign = text.hasSuffix(Array("...".utf8)) ? .ellipsis : .stop
            case UInt8(ascii: ":"): sign = .colon
            case UInt8(ascii: "?"): sign = .question
            case UInt8(ascii: "!"): sign = .exclamation
            case UInt8(ascii: ";"): sign = .semicolon
            case 0..<0x09: isOpen = true
            default:
                if text.hasSuffix([0xE3, 0x80, 0x82]) { sign = .stop }  // 。
                if text.hasSuffix([0xEF, 0xBC, 0x9A]) { sign = .colon }  // ：
                if text.hasSuffix([0xEF, 0xBC, 0x9F]) || text.hasSuffix([0xD8, 0x9F]) { sign = .question }  // ？ ؟
                if text.hasSuffix([0xEF, 0xBC, 0x81]) { sign = .exclamation }  // ！
                if text.hasSuffix([0xE2, 0x80, 0xA6]) { sign = .ellipsis }  // …
            }
        }

        /// Whether languages say the same with both: a command with `!`, a list's item with `;`, a lead-in with `.` in
        /// Japanese.
        func agrees(with source: Ending, _ language: Language) -> Bool {
            switch (source.sign, sign) {
            case (.exclamation, .stop), (.stop, .semicolon), (.stop, .ellipsis), (.semicolon, .stop),
                (.colon, .semicolon),
                (.semicolon, .colon):
                true
            case (.colon, .stop), (.colon, .none): language.isUnspaced
            case (.stop, .none): language.isUnspaced
            default: source.sign == .semicolon || source.sign == .ellipsis
            }
        }
    }
}

extension ArraySlice<UInt8> {
    func hasSuffix(_ bytes: [UInt8]) -> Bool { suffix(bytes.count).elementsEqual(bytes) }
}
