import Bitext

/// The marker of a block at the beginning of a target whose source does not begin with one: `31. Dezember` for “December
/// 31”, `+ 10 %`, `# 5`, `> 3 GB`, `[保存]: …`.
///
/// On the published page it makes a list, a heading or a quote of the text, or a link definition, which is not shown at
/// all. The translator meant text.
package struct UnintendedMarker: Sendable, Equatable {
    /// The index of the segment.
    package let segment: Int
    /// The marker on the target side: `31.`, `##`, `[保存]:`.
    package let range: SideRange
    /// The byte of the marker that a backslash makes text of.
    package let mark: SideOffset

    /// The markers of a bitext, in the order of its segments. O(segments).
    static func all(in bitext: Bitext) -> [UnintendedMarker] {
        guard let target = bitext.target else { return [] }
        var found: [UnintendedMarker] = []
        bitext.withSides { source, onTarget in
            for (index, segment) in bitext.segments.enumerated() {
                guard let translation = segment.target?.range.values, !translation.isEmpty,
                    let original = segment.source?.range.values, !original.isEmpty
                else { continue }
                // Nearly all segments end here: they begin with a letter.
                let start = onTarget.firstNonBlank(from: translation.lowerBound)
                guard start < translation.upperBound, let marker = BlockMarker(onTarget, at: start),
                    BlockMarker(source, at: source.firstNonBlank(from: original.lowerBound)) == nil,
                    onTarget.canBeginBlock(at: start, bodyStart: target.bodyStart.value)
                else { continue }
                found.append(
                    UnintendedMarker(segment: index, range: SideRange(marker.range), mark: SideOffset(marker.mark)))
            }
        }
        // A segment can be nested in another one.
        return found.sorted { $0.mark < $1.mark }
    }
}

/// Signs at the beginning of a segment that are text on both sides: the item of `1. <span>> 500 MB</span>` is “> 500 MB”. The marker
/// of the item is before the segment, so the sign does not begin a quote, a heading or another list.
struct SignsOfItems {
    private(set) var source: [SideOffset] = []
    private(set) var target: [SideOffset] = []

    /// The signs of a bitext. O(segments).
    init(in bitext: Bitext) {
        bitext.withSides { onSource, onTarget in
            for segment in bitext.segments {
                if let variant = segment.source?.range.values,
                    let mark = Self.sign(onSource, variant, bodyStart: bitext.source.bodyStart.value)
                {
                    source.append(SideOffset(mark))
                }
                if let variant = segment.target?.range.values, let target = bitext.target,
                    let mark = Self.sign(onTarget, variant, bodyStart: target.bodyStart.value)
                {
                    self.target.append(SideOffset(mark))
                }
            }
        }
        // A segment can be nested in another one.
        source.sort()
        target.sort()
    }

    private static func sign(_ text: Bytes, _ variant: Range<Int>, bodyStart: Int) -> Int? {
        let start = text.firstNonBlank(from: variant.lowerBound)
        // Nearly all segments end here: they begin with a letter.
        guard start < variant.upperBound, text[start].isOne(of: ">#+-*"), let marker = BlockMarker(text, at: start)
        else {
            return nil
        }
        // A line under a title or between parts, and a quote of several lines or with an alert, are meant.
        let rest = text.firstNonBlank(from: marker.range.upperBound)
        guard rest < variant.upperBound, text[start] == UInt8(ascii: "#") || text[rest] != text[start],
            !text.has("[!", at: rest),
            !variant.contains(where: { text[$0] == UInt8(ascii: "\n") }),
            text.canBeginBlock(at: start, bodyStart: bodyStart, inItem: true)
        else { return nil }
        return marker.mark
    }
}

/// The marker of a list item, a heading or a quote, the label of a link definition, or a line that underlines or separates
/// (CommonMark 4 and 5).
private struct BlockMarker {
    let range: Range<Int>
    let mark: Int

    init?(_ text: Bytes, at start: Int) {
        guard start < text.count else { return nil }
        var end = start + 1
        switch text[start] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            while end < text.count, text[end].isASCIIDigit, end - start < 10 { end += 1 }
            guard end - start < 10, end < text.count, text[end].isOne(of: ".)"), text.isBlank(at: end + 1) else {
                return nil
            }
            mark = end
            end += 1
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
            guard text.isBlank(at: end) || Self.isRule(text, from: start) else { return nil }
            mark = start
        case UInt8(ascii: "#"):
            while end < text.count, text[end] == UInt8(ascii: "#") { end += 1 }
            guard end - start <= 6, text.isBlank(at: end) else { return nil }
            mark = start
        case UInt8(ascii: ">"):
            mark = start
        case UInt8(ascii: "["):
            // A footnote, `[^1]: Text`, is meant.
            guard let label = Self.endOfLabel(text, from: end), !text.has("^", at: end) else { return nil }
            end = label
            mark = start
        case UInt8(ascii: "="), UInt8(ascii: "_"):
            guard Self.isRule(text, from: start) else { return nil }
            mark = start
        default:
            return nil
        }
        range = start..<end
    }

    /// The offset after `]:`, if the label of a definition is before it (CommonMark 4.7).
    private static func endOfLabel(_ text: Bytes, from start: Int) -> Int? {
        var offset = start
        while offset < text.count, offset - start < 999, text[offset] != UInt8(ascii: "[") {
            if text[offset] == UInt8(ascii: "]") {
                return offset > start && text.has(":", at: offset + 1) ? offset + 2 : nil
            }
            offset += text[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    /// Whether a line has only one sign, repeated.
    private static func isRule(_ text: Bytes, from start: Int) -> Bool {
        var end = start
        while end < text.count, text[end] == text[start] { end += 1 }
        while end < text.count, text[end] == 0x20 || text[end] == 0x09 { end += 1 }
        return end == text.count || text[end] == UInt8(ascii: "\n") || text[end] == UInt8(ascii: "\r")
    }
}

extension Bytes {
    fileprivate func firstNonBlank(from start: Int) -> Int {
        var offset = start
        while offset < count, self[offset] == 0x20 || self[offset] == 0x09 { offset += 1 }
        return offset
    }

    /// Whether a marker can end before `offset`.
    fileprivate func isBlank(at offset: Int) -> Bool { offset >= count || self[offset].isASCIIBlank }

    /// Whether only blanks and the markers of quotes and items are before `offset` on its line.
    ///
    /// - Parameter inItem: whether the marker of an item must be among them.
    fileprivate func canBeginBlock(at offset: Int, bodyStart: Int, inItem: Bool = false) -> Bool {
        // No real page has so many markers on a line.
        let limit = Swift.max(bodyStart, offset - 256)
        var start = offset
        while start > limit, self[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        guard start == bodyStart || start > limit || start > 0 && self[start - 1] == UInt8(ascii: "\n") else {
            return false
        }
        var isInItem = false
        while start < offset {
            switch self[start] {
            case 0x20, 0x09, UInt8(ascii: ">"): start += 1
            default:
                guard !self[start].isOne(of: "#["), let marker = BlockMarker(self, at: start) else { return false }
                start = marker.range.upperBound
                isInItem = true
            }
        }
        return start == offset && (isInItem || !inItem)
    }
}
