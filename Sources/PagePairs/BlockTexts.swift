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
        guard isRow else { return add(sources[...], targets[...], to: &assembly) }
        for cell in aligner.steps(sources.map(\.range), targets.map(\.range), areCells: true) {
            add(sources[cell.source], targets[cell.target], to: &assembly)
        }
    }

    private func add(
        _ sourceTexts: ArraySlice<BlockText>, _ targetTexts: ArraySlice<BlockText>, to assembly: inout PagePairAssembly
    ) {
        let sources = sourceTexts.flatMap { sourceSplitter.sentences(from: $0.first, to: $0.last, expecting: 0) }
        // Of several paragraphs, it is not known which has how many.
        let expected = targetTexts.count == 1 ? sources.count : 0
        let targets = targetTexts.flatMap { targetSplitter.sentences(from: $0.first, to: $0.last, expecting: expected) }
        for step in aligner.steps(sources.map(\.range), targets.map(\.range)) {
            assembly.addSegment(SegmentSource(sources[step.source]), SegmentSource(targets[step.target]))
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
