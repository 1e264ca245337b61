import Bitext
import Checklists
import PageDocuments

/// The items of the lists of a page by their places.
struct ItemPlaces {
    private var items: [(range: Range<Int>, item: PageStatus.Item)] = []

    init(_ document: PageDocument) {
        for checklist in document.checklists { add(checklist.items, isStep: checklist.kind == .procedure) }
        items.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
    }

    /// Nesting is bounded by the parser's own limit, so this may recurse.
    private mutating func add(_ list: [Item], isStep: Bool) {
        for item in list {
            if let range = item.location?.range.values {
                items.append((range, PageStatus.Item(id: item.id, marker: item.marker, isStep: isStep)))
            }
            add(item.items, isStep: isStep)
        }
    }

    /// The innermost item around an offset.
    func item(at offset: Int) -> PageStatus.Item? {
        let low = items.partitioningIndex { $0.range.lowerBound > offset }
        // Of those that begin before it, the last one that is not over yet. Lists are not nested deeper than this.
        return items[max(0, low - 256)..<low].last { $0.range.contains(offset) }?.item
    }
}
