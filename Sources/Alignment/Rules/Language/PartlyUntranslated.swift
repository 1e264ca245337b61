import Bitext

/// Words of the source that were left in a target that is translated otherwise.
struct PartlyUntranslated: SegmentRule {
    static let description = RuleDescription(
        "partly-untranslated", .warning, .untranslated, "Part of the target was left in the source's language.",
        discussion: """
            The same four words or more stand behind one another on both sides, outside code, among them two that hold a
            sentence together ("the", "with", "you"). Bold labels and quoted messages of a user interface that is not
            translated, and titles of linked pages, are a note at most.
            """,
        bad: .init(
            "Restart the server before you change the port.", "Redémarrez le serveur before you change the port."),
        good: .init(
            "Restart the server before you change the port.", "Redémarrez le serveur avant de changer le port."),
        precision: "15 of 15 (fr-FR)")
    static let looksFor = SegmentTraits.words

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard pair.page.language.code != "en", !pair.page.language.code.isEmpty else { return }
        let target = pair.tokens(.target)
        // Nearly all targets hold none of the words, so they are looked for first.
        guard target.contains(where: { $0.kind == .word && FunctionWords.contains(hash: $0.hash) }) else { return }
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
            guard let first = words.first, let last = words.last, isProse(words[...]) else { continue }
            let range = first.range.lowerBound..<last.range.upperBound
            // "all-in-one" is one word.
            guard pair.page.target.text[range].contains(where: \.isASCIIBlank) else { continue }
            let evidence = pair.string(range, .target).replacingStands()
            report.add(
                "“\(evidence)” is left in the source's language", in: pair, .target, pair.sideRange(range, .target),
                evidence: .init(source: evidence, target: evidence),
                severity: isQuoted(range, words, pair) ? .note : nil)
        }
    }

    /// Sentences, not names.
    private func isProse(_ words: ArraySlice<Token>) -> Bool {
        let prose = words.filter { $0.kind == .word && !$0.isCapitalised }
        return prose.count >= 3 && prose.count { FunctionWords.contains(hash: $0.hash) } >= 2
    }

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
    private func isQuoted(_ range: Range<Int>, _ words: ArraySlice<Token>, _ pair: SegmentPair) -> Bool {
        let quotes = pair.elements(.target).filter {
            ($0.kind == .strong || $0.kind == .emphasis || $0.kind == .link) && $0.textRange.overlaps(range)
        }
        if !quotes.isEmpty {
            let outside = words.filter { word in !quotes.contains { $0.textRange.contains(word.range.lowerBound) } }
            if !isProse(outside[...]) { return true }
        }
        let text = pair.text(.target)
        let before = text[text.startIndex..<range.lowerBound].suffix(4)
        return before.contains(UInt8(ascii: "\"")) || before.contains([0xC2, 0xAB])
            || before.contains([0xE2, 0x80, 0x9C])
            || before.contains([0xE2, 0x80, 0x9E]) || before.contains([0xE3, 0x80, 0x8C])
    }
}
