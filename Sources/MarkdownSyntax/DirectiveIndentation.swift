import Bitext

/// A copy of a side without the indentation of the blocks in directives, `:::` or those of MkDocs.
///
///     :::row:::
///        :::column span="2":::
///           1. Open the log.
///
/// Microsoft's Markdown takes the blocks between `:::column:::` and `:::column-end:::` out of their indentation. For
/// CommonMark, six blanks make code of them. The same goes for `:::row:::`, `:::zone …`, `:::moniker …` and every other
/// directive that has an end. `:::image …:::` and others without blocks are left alone.
///
///     !!! note "Before you begin"
///
///         1. Open the log.
///
/// MkDocs takes four columns off the content of an admonition, `!!!` or `???`, and of a tab, `=== "Windows"`
/// (``MkDocsMarker``).
///
/// - The content of a directive with `:::` begins at the column of its first line that is not empty, that of one of MkDocs
///   four columns after its marker. What it is indented more than the directive is taken off each line of the content. So
///   in an item, the item's own indentation stays.
/// - A directive in another one may be indented too far. Its end is at its own column.
/// - It may also be indented less than what is before it in the other one. Then only the columns before it are taken off for
///   the other one, and the rest for the directive itself.
/// - The lines of the directives become blocks of their own: an empty line is added before and after each.
struct DirectiveIndentation {
    /// The bytes of the copy.
    enum Space {}

    private(set) var bytes: [UInt8] = []
    /// Maps offsets of ``bytes`` to the side.
    private(set) var map = EditMap<Space, SideSpace>()
    /// Where the markers of MkDocs begin, in order.
    private(set) var markers: [Int] = []

    private let side: Bytes
    /// How many bytes of the side have been copied to ``bytes``.
    private var copied = 0
    /// The directives around the current line, outermost first.
    private var open: [OpenDirective] = []
    /// Whether the current line may be in an item.
    private var isInList = false
    /// Whether the content of a directive of MkDocs ends before the current line.
    private var endsIndented = false

    private enum LineKind { case blank, directive, text }

    private struct OpenDirective {
        let directive: DirectiveBlock
        /// The column of the directive on the side.
        let sideColumn: Int
        /// The column of the directive on the copy.
        let column: Int
        /// The first column of the side to take off its content.
        let start: Int
        /// The column of its content, once known.
        var content: Int?
        let isInList: Bool
    }

    /// - Returns: nil if the side has no directives with content.
    init?(_ side: Bytes, from bodyStart: Int) {
        let directives = DirectiveBlock.all(in: side, from: bodyStart)
        guard !directives.isEmpty else { return nil }
        self.side = side
        bytes.reserveCapacity(side.count + 64)
        var starts = directives[...]
        var previous = LineKind.blank
        var isInHTML = false
        var start = bodyStart
        while start < side.count {
            let line = IndentedLine(side, from: start)
            start = line.next
            if line.isBlank {
                previous = .blank
                continue
            }
            let opens = starts.first?.start == line.start
            if previous == .blank { isInHTML = side[line.content] == UInt8(ascii: "<") }
            let (isDirective, excess) = enter(line, opening: opens ? starts.removeFirst() : nil)
            let separates =
                (isDirective || endsIndented) && previous != .blank || !isDirective && previous == .directive
            add(line, removing: removed(from: line) + excess, separated: separates && !isInHTML)
            previous = isDirective ? .directive : .text
        }
        guard copied > 0 else { return nil }
        bytes += side[copied...]
    }

    // MARK: Lines

    /// Closes the directives that end at a line, and opens the one that begins there.
    ///
    /// - Returns: whether one begins or ends there, which is not so in an indented code block, and how many columns more
    ///   than ``removed(from:)`` to take off the line.
    private mutating func enter(
        _ line: IndentedLine, opening directive: DirectiveBlock?
    ) -> (isDirective: Bool, excess: Int) {
        var closed: OpenDirective?
        endsIndented = false
        while let last = open.last, last.directive.end <= line.start {
            open.removeLast()
            if last.directive.content == nil {
                closed = last
            } else {
                isInList = last.isInList
                endsIndented = true
            }
        }
        // Nothing closes this directive. So it ends where its indentation does.
        while let last = open.last, !last.directive.isClosed, let content = last.content, line.column < content {
            isInList = open.removeLast().isInList
        }
        if let last = open.indices.last, open[last].content == nil { open[last].content = line.column }
        let column = line.column - removed(from: line)
        var excess = 0
        if let closed {
            isInList = closed.isInList
            excess = max(0, column - closed.column)
        } else if Fence.contentAfterMarkers(of: line.content..<min(line.next, side.count), in: side) > line.content {
            isInList = true
        } else if column == 0 {
            isInList = false
        }
        guard let directive else { return (closed != nil, excess) }
        if column - excess >= 4, !isInList {
            guard !open.isEmpty || closed != nil, directive.content == nil else { return (false, 0) }
            excess = column
        }
        if directive.content != nil { markers.append(line.content) }
        open.append(
            OpenDirective(
                directive: directive, sideColumn: line.column, column: column - excess,
                start: line.column - (isInList ? excess : column), content: directive.content, isInList: isInList))
        return (true, excess)
    }

    /// How many columns to take off a line: never more than it is indented.
    ///
    /// What is taken off for a directive ends at the column of each directive in it, so that no column is counted twice.
    private func removed(from line: IndentedLine) -> Int {
        var removed = 0
        var limit = line.column
        for directive in open.reversed() {
            if let content = directive.content { removed += max(0, min(content, limit) - directive.start) }
            limit = min(limit, directive.sideColumn)
        }
        return removed
    }

    private mutating func add(_ line: IndentedLine, removing removed: Int, separated: Bool) {
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
