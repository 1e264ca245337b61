import Bitext
import BitextReaders
import Checks
import MarkdownSyntax
import ParsedBitext

/// A page as it goes out to a tool: its blocks with their segments, in the order of the page.
///
/// The page itself stays the skeleton. A file that is made of it names the page and its hash, and import puts the targets
/// back into the page.
public struct ExchangePage: Sendable {
    /// The segments of one block of the source: a paragraph, a heading, an item, a cell.
    struct Block {
        fileprivate(set) var segments: ArraySlice<ExchangeSegment>
        /// The heading before the block; nil where there is none.
        let section: String?
        /// The number of the list item that the block is in.
        let item: Int?
    }

    let parsed: ParsedBitext
    /// The path by which an import finds the page again.
    let name: String
    /// The SHA-256 of the file, and of its source's file where that is another one.
    let sha256: String
    /// The revision of the source, as the page names it.
    let sourceRevision: String?
    let sourceLocale: String
    /// nil where neither the page nor the caller names one.
    package let targetLocale: String?
    private(set) var blocks: [Block]
    /// The id of each segment of the page in exchange files.
    let ids: [String]
    /// How many segments go out.
    public let segmentCount: Int

    var bitext: Bitext { parsed.bitext }

    /// All targets of the page as XML can hold them, also those that do not go out.
    package var targets: Set<String> {
        Set(bitext.segments.lazy.compactMap { $0.target }.map { CodedText.safe(bitext[.target].text($0.range)) })
    }

    /// - Parameters:
    ///   - name: the path by which an import finds the page again.
    ///   - sha256: of the page's bytes.
    ///   - targetLocale: where the page names none.
    ///   - findings: of the page.
    ///   - staleParts: what of its source changed after it was translated.
    ///   - isNew: whether there is no translation yet. Then the source is both sides, and no target goes out.
    package init(
        _ parsed: ParsedBitext, name: String, sha256: String, targetLocale: String?, findings: [Finding],
        _ selection: ExchangeSelection, staleParts: [StalePart] = [], isNew: Bool = false
    ) {
        let bitext = parsed.bitext
        self.parsed = parsed
        self.name = name
        self.sha256 = sha256
        sourceRevision = bitext.target?.frontMatter?["ms.sourcegitcommit"]
        sourceLocale = Self.tag(bitext.sourceLocale) ?? "en-US"
        self.targetLocale = Self.tag(bitext.targetLocale) ?? targetLocale
        ids = ExchangeIDs.all(of: bitext)
        let segments = ExchangeSegment.all(of: parsed, findings, selection, StaleRanges(staleParts), isNew: isNew)
        segmentCount = segments.count
        blocks = Self.blocks(of: parsed, segments)
    }

    /// Keeps a target that an earlier file has for a segment without a place.
    mutating func keep(_ target: String, _ block: Int, _ index: Int) {
        blocks[block].segments[index].keep(target, source: bitext.source.bytes)
    }

    /// A locale that a page names, if it is one.
    static func tag(_ locale: String?) -> String? {
        locale.flatMap { Language.isTag(Substring($0)) ? $0 : nil }
    }

    /// Puts the segments of one block together.
    private static func blocks(of parsed: ParsedBitext, _ segments: [ExchangeSegment]) -> [Block] {
        let tree = parsed.source.tree
        let headings = tree.ids.filter { tree[$0].kind == .heading }
        var nextHeading = 0
        var section: String?
        var blocks: [Block] = []
        var last: MarkdownTree.ID?
        for (index, segment) in segments.enumerated() {
            guard let source = parsed.bitext.segments[segment.index].source else { continue }
            let start = source.range.lowerBound
            while nextHeading < headings.count, tree[headings[nextHeading]].range.lowerBound <= start {
                let heading = headings[nextHeading]
                if tree[heading].range.upperBound <= start { section = text(of: heading, tree) }
                guard tree[heading].range.upperBound <= start else { break }
                nextHeading += 1
            }
            let leaf = parsed.source.firstLeaf(endingAfter: start)
            let block = leaf < parsed.source.leaves.count ? tree.block(of: parsed.source.leaves[leaf]) : nil
            if block == nil || block != last {
                let item = block.flatMap { number(ofItemAround: $0, tree) }
                blocks.append(Block(segments: segments[index..<index], section: section, item: item))
                last = block
            }
            let first = blocks[blocks.count - 1].segments.startIndex
            blocks[blocks.count - 1].segments = segments[first...index]
        }
        return blocks
    }

