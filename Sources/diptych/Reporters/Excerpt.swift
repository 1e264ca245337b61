import Bitext
import Workspace

/// A stretch of a page on one line, cut around what is marked, with carets below the mark.
struct Excerpt {
    /// The text, safe to print, with `…` where it is cut.
    private(set) var text = ""
    /// Blanks and carets to stand below ``text``; empty where nothing is marked.
    private(set) var carets = ""

    private struct Cell {
        let text: String
        let width: Int
        let isMarked: Bool
    }

    /// Marks of more combining characters than any script writes are cut.
    private static let longestCharacter = 8

    /// - Parameters:
    ///   - stretch: what to show of the page, as byte offsets of ``Page/bytes``.
    ///   - mark: what to mark in it, if it lies there. Without length it is one caret.
    ///   - focus: what should be seen where not all fits and nothing is marked, as a fraction of the stretch.
    ///   - width: how many columns there are.
    ///   - colour: the escape sequence that begins the marked part's colour, or nil for none.
    init(_ page: Bitext, _ stretch: Range<Int>, mark: Range<Int>?, focus: Double = 0, width: Int, colour: String? = nil) {
        let bytes = page.files[0].bytes
        let mark = mark.flatMap { mark -> Range<Int>? in
            guard mark.lowerBound >= stretch.lowerBound, mark.lowerBound <= stretch.upperBound else { return nil }
            return mark.clamped(to: stretch)
        }
        let centre = mark?.lowerBound ?? stretch.lowerBound + Int(Double(stretch.count) * focus)
        // Only what can be shown is read, so that a segment of a megabyte costs no more than a short one. No script needs
        // more than three bytes for a column but where marks are piled up.
        var lower = max(stretch.lowerBound, centre - 3 * width)
        while lower > stretch.lowerBound, bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
        var upper = min(stretch.upperBound, centre + 3 * width)
        while upper < stretch.upperBound, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
        let cells = Self.cells(bytes[lower..<upper], mark: mark)
        let first = cells.firstIndex(where: \.isMarked)
        let anchor = first ?? min(cells.count, Int(Double(cells.count) * Self.share(centre, of: lower..<upper)))
        let shown = Self.window(
            cells, around: anchor, width: width, isCut: (lower > stretch.lowerBound, upper < stretch.upperBound))
        draw(
            cells, shown,
            isCut: (
                lower > stretch.lowerBound || shown.lowerBound > 0,
                upper < stretch.upperBound || shown.upperBound < cells.count
            ), isMarkAtEnd: mark != nil && first == nil, colour: colour)
    }

    private static func share(_ offset: Int, of range: Range<Int>) -> Double {
        range.isEmpty ? 0 : Double(offset - range.lowerBound) / Double(range.count)
    }

    /// The characters, each made safe to print.
    private static func cells(_ bytes: ArraySlice<UInt8>, mark: Range<Int>?) -> [Cell] {
        var cells: [Cell] = []
        var offset = bytes.startIndex
        // An invisible fault is seen only by its code point.
        let showsInvisible = mark.map { $0.count <= 16 } ?? false
        let string = String(decoding: bytes, as: UTF8.self)
        for index in string.indices {
            let character = string[index]
            let end = offset + character.utf8.count
            let isMarked = mark.map { $0.isEmpty ? (offset..<end).contains($0.lowerBound) : $0.overlaps(offset..<end) }
            var text = ""
            if character.isNewline || character == "\t" {
                text = " "
            } else if isMarked == true, showsInvisible, character.displayWidth == 0 {
                text = character.unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }.joined()
            } else if character == "#", string[index...].dropFirst().startsLogCommand {
                text = "\\u{23}"
            } else {
                text.unicodeScalars.append(contentsOf: character.unicodeScalars.prefix(longestCharacter))
                text = printable(text)
            }
            cells.append(Cell(text: text, width: text.displayWidth, isMarked: isMarked ?? false))
            offset = end
        }
        return cells
    }

    /// The cells that fit: a third of the width in front of the anchor, the rest behind it.
    private static func window(
        _ cells: [Cell], around anchor: Int, width: Int, isCut: (front: Bool, back: Bool)
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
        _ cells: [Cell], _ shown: Range<Int>, isCut: (front: Bool, back: Bool), isMarkAtEnd: Bool, colour: String?
    ) {
        var isColoured = false
        func switchColour(to isOn: Bool) -> String {
            guard let colour, isOn != isColoured else { return "" }
            isColoured = isOn
            return isOn ? colour : "\u{1B}[0m"
        }
        if isCut.front {
            text += "…"
            carets += " "
        }
        var hasMark = isMarkAtEnd
        for cell in cells[shown] {
            text += switchColour(to: cell.isMarked) + cell.text
            carets += String(repeating: cell.isMarked ? "^" : " ", count: cell.width)
            hasMark = hasMark || cell.isMarked && cell.width > 0
        }
        text += switchColour(to: false)
        if isCut.back { text += "…" }
        if isMarkAtEnd { carets += "^" }
        carets = hasMark ? String(carets.reversed().drop { $0 == " " }.reversed()) : ""
    }
}
