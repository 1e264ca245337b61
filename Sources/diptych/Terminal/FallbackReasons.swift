import Reports
import SystemPackage
import Workspace

/// Why the revision that a page names could not be used, for pages that were judged in another way or not at all.
struct FallbackReasons {
    private var order: [String] = []
    private var pages: [String: (first: String, count: Int)] = [:]
    /// How many reasons are said.
    private static let maxReasons = 5

    mutating func add(_ reasons: [String], of page: FilePath) {
        guard let reason = reasons.first else { return }
        let known = pages[reason]
        if known == nil { order.append(reason) }
        pages[reason] = (known?.first ?? page.string, (known?.count ?? 0) + 1)
    }

    /// Whole sentences, without a full stop.
    var notes: [String] {
        var notes = order.prefix(Self.maxReasons).compactMap { reason in
            pages[reason].map { first, count in
                "\(reason): \(first)\(count > 1 ? " and \(CountText.counted(count - 1, "other page"))" : "")"
            }
        }
        let rest = order.count - notes.count
        if rest > 0 { notes.append("\(CountText.counted(rest, "more reason")) of this kind; --format json has all") }
        return notes
    }
}
