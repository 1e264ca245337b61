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
            sourceBytes, targetBytes, ratio: TextLength.ratio(source.outline, target.outline))
    }

    /// Adds what a step of the alignment pairs.
    func add(_ step: BandedAligner.Step, to assembly: inout PagePairAssembly) {
        let left = step.source.first.map { source.outline.blocks[$0] }
        let right = step.target.first.map { target.outline.blocks[$0] }
        let texts = (left.map { source.tree.texts(of: $0) } ?? [], right.map { target.tree.texts(of: $0) } ?? [])
        guard !texts.0.isEmpty || !texts.1.isEmpty else {
            return assembly.addBlock(left?.range, right?.range)
        }
        if texts.0.count == 1, texts.1.count == 1 {
            return add(texts.0[0], texts.1[0], to: &assembly)
        }
        let cells = aligner.steps(texts.0.map(\.range), texts.1.map(\.range), areCells: true)
        for cell in cells {
            add(cell.source.first.map { texts.0[$0] }, cell.target.first.map { texts.1[$0] }, to: &assembly)
        }
    }

    private func add(_ left: BlockText?, _ right: BlockText?, to assembly: inout PagePairAssembly) {
        let sources = left.map { sourceSplitter.sentences(from: $0.first, to: $0.last, expecting: 0) } ?? []
        let targets =
            right.map { targetSplitter.sentences(from: $0.first, to: $0.last, expecting: sources.count) } ?? []
        for step in aligner.steps(sources.map(\.range), targets.map(\.range)) {
            assembly.addSegment(SegmentSource(sources[step.source]), SegmentSource(targets[step.target]))
        }
    }
}

/// The part of a side that becomes a variant of a segment.
struct SegmentSource {
    let range: SideRange
    /// See ``Sentence/linkText``.
    let linkText: SideRange?

    /// - Returns: nil if there is no sentence.
    init?(_ sentences: ArraySlice<Sentence>) {
        guard let first = sentences.first, let last = sentences.last else { return nil }
        range = first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
        linkText = sentences.count == 1 ? first.linkText : nil
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

extension PageSide {
    /// The ISO 639 code of the page's language, or empty.
    var languageCode: String {
        String((locale ?? "").prefix { $0 != "-" && $0 != "_" }).lowercased()
    }
}
