import Bitext

/// A block that only the source of a page pair has, with new targets for all of its segments, and its place in the target.
package struct BlockInsertion: Sendable {
    /// In the order of the page.
    package let changes: [PageImport.Change]
    /// On the source.
    package let source: SideRange
    /// Where it is put into the target's file on disk: the beginning of a line, or the end of the file.
    let offset: Int
    /// Its lines with the new targets, without the last line break.
    let lines: [UInt8]
    /// How many empty lines it needs before it, and how many after it besides those that are there.
    private let emptyLinesBefore: Int
    let emptyLinesAfter: Int
    private let lineBreak: [UInt8]
    /// Whether the target ends without a line break where the block comes in. Then the block does so, too.
    private let isOpenEnd: Bool

    /// Why a block cannot be put into the target.
    struct Refusal: Error {
        let reason: String
    }

    /// - Parameters:
    ///   - block: of the source.
    ///   - changes: the new targets of its segments, in order. Other segments stay as they are.
    ///   - place: how it becomes part of the lists of the target.
    ///   - joins: whether sentences in Chinese and Japanese follow each other without a blank.
    init(
        _ block: UnpairedBlock, _ changes: [PageImport.Change], in bitext: Bitext, _ list: ListPlace, joins: Bool
    ) throws(Refusal) {
        switch block.kind {
        case .row, .code, .markup:
            throw Refusal(reason: "it is in a \(block.kind == .row ? "row of a table" : "block of code or markup")")
        case .section, .heading, .paragraph, .list, .item, .table, .quote: break
        }
        if let place = block.movedTo {
            let line = bitext.position(of: bitext.location(of: place, on: .target)).line
            throw Refusal(reason: "the page has it at another place, on line \(line)")
        }
        self.changes = changes
        source = block.source
        let lines = try SourceLines(block.source, in: bitext)
        let place = TargetPlace(block.target.lowerBound, in: bitext)
        let text = lines.text(with: changes, in: bitext, joins: joins)
            .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
        self.lines = Array(list.lines(text).joined(separator: place.lineBreak))
        (emptyLinesBefore, emptyLinesAfter) = place.emptyLines(around: lines, isItem: block.kind == .item)
        (lineBreak, isOpenEnd) = (place.lineBreak, !place.endsWithLineBreak)
        offset = place.offset
    }

    /// What is written at ``offset``: the block with the line breaks around it.
    ///
    /// - Parameter count: how many empty lines another new block has at this place already.
    func text(afterEmptyLines count: Int) -> [UInt8] {
        func lineBreaks(_ count: Int) -> [UInt8] { Array(repeatElement(lineBreak, count: max(0, count)).joined()) }
        // The last line stays one without a line break.
        return (isOpenEnd ? lineBreak : []) + lineBreaks(emptyLinesBefore - count) + lines
            + (isOpenEnd ? [] : lineBreak) + lineBreaks(emptyLinesAfter)
    }
}

/// The whole lines of a block of the source.
private struct SourceLines {
    let range: Range<Int>
    /// How many empty lines are around it.
    let blanksBefore: Int
    let blanksAfter: Int

