import ParsedBitext

/// Filler instead of a translation: `xxxxxxx xxxxxxx`.
struct Garbage: SegmentRule {
    static let description = RuleDescription(
        "garbage", .error, .mistranslation, "The target is filler, not a translation.",
        discussion: """
            The target repeats one character or one word, is “Lorem ipsum”, or has only punctuation where the source has
            words, or only a quote or bracket where it has one. Translate the segment.
            """,
        bad: .init("Restart the server.", "xxxxxxx xxxxxxx"),
        good: .init("Restart the server.", "Redémarrez le serveur."),
        precision: "7 of 7 (ja-JP, ru-RU)",
        coversSegment: true)
    static let appliesTo = SegmentContents.any

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let tokens = pair.tokens(.target)
        // The fast path: nearly all targets begin with two different words.
        if let first = tokens.first, tokens.count >= 2, first.hash != tokens[tokens.startIndex + 1].hash,
            first.hash != Self.lorem, !repeatsOneLetter(pair, first)
        {
            return
        }
        if tokens.isEmpty {
            // No word, though the source has several. Targets with code or an image are not empty.
            guard !pair.text(.target).isBlankText else { return }
            let words = pair.tokens(.source).count { $0.kind == .word && $0.range.count >= 3 }
            let isPlain = pair.elements(.target).isEmpty && pair.elements(.source).isEmpty
            guard words >= 2 && isPlain || words >= 1 && hasOnlyQuotes(pair) else { return }
            // `"` may also stand for "ditto".
            let severity: Finding.Severity? = words == 1 ? .warning : nil
            return addFinding(
                pair, "the target has no word, the source has \(pair.tokens(.source).count)", &report,
                severity: severity)
        }
        guard let first = tokens.first, first.kind == .word else { return }
        if first.hash == Self.lorem, pair.tokens(.source).first?.hash != Self.lorem,
            tokens.dropFirst().first?.hash == Self.ipsum
        {
            return addFinding(pair, "the target is “Lorem ipsum”", &report)
        }
        let isFiller =
            tokens.allSatisfy { $0.kind == .word && repeatsOneLetter(pair, $0) }
            && tokens.contains { $0.range.count >= 4 }
        let isRepeated =
            tokens.count >= 4 && tokens.allSatisfy { $0.hash == first.hash }
            && Set(pair.tokens(.source).map(\.hash)).count > 1
        guard isFiller || isRepeated,
            !pair.tokens(.source).contains(where: { repeatsOneLetter(pair.text($0.range, .source)) })
        else { return }
        addFinding(pair, "the target repeats “\(pair.string(first.range, .target))”", &report)
    }

    /// Whether the target is only quotes or brackets. One word can become another sign: "None" is “–”, "Yes" is “✓”.
    private func hasOnlyQuotes(_ pair: SegmentPair) -> Bool {
        let elements = pair.elements(.target) + pair.elements(.source)
        guard elements.allSatisfy({ $0.kind == .strong || $0.kind == .emphasis }) else { return false }
        return String(decoding: pair.text(.target), as: UTF8.self).unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || Self.quotes.contains($0)
        }
    }

    private static let quotes = Set("\"'«»‹›“”„‟‘’‚()[]{}（）［］「」『』【】《》〈〉".unicodeScalars)
    private static let lorem = Token.hash(of: "lorem")
    private static let ipsum = Token.hash(of: "ipsum")

    private func addFinding(
        _ pair: SegmentPair, _ message: String, _ report: inout Report, severity: Finding.Severity? = nil
    ) {
        report.add(
            message, in: pair, .target, evidence: .init(source: pair.excerpt(.source), target: pair.excerpt(.target)),
            severity: severity)
    }

    private func repeatsOneLetter(_ pair: SegmentPair, _ token: Token) -> Bool {
        repeatsOneLetter(pair.text(token.range, .target))
    }

    private func repeatsOneLetter(_ word: ArraySlice<UInt8>) -> Bool {
        word.withUnsafeBufferPointer { word in
            guard word.count >= 3, word[0] >= 0x80 || word[0] | 0x20 == word[1] | 0x20 else { return false }
            let first = word.scalar(at: 0, word.count).value.lowercased
            var letters = 0
            var offset = 0
            while offset < word.count {
                let (scalar, length) = word.scalar(at: offset, word.count)
                guard scalar.lowercased == first else { return false }
                letters += 1
                offset += length
            }
            return letters >= 3
        }
    }
}
