import Trials

private let structureRules = [
    "block-structure", "heading", "list-item", "table-cell", "code-block", "alert", "quote",
]

/// Two items in one pair, and the second has lost its marker in the target.
///
/// Few pages have such a pair; here two neighbours are made one first.
struct ListMarkerLost: SegmentInjection {
    let name = "list-marker-lost"
    let namedBy = structureRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let page = sample.page
        let marker = page.bytes[page.lineStart(sample.segment.range.lowerBound)..<sample.segment.range.lowerBound]
        guard ["- ", "* ", "1. "].contains(where: { marker.drop { $0 == 0x20 }.elementsEqual($0.utf8) }),
            page.bitext.segments.indices.contains(sample.index + 1), let source = sample.segment.source,
            let target = sample.segment.target
        else { return nil }
        let next = page.bitext.segments[sample.index + 1]
        let between = page.bytes[sample.segment.range.upperBound..<next.range.lowerBound]
        guard between.elementsEqual([0x0A] + marker), let nextSource = next.source?.content,
            let nextTarget = next.target?.content
        else { return nil }
        let indent = marker.prefix { $0 == 0x20 }
        return Change(
            edits: [
                Edit(
                    target.content.upperBound..<target.content.upperBound,
                    [0x0A] + Array(indent) + page.bytes[nextTarget]),
                Edit(source.content.upperBound..<source.content.upperBound, Array(between) + page.bytes[nextSource]),
                Edit(sample.segment.range.upperBound..<next.range.upperBound, []),
            ], segments: [sample.index])
    }
}

/// A `|` inside a cell's target makes two cells of it.
struct CellBarAdded: SegmentInjection {
    let name = "cell-bar-added"
    let namedBy = structureRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard sample.isTableCell, let middle = sample.target.middle else { return nil }
        return sample.inserting(" |", at: middle)
    }
}

/// A line break inside a cell's target ends the row.
struct TableRowBroken: SegmentInjection {
    let name = "table-row-broken"
    let namedBy = structureRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard sample.isTableCell, let middle = sample.target.middle else { return nil }
        return sample.inserting("\n", at: middle)
    }
}

/// A marker at the beginning of a target makes another block of the paragraph.
struct MarkerAdded: SegmentInjection {
    let name: String
    let namedBy = structureRules
    let marker: String

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard sample.beginsParagraph, !sample.target.words.isEmpty else { return nil }
        return sample.inserting(marker, at: 0)
    }
}

/// Four blanks at the beginning of a target make code of the paragraph.
struct IndentAdded: SegmentInjection {
    let name = "indent-added"
    let namedBy = structureRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard sample.beginsParagraph, isBelowHeading(sample), !sample.target.words.isEmpty else { return nil }
        return sample.inserting("    ", at: 0)
    }

    /// Inside a list, four blanks only indent.
    private func isBelowHeading(_ sample: Sample) -> Bool {
        var offset = sample.page.lineStart(sample.segment.range.lowerBound)
        while let line = sample.page.previousLine(offset) {
            guard line.allSatisfy({ $0 == 0x20 }) else { return line.first == UInt8(ascii: "#") }
            offset = line.startIndex
        }
        return false
    }
}

/// A blank line inside the target makes two paragraphs of one.
struct ParagraphBroken: SegmentInjection {
    let name = "paragraph-broken"
    let namedBy = structureRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard !sample.isTableCell, sample.target.words.count >= 4 || sample.target.bytes.count > 40,
            let middle = sample.target.middle
        else { return nil }
        return sample.inserting("\n\n", at: middle)
    }
}

/// A fence at the beginning of a target makes code of the rest of the page.
struct FenceAdded: SegmentInjection {
    let name = "fence-added"
    let namedBy = structureRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard sample.beginsParagraph, !sample.target.words.isEmpty else { return nil }
        return sample.inserting("```\n", at: 0)
    }
}

/// The keyword of an alert stands inside the pair, and was translated.
///
/// Nearly all pages keep the keyword in what both sides share; here it is moved into the pair first.
struct AlertKeywordTranslated: SegmentInjection {
    let name = "alert-keyword-translated"
    let namedBy = structureRules

    private static let keywords: [(String, String)] = [
        ("[!NOTE]", "[!REMARQUE]"), ("[!IMPORTANT]", "[!WICHTIG]"), ("[!TIP]", "[!CONSEJO]"),
        ("[!CAUTION]", "[!ATTENTION]"), ("[!WARNING]", "[!AVERTISSEMENT]"),
    ]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let start = sample.segment.range.lowerBound
        guard sample.prefix.elementsEqual("> ".utf8), let line = sample.page.previousLine(start),
            let target = sample.segment.target, let source = sample.segment.source
        else { return nil }
        let text = String(decoding: line, as: UTF8.self)
        guard let (keyword, translated) = Self.keywords.first(where: { "> \($0.0)" == text }) else { return nil }
        return Change(
            edits: [
                Edit(line.startIndex + 2..<start, []),
                Edit(target.content.lowerBound..<target.content.lowerBound, Array("\(translated)\n> ".utf8)),
                Edit(source.content.lowerBound..<source.content.lowerBound, Array("\(keyword)\n> ".utf8)),
            ], segments: [sample.index])
    }
}
