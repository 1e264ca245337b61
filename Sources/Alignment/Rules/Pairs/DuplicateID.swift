import Bitext

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

    func check(_ page: BilingualPage, _ report: inout Report) {
        guard !isAscending(page.page) else { return }
        // Sorted by a hash of the id: nearly every page has none twice, and needs no table to say so.
        let keys = page.page.segments.enumerated().filter { !$1.id.isEmpty }
            .map { (key: KeyHash.of(page.page.bytes[$1.id]), index: $0) }
            .sorted { ($0.key, $0.index) < ($1.key, $1.index) }
        for (one, other) in zip(keys, keys.dropFirst()) where one.key == other.key {
            let (first, index) = (one.index, other.index)
            let segment = page.page.segments[index]
            guard page.page.bytes[segment.id] == page.page.bytes[page.page.segments[first].id] else { continue }
            let isCopy = source(page, index) == source(page, first)
            let line = page.page.line(of: page.page.segments[first].range.lowerBound)
            report.add(
                "the id \(page.page.text(segment.id)) is taken by the segment on line \(line)", segment: index,
                at: segment.id,
                evidence: .init(target: page.page.text(segment.id)), severity: isCopy ? .note : nil)
        }
    }

    /// Whether each id is longer than the one before, or behind it in the order of bytes: then none stands twice.
    private func isAscending(_ page: Page) -> Bool {
        page.bytes.withUnsafeBufferPointer { bytes in
            var last = 0..<0
            for segment in page.segments {
                let id = segment.id
                guard id.count >= last.count else { return false }
                if id.count == last.count {
                    var offset = 0
                    while offset < id.count, bytes[id.lowerBound + offset] == bytes[last.lowerBound + offset] {
                        offset += 1
                    }
                    guard offset < id.count, bytes[id.lowerBound + offset] > bytes[last.lowerBound + offset] else {
                        return false
                    }
                }
                last = id
            }
            return true
        }
    }

    private func source(_ page: BilingualPage, _ index: Int) -> ArraySlice<UInt8>? {
        page.page.segments[index].source.map { page.page.bytes[$0.content] }
    }
}
