import Bitext
import MarkdownSyntax

/// Writes new targets into the bytes of a page: outside of them, no byte changes.
package enum TargetEdit {
    /// Why a text cannot be the target of a segment, whatever it says; nil if it can.
    static func refusal(
        of text: String, _ segment: Int, in bitext: Bitext, source: String, target: String
    ) -> String? {
        let variant = bitext.segments[segment].target
        // Of a page pair, a whole block may get a place.
        guard variant != nil || bitext.files.count > 1 else {
            return noPlace()
        }
        if bitext.defects.contains(where: { $0.kind == .utf16 }) {
            return "the page is UTF-16; save it as UTF-8 and export it again"
        }
        let isDamaged = variant.map { variant in
            bitext.files[variant.origin.file].edits.contains { $0.repaired.overlaps(variant.origin.range.values) }
        }
        if isDamaged == true {
            return "the page is damaged here; repair it (`diptych check`) and export it again"
        }
        func hasLineBreak(_ text: String) -> Bool { text.utf8.contains { $0 == 0x0A || $0 == 0x0D } }
        if hasLineBreak(text), !hasLineBreak(source), !hasLineBreak(target) {
            return "a line break, which would end the paragraph, the item or the cell"
        }
        // On a page of spans, tags of spans separate the pairs.
        if bitext.files.count == 1, spans(text) > max(spans(source), spans(target)) {
            return "a <span> tag, which would separate the pairs of the page"
        }
        return nil
    }

    /// Says that a page has no place for a text.
    ///
    /// - Parameter reason: why, in a clause.
    package static func noPlace(_ reason: String? = nil) -> String {
        "the page has no place for it\(reason.map { ": \($0)" } ?? ""); add it to the page itself"
    }

    /// How many tags of spans a text has.
    private static func spans(_ text: String) -> Int {
        text.ranges(of: "<span").count + text.ranges(of: "</span").count
    }

    /// The bytes of a file with new targets.
    ///
    /// - Parameters:
    ///   - changes: new targets of segments of this file.
    ///   - insertions: new blocks.
    ///   - file: the index in ``Bitext/files``.
    ///   - bytes: of that file on disk.
    package static func apply(
        _ changes: [PageImport.Change], _ insertions: [BlockInsertion] = [], to bytes: [UInt8], file: Int,
        of bitext: Bitext
    ) -> [UInt8] {
        inserted(insertions, changes, to: bytes, file: file, of: bitext).bytes
    }

    /// A new block and its range in the bytes of the changed file.
    typealias Inserted = (insertion: BlockInsertion, range: Range<Int>)

    /// The same with the ranges of the new blocks, in order.
    static func inserted(
        _ insertions: [BlockInsertion], _ changes: [PageImport.Change], to bytes: [UInt8], file: Int, of bitext: Bitext
    ) -> (bytes: [UInt8], blocks: [Inserted]) {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 256)
        var copied = 0
        var blocks: [Inserted] = []
        var rest = insertions.sorted { ($0.offset, $0.source.lowerBound) < ($1.offset, $1.source.lowerBound) }[...]
        func insert(before offset: Int) {
            while let next = rest.first, next.offset <= offset {
                // No change is where a block comes in: that is between two lines, and outside of all blocks.
                let place = max(copied, next.offset)
                result += bytes[copied..<place]
                copied = place
                // Blocks at one place share the empty lines between them.
                let before = blocks.last.map { $0.insertion.offset == next.offset ? $0.insertion.emptyLinesAfter : 0 }
                let text = next.text(afterEmptyLines: before ?? 0)
                blocks.append((next, result.count..<result.count + text.count))
                result += text
                rest = rest.dropFirst()
            }
        }
        for edit in edits(changes, file: file, of: bitext).used {
            insert(before: edit.range.lowerBound)
            result += bytes[copied..<edit.range.lowerBound]
            result += edit.change.text.utf8
            copied = edit.range.upperBound
        }
        insert(before: bytes.count)
        return (result + bytes[copied...], blocks)
    }

    /// The changes that ``apply(_:to:file:of:)`` leaves out, because another one is at the same place.
    package static func overlapping(_ changes: [PageImport.Change], file: Int, of bitext: Bitext)
        -> [PageImport.Change]
    {
        edits(changes, file: file, of: bitext).overlapping
    }

    /// The changes that can be written with their places in the file, in order, and those that cannot.
    private static func edits(_ changes: [PageImport.Change], file: Int, of bitext: Bitext) -> (
        used: [(range: Range<Int>, change: PageImport.Change)], overlapping: [PageImport.Change]
    ) {
        var edits: [(range: Range<Int>, change: PageImport.Change)] = []
        for change in changes {
            guard let origin = bitext.segments[change.segment].target?.origin, origin.file == file else { continue }
            let lower = bitext.files[file].position(of: origin.range.lowerBound).offset
            let upper = bitext.files[file].position(of: origin.range.upperBound).offset
            edits.append((lower..<upper, change))
        }
        edits.sort { $0.range.lowerBound < $1.range.lowerBound }
        var used: [(range: Range<Int>, change: PageImport.Change)] = []
        var overlapping: [PageImport.Change] = []
        for edit in edits {
            if let last = used.last, edit.range.lowerBound < last.range.upperBound {
                overlapping.append(edit.change)
            } else {
                used.append(edit)
            }
        }
        return (used, overlapping)
    }

    // MARK: Blocks

    /// The changes that give a file other blocks: a paragraph becomes a heading, or a row gets a further cell.
    ///
    /// Where all changes together do, each half is tried by itself. A file is parsed ``mostParses`` times at most; then all
    /// changes of a half are returned.
    ///
    /// - Parameters: see ``apply(_:to:file:of:)``.
    package static func changingBlocks(_ changes: [PageImport.Change], in bytes: [UInt8], file: Int, of bitext: Bitext)
        -> [PageImport.Change]
    {
        let start = bitext[.target].bodyStart
        let old = blocks(of: bytes, from: start)
        return wrong(of: changes) { part in
            blocks(of: apply(Array(part), to: bytes, file: file, of: bitext), from: start) == old
        }
    }

    /// The elements that are wrong. Where all together are, each half is tried by itself, ``mostParses`` times in all.
    static func wrong<Element>(of elements: [Element], unless isRight: (ArraySlice<Element>) -> Bool) -> [Element] {
        var parses = 0
        var wrong: [Element] = []
        var pending = [elements[...]]
        while let part = pending.popLast() {
            if parses < mostParses {
                parses += 1
                if isRight(part) { continue }
                if part.count > 1 {
                    let middle = part.startIndex + part.count / 2
                    pending += [part[middle...], part[..<middle]]
                    continue
                }
            }
            wrong += part
        }
        return wrong
    }

    private static let mostParses = 100

    /// A block of a page, as far as a new target must not change it.
    struct Block: Equatable {
        let kind: Node.Kind
        /// How many lists, items and quotes it is in.
        let depth: Int
        /// How many cells a row says it has: what is too much is no cell of the tree.
        let bars: Int
    }

    private static func blocks(of bytes: [UInt8], from start: SideOffset) -> [Block] {
        placedBlocks(of: bytes, from: start).map(\.block)
    }

    /// The blocks of a page with their ranges.
    static func placedBlocks(of bytes: [UInt8], from start: SideOffset) -> [(block: Block, range: Range<Int>)] {
        let tree = MarkdownTree(parsing: bytes, from: start)
        var depths = [Int](repeating: 0, count: tree.ids.count)
        var blocks: [(block: Block, range: Range<Int>)] = []
        for id in tree.descendants(of: MarkdownTree.root) where !tree[id].kind.isInline {
            if let parent = tree.parent(of: id) {
                depths[id] = depths[parent] + (tree[parent].kind.isNesting ? 1 : 0)
            }
            let text = bytes[tree[id].range.values]
            let bars = tree[id].kind == .tableRow ? bars(in: text) : 0
            blocks.append((Block(kind: tree[id].kind, depth: depths[id], bars: bars), tree[id].range.values))
        }
        return blocks
    }

    /// How many `|` without a backslash before them a text has.
    private static func bars(in text: ArraySlice<UInt8>) -> Int {
        var isEscaped = false
        var count = 0
        for byte in text {
            if byte == UInt8(ascii: "|"), !isEscaped { count += 1 }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return count
    }

    // MARK: Pairs

    /// The changes that are not on the changed page as they should be: their texts have markup of pairs, for example.
    ///
    /// - Parameter after: the changed page. nil if it cannot be read at all.
    package static func misread(_ changes: [PageImport.Change], before: Bitext, after: Bitext?) -> [PageImport.Change] {
        guard let after, after.segments.count == before.segments.count else { return candidates(changes) }
        let new = Dictionary(uniqueKeysWithValues: changes.map { ($0.segment, $0.text) })
        var wrong: [PageImport.Change] = []
        for index in before.segments.indices {
            let (old, now) = (before.segments[index], after.segments[index])
            let target = now.target.map { after[.target].text($0.range) }
            let isRight =
                old.id == now.id
                && old.source.map { before.source[$0.range] } == now.source.map { after.source[$0.range] }
                && target == (new[index] ?? old.target.map { before[.target].text($0.range) })
            guard !isRight else { continue }
            guard let change = changes.first(where: { $0.segment == index }) else { return candidates(changes) }
            wrong.append(change)
        }
        return wrong
    }

    /// The changes that may have broken a pair: those with markup of pairs, or else all.
    private static func candidates(_ changes: [PageImport.Change]) -> [PageImport.Change] {
        let found = changes.filter { $0.text.contains("span") || $0.text.contains("data-") }
        return found.isEmpty ? changes : found
    }
}

extension Node.Kind {
    /// Whether what is in such a block is at another level than what is beside it.
    fileprivate var isNesting: Bool {
        switch self {
        case .list, .item, .blockQuote, .alert: true
        default: false
        }
    }
}
