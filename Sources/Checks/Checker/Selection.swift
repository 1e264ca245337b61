import Bitext
import Hashing

/// Keeps one finding for each fault, and adds fingerprints.
enum Selection {
    /// Removes findings that another finding makes unnecessary: those in a segment that is wrong as a whole, and those
    /// that overlap a finding of an earlier rule. Sorts the rest by location.
    static func byPrecedence(_ findings: [Finding], in bitext: Bitext) -> [Finding] {
        guard !findings.isEmpty else { return [] }
        // Findings are large, so their indices are sorted.
        let sorted = findings.indices
            .map { (index: $0, start: findings[$0].extent.start, rank: ranks[findings[$0].rule]?.rank ?? .max) }
            .sorted { ($0.start, $0.rank, $0.index) < ($1.start, $1.rank, $1.index) }
            .map { findings[$0.index] }
        var covered: [Int: (rank: Int, severity: Finding.Severity)] = [:]
        for finding in sorted {
            guard let segment = finding.segmentIndex, let rank = ranks[finding.rule], rank.covers else { continue }
            if let cover = covered[segment], (cover.severity, -cover.rank) >= (finding.severity, -rank.rank) {
                continue
            }
            covered[segment] = (rank.rank, finding.severity)
        }
        var kept: [Finding] = []
        for finding in sorted {
            let rank = ranks[finding.rule]?.rank ?? .max
            // A finding never hides one of a higher severity.
            if let segment = finding.segmentIndex, let cover = covered[segment], cover.rank < rank,
                cover.severity >= finding.severity
            {
                continue
            }
            // Findings are sorted by location, so only the last ones can overlap.
            var index = kept.count - 1
            var isHidden = false
            while index >= 0, kept.count - index <= 8 {
                let other = kept[index]
                if other.segmentIndex == finding.segmentIndex, other.side == finding.side,
                    !other.extent.range.isEmpty, other.extent.overlaps(finding.extent),
                    !coversSegment(other) || other.rule == finding.rule
                {
                    let otherRank = ranks[other.rule]?.rank ?? .max
                    if otherRank <= rank, other.rule != finding.rule, other.severity >= finding.severity {
                        isHidden = true
                    } else if otherRank > rank, finding.severity >= other.severity {
                        kept.remove(at: index)
                    } else if other.location == finding.location, other.message == finding.message {
                        isHidden = true
                    }
                }
                index -= 1
            }
            if !isHidden { kept.append(finding) }
        }
        kept = kept.inPageOrder()
        addFingerprints(&kept, in: bitext)
        return kept
    }

    private static let ranks = Dictionary(
        RuleSet.all.enumerated().map { ($1.description.name, (rank: $0, covers: $1.description.coversSegment)) },
        uniquingKeysWith: { first, _ in first })

    private static func coversSegment(_ finding: Finding) -> Bool { ranks[finding.rule]?.covers ?? false }

    /// What the first part of a fingerprint depends on.
    private struct RuleInSegment: Hashable {
        let rule: String
        let segment: Int
    }

    private static func addFingerprints(_ findings: inout [Finding], in bitext: Bitext) {
        var seen: [UInt64: Int] = [:]
        var firstParts: [RuleInSegment: UInt64] = [:]
        for index in findings.indices {
            let finding = findings[index]
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            // FNV-1a, 64 bits.
            func mix(_ bytes: some Sequence<UInt8>) {
                for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
                hash = (hash ^ 0xFF) &* 0x100_0000_01b3
            }
            if let segment = finding.segmentIndex {
                // Hash a segment once for each rule: one of 10 MB can have 100,000 findings.
                let key = RuleInSegment(rule: finding.rule, segment: segment)
                if let known = firstParts[key] {
                    hash = known
                } else {
                    let segment = bitext.segments[segment]
                    mix(finding.rule.utf8)
                    if let source = segment.source {
                        mix(bitext.text(of: source, .source))
                    } else {
                        mix(segment.target.map { bitext.text(of: $0, .target) } ?? [])
                    }
                    firstParts[key] = hash
                }
            } else {
                mix(finding.rule.utf8)
            }
            mix((finding.evidence.source ?? "").utf8)
            mix((finding.evidence.target ?? "").utf8)
            // Baselines contain fingerprints, so messages of findings without a segment must stay the same.
            if finding.segmentIndex == nil { mix(finding.message.utf8) }
            let count = seen[hash, default: 0] + 1
            seen[hash] = count
            if count > 1 { mix(String(count).utf8) }
            findings[index].fingerprint = hash.hexDigits()
        }
    }
}
