import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Words of the source that were left in a target that is translated otherwise.
struct PartlyUntranslated: SegmentRule {
    static let description = RuleDescription(
        "partly-untranslated", .warning, .untranslated, "Part of the target was left in the source's language.",
        discussion: """
            The same four words or more stand behind one another on both sides, outside code, among them some that hold a
            sentence together ("the", "with", "you") and some that do not. Names (Skype for Business), and words that the
            target's language has too ("in" in German), do not count. Titles, and bold labels and quoted messages of a user
            interface that is not translated or has its translation behind it, are a note at most.
            """,
        bad: .init(
            "Restart the server before you change the port.", "Redémarrez le serveur before you change the port."),
        good: .init(
            "Restart the server before you change the port.", "Redémarrez le serveur avant de changer le port."),
        precision: "19 of 20 warnings (fr-FR, de-DE, es-ES, ja-JP; November 2026)")
    static let looksFor = SegmentTraits.sourceWords

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard pair.language.code != "en", !pair.language.code.isEmpty else { return }
        let target = pair.tokens(.target)
        let source = Array(pair.tokens(.source))
        var index = target.startIndex
        while index < target.endIndex {
            let run = longestRun(target, from: index, in: source)
            guard run >= 4 else {
                index += 1
                continue
            }
            let words = target[index..<index + run]
            index += run
            guard let first = words.first, let last = words.last else { continue }
            let prose = prose(words[...], pair)
            guard prose != .none else { continue }
            let range = first.range.lowerBound..<last.range.upperBound
            let isGlossed = isGlossed(pair, from: first.range.lowerBound, to: last.range.upperBound)
            // "all-in-one" is one word.
            guard pair.tokenized.target.text[range].contains(where: \.isASCIIBlank) else { continue }
            let evidence = pair.string(range, .target).replacingStands()
            report.add(
                "“\(evidence)” is left in the source's language", in: pair, .target, pair.sideRange(range, .target),
                evidence: .init(source: evidence, target: evidence),
                severity: prose == .title || isGlossed || isQuoted(range, words, pair) ? .note : nil)
        }
    }

    /// Whether a message of the user interface has its translation behind it: "Call failed. (Échec de l'appel)".
    private func isGlossed(_ pair: SegmentPair, from start: TextOffset, to end: TextOffset) -> Bool {
        let text = pair.text(.target)
        guard start.value <= text.startIndex + 3 else { return false }
        let rest = text[end.value...].drop { $0 == 0x20 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") }
        return rest.first == UInt8(ascii: "(") || rest.starts(with: [0xEF, 0xBC, 0x88])
    }

    /// How much of a sentence some words are.
    private enum Prose { case none, title, sentence }

    private func prose(_ words: ArraySlice<Token>, _ pair: SegmentPair) -> Prose {
        let shared = FunctionWords.shared(with: pair.language)
        var holding = 0
        var inNames = 0
        var content = 0
        for position in words.indices where words[position].kind == .word && !words[position].isCapitalised {
            let word = words[position]
            if FunctionWords.contains(hash: word.hash) {
                guard !shared.contains(word.hash) else { continue }
                // Skype for Business, Quality of Experience.
                let isInName =
                    position > words.startIndex && position + 1 < words.endIndex && words[position - 1].isName
                    && words[position + 1].isName
                if isInName { inNames += 1 } else { holding += 1 }
            } else if word.range.count >= 2, word.hash != Self.web {
                content += 1
            }
        }
        if holding >= 2 && content >= 1 || holding >= 1 && content >= 3 { return .sentence }
        return holding >= 1 && holding + inNames >= 2 && holding + inNames + content >= 3 ? .title : .none
    }

    /// Of "Outlook on the web".
    private static let web = Token.hash(of: "web")

    private func longestRun(_ target: ArraySlice<Token>, from start: Int, in source: [Token]) -> Int {
        var best = 0
        for offset in source.indices where source[offset].hash == target[start].hash {
            var length = 0
            while start + length < target.endIndex, offset + length < source.count,
                source[offset + length].hash == target[start + length].hash
            {
                length += 1
            }
            best = max(best, length)
            // A page of one word a thousand times.
            if best > 64 { break }
        }
        return best
    }

    /// Whether the words are labels, messages or titles: inside emphasis, links or quotes, but for a few between them.
    private func isQuoted(_ range: TextRange, _ words: ArraySlice<Token>, _ pair: SegmentPair) -> Bool {
        let quotes = pair.elements(.target).filter {
            ($0.kind == .strong || $0.kind == .emphasis || $0.kind == .link) && $0.textRange.overlaps(range)
        }
        if !quotes.isEmpty {
            let outside = words.filter { word in !quotes.contains { $0.textRange.contains(word.range.lowerBound) } }
            if prose(outside[...], pair) != .sentence { return true }
        }
        let text = pair.text(.target)
        let before = text[text.startIndex..<range.lowerBound.value].suffix(4)
        return before.contains(UInt8(ascii: "\"")) || before.contains([0xC2, 0xAB])
            || before.contains([0xE2, 0x80, 0x9C])
            || before.contains([0xE2, 0x80, 0x9E]) || before.contains([0xE3, 0x80, 0x8C])
    }
}

extension Token {
    /// Whether it can be a part of a name: a capital, a number, a name with capitals inside.
    fileprivate var isName: Bool { isCapitalised || kind != .word }
}
