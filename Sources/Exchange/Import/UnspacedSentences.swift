import Bitext

/// How the sentences of Chinese and Japanese follow each other on a page: nearly always without a blank.
enum UnspacedSentences {
    private static let ends = ["。", "！", "？"].map { Array($0.utf8) }

    /// Whether a text ends like a sentence of these languages.
    static func isEnd(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        ends.contains { text.suffix(3).elementsEqual($0) }
    }

    /// Whether most such sentences of a page follow each other without a blank. What is between two blocks or cells
    /// does not count.
    static func areJoined(in bitext: Bitext) -> Bool {
        let bytes = bitext[.target].bytes
        var (joined, separate) = (0, 0)
        var last: Range<Int>?
        for segment in bitext.segments {
            guard let range = segment.target?.range.values else { continue }
            if let last, last.upperBound <= range.lowerBound, isEnd(bytes[last]) {
                let between = bytes[last.upperBound..<range.lowerBound]
                if between.isEmpty {
                    joined += 1
                } else if between.allSatisfy({ $0 == UInt8(ascii: " ") }) {
                    separate += 1
                }
            }
            last = range
        }
        return joined >= separate
    }
}
