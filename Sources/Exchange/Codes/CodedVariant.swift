import Bitext
import BitextReaders

/// A variant of a segment as text and codes. Its pieces together are the variant, byte for byte.
struct CodedVariant {
    struct Piece {
        /// Bytes of the side.
        let range: Range<Int>
        /// nil for text.
        var role: CodedText.Role?
        var kind = InlineMarks.Kind.tag
        /// Equal for the codes of a pair, and for a code of the source and its counterpart in the target. 0 for text.
        var id = 0
        fileprivate var node = -1

        init(text range: Range<Int>) { self.range = range }

        fileprivate init(_ range: Range<Int>, _ role: CodedText.Role, _ kind: InlineMarks.Kind, node: Int) {
            self.range = range
            self.role = role
            self.kind = kind
            self.node = node
        }
    }

    private(set) var pieces: [Piece] = []
    /// The highest id of a code.
    private(set) var codeCount = 0

    /// All pieces together, on the side.
    var range: Range<Int> { (pieces.first?.range.lowerBound ?? 0)..<(pieces.last?.range.upperBound ?? 0) }

    /// - Parameter range: the variant on its side.
    init(_ range: Range<Int>, _ marks: InlineMarks, _ bytes: Bytes) {
        var offset = range.lowerBound
        var index = marks.first(from: offset)
        // Each mark, and the text before and after it.
        pieces.reserveCapacity(2 * (marks.first(from: range.upperBound) - index) + 1)
        while index < marks.marks.count, marks.marks[index].lower < range.upperBound {
            let mark = marks.marks[index]
            index += 1
            // A node that reaches beyond the variant, or into another one, is text.
            guard mark.lower >= offset, mark.upper <= range.upperBound, mark.lower < mark.upper else { continue }
            let found = Int(mark.lower)..<Int(mark.upper)
            if mark.kind == .directive, let end = Self.noLocEnd(found, range.upperBound, bytes) {
                addText(offset..<found.lowerBound, bytes)
                pieces.append(Piece(found.lowerBound..<end, .single, .noLoc, node: Int(mark.node)))
                offset = end
                continue
            }
            addText(offset..<found.lowerBound, bytes)
            pieces.append(Piece(found, mark.role, mark.kind, node: Int(mark.node)))
            offset = found.upperBound
        }
        addText(offset..<range.upperBound, bytes)
        number()
    }

    /// The end of `:::no-loc text="Relay":::`, of which the tree has the markup on both sides of the text.
    private static func noLocEnd(_ start: Range<Int>, _ limit: Int, _ bytes: Bytes) -> Int? {
        guard bytes.has(":::", at: start.lowerBound) else { return nil }
        var name = start.lowerBound + 3
        while name < start.upperBound, bytes[name].isASCIIBlank { name += 1 }
        guard bytes.has("no-loc", at: name) else { return nil }
        return bytes.firstOffset(of: ":::", from: name, to: limit).map { $0 + 3 }
    }

    /// Adds text. Tags in it that the tree does not have, as in HTML blocks, are codes, and so are characters that XML cannot
    /// hold.
    private mutating func addText(_ range: Range<Int>, _ bytes: Bytes) {
        var start = range.lowerBound
        var offset = start
        func found(_ end: Int, _ kind: InlineMarks.Kind) {
            if start < offset { pieces.append(Piece(text: start..<offset)) }
            pieces.append(Piece(offset..<end, .single, kind, node: -1))
            start = end
            offset = end
        }
        while offset < range.upperBound {
            switch bytes[offset] {
            case UInt8(ascii: "<"):
                let isEscaped = offset > range.lowerBound && bytes[offset - 1] == UInt8(ascii: "\\")
                if !isEscaped, let end = Self.tagEnd(offset, range.upperBound, bytes) {
                    found(end, .tag)
                } else {
                    offset += 1
                }
            case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20: found(offset + 1, .character)
            // U+FFFE and U+FFFF.
            case 0xEF where bytes.has("\u{FFFE}", at: offset) || bytes.has("\u{FFFF}", at: offset):
                found(offset + 3, .character)
            default: offset += 1
            }
        }
        if start < range.upperBound { pieces.append(Piece(text: start..<range.upperBound)) }
    }

    /// The longest tag that is looked for.
    private static let maxTagLength = 1024

    /// Where a tag ends that begins at an offset: `<b>`, `</b>`, `<a name="x">`.
    private static func tagEnd(_ start: Int, _ end: Int, _ bytes: Bytes) -> Int? {
        var offset = start + 1
        if offset < end, bytes[offset] == UInt8(ascii: "/") { offset += 1 }
        guard offset < end, bytes[offset].isASCIILetter else { return nil }
        let limit = min(end, start + maxTagLength)
        while offset < limit {
            switch bytes[offset] {
            case UInt8(ascii: ">"): return offset + 1
            case UInt8(ascii: "<"), UInt8(ascii: "\n"): return nil
            default: offset += 1
            }
        }
        return nil
    }

    /// Gives each code another id.
    mutating func renumber(_ id: (Int) -> Int) {
        for index in pieces.indices where pieces[index].role != nil { pieces[index].id = id(pieces[index].id) }
    }

    /// Gives each code an id. A marker whose counterpart is not in the variant is a code by itself.
    private mutating func number() {
        guard pieces.contains(where: { $0.role != nil }) else { return }
        var open: [Int] = []
        /// The index of the opening marker, for each closing one, and the reverse.
        var partners = [Int](repeating: -1, count: pieces.count)
        for index in pieces.indices {
            switch pieces[index].role {
            case .open: open.append(index)
            case .close:
                guard let start = open.lastIndex(where: { pieces[$0].node == pieces[index].node }) else { continue }
                (partners[index], partners[open[start]]) = (open[start], index)
                open.removeSubrange(start...)
            default: break
            }
        }
        for index in pieces.indices {
            guard let role = pieces[index].role else { continue }
            if role != .single, partners[index] < 0 { pieces[index].role = .single }
            if pieces[index].role == .close {
                pieces[index].id = pieces[partners[index]].id
            } else {
                codeCount += 1
                pieces[index].id = codeCount
            }
        }
    }
}
