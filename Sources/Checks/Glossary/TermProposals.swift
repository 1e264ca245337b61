/// Counts the candidates of many pages, and makes terms of them for a person to choose from.
package struct TermProposals {
    private struct Key: Hashable {
        let source: String
        let locale: String?
    }

    /// How often each source has each target.
    private var counts: [Key: [String: Int]] = [:]

    package init() {}

    /// Adds the candidates of a page.
    package mutating func add(_ candidates: [TermCandidate], locale: String?) {
        for candidate in candidates {
            let key = Key(source: candidate.source, locale: locale)
            guard counts[key] != nil || counts.count < Glossary.maxTerms else { continue }
            counts[key, default: [:]][candidate.target, default: 0] += 1
        }
    }

    /// The terms, the most frequent first. The target is the most frequent translation, and the note has all with their numbers.
    ///
    /// - Parameter minimum: how often a term must occur.
    package func terms(minimum: Int) -> [Glossary.Term] {
        counts.map { key, targets in (key: key, targets: targets, count: targets.values.reduce(0, +)) }
            .filter { $0.count >= minimum }
            .sorted {
                ($1.count, $0.key.source, $0.key.locale ?? "") < ($0.count, $1.key.source, $1.key.locale ?? "")
            }
            .map { key, targets, count in
                let sorted = targets.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                var note = count == 1 ? "once" : "\(count) times"
                if sorted.count > 1 {
                    note +=
                        ": " + sorted.prefix(Self.maxTargets).map { "“\($0.key)” \($0.value)" }.joined(separator: ", ")
                    if sorted.count > Self.maxTargets { note += " and \(sorted.count - Self.maxTargets) more" }
                }
                return Glossary.Term(key.source, targets: [sorted[0].key], note: note, locale: key.locale)
            }
    }

    private static let maxTargets = 5
}
