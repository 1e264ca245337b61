import Bitext
import ParsedBitext

/// A segment whose place in the target's Markdown differs from its place in the source's.
package struct StructureDifference: Sendable {
    /// What differs. Each kind has its rule.
    package enum Kind: Sendable { case heading, list, table, code, alert, other }

    let kind: Kind
    let segment: Int
    let source: String
    let target: String
    /// What at the beginning of the target makes the difference, if that is known.
    let marker: UnintendedMarker?

    /// The differences of a bitext. Of a sequence of segments that differ only the first one counts, as a fence that
    /// only the target opens changes all segments after it. A segment that begins with a marker of its own always counts.
    /// Where the source's Markdown is a slip that the target does not repeat, there is none.
    static func all(_ parsed: ParsedBitext) -> [StructureDifference] {
        guard let targetSide = parsed.publishedTarget else { return [] }
        let count = parsed.bitext.segments.count
        let source = BlockPath.paths(parsed.source, segments: count)
        let target = BlockPath.paths(targetSide, segments: count)
        guard source != target else { return [] }
        var found: [StructureDifference] = []
        let markers = Dictionary(
            parsed.unintendedMarkers.map { ($0.segment, $0) }, uniquingKeysWith: { first, _ in first })
        var previousDiffers = false
        // The places of a slip of the source in a paragraph, which the next segments can be in, too.
        var slip: (BlockPath.Place, BlockPath.Place)?
        for index in 0..<count {
            guard let left = source[index] else { continue }
            guard let right = target[index] else {
                if let marker = markers[index] {
                    found.append(
                        StructureDifference(
                            kind: .other, segment: index, source: left.phrase(comparedTo: left),
                            target: "a link definition, which is not shown", marker: marker))
                }
                continue
            }
            guard left != right else {
                previousDiffers = false
                slip = nil
                continue
            }
            if SourceSlip.isOne(left, right, segment: index, parsed.bitext) {
                slip = left.place == .paragraph ? (left.place, right.place) : nil
                continue
            }
            if let slip, markers[index] == nil, slip == (left.place, right.place) { continue }
            slip = nil
            defer { previousDiffers = true }
            if previousDiffers, markers[index] == nil { continue }
            found.append(
                StructureDifference(
                    kind: kind(left, right), segment: index, source: left.phrase(comparedTo: right),
                    target: right.phrase(comparedTo: left), marker: markers[index]))
        }
        return found.filter { !$0.isAlertInAnotherForm(parsed.bitext) }
    }

    private static func kind(_ left: BlockPath, _ right: BlockPath) -> Kind {
        if left.place != right.place {
            for place in [left.place, right.place] {
                switch place {
                case .code: return .code
                case .heading: return .heading
                case .alert: return .alert
                case .cell: return .table
                default: continue
                }
            }
        }
        if left.listDepth != right.listDepth || left.place != right.place {
            return left.listDepth > 0 || right.listDepth > 0 ? .list : .other
        }
        // Only the number of blocks differs.
        switch left.place {
        case .cell: return .table
        case .item: return .list
        case .heading: return .heading
        default: return .other
        }
    }
}

extension StructureDifference {
    /// Whether one side of a page pair has an alert, and the other has it in another form: a shortcode or an admonition is open
    /// before the segment.
    private func isAlertInAnotherForm(_ bitext: Bitext) -> Bool {
        // In another form it can be a quote or a paragraph for us.
        guard bitext.isPagePair, kind == .alert || kind == .other else { return false }
        return [Side.source, .target].contains { side in
            guard let variant = bitext.segments[segment][side] else { return false }
            // An alert is a paragraph or a few: its beginning is not far.
            let bytes = bitext[side].bytes
            let end = variant.range.lowerBound.value
            let before = bytes[max(0, end - Self.maxLength)..<end]
            return Self.openings.contains { before.firstPlace(of: Array($0.utf8)[...]) != nil }
        }
    }

    private static let maxLength = 1024
    private static let openings = [
        "{{% alert", "{{< alert", "{{% notice", "{{< note", ":::note", ":::tip", ":::warning", ":::caution",
    ]
}