    /// The text of a heading, without its markup. Each block of the section repeats it, so it is not long.
    private static func text(of heading: MarkdownTree.ID, _ tree: MarkdownTree) -> String {
        let text = tree.descendants(of: heading).filter { tree[$0].kind == .text || tree[$0].kind == .codeSpan }
            .map { String(decoding: tree[tree[$0].range], as: UTF8.self) }.joined()
        return text.utf8.count <= longestHeading ? text : SharedText(text).prefix(bytes: longestHeading).string + "…"
    }

    /// In bytes.
    static let longestHeading = 1024

    private static func number(ofItemAround block: MarkdownTree.ID, _ tree: MarkdownTree) -> Int? {
        var current: MarkdownTree.ID? = block
        while let id = current {
            if tree[id].kind == .item { return tree[id].isOrdered ? tree[id].number : nil }
            current = tree.parent(of: id)
        }
        return nil
    }

    /// The text between two segments of a block that follow each other, if it is only blanks.
    func blanks(between left: ExchangeSegment, _ right: ExchangeSegment) -> ArraySlice<UInt8>? {
        guard right.index == left.index + 1, let end = bitext.segments[left.index].source?.range.upperBound,
            let start = bitext.segments[right.index].source?.range.lowerBound, end < start
        else { return nil }
        let text = bitext.source[end..<start]
        return text.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") } ? text : nil
    }

    /// The 1-based line of a segment in its file.
    func line(of segment: ExchangeSegment) -> Int {
        let location = bitext.segments[segment.index].location
        return bitext.files[location.file].line(of: location.range.lowerBound)
    }

    /// Where a segment is, for a person: `docs/page.md:12, section “Set up”, item 3`.
    func place(of segment: ExchangeSegment, in block: Block) -> String {
        var place = ""
        addPlace(of: segment, in: block) { place += $0 }
        return place
    }

    /// The same in parts, which takes a third of the time: each block has its place.
    func addPlace(of segment: ExchangeSegment, in block: Block, _ add: (String) -> Void) {
        add(name)
        add(":")
        add(String(line(of: segment)))
        if let section = block.section {
            add(", section “")
            add(section)
            add("”")
        }
        if let item = block.item {
            add(", item ")
            add(String(item))
        }
    }
}

extension ExchangeSegment {
    /// The segments of a page that have a source and are selected.
    static func all(
        of parsed: ParsedBitext, _ findings: [Finding], _ selection: ExchangeSelection, _ stale: StaleRanges,
        isNew: Bool
    ) -> [ExchangeSegment] {
        let bitext = parsed.bitext
        let source = InlineMarks(parsed.source)
        let target = InlineMarks(parsed[.target])
        var bySegment: [Int: [Finding]] = [:]
        for finding in findings where finding.severity >= selection.severity {
            if let index = finding.segmentIndex { bySegment[index, default: []].append(finding) }
        }
        var result: [ExchangeSegment] = []
        let isEach = !selection.onlyFindings && !selection.onlyUntranslated && !selection.onlyStale
        if isEach { result.reserveCapacity(bitext.segments.count) }
        bitext.withSides { sourceBytes, targetBytes in
            for (index, segment) in bitext.segments.enumerated() {
                let found = bySegment[index] ?? []
                guard let range = segment.source?.range.values, !range.isEmpty,
                    !selection.onlyFindings || !found.isEmpty
                else { continue }
                let translation = segment.target?.range.values
                let isStale = stale.contain(segment)
                let isUntranslated =
                    isNew || translation?.isEmpty ?? true || found.contains { $0.rule == "untranslated" }
                guard !selection.onlyUntranslated || isUntranslated, !selection.onlyStale || isStale else { continue }
                let state: State =
                    isUntranslated ? .untranslated : found.isEmpty && !isStale ? .translated : .needsReview
                result.append(
                    ExchangeSegment(
                        index: index,
                        codes: CodedSegment(
                            source: CodedVariant(range, source, sourceBytes), sourceBytes,
                            target: isNew ? nil : translation.map { CodedVariant($0, target, targetBytes) },
                            targetBytes),
                        findings: found.sorted { $0.severity > $1.severity }, state: state,
                        hasPlace: segment.target != nil,
                        targetHash: hash(ofTarget: UnsafeBufferPointer(rebasing: targetBytes[translation ?? 0..<0]))))
            }
        }
        return result
    }
}
