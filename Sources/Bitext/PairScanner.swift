/// Finds every pair of a page in one pass.
///
/// A healthy pair is `<span data-ttu-id="ID">target</span><span class="sxs-lookup"><span data-stu-id="ID">source</span></span>`
/// (Docs/markup.md, "The pair"). Both contents may hold `<span>`s of their own, balanced or not, so neither ends at the first
/// `</span>`: the target ends where the source's tags begin, the source at the `</span></span>` that closes the pair.
///
/// Time is linear in the page's length whatever the damage: the search for the next marker and the search for a closing
/// tag each move forward only, and a half is searched for its end at most once, never beyond the next marker.
struct PairScanner {
    /// A stretch of the page and whom it belongs to; what lies between two pieces is the pairs' own markup.
    struct Piece {
        var range: Range<Int>
        /// nil for bytes that both sides share.
        var side: Side?
        /// The segment's index, or -1 for shared bytes.
        var segment: Int
    }

    private(set) var segments: [Segment] = []
    private(set) var pieces: [Piece] = []
    /// What is damaged.
    private(set) var defects: DefectList

    private let bytes: Bytes
    /// Everything before this offset has its piece, or is markup.
    private var cursor: Int
    /// Target halves that wait for their source, outermost first. More than one only where pairs are nested.
    private var open: [Int] = []
    private static let deepestNesting = 8

    /// - Parameters:
    ///   - start: where the body begins; the bytes before it are shared.
    ///   - defects: what is known to be damaged already.
    init(_ bytes: Bytes, from start: Int, defects: DefectList) {
        self.bytes = bytes
        self.defects = defects
        cursor = 0
        var searchFrom = start
        while let marker = nextMarker(from: searchFrom) {
            searchFrom = marker.contentStart
            switch marker.side {
            case .target: beginTarget(marker)
            case .source: searchFrom = max(searchFrom, readSource(marker))
            }
        }
        // What is still open now has no source anywhere on the page.
        let end = bytes.count
        if open.isEmpty {
            emit(upTo: end)
        } else {
            closeWithoutSource(before: end)
            emit(upTo: end)
        }
    }

    // MARK: Markers

    /// An opening tag of either half.
    private struct Marker {
        var side: Side
        var tag: Range<Int>
        var id: Range<Int>
        var contentStart: Int { tag.upperBound }
    }

    private mutating func nextMarker(from start: Int) -> Marker? {
        var searchFrom = start
        while let found = bytes.firstOffset(of: "tu-id=", anchor: 5, from: searchFrom) {
            searchFrom = found + 6
            let side: Side
            let tagStart: Int
            if bytes.has("<span data-t", at: found - 12) {
                (side, tagStart) = (.target, found - 12)
            } else if bytes.has("<span data-s", at: found - 12) {
                (side, tagStart) = (.source, found - 12)
            } else if bytes.has("data-t", at: found - 6) || bytes.has("data-s", at: found - 6) {
                malformed(found - 6..<searchFrom)
                continue
            } else {
                continue
            }
            // An id is short; a limit keeps a page of unclosed quotes linear.
            let limit = min(bytes.count, searchFrom + 256)
            guard bytes.has("\"", at: searchFrom),
                let quote = bytes.firstOffset(of: UInt8(ascii: "\""), from: searchFrom + 1, to: limit),
                bytes.has(">", at: quote + 1),
                bytes.firstOffset(of: UInt8(ascii: "<"), from: searchFrom, to: quote) == nil
            else {
                malformed(tagStart..<searchFrom)
                continue
            }
            return Marker(side: side, tag: tagStart..<quote + 2, id: searchFrom + 1..<quote)
        }
        return nil
    }

    private mutating func malformed(_ range: Range<Int>) {
        defects.append(
            .malformedMarker, range,
            "a segment marker that is not `<span data-ttu-id=\"…\">` or `<span data-stu-id=\"…\">`; read as text")
    }

    // MARK: Halves

    private mutating func beginTarget(_ marker: Marker) {
        if !open.isEmpty {
            // The half before has met no source: either it is closed and its source is missing, or this pair is inside.
            closeWithoutSource(before: marker.tag.lowerBound, keepUnclosed: true)
        }
        emit(upTo: marker.tag.lowerBound)
        if let outer = open.last {
            defects.append(
                .nestedPair, marker.tag, "segment \(name(marker.id)) begins inside segment \(name(segments[outer].id))")
        }
        // Deeper than any editor could mean: a limit keeps the search for the outer half short.
        if open.count == Self.deepestNesting, let innermost = open.last {
            abandon(innermost, at: cursor)
        }
        cursor = marker.contentStart
        open.append(segments.count)
        segments.append(
            Segment(
                source: nil,
                target: .init(id: marker.id, content: marker.contentStart..<marker.contentStart),
                range: marker.tag))
    }

