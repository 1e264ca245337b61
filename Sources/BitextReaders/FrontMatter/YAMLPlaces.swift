import Bitext
internal import Yams

/// From libyaml's marks (line and column of the text it was given) to the page's bytes and lines.
///
/// libyaml counts columns in Unicode scalars and, besides `\n` and `\r\n`, ends lines at a lone `\r` and at U+0085,
/// U+2028 and U+2029, which end no line of the page.
struct YAMLPlaces {
    /// The byte of the page that the text's first byte stands for.
    let origin: Int
    /// How much of the text is no part of the page.
    private let prefix: Int
    private let text: String
    /// The bytes of the text that libyaml's lines start at, and the page's lines these are on.
    private let lines: [(start: Int, pageLine: Int)]

    /// Places in a text whose byte `prefix` is byte `start` of the page; the text begins on the page's line `line`.
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

    /// The page's line.
    func line(_ mark: Mark?) -> Int {
        lines[index(mark)].pageLine
    }

    /// The page's byte.
    func offset(_ mark: Mark?) -> Int {
        let start = lines[index(mark)].start
        let utf8 = text.utf8
        let startIndex = utf8.index(utf8.startIndex, offsetBy: start)
        let scalars = text.unicodeScalars[startIndex...].prefix(max(0, (mark?.column ?? 1) - 1))
        return offset(ofUTF8: start + scalars.reduce(0) { $0 + UTF8.width($1) })
    }

    /// The page's byte for a byte of the text; for the prefix, the first byte behind it.
    func offset(ofUTF8 position: Int) -> Int {
        origin + min(max(prefix, position), text.utf8.count)
    }

    private func index(_ mark: Mark?) -> Int {
        min(max(0, (mark?.line ?? 1) - 1), lines.count - 1)
    }
}
