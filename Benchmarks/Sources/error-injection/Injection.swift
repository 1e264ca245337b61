import Trials

/// A stretch of a page's bytes and what takes its place.
struct Edit: Sendable {
    let range: Range<Int>
    let bytes: [UInt8]

    init(_ range: Range<Int>, _ bytes: [UInt8]) {
        self.range = range
        self.bytes = bytes
    }
}

/// An error to be made on a page.
struct Change: Sendable {
    /// None overlaps another.
    var edits: [Edit]
    /// Where it counts as found: in these segments, or, where there are none, on the lines that the edits touch.
    var segments: [Int]

    init(edits: [Edit], segments: [Int]) {
        self.edits = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
        self.segments = segments
    }

    /// The page with the error, and the stretch of it that is new.
    func applied(to bytes: [UInt8]) -> (bytes: [UInt8], changed: Range<Int>) {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 256)
        var start = 0
        var changed: Range<Int>?
        for edit in edits {
            result += bytes[start..<edit.range.lowerBound]
            let begin = changed?.lowerBound ?? result.count
            result += edit.bytes
            changed = begin..<result.count
            start = edit.range.upperBound
        }
        result += bytes[start...]
        return (result, changed ?? 0..<0)
    }
}

/// One kind of error.
protocol Injection: Sendable {
    var name: String { get }
    /// The rules that name this kind of fault.
    var namedBy: [String] { get }
}

/// An error in one segment.
protocol SegmentInjection: Injection {
    /// Makes the error, or nil where the segment has no place for one that surely is an error.
    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change?
}

/// An error around segments, or in several of them.
protocol PageInjection: Injection {
    /// Makes the error, or nil where the page has no place for it.
    func change(_ page: SourcePage, _ random: inout SplitMix64) -> Change?
}
