import Bitext

/// A copy of a side without the indentation of the blocks in `:::` directives.
///
///     :::row:::
///        :::column span="2":::
///           1. Open the log.
///
/// Microsoft's Markdown takes the blocks between `:::column:::` and `:::column-end:::` out of their indentation. For
/// CommonMark, six blanks make code of them. The same goes for `:::row:::`, `:::zone …`, `:::moniker …` and every other
/// directive that has an end. `:::image …:::` and others without blocks are left alone.
///
/// - A directive's content begins at the column of its first line that is not empty. What this line is indented more than
///   the directive is taken off each line of the content. So in an item, the item's own indentation stays.
/// - The lines of the directives become blocks of their own: an empty line is added before and after each.
struct DirectiveIndentation {
    /// The bytes of the copy.
    enum Space {}

    private(set) var bytes: [UInt8] = []
    /// Maps offsets of ``bytes`` to the side.
    private(set) var map = EditMap<Space, SideSpace>()

    private let side: Bytes
    /// How many bytes of the side have been copied to ``bytes``.
    private var copied = 0
    /// The directives around the current line, outermost first.
    private var open: [OpenDirective] = []
    /// Whether the current line may be in an item.
    private var isInList = false

    private struct OpenDirective {
        let directive: DirectiveBlock
        /// The column of the directive.
        let column: Int
        /// The column of its content, once known.
        var content: Int?
    }

    /// - Returns: nil if the side has no directives with content.
    init?(_ side: Bytes, from bodyStart: Int) {
        let directives = DirectiveBlock.all(in: side, from: bodyStart)
        guard !directives.isEmpty else { return nil }
        self.side = side
        bytes.reserveCapacity(side.count + 64)
        var ends = directives.map(\.end).sorted()[...]
        var starts = directives[...]
        var previous = Line.Kind.blank
        var isInHTML = false
        var start = bodyStart
        while start < side.count {
            let line = Line(side, from: start)
            start = line.next
            if line.isBlank {
                previous = .blank
                continue
            }
            let opens = starts.first?.start == line.start
            var isDirective = opens
            while ends.first == line.start {
                ends.removeFirst()
                isDirective = true
            }
            if previous == .blank { isInHTML = side[line.content] == UInt8(ascii: "<") }
            let isCode = enter(line, isDirective: isDirective, opening: opens ? starts.removeFirst() : nil)
            if isCode { isDirective = false }
            let separates = isDirective && previous != .blank || !isDirective && previous == .directive
            add(line, separated: separates && !isInHTML)
            previous = isDirective ? .directive : .text
        }
        guard copied > 0 else { return nil }
        bytes += side[copied...]
    }

    // MARK: Lines

    private struct Line {
        enum Kind { case blank, directive, text }

        let start: Int
        /// The first byte that is no blank.
        let content: Int
        /// The column of ``content``. A tab ends at the next multiple of four (CommonMark 2.2).
        let column: Int
        let hasTab: Bool
        let isBlank: Bool
        /// The start of the next line.
        let next: Int

        init(_ side: Bytes, from start: Int) {
            self.start = start
            var content = start
            var column = 0
            var hasTab = false
            while content < side.count, side[content] == 0x20 || side[content] == 0x09 {
                if side[content] == 0x09 { hasTab = true }
                column = side[content] == 0x09 ? column / 4 * 4 + 4 : column + 1
                content += 1
            }
            let lineBreak = side.firstOffset(of: UInt8(ascii: "\n"), from: content) ?? side.count
            self.content = content
            self.column = column
            self.hasTab = hasTab
            isBlank = content == lineBreak || side[content] == 0x0D
            next = lineBreak + 1
        }
    }

    /// Closes the directives that end at a line, and opens the one that begins there.
    ///
    /// - Returns: whether the directive is part of an indented code block, so it is none.
    private mutating func enter(_ line: Line, isDirective: Bool, opening directive: DirectiveBlock?) -> Bool {
        while let last = open.last, last.directive.end <= line.start { open.removeLast() }
        // Nothing closes this directive. So it ends where its indentation does.
        while let last = open.last, !last.directive.isClosed, let content = last.content, line.column < content {
            open.removeLast()
        }
        if let last = open.indices.last, open[last].content == nil { open[last].content = line.column }
        let column = line.column - removed(from: line)
        let isItem = Fence.contentAfterMarkers(of: line.content..<min(line.next, side.count), in: side) > line.content
        if isItem { isInList = true } else if column == 0 { isInList = false }
        guard let directive else { return false }
        guard column < 4 || isInList else { return true }
        open.append(OpenDirective(directive: directive, column: line.column))
        return false
    }

    /// How many columns to take off a line.
    private func removed(from line: Line) -> Int {
        var removed = 0
        for directive in open {
            guard let content = directive.content, content > directive.column else { continue }
            removed += max(0, min(content, line.column) - directive.column)
        }
        return removed
    }

    private mutating func add(_ line: Line, separated: Bool) {
        let removed = removed(from: line)
        guard removed > 0 || separated else { return }
        bytes += side[copied..<line.start]
        copied = line.start
        var inserted = 0
        if separated {
            bytes.append(UInt8(ascii: "\n"))
            inserted += 1
        }
        if removed > 0 {
            let blanks = line.hasTab ? line.column - removed : 0
            bytes += repeatElement(0x20, count: blanks)
            inserted += blanks
            copied = line.hasTab ? line.content : line.start + removed
        }
        map.append(at: bytes.count - inserted, inserting: inserted, thenFrom: copied)
    }
}
