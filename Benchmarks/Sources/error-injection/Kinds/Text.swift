import Trials

/// The target is the source.
struct LeftUntranslated: SegmentInjection {
    let name = "untranslated"
    let namedBy = ["untranslated"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard sample.source.asciiWords.count >= 4, sample.source.bytes != sample.target.bytes,
            let target = sample.segment.target
        else { return nil }
        return Change(edits: [Edit(target.content, sample.source.bytes)], segments: [sample.index])
    }
}

/// The second half of the target is that of the source.
struct HalfUntranslated: SegmentInjection {
    let name = "half-untranslated"
    let namedBy = ["partly-untranslated", "untranslated"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let target = sample.target.middle, let source = sample.source.middle else { return nil }
        let words = sample.source.asciiWords.filter { $0.range.lowerBound > source && $0.range.count >= 3 }
        guard words.count >= 4, Set(words.map { sample.source[$0.range] }).count >= 3,
            words.allSatisfy({ !sample.target.contains(sample.source[$0.range]) })
        else { return nil }
        return sample.changing(
            target..<sample.target.bytes.count, to: sample.source[source..<sample.source.bytes.count])
    }
}

/// A word stands twice.
struct WordDoubled: SegmentInjection {
    let name = "doubled-word"
    let namedBy = ["doubled-word"]

    /// Words that may rightly stand twice: "nous nous", "die die", "que que".
    private static let rightly: Set<String> = [
        "nous", "vous", "die", "der", "das", "den", "dem", "sie", "ihnen", "zu", "an", "que", "los", "las",
    ]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let words = sample.target.smallWords.filter { word in
            word.range.count >= 2 && !Self.rightly.contains(sample.target.string(word.range))
                // A capital inside: a name of code, which a table may well list twice.
                && !sample.target.bytes[word.range].contains(where: \.isCapital)
                && !sample.target.isInSpan(word.range.lowerBound)
        }
        guard let word = random.pick(words) else { return nil }
        return sample.inserting(" " + sample.target.string(word.range), at: word.range.upperBound)
    }
}

/// The target is that of the segment in front.
struct SegmentDoubled: SegmentInjection {
    let name = "doubled-segment"
    let namedBy = ["doubled-segment", "neighbour-shift", "misaligned-content"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard sample.index > 0, let target = sample.segment.target else { return nil }
        let other = sample.page.bitext.segments[sample.index - 1]
        guard let otherSource = other.source?.content, let otherTarget = other.target?.content else { return nil }
        let source = Half(Array(sample.page.bytes[otherSource]))
        let text = Array(sample.page.bytes[otherTarget])
        guard source.asciiWords.count >= 3, sample.source.asciiWords.count >= 3, source.bytes != sample.source.bytes,
            text != sample.target.bytes, text != source.bytes, !isVariant(source, sample.source)
        else { return nil }
        return Change(edits: [Edit(target.content, text)], segments: [sample.index])
    }

    /// Whether two sources say the same in nearly the same words, so that one translation may do for both.
    private func isVariant(_ left: Half, _ right: Half) -> Bool {
        let (a, b) = (Set(left.words.map { left[$0.range] }), Set(right.words.map { right[$0.range] }))
        return a.intersection(b).count * 2 > min(a.count, b.count)
    }
}

/// The target is filler.
struct MadeGarbage: SegmentInjection {
    let name = "garbage"
    let namedBy = ["garbage"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let count = sample.source.words.count
        guard count >= 3 else { return nil }
        let filler = (0..<count).map { _ in String(repeating: "x", count: 3 + Int(random.next() % 6)) }
        return sample.changing(0..<sample.target.bytes.count, to: filler.joined(separator: " "))
    }
}

/// One of two round brackets is gone.
struct BracketLost: SegmentInjection {
    let name = "bracket-lost"
    let namedBy = ["unbalanced-brackets"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard pair(sample.source) != nil, let (opening, closing) = pair(sample.target) else { return nil }
        return sample.changing(random.coin() ? opening : closing, to: "")
    }

    private func pair(_ half: Half) -> (Range<Int>, Range<Int>)? {
        for (opening, closing) in [("(", ")"), ("（", "）")] {
            let (first, second) = (half.prosePlaces(of: opening), half.prosePlaces(of: closing))
            guard first.count == 1, second.count == 1, first[0] < second[0] else { continue }
            return (first[0]..<first[0] + opening.utf8.count, second[0]..<second[0] + closing.utf8.count)
        }
        return nil
    }
}

/// One of two quotes is gone.
struct QuoteLost: SegmentInjection {
    let name = "quote-lost"
    let namedBy = ["unbalanced-brackets", "unbalanced-quotes"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard pair(sample.source) != nil, let (opening, closing) = pair(sample.target) else { return nil }
        return sample.changing(random.coin() ? opening : closing, to: "")
    }

    private func pair(_ half: Half) -> (Range<Int>, Range<Int>)? {
        let straight = half.prosePlaces(of: "\"")
        if straight.count == 2 { return (straight[0]..<straight[0] + 1, straight[1]..<straight[1] + 1) }
        guard straight.isEmpty else { return nil }
        for (opening, closing) in [("«", "»"), ("“", "”"), ("„", "“"), ("「", "」")] {
            let (first, second) = (half.prosePlaces(of: opening), half.prosePlaces(of: closing))
            guard first.count == 1, second.count == 1, first[0] < second[0] else { continue }
            return (first[0]..<first[0] + opening.utf8.count, second[0]..<second[0] + closing.utf8.count)
        }
        return nil
    }
}

/// The target does not end as the source does.
struct EndPunctuationLost: SegmentInjection {
    let name = "end-punctuation-lost"
    let namedBy = ["end-punctuation"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let ends = [".", ":", "?", "!", "。", "：", "？", "！"]
        guard let last = sample.source.bytes.last, ".:?!".utf8.contains(last), sample.source.asciiWords.count >= 3,
            let end = ends.first(where: { sample.target.bytes.reversed().starts(with: $0.utf8.reversed()) })
        else { return nil }
        let start = sample.target.bytes.count - end.utf8.count
        return sample.target.isOpaque(start) ? nil : sample.changing(start..<start + end.utf8.count, to: "")
    }
}

/// A blank at the beginning or the end.
struct SpaceAdded: SegmentInjection {
    let isLeading: Bool
    var name: String { isLeading ? "leading-space" : "trailing-space" }
    let namedBy = ["surrounding-space"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let isClean = [sample.source, sample.target].allSatisfy { half in
            (isLeading ? half.bytes.first : half.bytes.last).map { $0 > 0x20 && $0 != 0xA0 } ?? false
        }
        return isClean ? sample.inserting(" ", at: isLeading ? 0 : sample.target.bytes.count) : nil
    }
}

/// Two blanks between words.
struct SpaceDoubled: SegmentInjection {
    let name = "double-space"
    let namedBy = ["double-space"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let target = sample.target
        let ends = target.words.map(\.range.upperBound).filter {
            $0 + 1 < target.bytes.count && target.bytes[$0] == 0x20 && target.bytes[$0 + 1] > 0x20
        }
        guard target.places(of: [0x20, 0x20]).isEmpty, let end = random.pick(ends) else { return nil }
        return sample.inserting(" ", at: end)
    }
}
