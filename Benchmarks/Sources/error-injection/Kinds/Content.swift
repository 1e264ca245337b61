import Trials

private let contentRules = ["misaligned-content", "neighbour-shift", "omission", "addition", "doubled-segment"]

/// A segment that says enough for its content to be judged.
private func isSubstantial(_ sample: Sample) -> Bool {
    sample.source.words.count >= 6 && sample.source.asciiWords.count >= 4
}

/// Both halves of a segment of a page, where the source has six words or more and the target is no copy.
private func substantial(_ page: SourcePage, _ index: Int) -> (source: Half, target: Range<Int>)? {
    guard page.bitext.segments.indices.contains(index), let source = page.bitext.segments[index].source?.content,
        let target = page.bitext.segments[index].target?.content, !target.isEmpty
    else { return nil }
    let half = Half(Array(page.bytes[source]))
    guard half.words.count >= 6, half.asciiWords.count >= 4, !page.bytes[source].elementsEqual(page.bytes[target])
    else {
        return nil
    }
    return (half, target)
}

/// The target is the translation of a sentence elsewhere on the page.
struct WrongContent: SegmentInjection {
    let name = "wrong-content"
    let namedBy = contentRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard isSubstantial(sample), let half = sample.segment.target else { return nil }
        let others = sample.page.bitext.segments.indices.filter { abs($0 - sample.index) > 3 }
        guard let other = random.pick(others), let (source, target) = substantial(sample.page, other) else {
            return nil
        }
        let common = Set(source.words.map { source[$0.range] }).intersection(
            sample.source.words.map { sample.source[$0.range] })
        guard common.count * 3 < sample.source.words.count else { return nil }
        return Change(edits: [Edit(half.content, Array(sample.page.bytes[target]))], segments: [sample.index])
    }
}

/// Several neighbours' targets stand one place off, the last in the first place.
struct TargetsShifted: PageInjection {
    let name: String
    let length: Int
    let namedBy = contentRules

    func change(_ page: SourcePage, _ random: inout SplitMix64) -> Change? {
        guard page.bitext.segments.count > length else { return nil }
        let starts = Array(0...page.bitext.segments.count - length)
        // A few places only: a page is asked again for every error that is wanted.
        for _ in 0..<8 {
            guard let start = random.pick(starts) else { return nil }
            let run = (start..<start + length).compactMap { substantial(page, $0) }
            guard run.count == length, Set(run.map { page.bytes[$0.target] }).count == length else { continue }
            let edits = run.indices.map { index in
                Edit(run[index].target, Array(page.bytes[run[(index + length - 1) % length].target]))
            }
            return Change(edits: edits, segments: Array(start..<start + length))
        }
        return nil
    }
}

/// The second half of the target is gone.
struct TruncatedToHalf: SegmentInjection {
    let name = "truncated-to-half"
    let namedBy = contentRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard isSubstantial(sample), let middle = sample.target.middle else { return nil }
        return sample.changing(middle..<sample.target.bytes.count, to: "")
    }
}

/// Behind the target stands the translation of another sentence of the page.
struct SentenceAdded: SegmentInjection {
    let name = "sentence-added"
    let namedBy = contentRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard isSubstantial(sample), let other = random.pick(Array(sample.page.bitext.segments.indices)),
            other != sample.index, let (_, target) = substantial(sample.page, other)
        else { return nil }
        return sample.inserting(
            " " + String(decoding: sample.page.bytes[target], as: UTF8.self), at: sample.target.bytes.count)
    }
}

/// The source says the opposite of what the target translates.
///
/// The source is changed, as its language is known: the pair is as wrong as if the target had been.
struct PolarityTurned: SegmentInjection {
    let name = "polarity"
    let namedBy = ["polarity"]

    private static let opposites: [(String, String)] = [
        ("enable", "disable"), ("enabled", "disabled"), ("Enable", "Disable"), ("allow", "block"),
        ("allowed", "blocked"), ("Allow", "Block"), ("add", "remove"), ("must", "must not"), ("should", "should not"),
        ("can", "cannot"),
        ("required", "not required"), ("supported", "not supported"),
    ]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard isSubstantial(sample), sample.source.bytes != sample.target.bytes, let half = sample.segment.source,
            !sample.source.words.contains(where: { ["not", "no", "cannot"].contains(sample.source.string($0.range)) }),
            !["n't", "n’t"].contains(where: String(decoding: sample.source.bytes, as: UTF8.self).contains)
        else { return nil }
        let places = sample.source.words.filter { !sample.source.isInSpan($0.range.lowerBound) }.compactMap { word in
            let text = sample.source.string(word.range)
            let other =
                Self.opposites.first { $0.0 == text }?.1
                ?? Self.opposites.first { $0.1 == text && !$0.1.contains(" ") }?.0
            return other.map { (word.range, $0) }
        }
        // Where both of a pair of opposites stand, turning one may leave the sense as it was.
        guard places.count == 1, let (range, other) = places.first else { return nil }
        let start = half.content.lowerBound
        return Change(
            edits: [Edit(range.lowerBound + start..<range.upperBound + start, Array(other.utf8))],
            segments: [sample.index])
    }
}
