import Bitext

/// A directive with blocks: `:::row:::`, with a line that ends it, `:::row-end:::`; or `!!! note` of MkDocs, with indented
/// content.
struct DirectiveBlock {
    /// The beginning of the line that opens it.
    let start: Int
    /// The beginning of the line that ends it: its own end, that of a directive around it, or the next one of its kind. For
    /// one of MkDocs, the first line that is not indented enough. The end of the side if there is none.
    fileprivate(set) var end: Int
    /// Whether a line ends it.
    fileprivate(set) var isClosed = false
    /// The column of its content, for one of MkDocs (``MkDocsMarker``).
    fileprivate(set) var content: Int?

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
        var search = Search(side: side)
        var fence: Fence?
        var start = bodyStart
        while start < side.count {
            let indentedLine = IndentedLine(side, from: start)
            start = indentedLine.next
            guard !indentedLine.isBlank else { continue }
            let line = side.trimmed(indentedLine.content..<indentedLine.end)
            if let opening = fence {
                if opening.isClosed(by: line, in: side) { fence = nil }
                continue
            }
            if search.readMkDocs(indentedLine, line) { continue }
            if let name = name(of: line, in: side) {
                search.readTripleColons(name, at: indentedLine.start)
            } else {
                let content = Fence.contentAfterMarkers(of: line, in: side)
                fence = Fence(content..<line.upperBound, in: side)
            }
        }
        return search.finished()
    }

    /// Reads the lines of a side in order, and keeps the directives that are open.
    private struct Search {
        let side: Bytes
        var found: [DirectiveBlock] = []
        /// Those with `:::` that are open, as indices in `found`, outermost first.
        var open: [Int] = []
        /// Those of MkDocs that are open, as indices in `found`, outermost first.
        var indented: [Int] = []
        /// Whether the last one of MkDocs has no content yet.
        var isAwaitingContent = false

        /// Ends the directives of MkDocs that a line is not indented enough for, and opens the one that begins there.
        ///
        /// - Parameter text: the line without the blanks around it.
        /// - Returns: whether one begins there.
        mutating func readMkDocs(_ line: IndentedLine, _ text: Range<Int>) -> Bool {
            while let last = indented.last, let content = found[last].content, line.column < content {
                found[last].end = line.start
                // Text that only looks like a marker.
                if isAwaitingContent { found.removeLast() }
                isAwaitingContent = false
                indented.removeLast()
            }
            isAwaitingContent = false
            guard indented.count < maxDepth, MkDocsMarker(text, in: side) != nil else { return false }
            var directive = DirectiveBlock(start: line.start, end: side.count, name: "")
            directive.content = line.column + MkDocsMarker.indentation
            indented.append(found.count)
            found.append(directive)
            isAwaitingContent = true
            return true
        }

        /// Opens or ends a directive with `:::`.
        ///
        /// - Parameters:
        ///   - name: its name; empty for `:::` alone.
        ///   - line: where its line begins.
        mutating func readTripleColons(_ name: String, at line: Int) {
            if name.hasSuffix("-end") || name.isEmpty {
                let opener = open.lastIndex { index in
                    name.isEmpty ? !known.contains(found[index].name) : name.dropLast(4) == found[index].name
                }
                if let opener { close(from: opener, at: line) }
                return
            }
            guard !withoutBlocks.contains(name) else { return }
            if let sibling = sibling(of: name, in: open.map { found[$0].name }) { close(from: sibling, at: line) }
            guard open.count < maxDepth else { return }
            open.append(found.count)
            found.append(DirectiveBlock(start: line, end: side.count, name: name))
        }

        private mutating func close(from depth: Int, at line: Int) {
            for index in open[depth...] {
                found[index].end = line
                found[index].isClosed = true
            }
            open.removeSubrange(depth...)
        }

        /// All that were found. Text that only looks like a directive is left out.
        consuming func finished() -> [DirectiveBlock] {
            if isAwaitingContent { found.removeLast() }
            return found.filter { $0.isClosed || $0.content != nil || known.contains($0.name) }
        }
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
        if MkDocsMarker.mayBe(in: side, from: bodyStart) { return true }
        var offset = bodyStart
        while let colons = side.firstOffset(of: ":::", from: offset) {
            let end = side.firstOffset(of: UInt8(ascii: "\n"), from: colons) ?? side.count
            if side.beginsLine(colons, from: bodyStart), let name = name(of: colons..<end, in: side), !name.isEmpty,
                !withoutBlocks.contains(name)
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
