import Bitext
import Checks
import MarkdownSyntax
import PagePairs
import Revisions

/// Finds what changed in a source in its translation.
struct TargetPlaces {
    /// The source revision that places are given in, and the translation.
    private let bitext: Bitext
    /// The blocks of code of the source by where they begin: what the target has in the place of the text around each, and
    /// how many blocks of that text are before it.
    private var sourceCode: [Int: (place: Range<Int>, ordinal: Int)] = [:]
    /// The blocks of code of the target, in order.
    private let targetCode: [Range<Int>]

    /// - Parameters:
    ///   - source: the revision that was translated, or the one that is there now if that is not known.
    ///   - reader: of page pairs, with the languages that the paths of the pages name.
    init(source: InputFile, target: InputFile, _ reader: PagePairReader) throws(BitextReadingError) {
        let (bitext, trees) = try reader.readParsed([source, target])
        self.bitext = bitext
        targetCode = trees.target.codeRanges
        var last: (place: Range<Int>, ordinal: Int)?
        for range in trees.source.codeRanges {
            let place = bitext.targetRange(of: SideRange(range)).values
            let ordinal = last?.place == place ? (last?.ordinal ?? 0) + 1 : 0
            last = (place, ordinal)
            sourceCode[range.lowerBound] = last
        }
    }

    /// Where the translation has a part; an empty range is where it belongs.
    ///
    /// - Parameters:
    ///   - range: the part, in the source; nil where that has no such part.
    ///   - previous: what comes before it in the source, then.
    func place(of change: SourceChange, at range: Range<Int>?) -> Finding.Mark {
        let found: Range<Int>
        switch change.part {
        case .title, .description: found = frontMatter(change.part.rawValue)
        default:
            if let range {
                found = place(of: range, isCode: change.part == .code)
            } else if let previous = change.previous {
                let end = place(of: previous, isCode: sourceCode[previous.lowerBound] != nil).upperBound
                found = end..<end
            } else {
                let start = bitext[.target].bodyStart.value
                found = start..<start
            }
        }
        return Finding.Mark(Location(file: 1, range: FileRange(found)), in: bitext.files[1])
    }

    /// The text at a place, on one line.
    func text(at mark: Finding.Mark) -> String { bitext.files[1].text(mark.location.range).collapsingBlanks() }

    private func place(of range: Range<Int>, isCode: Bool) -> Range<Int> {
        if isCode { return code(range) }
        // Everything that the segments of the part became.
        var found: Range<Int>?
        for segment in segments(in: range) {
            guard let target = bitext.segments[segment].target?.range.values else { continue }
            found = min(found?.lowerBound ?? .max, target.lowerBound)..<max(found?.upperBound ?? 0, target.upperBound)
        }
        if let found { return found }
        let place = bitext.targetRange(of: SideRange(range)).values
        return place.lowerBound..<place.lowerBound
    }

    /// The segments that a range of the source overlaps.
    private func segments(in range: Range<Int>) -> [Int] {
        let runs = bitext.source.runs
        guard !range.isEmpty, !runs.isEmpty else { return [] }
        var index = bitext.source.runIndex(at: SideOffset(range.lowerBound))
        var found: [Int] = []
        while index < runs.count, runs[index].start.value < range.upperBound {
            if let segment = runs[index].segment, found.last != segment { found.append(segment) }
            index += 1
        }
        return found
    }

    /// The block of code of the target that corresponds to one of the source: of several between two texts, the one at the
    /// same place.
    private func code(_ range: Range<Int>) -> Range<Int> {
        guard let (place, ordinal) = sourceCode[range.lowerBound] else { return 0..<0 }
        let low = targetCode.partitioningIndex { $0.upperBound > place.lowerBound }
        guard low < targetCode.count, targetCode[low].overlaps(place) else {
            return place.lowerBound..<place.lowerBound
        }
        let index = low + ordinal
        return index < targetCode.count && targetCode[index].overlaps(place) ? targetCode[index] : targetCode[low]
    }

    /// The line of a key of the front matter.
    private func frontMatter(_ key: String) -> Range<Int> {
        let side = bitext[.target]
        guard let line = side.frontMatter?.entries.first(where: { $0.key == key })?.line else { return 0..<0 }
        var (start, number) = (0, 1)
        while number < line, let end = side.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            start = end + 1
            number += 1
        }
        var end = side.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? side.bytes.count
        if end > start, side.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }
}

extension MarkdownTree {
    /// The blocks of code, in order.
    fileprivate var codeRanges: [Range<Int>] {
        descendants(of: Self.root).filter { self[$0].kind == .codeBlock }.map { self[$0].range.values }
    }
}
