import Bitext

/// Finds every pair of a page in one pass.
///
/// An intact pair is `<span data-ttu-id="ID">target</span><span class="sxs-lookup"><span data-stu-id="ID">source</span></span>`
/// (Docs/markup.md, "The pair"). Both contents may contain `<span>`s, balanced or not, so neither ends at the first
/// `</span>`. The target ends where the source's tags begin, the source at the `</span></span>` that closes the pair.
///
/// Time is linear in the page's length, whatever the damage. The searches for the next marker and for a closing tag only
/// move forward, and the end of a span is searched for at most once, never beyond the next marker.
struct PairScanner {
    /// A range of the page that belongs to one side or to both. What is between two pieces is markup of pairs.
    struct Piece {
        var range: Range<Int>
        /// nil for bytes that both sides share.
        var side: Side?
        /// The pair's index, or nil for shared bytes.
        var pair: Int?
    }

    private(set) var pairs: [SpanPair] = []
    private(set) var pieces: [Piece] = []
    private(set) var defects: DefectList

    private let bytes: Bytes
    /// Everything before this offset is in a piece, or is markup.
    private var cursor: Int
    /// The indices of pairs whose source has not been found yet, outermost first. More than one only if pairs are nested.
    private var open: [Int] = []
    private static let maxNesting = 8

    /// - Parameters:
    ///   - start: where the body begins. Both sides share the bytes before it.
    ///   - defects: the defects that are known already.
    init(_ bytes: Bytes, from start: Int, defects: DefectList) {
        self.bytes = bytes
        self.defects = defects
        cursor = 0
        var searchFrom = start
        if bytes.firstOffset(of: "tu-id=", anchor: 5, from: start) != nil {
            // Real pages have a pair for every 300 bytes, and three pieces for each.
            let expected = bytes.count / 256 + 1
            pairs.reserveCapacity(expected)
            pieces.reserveCapacity(3 * expected)
        }
        while let marker = nextMarker(from: searchFrom) {
            searchFrom = marker.contentStart
            switch marker.side {
            case .target: beginTarget(marker)
            case .source: searchFrom = max(searchFrom, readSource(marker))
            }
        }
        // What is still open has no source on the page.
        closeWithoutSource(before: bytes.count)
        emit(upTo: bytes.count)
    }

    // MARK: Markers

    /// The opening tag of a target or a source.
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
            // Ids are short. The limit keeps a page of unclosed quotes linear.
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

    // MARK: Spans

    private mutating func beginTarget(_ marker: Marker) {
        if !open.isEmpty {
            // The span before has no source yet: either it is closed and its source is missing, or this pair is inside it.
            closeWithoutSource(before: marker.tag.lowerBound, keepUnclosed: true)
        }
        emit(upTo: marker.tag.lowerBound)
        if let outer = open.last {
            defects.append(
                .nestedPair, marker.tag,
                "segment \(string(marker.id)) begins inside segment \(string(pairs[outer].id))")
        }
        // No real page nests pairs so deep. The limit keeps the search for the outer span short.
        if open.count == Self.maxNesting, let innermost = open.last {
            abandon(innermost, at: cursor)
        }
        cursor = marker.contentStart
        open.append(pairs.count)
        pairs.append(
            SpanPair(
                source: nil,
                target: .init(id: marker.id, content: marker.contentStart..<marker.contentStart),
                range: marker.tag))
    }

    /// Reads a source span and pairs it with its target span. Returns where the pair ends.
    private mutating func readSource(_ marker: Marker) -> Int {
        var pairStart = marker.tag.lowerBound
        let wrapper: StaticString = "<span class=\"sxs-lookup\">"
        let isWrapped = bytes.has(wrapper, at: pairStart - wrapper.utf8CodeUnitCount)
        if isWrapped {
            pairStart -= wrapper.utf8CodeUnitCount
        } else {
            defects.append(.malformedMarker, marker.tag, "the source half is not inside `<span class=\"sxs-lookup\">`")
        }
        // In an intact pair, the target's closing tag is directly before the source's tags.
        var targetEnd = pairStart
        while targetEnd > cursor, bytes[targetEnd - 1].isASCIIBlank { targetEnd -= 1 }
        let isTargetClosed = targetEnd - 7 >= cursor && bytes.has("</span>", at: targetEnd - 7)
        if isTargetClosed { targetEnd -= 7 } else { targetEnd = pairStart }

        let index = joinTarget(to: marker, isTargetClosed: isTargetClosed, targetEnd: targetEnd, pairStart: pairStart)

        let end = sourceEnd(from: marker.contentStart, isWrapped: isWrapped, index: index)
        pairs[index].source = .init(id: marker.id, content: marker.contentStart..<end.content)
        pairs[index].range = pairs[index].range.lowerBound..<end.tag
        append(marker.contentStart..<end.content, side: .source, pair: index)
        cursor = end.tag
        return end.tag
    }

