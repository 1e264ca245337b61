import Bitext

/// A `:::` directive with blocks between its line and its end: `:::row:::` … `:::row-end:::`.
struct DirectiveBlock {
    /// The beginning of the line that opens it.
    let start: Int
    /// The beginning of the line that ends it: its own end, that of a directive around it, or the next one of its kind. The
    /// end of the side if there is none.
    fileprivate(set) var end: Int
    /// Whether a line ends it.
    fileprivate(set) var isClosed = false

    private let name: String

    /// No real page nests them deeper than three.
    private static let maxDepth = 16
    /// These have no blocks of their own. The text after `:::image type="complex"` describes the image and is not shown.
    private static let withoutBlocks: Set<String> = ["image", "code", "video", "no-loc"]
    /// Those of Microsoft's Markdown. An end that is missing is an error there, but the page is built. None can be directly
    /// in another of its kind.
    private static let known: Set<String> = ["row", "column", "zone", "moniker", "form"]

    /// All directives with blocks, in the order of the side.
    static func all(in side: Bytes, from bodyStart: Int) -> [DirectiveBlock] {
        guard mayHaveAny(side, from: bodyStart) else { return [] }
        var found: [DirectiveBlock] = []
        /// Indices in `found`, outermost first.
        var open: [Int] = []
        func close(from depth: Int, at line: Int) {
            for index in open[depth...] {
                found[index].end = line
                found[index].isClosed = true
            }
            open.removeSubrange(depth...)
        }
        var fence: Fence?
        var start = bodyStart
        while start < side.count {
            let lineBreak = side.firstOffset(of: UInt8(ascii: "\n"), from: start) ?? side.count
            let lineStart = start
            let line = side.trimmed(start..<lineBreak)
            start = lineBreak + 1
            guard !line.isEmpty else { continue }
            if let opening = fence {
                if opening.isClosed(by: line, in: side) { fence = nil }
                continue
            }
            guard let name = name(of: line, in: side) else {
                let content = Fence.contentAfterMarkers(of: line, in: side)
                fence = Fence(content..<line.upperBound, in: side)
                continue
            }
            if name.hasSuffix("-end") || name.isEmpty {
                let opener = open.lastIndex { index in
                    name.isEmpty ? !known.contains(found[index].name) : name.dropLast(4) == found[index].name
                }
                if let opener { close(from: opener, at: lineStart) }
                continue
            }
            guard !withoutBlocks.contains(name) else { continue }
            if let sibling = sibling(of: name, in: open.map { found[$0].name }) { close(from: sibling, at: lineStart) }
            guard open.count < maxDepth else { continue }
            open.append(found.count)
            found.append(DirectiveBlock(start: lineStart, end: side.count, name: name))
        }
        return found.filter { $0.isClosed || known.contains($0.name) }
    }

    /// The index of the open directive that a new one ends, because it cannot be in it: of the same kind, and not in another
    /// row.
    private static func sibling(of name: String, in open: [String]) -> Int? {
        guard known.contains(name), let sibling = open.lastIndex(of: name) else { return nil }
        switch name {
        case "column": return open[sibling...].contains("row") ? nil : sibling
        case "row": return open[sibling...].contains("column") ? nil : sibling
        default: return sibling
        }
    }

    /// Whether a line of the side may begin a directive with blocks.
    private static func mayHaveAny(_ side: Bytes, from bodyStart: Int) -> Bool {
        var offset = bodyStart
        while let colons = side.firstOffset(of: ":::", from: offset) {
            let end = side.firstOffset(of: UInt8(ascii: "\n"), from: colons) ?? side.count
            var start = colons
            while start > bodyStart, side[start - 1] == 0x20 || side[start - 1] == 0x09 { start -= 1 }
            if start == bodyStart || side[start - 1] == UInt8(ascii: "\n"), let name = name(of: colons..<end, in: side),
                !name.isEmpty, !withoutBlocks.contains(name)
            {
                return true
            }
            offset = end
        }
        return false
    }

    /// The name of the directive on a line, in lower case; empty for `:::` alone, nil for another line.
    private static func name(of line: Range<Int>, in side: Bytes) -> String? {
        guard side.has(":::", at: line.lowerBound) else { return nil }
        var start = line.lowerBound
        while start < line.upperBound, side[start] == UInt8(ascii: ":") { start += 1 }
        while start < line.upperBound, side[start].isASCIIBlank { start += 1 }
        var end = start
        while end < line.upperBound, side[end].isASCIIAlphanumeric || side[end] == UInt8(ascii: "-"), end - start < 64 {
            end += 1
        }
        guard end > start || start == line.upperBound else { return nil }
        return side.string(start..<end).lowercased()
    }
}
