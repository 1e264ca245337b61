import Bitext
import MarkdownSyntax

/// Splits aligned blocks into sentences, and pairs these.
struct BlockTexts {
    private let source: PageSide
    private let target: PageSide
    private let sourceSplitter: SentenceSplitter
    private let targetSplitter: SentenceSplitter
    private let aligner: SentenceAligner

    init(_ source: PageSide, _ target: PageSide, _ sourceBytes: Bytes, _ targetBytes: Bytes) {
        self.source = source
        self.target = target
        sourceSplitter = SentenceSplitter(source.tree, sourceBytes, Abbreviations.of(language: source.languageCode))
        targetSplitter = SentenceSplitter(target.tree, targetBytes, Abbreviations.of(language: target.languageCode))
        aligner = SentenceAligner(
            sourceBytes, targetBytes, ratio: source.outline.lengthRatio(to: target.outline))
    }

    /// Adds what a step of the alignment pairs.
    func add(_ step: BandedAligner.Step, to assembly: inout PagePairAssembly) {
        let sources = step.source.flatMap { source.tree.texts(of: source.outline.blocks[$0]) }
        let targets = step.target.flatMap { target.tree.texts(of: target.outline.blocks[$0]) }
        guard !sources.isEmpty || !targets.isEmpty else {
            return assembly.addBlock(
                step.source.first.map { source.outline.blocks[$0].range },
                step.target.first.map { target.outline.blocks[$0].range })
        }
        let isRow =
            step.source.contains { source.outline.blocks[$0].kind == .row }
            || step.target.contains { target.outline.blocks[$0].kind == .row }
        assembly.isDoubtful = step.isDoubtful
        guard isRow else { return add(sources[...], targets[...], to: &assembly) }
        for cell in aligner.steps(sources.map(\.range), targets.map(\.range), areCells: true) {
            add(sources[cell.source], targets[cell.target], to: &assembly)
        }
    }

    private func add(
        _ sourceTexts: ArraySlice<BlockText>, _ targetTexts: ArraySlice<BlockText>, to assembly: inout PagePairAssembly
    ) {
        let sources = Sentences(sourceTexts.map { sourceSplitter.sentences(from: $0.first, to: $0.last, expecting: 0) })
        // Of several paragraphs, it is not known which has how many.
        let expected = targetTexts.count == 1 ? sources.all.count : 0
        let targets = Sentences(
            targetTexts.map { targetSplitter.sentences(from: $0.first, to: $0.last, expecting: expected) })
        for step in aligner.steps(sources.all.map(\.range), targets.all.map(\.range)) {
            guard sources.isDivided(step.source) || targets.isDivided(step.target) else {
                assembly.addSegment(SegmentSource(sources.all[step.source]), SegmentSource(targets.all[step.target]))
                continue
            }
            let (left, right) = (sources.parts(of: step.source), targets.parts(of: step.target))
            // The longest part of one side is the counterpart of the longest of the other; the parts before it come first.
            let (l, r) = (sources.longest(left), targets.longest(right))
            for part in left[..<l] { assembly.addSegment(SegmentSource(sources.all[part]), nil) }
            for part in right[..<r] { assembly.addSegment(nil, SegmentSource(targets.all[part])) }
            assembly.addSegment(SegmentSource(sources.all[left[l]]), SegmentSource(targets.all[right[r]]))
            for part in left[(l + 1)...] { assembly.addSegment(SegmentSource(sources.all[part]), nil) }
            for part in right[(r + 1)...] { assembly.addSegment(nil, SegmentSource(targets.all[part])) }
        }
    }

    /// The sentences of one or several texts. A segment is in one text: a paragraph between two segments cannot be edited.
    private struct Sentences {
        private(set) var all: [Sentence] = []
        /// Where the sentences of each text begin, but the first.
        private var starts: [Int] = []

        init(_ texts: [[Sentence]]) {
            all = texts.first ?? []
            for text in texts.dropFirst() {
                if !all.isEmpty { starts.append(all.count) }
                all += text
            }
        }

        /// Whether a text ends inside a range of sentences.
        func isDivided(_ range: Range<Int>) -> Bool {
            starts.contains { range.lowerBound < $0 && $0 < range.upperBound }
        }

        /// A range of sentences, divided where a text ends. One empty range for an empty one.
        func parts(of range: Range<Int>) -> [Range<Int>] {
            var parts: [Range<Int>] = []
            var start = range.lowerBound
            for end in starts where range.lowerBound < end && end < range.upperBound {
                parts.append(start..<end)
                start = end
            }
            return parts + [start..<range.upperBound]
        }

        func longest(_ parts: [Range<Int>]) -> Int {
            func length(_ part: Range<Int>) -> Int { all[part].reduce(0) { $0 + $1.range.count } }
            return parts.indices.max { length(parts[$0]) < length(parts[$1]) } ?? 0
        }
    }
}

/// The inlines of a paragraph, of a heading or of a cell.
struct BlockText {
    let first: MarkdownTree.ID
    let last: MarkdownTree.ID
    let range: SideRange
}

extension MarkdownTree {
    /// The texts of a block: one, or those of the cells of a row.
    fileprivate func texts(of block: OutlineBlock) -> [BlockText] {
        if let inlines = block.inlines {
            return [BlockText(first: inlines.first, last: inlines.last, range: block.range)]
        }
        guard block.kind == .row else { return [] }
        var texts: [BlockText] = []
        var walk = descendants(of: block.node)
        var lastRead: ID?
        var isInText = false
        while let id = walk.next() {
            guard self[id].kind.isInline else {
                isInText = false
                continue
            }
            walk.skipChildren(of: id)
            if !isInText {
                var last = id
                while let next = nextSibling(of: last), self[next].kind.isInline { last = next }
                lastRead = last
                let start = self[id].range.lowerBound
                texts.append(BlockText(first: id, last: last, range: start..<max(start, self[last].range.upperBound)))
            }
            isInText = id != lastRead
        }
        return texts
    }
}
