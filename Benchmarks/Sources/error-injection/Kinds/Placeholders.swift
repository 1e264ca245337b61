import Trials

private let placeholderRules = codeRules + ["html-tag", "tag"]

/// Placeholders in the target that the source has too.
private func placeholders(_ sample: Sample) -> [Range<Int>] {
    let all = Set(found(in: sample.source).map { sample.source[$0] })
    return all.isEmpty
        ? []
        : found(in: sample.target).filter { range in
            all.contains(sample.target[range])
                && !sample.target.spans.contains { ($0.kind == .link || $0.kind == .image) && $0.range.overlaps(range) }
        }
}

private let brackets: [(opening: String, closing: String)] = [
    ("&lt;", "&gt;"), ("\\<", "\\>"), ("\\<", ">"), ("<", ">"), ("{", "}"), ("%", "%"),
]

/// What HTML knows is markup.
private let tags: Set<String> = [
    "a", "b", "i", "br", "p", "em", "strong", "sup", "sub", "img", "table", "tr", "td", "th", "tbody", "thead", "div",
    "span", "ul", "ol", "li", "code", "pre", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "hr", "u", "font", "col",
    "colgroup", "center", "blockquote", "details", "summary", "iframe", "video", "s", "small", "kbd", "caption",
]

private func found(in half: Half) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for (opening, closing) in brackets {
        for start in half.places(of: Array(opening.utf8)) where !ranges.contains(where: { $0.contains(start) }) {
            var end = start + opening.utf8.count
            while end < half.bytes.count, half.bytes[end].isLetter || half.bytes[end].isDigit || half.bytes[end] == 0x2D
            {
                end += 1
            }
            let name = half.string(start + opening.utf8.count..<end)
            guard !name.isEmpty, half.bytes[end...].starts(with: closing.utf8), !tags.contains(name.lowercased()),
                opening != "%" || name.first?.isLetter == true,
                // `\d{4}` counts in a pattern.
                opening != "{" || start == 0 || !half.bytes[start - 1].isLetter && half.bytes[start - 1] != 0x5D
            else { continue }
            ranges.append(start..<end + closing.utf8.count)
        }
    }
    return ranges
}

/// A placeholder is gone.
struct PlaceholderLost: SegmentInjection {
    let name = "placeholder-lost"
    let namedBy = placeholderRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let placeholder = random.pick(placeholders(sample)) else { return nil }
        var range = placeholder
        let bytes = sample.target.bytes
        // With the markers around it: `_<name>_`.
        while range.lowerBound > 0, range.upperBound < bytes.count, "*_`".utf8.contains(bytes[range.upperBound]),
            bytes[range.lowerBound - 1] == bytes[range.upperBound]
        {
            range = range.lowerBound - 1..<range.upperBound + 1
        }
        return range.count < bytes.count ? sample.changing(range, to: "") : nil
    }
}

/// A placeholder has another number, or has lost the first word of its name.
struct PlaceholderAltered: SegmentInjection {
    let name = "placeholder-altered"
    let namedBy = placeholderRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let range = random.pick(placeholders(sample)) else { return nil }
        let bytes = sample.target.bytes
        let letters = range.filter { bytes[$0].isLetter }
        if letters.isEmpty, let digit = range.first(where: { bytes[$0].isDigit }) {
            return sample.changing(digit..<digit + 1, to: [otherDigit(bytes[digit], &random)])
        }
        // Two capitals with small letters between them: `TenantName`.
        let capitals = range.filter { place in
            bytes[place].isCapital && place + 1 < range.upperBound && bytes[place + 1].isLetter
                && !bytes[place + 1].isCapital
        }
        guard capitals.count >= 2 else { return nil }
        return sample.changing(capitals[0]..<capitals[1], to: "")
    }
}
