import Bitext

/// New targets that an earlier import has written into a page pair. Once they are there, its sentences may be read in another way, so
/// that no segment has just this target.
extension Bitext {
    /// Whether the page has a text at a segment, and more of it than the segment's target.
    func isWritten(_ text: String, at segment: Int) -> Bool {
        guard isPagePair, let range = segments[segment].target?.range.values, !range.isEmpty else { return false }
        let text = Array(text.utf8)
        let bytes = self[.target].bytes
        var from = max(0, range.lowerBound - text.count + 1)
        while let found = bytes[from..<min(bytes.count, range.upperBound + text.count)].firstRange(of: text) {
            if found.lowerBound >= range.upperBound { return false }
            if found.lowerBound < range.lowerBound || found.upperBound > range.upperBound { return true }
            from = found.lowerBound + 1
        }
        return false
    }

    /// Whether the page has a text anywhere, and the text is too long to be there by chance.
    func isWritten(_ text: String) -> Bool {
        isPagePair && text.utf8.count >= 24 && self[.target].bytes.firstRange(of: Array(text.utf8)) != nil
    }
}

extension String {
    /// Without the blanks at both ends. In a file of its own, they are no part of a text: they would be gone when the page is read.
    var withoutOuterBlanks: String {
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        let rest = drop(while: isBlank)
        return String(rest.lastIndex { !isBlank($0) }.map { rest[...$0] } ?? "")
    }
}
