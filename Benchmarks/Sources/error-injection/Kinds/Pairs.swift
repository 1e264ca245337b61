import Bitext
import Trials

/// The target says nothing.
struct TargetEmptied: SegmentInjection {
    let name = "target-emptied"
    let namedBy = ["empty-target"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        sample.source.words.isEmpty ? nil : sample.changing(0..<sample.target.bytes.count, to: "")
    }
}

/// One half of the pair is gone with its tags.
struct HalfRemoved: SegmentInjection {
    let removesTarget: Bool
    var name: String { removesTarget ? "target-half-removed" : "source-half-removed" }
    var namedBy: [String] { [removesTarget ? "missing-target" : "missing-source"] }

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let tags = PairTags(sample) else { return nil }
        return Change(edits: [Edit(removesTarget ? tags.targetHalf : tags.sourceHalf, [])], segments: [])
    }
}

/// The source half carries another id than the target half.
struct IDsUnequal: SegmentInjection {
    let name = "ids-unequal"
    let namedBy = ["unequal-ids"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let id = sample.id(.source), let last = id.last, sample.page.bytes[last].isDigit else {
            return nil
        }
        return Change(edits: [Edit(last..<last + 1, [otherDigit(sample.page.bytes[last], &random)])], segments: [])
    }
}

/// The pair carries the id of the one in front of it.
struct IDDuplicated: SegmentInjection {
    let name = "id-duplicated"
    let namedBy = ["duplicate-id"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard sample.index > 0, let source = sample.id(.source), let target = sample.id(.target) else {
            return nil
        }
        let other = Array(sample.page.bitext.segments[sample.index - 1].id.utf8)
        guard other != Array(sample.page.bytes[target]) else { return nil }
        return Change(edits: [Edit(target, other), Edit(source, other)], segments: [])
    }
}

/// A half is never closed.
struct SpanUnclosed: SegmentInjection {
    let name = "span-unclosed"
    let namedBy = ["unclosed-span", "malformed-marker", "nested-pair"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let tags = PairTags(sample) else { return nil }
        let closing =
            random.coin()
            ? tags.targetHalf.upperBound - 7..<tags.targetHalf.upperBound
            : tags.sourceHalf.upperBound - 14..<tags.sourceHalf.upperBound
        return Change(edits: [Edit(closing, [])], segments: [])
    }
}

/// The quote behind an id is written as an entity.
struct AttributeDamaged: SegmentInjection {
    let name = "attribute-damaged"
    let namedBy = ["damaged-attribute", "malformed-marker"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let id = sample.id(random.coin() ? .source : .target) else { return nil }
        return Change(edits: [Edit(id.upperBound..<id.upperBound + 1, Array("&quot;".utf8))], segments: [])
    }
}

/// Where the tags of a pair in the usual form stand.
private struct PairTags {
    let targetHalf: Range<Int>
    let sourceHalf: Range<Int>

    init?(_ sample: Sample) {
        guard let target = sample.segment.target, let source = sample.segment.source else { return nil }
        let range = sample.segment.range
        let bytes = sample.page.bytes
        guard bytes[range].starts(with: "<span data-ttu-id=".utf8),
            target.content.lowerBound < source.content.lowerBound,
            bytes[target.content.upperBound...].starts(with: "</span><span class=\"sxs-lookup\">".utf8),
            bytes[source.content.upperBound...].starts(with: "</span></span>".utf8),
            source.content.upperBound + 14 == range.upperBound
        else { return nil }
        targetHalf = range.lowerBound..<target.content.upperBound + 7
        sourceHalf = targetHalf.upperBound..<range.upperBound
    }
}

/// Another digit than this one, and not zero.
func otherDigit(_ digit: UInt8, _ random: inout SplitMix64) -> UInt8 {
    random.pick((UInt8(ascii: "1")...UInt8(ascii: "9")).filter { $0 != digit }) ?? digit
}