    /// Reads a source half and joins it to the target half that waits for it. Returns where the pair ends.
    private mutating func readSource(_ marker: Marker) -> Int {
        var pairStart = marker.tag.lowerBound
        let wrapper: StaticString = "<span class=\"sxs-lookup\">"
        let isWrapped = bytes.has(wrapper, at: pairStart - wrapper.utf8CodeUnitCount)
        if isWrapped {
            pairStart -= wrapper.utf8CodeUnitCount
        } else {
            defects.append(.malformedMarker, marker.tag, "the source half is not inside `<span class=\"sxs-lookup\">`")
        }
        // The target half's own closing tag stands in front, in every healthy pair without anything between.
        var targetEnd = pairStart
        while targetEnd > cursor, bytes[targetEnd - 1].isASCIIBlank { targetEnd -= 1 }
        let isTargetClosed = targetEnd - 7 >= cursor && bytes.has("</span>", at: targetEnd - 7)
        if isTargetClosed { targetEnd -= 7 } else { targetEnd = pairStart }

        let index = joinTarget(to: marker, isTargetClosed: isTargetClosed, targetEnd: targetEnd, pairStart: pairStart)

        let end = sourceEnd(from: marker.contentStart, isWrapped: isWrapped, index: index)
        segments[index].source = .init(id: marker.id, content: marker.contentStart..<end.content)
        segments[index].range = segments[index].range.lowerBound..<end.tag
        append(marker.contentStart..<end.content, side: .source, segment: index)
        cursor = end.tag
        return end.tag
    }

    /// Finds the open target half that `marker` belongs to, closes it, and returns its segment's index; makes a segment
    /// of its own where the target half is missing.
    private mutating func joinTarget(
        to marker: Marker, isTargetClosed: Bool, targetEnd: Int, pairStart: Int
    ) -> Int {
        while let index = open.last, let target = segments[index].target {
            let isEqual = bytes[target.id].elementsEqual(bytes[marker.id])
            if isEqual || (isTargetClosed && open.count == 1 && !hasBlankLine(cursor..<pairStart)) {
                emit(upTo: targetEnd)
                open.removeLast()
                if !isTargetClosed {
                    defects.append(
                        .unclosedSpan, target.id,
                        "the target half of \(name(target.id)) is not closed before its source half")
                }
                if !isEqual {
                    defects.append(
                        .unequalIDs, target.id.lowerBound..<marker.id.upperBound,
                        "target has id \(name(target.id)), source has \(name(marker.id))")
                }
                return index
            }
            // Not this one: an outer one may be waiting with the same id, else the target half is missing.
            guard
                open.dropLast().contains(where: { waiting in
                    guard let id = segments[waiting].target?.id else { return false }
                    return bytes[id].elementsEqual(bytes[marker.id])
                })
            else {
                closeWithoutSource(before: pairStart)
                break
            }
            abandon(index, at: pairStart)
        }
        emit(upTo: pairStart)
        defects.append(.missingTarget, marker.id, "source half \(name(marker.id)) has no target half")
        segments.append(Segment(source: nil, target: nil, range: pairStart..<marker.tag.upperBound))
        return segments.count - 1
    }

    /// Where the source half's content ends and where the pair ends.
    ///
    /// The content may end in `</span>` itself and may hold `<span>`s that are never closed, so: the first
    /// `</span></span>` at which the content's own spans are balanced, else the first one at all; never past the next
    /// marker, never past a blank line.
    private mutating func sourceEnd(
        from start: Int, isWrapped: Bool, index: Int
    ) -> (content: Int, tag: Int) {
        var depth = 0
        var firstCandidate: Int?
        var firstClose: Int?
        var offset = start
        scan: while let bracket = nextBracketOrBlankLine(from: offset) {
            switch bracket {
            case .blankLine(let at):
                offset = at
                break scan
            case .bracket(let at):
                offset = at + 1
                if bytes.has("</span>", at: at) {
                    offset = at + 7
                    if firstClose == nil { firstClose = at }
                    if !isWrapped, depth <= 0 { return (at, at + 7) }
                    if bytes.has("</span>", at: at + 7) {
                        if firstCandidate == nil { firstCandidate = at }
                        if depth <= 0 { return (at, at + 14) }
                    }
                    depth -= 1
                } else if bytes.has("<span data-ttu-id=", at: at) || bytes.has("<span data-stu-id=", at: at) {
                    offset = at
                    break scan
                } else if bytes.has("<span>", at: at) || bytes.has("<span ", at: at) {
                    depth += 1
                }
            }
        }
        if isWrapped, let firstCandidate { return (firstCandidate, firstCandidate + 14) }
        let id = segments[index].id.isEmpty ? start..<start : segments[index].id
        defects.append(.unclosedSpan, start..<start, "the source half of \(name(id)) is not closed")
        if let firstClose { return (firstClose, firstClose + 7) }
        // Nothing closes it: it can only be its line, or what stands in front of the next pair.
        let lineEnd = lineEnd(from: start, to: min(offset, bytes.count))
        return (lineEnd, lineEnd)
    }

