import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// An id that two segments of a page carry.
struct DuplicateID: Rule {
    static let description = RuleDescription(
        "duplicate-id", .error, .markup, "Two segments of the page carry the same id.",
        discussion: """
            An id names one segment of a page; tools that look a segment up by it find the wrong one. Gaps and falling numbers
            are normal. A segment that was copied whole, with the same source, is a note.
            """,
        bad: .init("1a2b3-104 Restart it. 1a2b3-104 Stop it.", "1a2b3-104 Redémarrez-le. 1a2b3-104 Arrêtez-le."),
        good: .init("1a2b3-104 Restart it. 1a2b3-105 Stop it.", "1a2b3-104 Redémarrez-le. 1a2b3-105 Arrêtez-le."))

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        let segments = tokenized.bitext.segments
        guard !isAscending(segments) else { return }
        var firstOfID: [String: Int] = [:]
        for (index, segment) in segments.enumerated() where !segment.id.isEmpty {
            guard let first = firstOfID[segment.id] else {
                firstOfID[segment.id] = index
                continue
            }
            let isCopy = source(tokenized, index) == source(tokenized, first)
            let line = tokenized.bitext.position(of: segments[first].location).line
            report.add(
                "the id \(segment.id) is taken by the segment on line \(line)", segment: index,
                at: segment.idLocation ?? segment.location, evidence: .init(target: segment.id),
                severity: isCopy ? .note : nil)
        }
    }

    /// Whether each id is longer than the one before, or after it in the order of bytes, as on nearly every page: then none
    /// is there twice.
    private func isAscending(_ segments: [Segment]) -> Bool {
        zip(segments, segments.dropFirst()).allSatisfy { one, next in
            let (left, right) = (one.id.utf8, next.id.utf8)
            return left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
        }
    }

    private func source(_ tokenized: TokenizedBitext, _ index: Int) -> ArraySlice<UInt8>? {
        tokenized.bitext.segments[index].source.map { tokenized.bitext.text(of: $0, .source) }
    }
}
