import Bitext
import Workspace

/// A range of a page on one line, cut around what is marked, with carets below the mark.
///
/// After text from right to left, no column is certain: some terminals turn such text around and others do not. Then the mark
/// is between `⟦` and `⟧`, which every terminal moves with the text, and there are no carets.
struct Excerpt {
    /// The text as UTF-8, safe to print, with `…` where it is cut.
    private(set) var text: [UInt8] = []
    /// Blanks and carets to print below ``text``; empty where nothing is marked.
    private(set) var carets: [UInt8] = []

    /// Characters in their order, made safe to print.
    private struct Line {
        struct Cell {
            /// Where its text ends in ``Line/bytes``; it begins where the text of the cell before ends.
            let end: Int
            let width: Int
            let isMarked: Bool
        }

        private(set) var bytes: [UInt8] = []
        private(set) var cells: [Cell] = []
        /// The first cell of a script from right to left.
        private(set) var firstFromRight: Int?

        init(capacity: Int) {
            bytes.reserveCapacity(capacity)
            cells.reserveCapacity(capacity)
        }

        mutating func append(_ text: String, width: Int, isMarked: Bool) {
            bytes += text.utf8
            if firstFromRight == nil, text.unicodeScalars.contains(where: \.isRightToLeft) {
                firstFromRight = cells.count
            }
            cells.append(Cell(end: bytes.count, width: width, isMarked: isMarked))
        }

        /// Appends an ASCII letter or sign.
        mutating func append(ascii byte: UInt8, isMarked: Bool) {
            bytes.append(byte)
            cells.append(Cell(end: bytes.count, width: 1, isMarked: isMarked))
        }

        mutating func append(_ scalar: Unicode.Scalar, width: Int, isMarked: Bool) {
            if scalar.isASCII {
                bytes.append(UInt8(ascii: scalar))
            } else {
                bytes += scalar.utf8
                if firstFromRight == nil, scalar.isRightToLeft { firstFromRight = cells.count }
            }
            cells.append(Cell(end: bytes.count, width: width, isMarked: isMarked))
        }

        func text(_ range: Range<Int>) -> ArraySlice<UInt8> {
            func start(_ index: Int) -> Int { index == 0 ? 0 : cells[index - 1].end }
            return bytes[start(range.lowerBound)..<start(range.upperBound)]
        }
    }

    /// Marks of more combining characters than any script writes are cut.
    private static let longestCharacter = 8

    /// - Parameters:
    ///   - bytes: the file.
    ///   - range: what to show of it.
    ///   - mark: what to mark in it, if it lies there. Without length it is one caret.
    ///   - focus: what should be seen where not all fits and nothing is marked, as a fraction of the range.
    ///   - width: how many columns there are.
    ///   - colour: the escape sequence that begins the marked part's colour, or nil for none.
    init(_ bytes: [UInt8], _ range: Range<Int>, mark: Range<Int>?, focus: Double = 0, width: Int, colour: String? = nil)
    {
        let mark = mark.flatMap { mark -> Range<Int>? in
            guard mark.lowerBound >= range.lowerBound, mark.lowerBound <= range.upperBound else { return nil }
            return mark.clamped(to: range)
        }
        let centre = mark?.lowerBound ?? range.lowerBound + Int(Double(range.count) * focus)
        // Only what can be shown is read, so that a segment of a megabyte costs no more than a short one. No script needs
        // more than three bytes for a column but where marks are piled up.
        var lower = max(range.lowerBound, centre - 3 * width)
        while lower > range.lowerBound, bytes[lower].isUTF8Continuation { lower -= 1 }
        var upper = min(range.upperBound, centre + 3 * width)
        while upper < range.upperBound, bytes[upper].isUTF8Continuation { upper += 1 }
        let line = Self.read(bytes[lower..<upper], mark: mark)
        let first = line.cells.firstIndex(where: \.isMarked)
        let count = line.cells.count
        let anchor = first ?? min(count, Int(Double(count) * Self.share(centre, of: lower..<upper)))
        let shown = Self.window(
            // With room for the brackets.
            line.cells, around: anchor, width: line.firstFromRight == nil ? width : width - 2,
            isCut: (lower > range.lowerBound, upper < range.upperBound))
        draw(
            line, shown,
            isCut: (
                lower > range.lowerBound || shown.lowerBound > 0, upper < range.upperBound || shown.upperBound < count
            ), isMarkAtEnd: mark != nil && first == nil, colour: colour)
    }

    private static func share(_ offset: Int, of range: Range<Int>) -> Double {
        range.isEmpty ? 0 : Double(offset - range.lowerBound) / Double(range.count)
    }