    /// Finds and closes the target span of a source marker, and returns the pair's index. If the target is missing, adds a
    /// pair without one.
    private mutating func joinTarget(
        to marker: Marker, isTargetClosed: Bool, targetEnd: Int, pairStart: Int
    ) -> Int {
        while let index = open.last, let target = pairs[index].target {
            let isEqual = bytes.areEqual(target.id, marker.id)
            if isEqual || (isTargetClosed && open.count == 1 && !hasBlankLine(cursor..<pairStart)) {
                emit(upTo: targetEnd)
                open.removeLast()
                if !isTargetClosed {
                    defects.append(
                        .unclosedSpan, target.id,
                        "the target half of \(string(target.id)) is not closed before its source half")
                }
                if !isEqual {
                    defects.append(
                        .unequalIDs, target.id.lowerBound..<marker.id.upperBound,
                        "target has id \(string(target.id)), source has \(string(marker.id))")
                }
                return index
            }
            // Not this one. An outer target may have the same id; otherwise the target is missing.
            guard
                open.dropLast().contains(where: { outer in
                    guard let id = pairs[outer].target?.id else { return false }
                    return bytes.areEqual(id, marker.id)
                })
            else {
                closeWithoutSource(before: pairStart)
                break
            }
            abandon(index, at: pairStart)
        }
        emit(upTo: pairStart)
        defects.append(.missingTarget, marker.id, "source half \(string(marker.id)) has no target half")
        pairs.append(SpanPair(source: nil, target: nil, range: pairStart..<marker.tag.upperBound))
        return pairs.count - 1
    }

    /// Where a source's content ends and where the pair ends.
    ///
    /// The content may end in `</span>` and may contain `<span>`s that are never closed. So it ends at the first
    /// `</span></span>` at which its spans are balanced, or else at the first `</span></span>`, but never after the next
    /// marker or a blank line.
    private mutating func sourceEnd(
        from start: Int, isWrapped: Bool, index: Int
    ) -> (content: Int, tag: Int) {
        var depth = 0
        var firstCandidate: Int?
        var firstClose: Int?
        var offset = start
        scan: while true {
            switch nextBracketOrBlankLine(from: offset) {
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
        let id = pairs[index].id.isEmpty ? start..<start : pairs[index].id
        defects.append(.unclosedSpan, start..<start, "the source half of \(string(id)) is not closed")
        if let firstClose { return (firstClose, firstClose + 7) }
        // Nothing closes the source: it ends with its line, or before the next pair.
        let lineEnd = lineEnd(from: start, to: min(offset, bytes.count))
        return (lineEnd, lineEnd)
    }

    /// The offset of the next line break, `\n` or `\r\n`, or `limit`.
    private func lineEnd(from start: Int, to limit: Int) -> Int {
        guard let end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: start, to: limit) else { return limit }
        return end > start && bytes[end - 1] == 0x0D ? end - 1 : end
    }

    private enum Stop {
        case bracket(Int)
        case blankLine(Int)
    }

    /// The next `<`, or the next line break before an empty line or the end of the page.
    private func nextBracketOrBlankLine(from start: Int) -> Stop {
        let bracket = bytes.firstOffset(of: UInt8(ascii: "<"), from: start)
        var offset = start
        while let end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: offset, to: bracket) {
            offset = end + 1
            while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 || bytes[offset] == 0x0D {
                offset += 1
            }
            if offset >= bytes.count || bytes[offset] == 0x0A { return .blankLine(end) }
        }
        return bracket.map { .bracket($0) } ?? .blankLine(bytes.count)
    }

    /// Ends the open target spans that have no source before `limit`. If a span has a `</span>`, its source is missing. If
    /// not, it is unclosed; with `keepUnclosed` it stays open, because the next pair may be nested in it.
    private mutating func closeWithoutSource(before limit: Int, keepUnclosed: Bool = false) {
        while let index = open.last, let target = pairs[index].target {
            if let close = balancedClose(from: cursor, to: limit) {
                emit(upTo: close)
                cursor = close + 7
                pairs[index].range = pairs[index].range.lowerBound..<cursor
                open.removeLast()
                defects.append(.missingSource, target.id, "target half \(string(target.id)) has no source half")
                continue
            }
            if keepUnclosed, !hasBlankLine(cursor..<limit) { return }
            abandon(index, at: limit)
        }
    }

    /// Ends an open target span that is never closed: it ends with its line.
    private mutating func abandon(_ index: Int, at limit: Int) {
        guard let target = pairs[index].target else { return }
        emit(upTo: max(cursor, lineEnd(from: cursor, to: limit)))
        pairs[index].range = pairs[index].range.lowerBound..<cursor
        open.removeLast()
        defects.append(.unclosedSpan, target.id, "the target half of \(string(target.id)) is never closed")
    }

    /// The `</span>` that closes a span whose content begins at `start`, before a blank line and before `limit`.
    private func balancedClose(from start: Int, to limit: Int) -> Int? {
        var depth = 0
        var offset = start
        while case .bracket(let at) = nextBracketOrBlankLine(from: offset), at < limit {
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
        while true {
            switch nextBracketOrBlankLine(from: offset) {
            case .blankLine(let at): return at < range.upperBound
            case .bracket(let at):
                if at >= range.upperBound { return false }
                offset = at + 1
            }
        }
    }

    // MARK: Pieces

    /// Adds the bytes up to `end` to the innermost open target, or to both sides.
    private mutating func emit(upTo end: Int) {
        guard end > cursor else { return }
        if let index = open.last {
            append(cursor..<end, side: .target, pair: index)
            if var target = pairs[index].target, target.content.isEmpty {
                target.content = cursor..<end
                pairs[index].target = target
            }
        } else {
            append(cursor..<end, side: nil, pair: nil)
        }
        cursor = end
    }

    private mutating func append(_ range: Range<Int>, side: Side?, pair: Int?) {
        guard !range.isEmpty else { return }
        pieces.append(Piece(range: range, side: side, pair: pair))
    }

    private func string(_ id: Range<Int>) -> String { bytes.string(id) }
}
