import Checks
import Workspace

/// The faults that are all over the pages: many places, one cause.
struct SystematicFaults: Equatable {
    private struct Count: Equatable {
        /// The message of the first place.
        let message: String
        var places = 0
        var pages = 0
        /// Whether `--fix` repairs each place, or `--fix --unsafe` does.
        var isFixable = true
        var isSafe = true
    }

    /// A fault is systematic from so many places and pages on.
    private static let (leastPlaces, leastPages) = (10, 3)
    /// How many are named.
    private static let limit = 5
    /// How many kinds of fault are counted; later ones are not.
    private static let maxShapes = 100_000

    private var counts: [FaultShape: Count] = [:]

    /// Counts the findings of a page.
    mutating func add(_ findings: [Finding]) {
        var ofPage: Set<FaultShape> = []
        for finding in findings {
            guard let shape = FaultShape(finding), counts.count < Self.maxShapes || counts[shape] != nil else {
                continue
            }
            var count = counts[shape] ?? Count(message: finding.message)
            count.places += max(1, finding.places.count)
            if ofPage.insert(shape).inserted { count.pages += 1 }
            let fixes = finding.places.isEmpty ? [finding.fix] : finding.places.map(\.fix)
            count.isFixable = count.isFixable && fixes.allSatisfy { $0 != nil }
            count.isSafe = count.isSafe && fixes.allSatisfy { $0?.isSafe ?? false }
            counts[shape] = count
        }
    }

    /// The most frequent ones, a line each.
    var lines: [String] {
        counts.filter { $0.value.places >= Self.leastPlaces && $0.value.pages >= Self.leastPages }
            .sorted {
                ($1.value.places, $0.key.rule, $0.value.message) < ($0.value.places, $1.key.rule, $1.value.message)
            }
            .prefix(Self.limit)
            .map { shape, count in
                let places = "\(CountText.counted(count.places, "place")) on \(CountText.counted(count.pages, "page"))"
                let mends = count.isSafe ? "; --fix mends them" : count.isFixable ? "; --fix --unsafe mends them" : ""
                return "\(shape.rule): \(places), such as: \(count.message)\(mends)"
            }
    }
}

extension Finding {
    /// The message, with the number of places of a fault that repeats.
    var countedMessage: String {
        places.isEmpty ? message : "\(message) (\(CountText.counted(places.count, "place")) on this page)"
    }
}
