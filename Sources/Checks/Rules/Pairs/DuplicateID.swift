import Bitext
import ParsedBitext

/// An id of two segments.
struct DuplicateID: Rule {
    static let description = RuleDescription(
        "duplicate-id", .error, .markup, "Two segments of a page have the same id.",
        discussion: """
            Tools find a segment by its id. With two segments of the same id, they find the wrong one. Gaps and
            decreasing numbers are normal. A copy with the same source is a note. Give one segment a new id.
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
                "the segment on line \(line) has the id \(segment.id), too", segment: index,
                at: segment.idLocation ?? segment.location, evidence: .init(target: segment.id),
                severity: isCopy ? .note : nil)
        }
    }

    /// Whether the ids increase, in length or in the order of bytes. Then no id occurs twice. True for nearly every
    /// page.
    private func isAscending(_ segments: [Segment]) -> Bool {
        segments.indices.dropFirst().allSatisfy { index in
            let (previous, id) = (segments[index - 1].id, segments[index].id)
            let (length, nextLength) = (previous.utf8.count, id.utf8.count)
            return length != nextLength ? length < nextLength : previous < id
        }
    }

    private func source(_ tokenized: TokenizedBitext, _ index: Int) -> ArraySlice<UInt8>? {
        tokenized.bitext.segments[index].source.map { tokenized.bitext.text(of: $0, .source) }
    }
}
