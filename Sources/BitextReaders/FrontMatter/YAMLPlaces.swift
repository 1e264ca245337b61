internal import Yams

/// Converts libyaml's marks (line and column in the parsed text) to the page's offsets and lines.
///
/// libyaml counts columns in Unicode scalars and, besides `\n` and `\r\n`, ends lines at a lone `\r` and at U+0085,
/// U+2028 and U+2029, which end no line of the page.
struct YAMLPlaces {
    /// The page's offset for the text's first byte.
    let origin: Int
    /// How many bytes at the beginning of the text are not from the page.
    private let prefix: Int
    private let text: String
    /// The offset in the text at which each of libyaml's lines starts, and the page's line there.
    private let lines: [(start: Int, pageLine: Int)]

    /// - Parameters:
    ///   - prefix: how many bytes at the beginning of the text are not from the page.
    ///   - start: the page's offset for the byte after them.
    ///   - line: the page's line on which the text begins.
    init(text: String, prefix: Int, start: Int, line: Int) {
        self.text = text
        self.prefix = prefix
        origin = start - prefix
        var lines = [(start: 0, pageLine: line)]
        var pageLine = line
        var position = 0
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            position += UTF8.width(scalar)
            switch scalar {
            case "\n":
                pageLine += 1
                if previous == "\r" { lines.removeLast() }
                lines.append((position, pageLine))
            case "\r", "\u{85}", "\u{2028}", "\u{2029}":
                lines.append((position, pageLine))
            default: break
            }
            previous = scalar
        }
        self.lines = lines
    }

    /// The page's line of a mark.
    func line(_ mark: Mark?) -> Int {
        lines[index(mark)].pageLine
    }

    /// The page's offset of a mark.
    func offset(_ mark: Mark?) -> Int {
        let start = lines[index(mark)].start
        let utf8 = text.utf8
        let startIndex = utf8.index(utf8.startIndex, offsetBy: start)
        let scalars = text.unicodeScalars[startIndex...].prefix(max(0, (mark?.column ?? 1) - 1))
        return offset(ofUTF8: start + scalars.reduce(0) { $0 + UTF8.width($1) })
    }

    /// The page's offset for a byte of the text; for the prefix, that of the first byte after it.
    func offset(ofUTF8 position: Int) -> Int {
        origin + min(max(prefix, position), text.utf8.count)
    }

    private func index(_ mark: Mark?) -> Int {
        min(max(0, (mark?.line ?? 1) - 1), lines.count - 1)
    }
}