    /// The line break behind `start`, `\n` or `\r\n`, or `limit`.
    private func lineEnd(from start: Int, to limit: Int) -> Int {
        guard let end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: start, to: limit) else { return limit }
        return end > start && bytes[end - 1] == 0x0D ? end - 1 : end
    }

    private enum Stop {
        case bracket(Int)
        case blankLine(Int)
    }

    /// The next `<`, or the next line break that is followed by an empty line; nil at the end of the page.
    private func nextBracketOrBlankLine(from start: Int) -> Stop? {
        var offset = start
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "<"):
                return .bracket(offset)
            case UInt8(ascii: "\n"):
                var next = offset + 1
                while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D {
                    next += 1
                }
                if next >= bytes.count || bytes[next] == 0x0A { return .blankLine(offset) }
                offset = next
            default:
                offset += 1
            }
        }
        return .blankLine(bytes.count)
    }

    /// Ends the open target halves that have no source before `limit`. A half whose `</span>` is there lost its source;
    /// one without is unclosed and, with `keepUnclosed`, stays open because the next pair may be nested in it.
    private mutating func closeWithoutSource(before limit: Int, keepUnclosed: Bool = false) {
        while let index = open.last, let target = segments[index].target {
            if let close = balancedClose(from: cursor, to: limit) {
                emit(upTo: close)
                cursor = close + 7
                segments[index].range = segments[index].range.lowerBound..<cursor
                open.removeLast()
                defects.append(.missingSource, target.id, "target half \(name(target.id)) has no source half")
                continue
            }
            if keepUnclosed, !hasBlankLine(cursor..<limit) { return }
            abandon(index, at: limit)
        }
    }

    /// Ends an open target half that nothing closes: it is what stands on its line.
    private mutating func abandon(_ index: Int, at limit: Int) {
        guard let target = segments[index].target else { return }
        emit(upTo: max(cursor, lineEnd(from: cursor, to: limit)))
        segments[index].range = segments[index].range.lowerBound..<cursor
        open.removeLast()
        defects.append(.unclosedSpan, target.id, "the target half of \(name(target.id)) is never closed")
    }

    /// The `</span>` that closes a half whose content begins at `start`, before a blank line and before `limit`.
    private func balancedClose(from start: Int, to limit: Int) -> Int? {
        var depth = 0
        var offset = start
        while let stop = nextBracketOrBlankLine(from: offset) {
            guard case .bracket(let at) = stop, at < limit else { return nil }
            if bytes.has("</span>", at: at) {
                if depth <= 0 { return at }
                depth -= 1
            } else if bytes.has("<span>", at: at) || bytes.has("<span ", at: at) {
                depth += 1
            }
            offset = at + 1
        }
        return nil
    }

    private func hasBlankLine(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while let stop = nextBracketOrBlankLine(from: offset) {
            switch stop {
            case .blankLine(let at): return at < range.upperBound
            case .bracket(let at):
                if at >= range.upperBound { return false }
                offset = at + 1
            }
        }
        return false
    }

    // MARK: Pieces

    /// Gives the bytes up to `end` to the innermost open target half, or to both sides.
    private mutating func emit(upTo end: Int) {
        guard end > cursor else { return }
        if let index = open.last {
            append(cursor..<end, side: .target, segment: index)
            if var target = segments[index].target, target.content.isEmpty {
                target.content = cursor..<end
                segments[index].target = target
            }
        } else {
            append(cursor..<end, side: nil, segment: -1)
        }
        cursor = end
    }

    private mutating func append(_ range: Range<Int>, side: Side?, segment: Int) {
        guard !range.isEmpty else { return }
        pieces.append(Piece(range: range, side: side, segment: segment))
    }

    private func name(_ id: Range<Int>) -> String { bytes.string(id) }
}
