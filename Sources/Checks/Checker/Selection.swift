import Bitext
import Hashing

/// Keeps one finding for each fault, and adds fingerprints.
enum Selection {
    /// Removes findings that another finding makes unnecessary: those in a segment that is wrong as a whole, and those
    /// that overlap a finding of an earlier rule. Sorts the rest by location.
    static func byPrecedence(_ findings: [Finding], in bitext: Bitext) -> [Finding] {
        guard !findings.isEmpty else { return [] }
        // Findings are large, so their places are sorted and compared.
        let places = findings.indices.map { Place(index: $0, findings[$0]) }
            .sorted { ($0.extent.start, $0.rank, $0.index) < ($1.extent.start, $1.rank, $1.index) }
        var covered: [Int: Place] = [:]
        for place in places where place.coversSegment {
            guard let segment = place.segment else { continue }
            if let cover = covered[segment], (cover.severity, -cover.rank) >= (place.severity, -place.rank) { continue }
            covered[segment] = place
        }
        var kept: [Place] = []
        for place in places {
            // A finding never hides one of a higher severity.
            if let segment = place.segment, let cover = covered[segment], cover.rank < place.rank,
                cover.severity >= place.severity
            {
                continue
            }
            // Findings are sorted by location, so only the last ones can overlap.
            var index = kept.count - 1
            var isHidden = false
            while index >= 0, kept.count - index <= 8 {
                let other = kept[index]
                if other.overlaps(place) {
                    if other.rank < place.rank, other.severity >= place.severity {
                        isHidden = true
                    } else if other.rank > place.rank, place.severity >= other.severity {
                        kept.remove(at: index)
                    } else if findings[other.index].location == findings[place.index].location,
                        findings[other.index].message == findings[place.index].message
                    {
                        isHidden = true
                    }
                }
                index -= 1
            }
            if !isHidden { kept.append(place) }
        }
        var selected = kept.map { findings[$0.index] }.inPageOrder()
        addFingerprints(&selected, in: bitext)
        return selected
    }

    /// Where a finding is, and what it precedes.
    private struct Place {
        let index: Int
        let segment: Int?
        let side: Side?
        let extent: Location
        let severity: Finding.Severity
        /// That of its rule in the order of precedence.
        let rank: Int
        let coversSegment: Bool

        init(index: Int, _ finding: Finding) {
            self.index = index
            segment = finding.segmentIndex
            side = finding.side
            extent = finding.extent
            severity = finding.severity
            (rank, coversSegment) = Selection.ranks[finding.rule] ?? (.max, false)
        }

        /// Whether a later finding is in the place of this one. What covers a segment leaves its place to other rules.
        func overlaps(_ later: Place) -> Bool {
            segment == later.segment && side == later.side && !extent.range.isEmpty && extent.overlaps(later.extent)
                && (!coversSegment || rank == later.rank)
        }
    }

    private static let ranks = Dictionary(
        RuleSet.all.enumerated().map { ($1.description.name, (rank: $0, coversSegment: $1.description.coversSegment)) },
        uniquingKeysWith: { first, _ in first })

    /// What the first part of a fingerprint depends on.
    private struct RuleInSegment: Hashable {
        let rule: String
        let segment: Int
    }

    private static func addFingerprints(_ findings: inout [Finding], in bitext: Bitext) {
        var seen: [UInt64: Int] = [:]
        seen.reserveCapacity(findings.count)
        var firstParts: [RuleInSegment: UInt64] = [:]
        for index in findings.indices {
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            // FNV-1a, 64 bits.
            func mix(_ bytes: some Sequence<UInt8>) {
                for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
                hash = (hash ^ 0xFF) &* 0x100_0000_01b3
            }
            if let segment = findings[index].segmentIndex {
                let text = text(identifying: segment, bitext)
                let key = RuleInSegment(rule: findings[index].rule, segment: segment)
                // Hash a long segment once for each rule: one of 10 MB can have 100,000 findings.
                if text.count > maxHashedAgain, let known = firstParts[key] {
                    hash = known
                } else {
                    mix(findings[index].rule.utf8)
                    mix(text)
                    if text.count > maxHashedAgain { firstParts[key] = hash }
                }
            } else {
                mix(findings[index].rule.utf8)
            }
            mix((findings[index].evidence.source ?? "").utf8)
            mix((findings[index].evidence.target ?? "").utf8)
            // Baselines contain fingerprints, so messages of findings without a segment must stay the same.
            if findings[index].segmentIndex == nil { mix(findings[index].message.utf8) }
            let count = seen[hash, default: 0] + 1
            seen[hash] = count
            if count > 1 { mix(String(count).utf8) }
            findings[index].fingerprint = hash.hexDigits()
        }
    }

    /// In bytes. A shorter text is hashed in less time than it takes to look up what it became.
    private static let maxHashedAgain = 512

    /// The source of a segment, or the target where there is none.
    private static func text(identifying segment: Int, _ bitext: Bitext) -> ArraySlice<UInt8> {
        for side in [Side.source, .target] {
            if let variant = bitext.variant(of: segment, side) { return bitext.text(of: variant, side) }
        }
        return []
    }
}
