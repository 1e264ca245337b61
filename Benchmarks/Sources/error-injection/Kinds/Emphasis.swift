import Trials

private let emphasisRules = ["unrendered-emphasis", "lost-emphasis", "escaped-emphasis", "emphasis-inside-word"]

/// Bold text in a target that has as much of it as its source.
private func bold(_ sample: Sample) -> [Half.Span] {
    let spans = sample.target.spans(.bold)
    guard spans.count == sample.source.spans(.bold).count else { return [] }
    return spans.filter { span in
        sample.target.bytes[span.inner].allSatisfy { $0 != UInt8(ascii: "*") }
            && !sample.target.spans.contains { $0.kind != .bold && $0.range.overlaps(span.range) }
    }
}

/// Bold text is plain.
struct BoldLost: SegmentInjection {
    let name = "bold-lost"
    let namedBy = emphasisRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let span = random.pick(bold(sample)) else { return nil }
        return sample.changing(span.range, to: sample.target[span.inner])
    }
}

/// Blanks inside the markers.
struct MarkersDoNotRender: SegmentInjection {
    let name = "markers-do-not-render"
    let namedBy = emphasisRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let span = random.pick(bold(sample)) else { return nil }
        return sample.changing(span.range, to: "** \(sample.target.string(span.inner)) **")
    }
}

/// Backslashes in front of the markers.
struct MarkersEscaped: SegmentInjection {
    let name = "markers-escaped"
    let namedBy = emphasisRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let span = random.pick(bold(sample)) else { return nil }
        return sample.changing(span.range, to: "\\*\\*\(sample.target.string(span.inner))\\*\\*")
    }
}

/// Bold text ends in the middle of a word.
struct BoldInsideWord: SegmentInjection {
    let name = "bold-inside-word"
    let namedBy = emphasisRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let words = bold(sample).compactMap { span in
            sample.target.words.last { $0.range.upperBound == span.inner.upperBound && $0.range.count >= 6 }.map {
                (span, $0)
            }
        }
        guard let (span, word) = random.pick(words) else { return nil }
        guard sample.target.bytes[word.range].allSatisfy({ $0 < 0x80 }) else { return nil }
        let end = word.range.upperBound
        return sample.changing(
            end - 2..<span.range.upperBound, to: "**" + sample.target.string(end - 2..<end))
    }
}

/// One of the two markers is gone.
struct MarkerDropped: SegmentInjection {
    let name = "marker-dropped"
    let namedBy = emphasisRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let span = random.pick(bold(sample)) else { return nil }
        return sample.changing(
            random.coin()
                ? span.range.lowerBound..<span.inner.lowerBound : span.inner.upperBound..<span.range.upperBound,
            to: "")
    }
}
