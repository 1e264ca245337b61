import Bitext

/// Builds the two sides of a page from the scanner's pieces: the bytes that both share, and each side's part of each pair.
///
/// The target side is, byte for byte, the monolingual page that Microsoft publishes.
struct SpanPageSides {
    private(set) var sourceRuns: [SideText.Run] = []
    private(set) var targetRuns: [SideText.Run] = []
    private(set) var anchors: [Anchor] = []

    private let pieces: [PairScanner.Piece]
    private let pairs: [SpanPair]
    /// The length of each side so far, in bytes.
    private var sourceCount = 0
    private var targetCount = 0
    /// Each pair's first piece on the sides; nil if the variant is missing or empty.
    private var sources: [SideRange?]
    private var targets: [SideRange?]
    /// Where each pair's last piece ends on the target. Another pair may be nested between its pieces.
    private var targetEnds: [SideOffset]
    /// Where the pairs with a missing or empty variant begin on the sides.
    private var starts: [Int: (source: SideOffset, target: SideOffset)] = [:]
    /// The indices of the anchors of pairs without a source text.
    private var anchorsOfTargets: [Int: Int] = [:]

    init(_ scanner: PairScanner) {
        pieces = scanner.pieces
        pairs = scanner.pairs
        sources = Array(repeating: nil, count: pairs.count)
        targets = sources
        targetEnds = Array(repeating: SideOffset(0), count: pairs.count)
        sourceRuns.reserveCapacity(pieces.count)
        targetRuns.reserveCapacity(pieces.count)
        anchors.reserveCapacity(pieces.count)
        var nextPair = 0
        for piece in pieces {
            while nextPair < pairs.count, pairs[nextPair].range.lowerBound <= piece.range.lowerBound {
                recordStart(of: nextPair)
                nextPair += 1
            }
            add(piece)
        }
        for pair in nextPair..<pairs.count { recordStart(of: pair) }
    }

    private mutating func recordStart(of pair: Int) {
        guard pairs[pair].source?.content.isEmpty ?? true || pairs[pair].target?.content.isEmpty ?? true else { return }
        starts[pair] = (SideOffset(sourceCount), SideOffset(targetCount))
    }

    private mutating func add(_ piece: PairScanner.Piece) {
        let origin = FileOffset(piece.range.lowerBound)
        let (source, target) = (SideOffset(sourceCount), SideOffset(targetCount))
        let length = piece.range.count
        if piece.side != .target {
            sourceRuns.append(.init(start: source, origin: origin, segment: piece.pair))
            sourceCount += length
        }
        if piece.side != .source {
            targetRuns.append(.init(start: target, origin: origin, segment: piece.pair))
            targetCount += length
        }
        guard let pair = piece.pair else {
            anchors.append(Anchor(source: source..<source + length, target: target..<target + length, segment: nil))
            return
        }
        if piece.side == .source {
            sources[pair] = source..<source + length
            let onTarget = targets[pair].map { $0.lowerBound..<targetEnds[pair] } ?? target..<target
            anchors.append(Anchor(source: source..<source + length, target: onTarget, segment: pair))
        } else {
            if targets[pair] == nil { targets[pair] = target..<target + length }
            targetEnds[pair] = target + length
            if pairs[pair].source?.content.isEmpty ?? true { anchorTarget(of: pair, at: source) }
        }
    }

    /// Adds the anchor of a target without a source text, or extends it to a further piece of the target.
    private mutating func anchorTarget(of pair: Int, at source: SideOffset) {
        guard let first = targets[pair] else { return }
        let onTarget = first.lowerBound..<targetEnds[pair]
        if let known = anchorsOfTargets[pair] {
            anchors[known] = Anchor(source: anchors[known].source, target: onTarget, segment: pair)
        } else {
            anchorsOfTargets[pair] = anchors.count
            anchors.append(Anchor(source: source..<source, target: onTarget, segment: pair))
        }
    }

    /// One side's bytes.
    func bytes(of side: Side, from page: [UInt8]) -> [UInt8] {
        let length = side == .source ? sourceCount : targetCount
        // At least one byte: with none, the initialiser writes the count into the empty array that all threads share.
        return page.withUnsafeBufferPointer { page in
            [UInt8](unsafeUninitializedCapacity: max(length, 1)) { buffer, count in
                // Safe: every piece is a range of the page, and `length` is the sum of the lengths of these pieces.
                for piece in pieces where piece.side == nil || piece.side == side {
                    guard let base = page.baseAddress, let destination = buffer.baseAddress else { break }
                    (destination + count).update(from: base + piece.range.lowerBound, count: piece.range.count)
                    count += piece.range.count
                }
            }
        }
    }

    /// The segments, in the order of the page.
    func segments(of page: Bytes) -> [Segment] {
        pairs.indices.map { index in
            let pair = pairs[index]
            return Segment(
                id: page.string(pair.id), idLocation: Location(file: 0, range: FileRange(pair.id)),
                source: pair.source.map { variant($0, sources[index] ?? start(index, .source)) },
                target: pair.target.map { variant($0, targets[index] ?? start(index, .target)) },
                location: Location(file: 0, range: FileRange(pair.range)))
        }
    }

    private func variant(_ span: SpanPair.Span, _ range: SideRange) -> Variant {
        Variant(range: range, origin: Location(file: 0, range: FileRange(span.content)))
    }

    /// The empty range where a variant would be.
    private func start(_ pair: Int, _ side: Side) -> SideRange {
        guard let start = starts[pair] else { return SideOffset(0)..<SideOffset(0) }
        return side == .source ? start.source..<start.source : start.target..<start.target
    }
}
