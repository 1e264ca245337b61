/// Two texts and the anchors between them, in one form for all kinds of files.
///
/// A text without a translation has no target and no segments. A class, so that passing it on copies one reference.
///
///     let bitext = try SpanPageReader().read([InputFile(path: "page.md", bytes: bytes)])
///     let target = bitext.target?.bytes   // the Markdown that readers of the translation get
public final class Bitext: Sendable {
    /// The files that the bitext was read from: one for a span page or an exchange file, two for a page pair.
    public let files: [SourceFile]
    /// The text that was translated.
    public let source: SideText
    /// nil for a text without a translation.
    public let target: SideText?
    /// The language of the source, a BCP 47 tag, or nil where it is unknown.
    public let sourceLocale: String?
    /// The language of the target, a BCP 47 tag, or nil where it is unknown.
    public let targetLocale: String?
    /// In the order of the source's file.
    public let segments: [Segment]
    /// In the order of the source. Together their source ranges cover the side.
    public let anchors: [Anchor]
    /// In the order of the files. Of each kind at most 1,000, and one that says how many more there are.
    public let defects: [Defect]
    /// What one side of a page pair lacks, in the order of the page. Empty for other forms.
    public let unpairedBlocks: [UnpairedBlock]

    /// Takes the parts as they are. The anchors must be in order, and their source ranges must cover the source.
    public init(
        files: [SourceFile], source: SideText, target: SideText?, sourceLocale: String?, targetLocale: String?,
        segments: [Segment], anchors: [Anchor], defects: [Defect], unpairedBlocks: [UnpairedBlock] = []
    ) {
        self.files = files
        self.source = source
        self.target = target
        self.sourceLocale = sourceLocale
        self.targetLocale = targetLocale
        self.segments = segments
        self.anchors = anchors
        self.defects = defects
        self.unpairedBlocks = unpairedBlocks
    }

    /// One side. Where there is no target, both sides are the source.
    @inlinable
    public subscript(side: Side) -> SideText { side == .source ? source : target ?? source }

    /// Calls `body` with the bytes of both sides, which are valid during the call only.
    package func withSides<Result>(_ body: (_ source: Bytes, _ target: Bytes) -> Result) -> Result {
        self[.source].bytes.withUnsafeBufferPointer { source in
            self[.target].bytes.withUnsafeBufferPointer { body(source, $0) }
        }
    }

    /// A segment's variant on one side. Unlike `segments[segment][side]`, it copies nothing else of the segment.
    @inlinable
    package func variant(of segment: Int, _ side: Side) -> Variant? {
        side == .source ? segments[segment].source : segments[segment].target
    }

    /// A variant's text on its side.
    public func text(of variant: Variant, _ side: Side) -> ArraySlice<UInt8> { self[side][variant.range] }

    /// Whether source and target are two files.
    public var isPagePair: Bool { files.count > 1 }

    /// The size of all files together, in bytes.
    package var size: Int { files.reduce(0) { $0 + $1.bytes.count } }
}
