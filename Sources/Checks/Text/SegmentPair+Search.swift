import Bitext
import ParsedBitext

extension SegmentPair {
    /// The language of the target.
    var language: Language { tokenized.language }

    /// Whether the source begins a heading with number signs.
    var isHeading: Bool {
        lineBeforeSource { $0 == UInt8(ascii: "#") }.map { $0.contains(UInt8(ascii: "#")) } ?? false
    }

    /// Whether the source begins an item of a list.
    var isListItem: Bool {
        guard let line = lineBeforeSource({ $0.isASCIIDigit || $0.isOne(of: "-*+.)>") }) else { return false }
        return line.last?.isASCIIBlank ?? false && line.trimmingBlanks.last.map { $0.isOne(of: "-*+.)") } ?? false
    }

    /// What is before the source on its line; nil if that has other bytes than certain markers and blanks. Only the markers are read
    /// back, not the line: a page can be one line.
    private func lineBeforeSource(_ isMarker: (UInt8) -> Bool) -> ArraySlice<UInt8>? {
        guard let source = tokenized.bitext.segments[index].source else { return nil }
        let side = tokenized.bitext[.source]
        let before = side[side.range.lowerBound..<source.range.lowerBound]
        let newline = UInt8(ascii: "\n")
        guard let end = before.lastIndex(where: { $0 == newline || !isMarker($0) && !$0.isASCIIBlank }) else {
            return before
        }
        return before[end] == newline ? before[(end + 1)...] : nil
    }

    /// Part of what a reader sees, as bytes.
    func text(_ range: TextRange, _ side: Side) -> ArraySlice<UInt8> { tokenized.tokens(side).text[range] }

    /// Whether an encoding destroyed the target: a quarter of its characters or more are U+FFFD.
    var isDestroyed: Bool {
        guard contents.contains(.oddCharacters) else { return false }
        let text = text(.target)
        let lost = text.indices.count { text[$0] == 0xEF && text[$0...].starts(with: [0xEF, 0xBF, 0xBD]) }
        return lost > 0 && lost * 4 >= text.count { !$0.isUTF8Continuation }
    }

    /// Whether a variant's Markdown contains a piece of code, in any case.
    func contains(_ code: String, _ side: Side) -> Bool { contains(Array(code.utf8)[...], side) }

    /// Whether a variant's Markdown contains bytes. ASCII letters match in any case, and backslashes before a character
    /// are skipped.
    func contains(_ needle: ArraySlice<UInt8>, _ side: Side) -> Bool { Self.contains(needle, markdown(side)) }

    /// Whether a reader sees bytes in a variant, in its text or its code. Destinations of links are not seen.
    func shows(_ needle: ArraySlice<UInt8>, _ side: Side) -> Bool {
        if Self.contains(needle, text(side)) { return true }
        return elements(side).contains { element in
            (element.kind == .codeSpan || element.kind == .htmlTag)
                && Self.contains(needle, tokenized.bitext[side][element.range])
        }
    }

    /// The segments of a page pair around this one, where what was moved out of a sentence can be; none on a bilingual page, whose
    /// segments are the vendor's.
    ///
    /// - Parameter distance: in segments.
    func neighbours(within distance: Int) -> [SegmentPair] {
        guard tokenized.bitext.isPagePair else { return [] }
        return (index - distance...index + distance).filter { $0 != index && tokenized.contents.indices.contains($0) }
            .map { SegmentPair(tokenized, index: $0) }
    }

    /// The element of the target that has the place of one of the source among its kind, if both variants have as many.
    func elementAtSamePlace(as element: Element) -> Element? {
        let source = elements(.source).filter { $0.kind == element.kind }
        let target = elements(.target).filter { $0.kind == element.kind }
        guard source.count == target.count, let index = source.firstIndex(where: { $0.node == element.node }) else {
            return nil
        }
        return target[index]
    }

    /// Whether the target has as many links, code spans and other elements as the source, or more.
    var hasAllElements: Bool { elements(.source).count <= elements(.target).count }

    private static func contains(_ needle: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        guard let first = needle.first else { return true }
        return text.withUnsafeBufferPointer { text in
            needle.withUnsafeBufferPointer { needle in
                let (lower, upper) = (first.asciiLowercased, first.asciiUppercased)
                var start = 0
                while start + needle.count <= text.count {
                    if text[start] == lower || text[start] == upper, matches(needle, text, at: start) {
                        return true
                    }
                    start += 1
                }
                return false
            }
        }
    }

    private static func matches(_ needle: Bytes, _ text: Bytes, at start: Int) -> Bool {
        var index = start
        for byte in needle {
            // `\_` is `_`.
            if index + 1 < text.count, text[index] == UInt8(ascii: "\\"), byte != UInt8(ascii: "\\") { index += 1 }
            guard index < text.count, text[index].asciiLowercased == byte.asciiLowercased else { return false }
            index += 1
        }
        return true
    }
}

extension UInt8 {
    /// `a…z` as `A…Z`, anything else as it is.
    fileprivate var asciiUppercased: UInt8 { self >= 0x61 && self <= 0x7A ? self & 0xDF : self }
}
