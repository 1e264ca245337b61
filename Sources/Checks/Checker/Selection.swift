import Bitext

/// Picks one finding for each fault, and gives it its fingerprint.
enum Selection {
    /// Leaves out what another finding says better: faults inside a segment whose whole content is at fault, and faults at
    /// a place where a rule with precedence has found one.
    static func byPrecedence(_ findings: [Finding], in bitext: Bitext) -> [Finding] {
        guard !findings.isEmpty else { return [] }
        let sorted = findings.enumerated().map { (finding: $1, rank: ranks[$1.rule]?.rank ?? .max, offset: $0) }
            .sorted { left, right in
                let (a, b) = (left.finding.location, right.finding.location)
                guard a.start == b.start else { return a.start < b.start }
                return left.rank != right.rank ? left.rank < right.rank : left.offset < right.offset
            }
            .map(\.finding)
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
            // What is less certain hides nothing that is more.
            if let segment = finding.segmentIndex, let cover = covered[segment], cover.rank < rank,
                cover.severity >= finding.severity
            {
                continue
            }
            // Findings are in the order of their places, so only the last ones can overlap.
            var index = kept.count - 1
            var isTaken = false
            while index >= 0, kept.count - index <= 8 {
                let other = kept[index]
                if other.segmentIndex == finding.segmentIndex, other.side == finding.side, !other.location.range.isEmpty,
                    other.location.overlaps(finding.location), !ranksCover(ranks[other.rule]) || other.rule == finding.rule
                {
                    let otherRank = ranks[other.rule]?.rank ?? .max
                    if otherRank <= rank, other.rule != finding.rule, other.severity >= finding.severity {
                        isTaken = true
                    } else if otherRank > rank, finding.severity >= other.severity {
                        kept.remove(at: index)
                    } else if other.location == finding.location, other.message == finding.message {
                        isTaken = true
                    }
                }
                index -= 1
            }
            if !isTaken { kept.append(finding) }
        }
        name(&kept, in: bitext)
        return kept
    }

    private static let ranks = Dictionary(
        RuleSet.all.enumerated().map { ($1.description.name, (rank: $0, covers: $1.description.coversSegment)) },
        uniquingKeysWith: { first, _ in first })

    private static func ranksCover(_ rank: (rank: Int, covers: Bool)?) -> Bool { rank?.covers ?? false }

    /// What the beginning of a fingerprint is made of.
    private struct RuleInSegment: Hashable {
        let rule: String
        let segment: Int
    }

    /// Gives each finding its fingerprint.
    private static func name(_ findings: inout [Finding], in bitext: Bitext) {
        var seen: [UInt64: Int] = [:]
        var begun: [RuleInSegment: UInt64] = [:]
        for index in findings.indices {
            let finding = findings[index]
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            // FNV-1a, 64 bits.
            func mix(_ bytes: some Sequence<UInt8>) {
                for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
                hash = (hash ^ 0xFF) &* 0x100_0000_01b3
            }
            if let segment = finding.segmentIndex {
                // Once for all that a rule finds in a segment: one of ten megabytes can have a hundred thousand faults.
                let key = RuleInSegment(rule: finding.rule, segment: segment)
                if let known = begun[key] {
                    hash = known
                } else {
                    let segment = bitext.segments[segment]
                    mix(finding.rule.utf8)
                    if let source = segment.source {
                        mix(bitext.text(of: source, .source))
                    } else {
                        mix(segment.target.map { bitext.text(of: $0, .target) } ?? [])
                    }
                    begun[key] = hash
                }
            } else {
                mix(finding.rule.utf8)
            }
            mix((finding.evidence.source ?? "").utf8)
            mix((finding.evidence.target ?? "").utf8)
            if finding.segmentIndex == nil { mix(finding.message.utf8) }
            let count = seen[hash, default: 0] + 1
            seen[hash] = count
            if count > 1 { mix(String(count).utf8) }
            let digits = String(hash, radix: 16)
            findings[index].fingerprint = String(repeating: "0", count: 16 - digits.count) + digits
        }
    }
}
