/// Two texts and the anchors between them. Where they came from is a reader's business.
///
/// A text without a translation has no target and no segments.
///
///     let bitext = try SpanPageReader().read([InputFile(path: "page.md", bytes: bytes)])
///     let target = bitext.target?.bytes   // the Markdown that readers of the translation get
public struct Bitext: Sendable {
    /// The files that the bitext was read from: one of a span page or an exchange file, two of a page pair.
    public let files: [SourceFile]
    public let source: SideText
    /// nil for a text without a translation.
    public let target: SideText?
    /// The language of the source, a BCP 47 tag, or nil where nothing says it.
    public let sourceLocale: String?
    /// The language of the target, a BCP 47 tag, or nil where nothing says it.
    public let targetLocale: String?
    /// In the order of the source's file.
    public let segments: [Segment]
    /// In the order of the source. Together their source ranges cover the side.
    public let anchors: [Anchor]
    /// In the order of the files; of each kind a thousand at most, and one that says how many more there are.
    public let defects: [Defect]

    public init(
        files: [SourceFile], source: SideText, target: SideText?, sourceLocale: String?, targetLocale: String?,
        segments: [Segment], anchors: [Anchor], defects: [Defect]
    ) {
        self.files = files
        self.source = source
        self.target = target
        self.sourceLocale = sourceLocale
        self.targetLocale = targetLocale
        self.segments = segments
        self.anchors = anchors
        self.defects = defects
    }

    /// One side; of a text without a translation, the text.
    public subscript(side: Side) -> SideText { side == .source ? source : target ?? source }

    /// Lends the bytes of both sides for the length of one call.
    package func withSides<Result>(_ body: (_ source: Bytes, _ target: Bytes) -> Result) -> Result {
        self[.source].bytes.withUnsafeBufferPointer { source in
            self[.target].bytes.withUnsafeBufferPointer { body(source, $0) }
        }
    }

    /// A variant's text on its side.
    public func text(of variant: Variant, _ side: Side) -> ArraySlice<UInt8> { self[side][variant.range] }

    /// The bytes of all files together.
    package var size: Int { files.reduce(0) { $0 + $1.bytes.count } }

    // MARK: Places in files

    /// Where a stretch of a side was read, from its first byte to its last.
    public func location(of range: SideRange, on side: Side) -> Location {
        let text = self[side]
        let lower = text.origin(of: range.lowerBound)
        guard !range.isEmpty else { return Location(file: text.file, range: lower..<lower) }
        guard text.isVerbatim else { return locationOfRuns(range, text) }
        let upper = text.origin(of: range.upperBound - 1) + 1
        return Location(file: text.file, range: lower..<max(lower, upper))
    }

    /// Where the segments of a stretch were read, as their bytes are not the file's.
    private func locationOfRuns(_ range: SideRange, _ text: SideText) -> Location {
        func origin(at offset: SideOffset) -> FileRange {
            guard let segment = text.segment(at: offset), let variant = segments[segment][text.side] else {
                let origin = text.origin(of: offset)
                return origin..<origin
            }
            return variant.origin.range
        }
        let lower = origin(at: range.lowerBound).lowerBound
        return Location(file: text.file, range: lower..<max(lower, origin(at: range.upperBound - 1).upperBound))
    }

    /// Line, column and offset of the beginning of a location.
    public func position(of location: Location) -> Position {
        files[location.file].position(of: location.range.lowerBound)
    }

    /// The line in its file of a byte of a side.
    public func line(of offset: SideOffset, on side: Side) -> Int {
        let text = self[side]
        return files[text.file].line(of: text.origin(of: offset))
    }

    // MARK: From one side to the other

    /// The stretch of the target that stands for a stretch of the source, by the anchors: a stretch of a segment is the
    /// whole segment, as translation reorders words. O(log anchors).
    ///
    /// So a translation that broke the Markdown around it is still found, and so is text that both sides share.
    public func targetRange(of range: SideRange) -> SideRange {
        guard !anchors.isEmpty else { return SideOffset(0)..<SideOffset(0) }
        let first = anchorIndex(at: range.lowerBound)
        let lower = targetOffset(of: range.lowerBound, in: anchors[first])
        guard !range.isEmpty else { return lower..<(anchors[first].segment == nil ? lower : anchors[first].target.upperBound) }
        // Mostly in the same anchor, or in the next.
        let end = range.upperBound - 1
        var last = first
        while last + 1 < anchors.count, last < first + 4, anchors[last + 1].source.lowerBound <= end { last += 1 }
        if last == first + 4 { last = anchorIndex(at: end) }
        let upper =
            anchors[last].segment == nil ? targetOffset(of: end, in: anchors[last]) + 1 : anchors[last].target.upperBound
        return lower..<max(lower, upper)
    }

    /// Where on the source a segment is, or would be.
    public func sourceOffset(ofSegment index: Int) -> SideOffset {
        if let source = segments[index].source { return source.range.lowerBound }
        guard let target = segments[index].target else { return SideOffset(0) }
        var low = 0
        var high = anchors.count
        while low < high {
            let middle = (low + high) / 2
            if anchors[middle].target.upperBound <= target.range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < anchors.count ? anchors[low].source.lowerBound : source.range.upperBound
    }

    /// The last anchor that begins at or before a byte of the source.
    private func anchorIndex(at offset: SideOffset) -> Int {
        var low = 0
        var high = anchors.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if anchors[middle].source.lowerBound <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private func targetOffset(of offset: SideOffset, in anchor: Anchor) -> SideOffset {
        guard anchor.segment == nil else { return anchor.target.lowerBound }
        return min(anchor.target.lowerBound + (offset - anchor.source.lowerBound), anchor.target.upperBound)
    }
}
