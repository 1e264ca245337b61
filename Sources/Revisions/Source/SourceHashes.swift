import Bitext

/// What a lock file remembers of a source page: a hash of each part that is translated, in the order of the page. Changes that
/// a translation need not follow change no hash.
package struct SourceHashes: Sendable, Equatable {
    /// Those of title and description, then those of the parts.
    package let values: [UInt64]

    package init(values: [UInt64]) { self.values = values }

    package init(of page: InputFile) throws(BitextReadingError) { values = try Reading(page).hashes }

    /// A page and its hashes.
    private struct Reading {
        let units: SourceUnits
        let head: FrontMatterTexts

        init(_ page: InputFile) throws(BitextReadingError) {
            units = try SourceUnits(page)
            head = FrontMatterTexts(units.side)
        }

        var hashes: [UInt64] { head.hashes + units.units.map(\.key) }
    }

    /// What a page has now that differs from these hashes. The old texts are not known. Places are those of the page:
    /// ``SourceChange/previous``, too.
    package func changes(to page: InputFile) throws(BitextReadingError) -> [SourceChange] {
        let reading = try Reading(page)
        let headCount = FrontMatterTexts.keys.count
        var changes: [SourceChange] = []
        for (index, key) in FrontMatterTexts.keys.enumerated() where index < values.count {
            let hash = reading.head.hashes[index]
            guard hash != values[index] else { continue }
            changes.append(
                SourceChange(
                    kind: values[index] == 0 ? .added : hash == 0 ? .removed : .changed, part: key.part,
                    newText: reading.head[key.part]))
        }
        var removed = 0
        var added: [Int] = []
        var previous: Range<Int>?
        let units = reading.units.units
        func end() {
            // In a place where as many parts went as came, they are the same ones.
            for (offset, index) in added.enumerated() {
                let unit = units[index]
                changes.append(
                    SourceChange(
                        kind: offset < removed ? .changed : .added, part: unit.part, new: unit.range,
                        previous: previous,
                        newText: reading.units.side.text(SideRange(unit.range)).collapsingBlanks()))
            }
            for _ in 0..<max(0, removed - added.count) {
                changes.append(
                    SourceChange(
                        kind: .removed, part: .paragraph, previous: added.last.map { units[$0].range } ?? previous))
            }
            (removed, added) = (0, [])
        }
        for step in UnitSequence.steps(Array(values.dropFirst(headCount)), units.map(\.key)) {
            switch step {
            case .removed: removed += 1
            case .added(let index): added.append(index)
            case .same(_, let index):
                end()
                previous = units[index].range
            }
        }
        end()
        return changes
    }
}
