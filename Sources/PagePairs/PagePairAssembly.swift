import Bitext
import Hashing

/// Makes the bitext of two aligned pages: segments, anchors and the runs of each side.
struct PagePairAssembly {
    private let source: PageSide
    private let target: PageSide
    private let sourceBytes: Bytes
    private let targetBytes: Bytes

    private var segments: [Segment] = []
    private var anchors: [Anchor] = []
    private var sourceRuns: [SideText.Run] = []
    private var targetRuns: [SideText.Run] = []
    /// Up to where each side is in the anchors.
    private var onSource = SideOffset(0)
    private var onTarget = SideOffset(0)
    private var ids = SegmentIDs()
    /// Whether the block that is added now may not be the translation of its counterpart.
    var isDoubtful = false

    static func bitext(_ source: PageSide, _ target: PageSide, words: () -> (any WordMeanings)?) -> Bitext {
        let steps = BlockAligner.steps(source.outline, target.outline, words: words)
        return source.file.bytes.withUnsafeBufferPointer { sourceBytes in
            target.file.bytes.withUnsafeBufferPointer { targetBytes in
                var assembly = PagePairAssembly(source, target, sourceBytes, targetBytes)
                assembly.addBlock(
                    SideOffset(0)..<source.bodyStart, SideOffset(0)..<target.bodyStart)
                let texts = BlockTexts(source, target, sourceBytes, targetBytes)
                for step in steps { texts.add(step, to: &assembly) }
                assembly.addRest()
                return assembly.bitext(unpaired: UnpairedBlocks.all(source.outline, target.outline, steps))
            }
        }
    }

    private init(_ source: PageSide, _ target: PageSide, _ sourceBytes: Bytes, _ targetBytes: Bytes) {
        self.source = source
        self.target = target
        self.sourceBytes = sourceBytes
        self.targetBytes = targetBytes
    }

    private func bitext(unpaired: [UnpairedBlock]) -> Bitext {
        Bitext(
            files: [source.file, target.file], source: text(of: source, sourceRuns),
            target: text(of: target, targetRuns),
            sourceLocale: source.locale, targetLocale: target.locale, segments: segments, anchors: anchors,
            defects: source.defects + target.defects, unpairedBlocks: unpaired)
    }

    private func text(of page: PageSide, _ runs: [SideText.Run]) -> SideText {
        SideText(
            page.side, file: page.number, bytes: page.file.bytes, runs: runs, bodyStart: page.bodyStart,
            frontMatter: page.frontMatter)
    }

    // MARK: Parts

    /// Adds a block without segments, or two that correspond.
    mutating func addBlock(_ source: SideRange?, _ target: SideRange?) {
        let left = source.map { rest(of: $0, from: onSource) } ?? onSource..<onSource
        let right = target.map { rest(of: $0, from: onTarget) } ?? onTarget..<onTarget
        addGap(to: left.lowerBound, right.lowerBound)
        addText(left, right)
    }

    /// Adds a segment. nil is a variant that is missing.
    ///
    /// Of two texts that are only a link to the same place, the segment is the text of the link, as on span pages.
    mutating func addSegment(_ source: SegmentSource?, _ target: SegmentSource?) {
        let isLink = isSameLink(source, target)
        let left = source.map { rest(of: isLink ? $0.linkText ?? $0.range : $0.range, from: onSource) }
        let right = target.map { rest(of: isLink ? $0.linkText ?? $0.range : $0.range, from: onTarget) }
        guard !(left?.isEmpty ?? true) || !(right?.isEmpty ?? true) else { return }
        addGap(to: left?.lowerBound ?? onSource, right?.lowerBound ?? onTarget)
        let index = segments.count
        let id =
            left.map { ids.id(ofSource: source?.linkText ?? $0, sourceBytes) }
            ?? ids.id(ofTarget: right ?? onTarget..<onTarget, targetBytes)
        let sourceVariant = left.map { Variant(range: $0, origin: Location(file: 0, range: FileRange($0.values))) }
        let targetVariant = right.map { Variant(range: $0, origin: Location(file: 1, range: FileRange($0.values))) }
        segments.append(
            Segment(
                id: id, idLocation: nil, source: sourceVariant, target: targetVariant,
                location: targetVariant?.origin ?? sourceVariant?.origin ?? Location(file: 0, range: FileRange(0..<0)),
                isDoubtful: isDoubtful))
        addAnchor(left ?? onSource..<onSource, right ?? onTarget..<onTarget, segment: index)
    }

    /// Whether both are a link to the same place; a link without a counterpart is one, too.
    private func isSameLink(_ source: SegmentSource?, _ target: SegmentSource?) -> Bool {
        guard let source, let target else { return true }
        guard let left = source.linkText, let right = target.linkText else { return false }
        return sourceBytes[left.upperBound.value..<source.range.upperBound.value].elementsEqual(
            targetBytes[right.upperBound.value..<target.range.upperBound.value])
    }

