import Trials

/// Links in the target that the source has too, with the same destination.
private func links(_ sample: Sample, _ kind: Half.Span.Kind = .link) -> [Half.Span] {
    // `[!INCLUDE [name](path)]` is no link.
    guard !sample.source.contains(Array("[!".utf8)) else { return [] }
    let destinations = Set(sample.source.spans(kind).map { sample.source[$0.destination] })
    return sample.target.spans(kind).filter { destinations.contains(sample.target[$0.destination]) }
}

/// The text of a link is there, the link is not.
struct LinkLost: SegmentInjection {
    let name = "link-lost"
    let namedBy = ["link", "broken-link", "link-text"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        // An address alone is a link without any markup.
        let links = links(sample).filter { link in
            !sample.target.spans.contains { $0.kind == .address && link.inner.overlaps($0.range) }
        }
        guard let link = random.pick(links), !link.inner.isEmpty else { return nil }
        return sample.changing(link.range, to: sample.target[link.inner])
    }
}

/// A word leads somewhere that the source does not mention.
struct LinkAdded: SegmentInjection {
    let name = "link-added"
    let namedBy = ["link"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let words = sample.target.words.filter {
            $0.range.count >= 5 && !sample.target.isInSpan($0.range.lowerBound)
        }
        guard let word = random.pick(words) else { return nil }
        return sample.changing(word.range, to: "[\(sample.target.string(word.range))](../overview/concepts.md)")
    }
}

/// A link leads to another path.
struct LinkDestinationChanged: SegmentInjection {
    let name = "link-destination-changed"
    let namedBy = ["link"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let link = random.pick(links(sample)),
            let letter = letterOfLastComponent(sample.target, link.destination, &random)
        else { return nil }
        return sample.changing(letter, to: [otherLetter(sample.target.bytes[letter.lowerBound], &random)])
    }
}

/// An image shows another file.
struct ImagePathChanged: SegmentInjection {
    let name = "image-path-changed"
    let namedBy = ["image"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let image = random.pick(links(sample, .image)),
            let letter = letterOfLastComponent(sample.target, image.destination, &random)
        else { return nil }
        return sample.changing(letter, to: [otherLetter(sample.target.bytes[letter.lowerBound], &random)])
    }
}

/// An image that both sides have is gone from the target.
struct ImageDropped: SegmentInjection {
    let name = "image-dropped"
    // Where the segment is nothing but the image, its target is empty then; a link that was nothing else has no text.
    let namedBy = ["image", "empty-target", "link-text"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let image = random.pick(links(sample, .image)) else { return nil }
        return sample.changing(image.range, to: "")
    }
}

/// A blank between `]` and `(`.
struct LinkSplit: SegmentInjection {
    let name = "link-split"
    let namedBy = ["broken-link", "link"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let link = random.pick(links(sample)) else { return nil }
        return sample.inserting(" ", at: link.inner.upperBound + 1)
    }
}

/// A link without a bracket.
struct LinkBracketLost: SegmentInjection {
    let name = "link-bracket-lost"
    let namedBy = ["broken-link", "link", "unbalanced-brackets"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let link = random.pick(links(sample)) else { return nil }
        let places = [
            link.range.lowerBound, link.inner.upperBound, link.inner.upperBound + 1, link.range.upperBound - 1,
        ]
        guard let place = random.pick(places) else { return nil }
        return sample.changing(place..<place + 1, to: "")
    }
}

/// Nobody sees the link, as it has no text.
struct LinkTextEmptied: SegmentInjection {
    let name = "link-text-emptied"
    let namedBy = ["link-text", "link"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let link = random.pick(links(sample)), !link.inner.isEmpty else { return nil }
        return sample.changing(link.inner, to: "")
    }
}

/// The link's text takes in the words around it.
struct TextSwallowed: SegmentInjection {
    let name = "text-swallowed-into-link"
    let namedBy = ["link-text"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let target = sample.target
        guard sample.source.spans(.link).count == 1, target.spans(.link).count == 1, let link = links(sample).first,
            isAsLong(link, sample), target.spans.allSatisfy({ $0.kind != .bold && $0.kind != .image })
        else { return nil }
        let before = target.tokens.filter { $0.range.upperBound <= link.range.lowerBound }
        let after = target.tokens.filter { $0.range.lowerBound >= link.range.upperBound }
        if before.count >= 5, let first = before.first {
            return sample.changing([
                (link.range.lowerBound..<link.range.lowerBound + 1, []),
                (first.range.lowerBound..<first.range.lowerBound, [UInt8(ascii: "[")]),
            ])
        }
        if after.count >= 5, let last = after.last {
            let tail = target[link.inner.upperBound..<link.range.upperBound]
            return sample.changing([
                (link.inner.upperBound..<link.range.upperBound, []),
                (last.range.upperBound..<last.range.upperBound, tail),
            ])
        }
        return nil
    }

    /// Whether the link's text is about what it is in the source, so that the target is right before.
    private func isAsLong(_ link: Half.Span, _ sample: Sample) -> Bool {
        guard let source = sample.source.spans(.link).first else { return false }
        return link.inner.count <= source.inner.count * 3 / 2 + 8
            && source.range.count * 2 < sample.source.bytes.count
    }
}

/// A letter of the last component of a path, in front of its extension.
private func letterOfLastComponent(_ half: Half, _ path: Range<Int>, _ random: inout SplitMix64) -> Range<Int>? {
    let end = half.bytes[path].firstIndex { "?#".utf8.contains($0) } ?? path.upperBound
    let start = half.bytes[path.lowerBound..<end].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? path.lowerBound
    let stem = half.bytes[start..<end].firstIndex(of: UInt8(ascii: ".")) ?? end
    guard stem - start >= 4, path.lowerBound < start else { return nil }
    return random.pick((start..<stem).filter { half.bytes[$0].isLetter }).map { $0..<$0 + 1 }
}

/// Another letter than this one, in its case.
func otherLetter(_ letter: UInt8, _ random: inout SplitMix64) -> UInt8 {
    let first: UInt8 = letter.isCapital ? 0x41 : 0x61
    return random.pick((first..<first + 26).filter { $0 != letter }) ?? letter
}