    init(_ block: SideRange, in bitext: Bitext) throws(BlockInsertion.Refusal) {
        let location = bitext.location(of: block, on: .source)
        let bytes = bitext.files[location.file].bytes
        var (lower, upper) = (location.range.values.lowerBound, location.range.values.upperBound)
        while upper > lower, bytes[upper - 1].isASCIIBlank { upper -= 1 }
        while lower > 0, bytes[lower - 1] == UInt8(ascii: " ") || bytes[lower - 1] == UInt8(ascii: "\t") { lower -= 1 }
        let end = bytes[upper...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        guard lower == 0 || bytes[lower - 1] == UInt8(ascii: "\n"), bytes[upper..<end].allSatisfy(\.isASCIIBlank) else {
            throw BlockInsertion.Refusal(reason: "it is only a part of its lines")
        }
        range = lower..<upper
        blanksBefore = Lines.blankLines(before: lower, in: bytes)
        blanksAfter = Lines.blankLines(after: min(end + 1, bytes.count), in: bytes)
    }

    /// The lines, without the last line break, with new targets.
    func text(with changes: [PageImport.Change], in bitext: Bitext, joins: Bool) -> [UInt8] {
        let bytes = bitext.files[bitext[.source].file].bytes
        var text: [UInt8] = []
        var copied = range.lowerBound
        for (index, change) in changes.enumerated() {
            guard let segment = bitext.segments[change.segment].source?.origin.range.values else { continue }
            let between = bytes[copied..<segment.lowerBound]
            let isBlank = index > 0 && between.allSatisfy { $0 == UInt8(ascii: " ") }
            if !joins || !isBlank || !UnspacedSentences.isEnd(changes[index - 1].text.utf8) { text += between }
            text += change.text.utf8
            copied = segment.upperBound
        }
        return text + bytes[copied..<range.upperBound]
    }
}

/// The place between two lines of the target at which a block is put.
private struct TargetPlace {
    /// In the file on disk.
    let offset: Int
    private let isFirst: Bool
    private let isLast: Bool
    /// How many empty lines come after the place.
    private let blanks: Int
    let endsWithLineBreak: Bool
    let lineBreak: [UInt8]

    init(_ place: SideOffset, in bitext: Bitext) {
        let location = bitext.location(of: place..<place, on: .target)
        let file = bitext.files[location.file]
        let bytes = file.bytes
        let start = bitext.location(of: bitext[.target].bodyStart..<bitext[.target].bodyStart, on: .target).range.values
            .lowerBound
        var index = location.range.values.lowerBound
        if index > start, bytes[index - 1] != UInt8(ascii: "\n") {
            index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        }
        // After the last line that is not empty.
        var before = Lines.blankLines(before: index, in: bytes)
        while before > 0, index > start {
            index = bytes[..<(index - 1)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            before -= 1
        }
        index = max(index, start)
        let (count, next) = Lines.blanks(from: index, in: bytes)
        isFirst = index == start
        isLast = next == bytes.count
        blanks = count
        if isFirst { index = next }
        endsWithLineBreak = index == 0 || bytes[index - 1] == UInt8(ascii: "\n")
        offset = file.position(of: FileOffset(index)).offset
        let first = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
        lineBreak = first > 0 && bytes[first - 1] == UInt8(ascii: "\r") ? Array("\r\n".utf8) : Array("\n".utf8)
    }

    /// How many empty lines a block needs before it, and how many after it besides those that are here.
    func emptyLines(around source: SourceLines, isItem: Bool) -> (before: Int, after: Int) {
        if isFirst { return (0, isLast ? 0 : max(1, source.blanksAfter)) }
        return (source.blanksBefore, isLast || isItem ? 0 : max(0, source.blanksAfter - blanks))
    }
}

/// Empty lines of a file: those with nothing but blanks.
private enum Lines {
    /// - Parameter index: the beginning of a line.
    static func blankLines(before index: Int, in bytes: [UInt8]) -> Int {
        var count = 0
        var index = index
        while index > 0 {
            let start = bytes[..<(index - 1)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            guard bytes[start..<index].allSatisfy(\.isASCIIBlank) else { return count }
            count += 1
            index = start
        }
        return count
    }

    static func blankLines(after index: Int, in bytes: [UInt8]) -> Int { blanks(from: index, in: bytes).count }

    /// - Returns: how many empty lines there are, and where the next line that is not empty begins.
    static func blanks(from index: Int, in bytes: [UInt8]) -> (count: Int, next: Int) {
        var (count, index) = (0, index)
        while index < bytes.count {
            let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
            guard bytes[index..<end].allSatisfy(\.isASCIIBlank) else { break }
            count += 1
            index = end
        }
        return (count, index)
    }
}