    /// Adds what follows the last block.
    private mutating func addRest() { addGap(to: source.file.end, target.file.end) }

    /// The part of a range that was not added yet. Markup of HTML can be read in another order.
    private func rest(of range: SideRange, from start: SideOffset) -> SideRange {
        max(range.lowerBound, start)..<max(range.upperBound, start)
    }

    /// Adds the text between two parts.
    private mutating func addGap(to source: SideOffset, _ target: SideOffset) {
        addText(onSource..<max(source, onSource), onTarget..<max(target, onTarget))
    }

    /// Adds text outside of segments: what both sides share at its beginning and its end, and what differs between these.
    private mutating func addText(_ left: SideRange, _ right: SideRange) {
        let (a, b) = (sourceBytes[left.values], targetBytes[right.values])
        let limit = min(a.count, b.count)
        var prefix = 0
        while prefix < limit, a[a.startIndex + prefix] == b[b.startIndex + prefix] { prefix += 1 }
        // Not inside a character.
        while prefix > 0, prefix < a.count, a[a.startIndex + prefix].isUTF8Continuation { prefix -= 1 }
        while prefix > 0, prefix < b.count, b[b.startIndex + prefix].isUTF8Continuation { prefix -= 1 }
        var suffix = 0
        while suffix < limit - prefix, a[a.endIndex - 1 - suffix] == b[b.endIndex - 1 - suffix] { suffix += 1 }
        while suffix > 0, a[a.endIndex - suffix].isUTF8Continuation { suffix -= 1 }
        addAnchor(
            left.lowerBound..<left.lowerBound + prefix, right.lowerBound..<right.lowerBound + prefix, segment: nil)
        addAnchor(
            left.lowerBound + prefix..<left.upperBound - suffix, right.lowerBound + prefix..<right.upperBound - suffix,
            segment: nil, isShared: false)
        addAnchor(
            left.upperBound - suffix..<left.upperBound, right.upperBound - suffix..<right.upperBound, segment: nil)
    }

    private mutating func addAnchor(_ left: SideRange, _ right: SideRange, segment: Int?, isShared: Bool? = nil) {
        guard !left.isEmpty || !right.isEmpty else { return }
        anchors.append(Anchor(source: left, target: right, segment: segment, isShared: isShared))
        Self.add(left, segment, to: &sourceRuns)
        Self.add(right, segment, to: &targetRuns)
        onSource = left.upperBound
        onTarget = right.upperBound
    }

    private static func add(_ range: SideRange, _ segment: Int?, to runs: inout [SideText.Run]) {
        // Two parts without segments are one run.
        guard !range.isEmpty, segment != nil || runs.isEmpty || runs[runs.count - 1].segment != nil else { return }
        runs.append(.init(start: range.lowerBound, origin: FileOffset(range.lowerBound.value), segment: segment))
    }
}

extension SourceFile {
    fileprivate var end: SideOffset { SideOffset(bytes.count) }
}

/// Makes the ids of segments: a hash of the source's text, and the number of the segment among those with the same text.
private struct SegmentIDs {
    private var counts: [UInt64: Int] = Dictionary(minimumCapacity: 256)

    mutating func id(ofSource range: SideRange, _ bytes: Bytes) -> String { id(range, bytes, prefix: "") }

    /// The id of a segment without a source.
    mutating func id(ofTarget range: SideRange, _ bytes: Bytes) -> String { id(range, bytes, prefix: "added-") }

    private mutating func id(_ range: SideRange, _ bytes: Bytes, prefix: String) -> String {
        let hash = Self.hash(range.values, bytes) & 0xFFFF_FFFF_FFFF
        let count = counts[hash, default: 0] + 1
        counts[hash] = count
        let name = prefix + hash.hexDigits(12)
        return count == 1 ? name : "\(name)-\(count)"
    }

    /// Wrapped lines and the markers of quotes do not change the hash.
    private static func hash(_ range: Range<Int>, _ bytes: Bytes) -> UInt64 {
        var hash = KeyHash()
        var isBlank = false
        var isLineStart = false
        for offset in range {
            let byte = bytes[offset]
            if byte.isASCIIBlank || isLineStart && byte == UInt8(ascii: ">") {
                isBlank = true
                isLineStart = isLineStart || byte == UInt8(ascii: "\n")
                continue
            }
            if isBlank { hash.add(0x20) }
            isBlank = false
            isLineStart = false
            hash.add(byte)
        }
        // FNV-1a's high bits are mixed less than its low bits.
        return hash.value ^ hash.value >> 32
    }
}