    private static func read(_ bytes: ArraySlice<UInt8>, mark: Range<Int>?) -> Line {
        var line = Line(capacity: bytes.count)
        // An invisible fault is seen only by its code point.
        let showsInvisible = mark.map { $0.count <= 16 } ?? false
        let text = String(decoding: bytes, as: UTF8.self)
        var scalars = text.unicodeScalars.makeIterator()
        var offset = bytes.startIndex
        var next = scalars.next()
        var nextWidth = next?.simpleWidth
        while let scalar = next {
            let end = endOfPlainText(bytes[offset...])
            if end > offset {
                for position in offset..<end {
                    line.append(ascii: bytes[position], isMarked: isMarked(position..<position + 1, by: mark))
                    next = scalars.next()
                }
                nextWidth = next?.simpleWidth
                offset = end
                continue
            }
            let width = nextWidth
            next = scalars.next()
            nextWidth = next?.simpleWidth
            if let width, next == nil || nextWidth != nil {
                // The usual case: the scalar is a whole character.
                let end = offset + UTF8.width(scalar)
                let isMarked = isMarked(offset..<end, by: mark)
                switch scalar {
                // Tabs and line breaks.
                case "\t"..."\u{C}", "\u{85}": line.append(" ", width: 1, isMarked: isMarked)
                case "#" where startsLogCommand(bytes[end...]), _ where scalar.isUnsafe:
                    line.append(scalar.codePoint, width: scalar.codePoint.utf8.count, isMarked: isMarked)
                default: line.append(scalar, width: width, isMarked: isMarked)
                }
                offset = end
            } else {
                let character = text[text.utf8.index(text.startIndex, offsetBy: offset - bytes.startIndex)]
                let end = offset + character.utf8.count
                let isMarked = isMarked(offset..<end, by: mark)
                let shown = shown(character, showingInvisible: isMarked && showsInvisible)
                line.append(shown, width: shown.displayWidth, isMarked: isMarked)
                for _ in character.unicodeScalars.dropFirst() { next = scalars.next() }
                nextWidth = next?.simpleWidth
                offset = end
            }
        }
        return line
    }

    /// The end of the ASCII letters and signs with which a text begins: each is a whole character and safe to print.
    private static func endOfPlainText(_ text: ArraySlice<UInt8>) -> Int {
        let end = text.firstIndex { !(0x20..<0x7F).contains($0) || $0 == UInt8(ascii: "#") } ?? text.endIndex
        // What follows may be a mark on the last one.
        return end < text.endIndex && end > text.startIndex ? end - 1 : end
    }

    /// Whether a character is marked; a mark without length marks the character after it.
    private static func isMarked(_ range: Range<Int>, by mark: Range<Int>?) -> Bool {
        guard let mark else { return false }
        return mark.isEmpty ? range.contains(mark.lowerBound) : mark.overlaps(range)
    }

    /// A character of several scalars, or of a script that is rare, made safe to print.
    private static func shown(_ character: Character, showingInvisible: Bool) -> String {
        if character.isNewline { return " " }
        if showingInvisible, character.displayWidth == 0 {
            return character.unicodeScalars.map(\.codePoint).joined()
        }
        var text = ""
        text.unicodeScalars.append(contentsOf: character.unicodeScalars.prefix(longestCharacter))
        return printable(text)
    }

    /// The cells that fit: a third of the width before the anchor, the rest after it.
    private static func window(
        _ cells: [Line.Cell], around anchor: Int, width: Int, isCut: (front: Bool, back: Bool)
    ) -> Range<Int> {
        let total = cells.reduce(0) { $0 + $1.width }
        if total <= width, !isCut.front, !isCut.back { return 0..<cells.count }
        // Both ends may need an ellipsis.
        var room = width - 2
        var lower = anchor
        var upper = anchor
        func extendBack(to limit: Int) {
            while upper < cells.count, cells[upper].width <= room - limit {
                room -= cells[upper].width
                upper += 1
            }
        }
        func extendFront(to limit: Int) {
            while lower > 0, cells[lower - 1].width <= room - limit {
                lower -= 1
                room -= cells[lower].width
            }
        }
        extendFront(to: room - room / 3)
        extendBack(to: 0)
        extendFront(to: 0)
        return lower..<upper
    }

    private mutating func draw(
        _ line: Line, _ shown: Range<Int>, isCut: (front: Bool, back: Bool), isMarkAtEnd: Bool, colour: String?
    ) {
        // The cell after the mark's last.
        let end = isMarkAtEnd ? line.cells.count : line.cells.lastIndex(where: \.isMarked).map { $0 + 1 } ?? 0
        let isBracketed = line.firstFromRight.map { $0 < end } ?? false
        if isCut.front {
            text += "…".utf8
            carets.append(UInt8(ascii: " "))
        }
        var rest = shown
        while !rest.isEmpty {
            // Up to where the mark begins or ends.
            let isMarked = line.cells[rest.lowerBound].isMarked
            let end = line.cells[rest].firstIndex { $0.isMarked != isMarked } ?? rest.upperBound
            let part = rest.lowerBound..<end
            if isMarked, isBracketed { text += "⟦".utf8 }
            if isMarked, let colour { text += colour.utf8 }
            text += line.text(part)
            if isMarked, colour != nil { text += "\u{1B}[0m".utf8 }
            if isMarked, isBracketed { text += "⟧".utf8 }
            let width = line.cells[part].reduce(0) { $0 + $1.width }
            carets += repeatElement(UInt8(ascii: isMarked ? "^" : " "), count: width)
            rest = end..<rest.upperBound
        }
        if isCut.back { text += "…".utf8 }
        if isMarkAtEnd {
            if isBracketed { text += "⟦⟧".utf8 }
            carets.append(UInt8(ascii: "^"))
        }
        if isBracketed { carets = [] }
        while carets.last == UInt8(ascii: " ") { carets.removeLast() }
    }
}
