import Bitext
import PagePairs

/// What changed from one revision of a source page to another, as far as a translation must follow.
package struct SourceDiff {
    /// In the order of the new revision; what was removed is where it was.
    package private(set) var changes: [SourceChange] = []

    private let old: SourceUnits
    private let new: SourceUnits
    private let bitext: Bitext
    /// The unit of the other revision that each unit is.
    private var newOfOld: [Int?]
    private var oldOfNew: [Int?]
    /// Units without a counterpart and those with another text.
    private var isOldDirty: [Bool]
    private var isNewDirty: [Bool]
    /// The units that the alignment of the pages pairs.
    private var partners: [Int?]
    /// What one revision has as a whole and the other lacks, in the order of that revision.
    private let unpaired: (old: [UnpairedBlock], new: [UnpairedBlock])

    /// - Complexity: nearly linear; parts of more than a thousand different words are compared as wholes.
    package init(old oldPage: InputFile, new newPage: InputFile) throws(BitextReadingError) {
        bitext = try PagePairReader().read([oldPage, newPage])
        // The alignment can make one segment of two sentences; by itself, each page has its own.
        old = try SourceUnits(oldPage)
        new = try SourceUnits(newPage)
        newOfOld = Array(repeating: nil, count: old.units.count)
        oldOfNew = Array(repeating: nil, count: new.units.count)
        isOldDirty = Array(repeating: false, count: old.units.count)
        isNewDirty = Array(repeating: false, count: new.units.count)
        partners = Array(repeating: nil, count: old.units.count)
        unpaired = (
            bitext.unpairedBlocks.filter { $0.side == .source }, bitext.unpairedBlocks.filter { $0.side == .target }
        )
        findPartners()
        compareAll()
        changes =
            FrontMatterTexts.changes(from: FrontMatterTexts(old.side), to: FrontMatterTexts(new.side))
            + unitChanges()
    }

    // MARK: Comparing

    private mutating func findPartners() {
        let olds = Dictionary(
            old.units.enumerated().map { ($1.range.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
        let news = Dictionary(
            new.units.enumerated().map { ($1.range.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
        var last = -1
        for segment in bitext.segments {
            guard let source = segment.source.flatMap({ olds[$0.range.lowerBound.value] }),
                let target = segment.target.flatMap({ news[$0.range.lowerBound.value] }), target > last
            else { continue }
            partners[source] = target
            last = target
        }
    }

    /// Compares what is between units that are the same in both revisions.
    private mutating func compareAll() {
        var (oldStart, newStart) = (0, 0)
        for index in old.units.indices {
            guard let partner = partners[index], partner >= newStart, old.units[index].key == new.units[partner].key
            else {
                continue
            }
            compareGap(oldStart..<index, newStart..<partner)
            match(index, partner)
            (oldStart, newStart) = (index + 1, partner + 1)
        }
        compareGap(oldStart..<old.units.count, newStart..<new.units.count)
    }

    private mutating func match(_ oldIndex: Int, _ newIndex: Int) {
        newOfOld[oldIndex] = newIndex
        oldOfNew[newIndex] = oldIndex
    }

    private mutating func compareGap(_ olds: Range<Int>, _ news: Range<Int>) {
        guard !olds.isEmpty || !news.isEmpty else { return }
        var removed: [Int] = []
        var added: [Int] = []
        for step in UnitSequence.steps(olds.map { old.units[$0].key }, news.map { new.units[$0].key }) {
            switch step {
            case .removed(let index): removed.append(olds.lowerBound + index)
            case .added(let index): added.append(news.lowerBound + index)
            case .same(let oldIndex, let newIndex):
                compareDifferent(removed, added)
                match(olds.lowerBound + oldIndex, news.lowerBound + newIndex)
                (removed, added) = ([], [])
            }
        }
        compareDifferent(removed, added)
    }

    /// Compares units of which none is the same.
    private mutating func compareDifferent(_ olds: [Int], _ news: [Int]) {
        guard !olds.isEmpty || !news.isEmpty else { return }
        for index in olds { isOldDirty[index] = true }
        for index in news { isNewDirty[index] = true }
        guard !olds.isEmpty, !news.isEmpty else { return }
        pairBlocks(olds, news, of: .code)
        pairBlocks(olds, news, of: .markup)
        let oldTexts = olds.filter { !old.units[$0].part.isBlock }
        let newTexts = news.filter { !new.units[$0].part.isBlock }
        guard !oldTexts.isEmpty, !newTexts.isEmpty else { return }
        var words = WordComparison(old, oldTexts, new, newTexts)
        words.compare()
        for (index, isSame) in zip(oldTexts, words.isOldSame) where isSame { isOldDirty[index] = false }
        for (index, isSame) in zip(newTexts, words.isNewSame) where isSame { isNewDirty[index] = false }
        for (oldIndex, newIndex) in words.pairs { match(oldIndex, newIndex) }
        // What the words do not show, the places of the units do.
        let candidates = Set(newTexts)
        for index in oldTexts where isOldDirty[index] && newOfOld[index] == nil {
            guard let partner = partners[index], candidates.contains(partner), oldOfNew[partner] == nil,
                isNewDirty[partner],
                old.units[index].part == new.units[partner].part
            else { continue }
            match(index, partner)
        }
    }

    /// Pairs blocks of code, or of markup, in order, those that are alike if there are not as many on both sides.
    private mutating func pairBlocks(_ olds: [Int], _ news: [Int], of part: SourceChange.Part) {
        let olds = olds.filter { old.units[$0].part == part }
        var news = news.filter { new.units[$0].part == part }[...]
        for (offset, index) in olds.enumerated() {
            if olds.count - offset == news.count, let first = news.first {
                match(index, first)
                news.removeFirst()
            } else if let alike = news.prefix(16).firstIndex(where: { areAlike(index, $0) }) {
                match(index, news[alike])
                news = news[(alike + 1)...]
            }
        }
    }

    private func areAlike(_ oldIndex: Int, _ newIndex: Int) -> Bool {
        func lines(_ units: SourceUnits, _ index: Int) -> Set<Substring> {
            Set(units.tokens[units.units[index].tokens.lowerBound].text.split(separator: "\n"))
        }
        let (left, right) = (lines(old, oldIndex), lines(new, newIndex))
        return 2 * left.intersection(right).count >= max(1, min(left.count, right.count))
    }

    // MARK: Changes

    private func unitChanges() -> [SourceChange] {
        let moved = movedUnits()
        var changes: [(order: Int, change: SourceChange)] = []
        // Removed units follow those that they followed before.
        var lastMatch = -1
        var index = 0
        while index < old.units.count {
            if let match = newOfOld[index] { lastMatch = max(lastMatch, match) }
            if isOldDirty[index], newOfOld[index] == nil, !moved.olds.contains(index) {
                let group = group(index, .source) { isOldDirty[$0] && newOfOld[$0] == nil && !moved.olds.contains($0) }
                changes.append((2 * lastMatch + 2, removal(group)))
                index = group.end
            } else {
                index += 1
            }
        }
        var previous: Range<Int>?
        index = 0
        while index < new.units.count {
            if let match = oldOfNew[index] {
                previous = old.units[match].range
                if isNewDirty[index] || isOldDirty[match] {
                    changes.append((2 * index + 1, change(.changed, match..<match + 1, index..<index + 1)))
                }
                index += 1
            } else if let match = moved.news[index] {
                guard let match else {
                    index += 1
                    continue
                }
                // What moved together is one change.
                var count = 1
                while index + count < new.units.count, moved.news[index + count] == .some(match + count) { count += 1 }
                changes.append((2 * index + 1, change(.moved, match..<match + count, index..<index + count)))
                index += count
            } else if isNewDirty[index] {
                let group = group(index, .target) {
                    isNewDirty[$0] && oldOfNew[$0] == nil && moved.news[$0] == nil
                }
                changes.append((2 * index + 1, addition(group, after: previous)))
                index = group.end
            } else {
                index += 1
            }
        }
        return changes.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
            .map(\.element.change)
    }

    /// Units that came or went together.
    private struct Group {
        let start: Int
        let end: Int
        let part: SourceChange.Part
        let range: Range<Int>
    }

    /// The units from one on that are a block which one revision has and the other lacks, or this unit alone.
    private func group(_ start: Int, _ side: Side, where isOne: (Int) -> Bool) -> Group {
        let units = side == .source ? old.units : new.units
        let unit = units[start]
        if let (block, range) = unpairedBlock(at: unit.range.lowerBound, side) {
            var end = start + 1
            while end < units.count, isOne(end), range.contains(units[end].range.lowerBound) { end += 1 }
            let isWhole =
                (start == 0 || !range.contains(units[start - 1].range.lowerBound))
                && (end == units.count || !range.contains(units[end].range.lowerBound))
            if isWhole {
                let part = SourceChange.Part(rawValue: block.kind.rawValue) ?? unit.part
                return Group(start: start, end: end, part: part, range: range)
            }
        }
        return Group(start: start, end: start + 1, part: unit.part, range: unit.range)
    }

    /// The block around an offset that the other revision lacks. O(log blocks).
    private func unpairedBlock(at offset: Int, _ side: Side) -> (block: UnpairedBlock, range: Range<Int>)? {
        let blocks = side == .source ? unpaired.old : unpaired.new
        func range(_ block: UnpairedBlock) -> Range<Int> { (side == .source ? block.source : block.target).values }
        let next = blocks.partitioningIndex { range($0).lowerBound > offset }
        guard next > 0, range(blocks[next - 1]).contains(offset) else { return nil }
        return (blocks[next - 1], range(blocks[next - 1]))
    }

    private func removal(_ group: Group) -> SourceChange {
        SourceChange(
            kind: .removed, part: group.part, old: group.range, oldText: text(group.range, .source))
    }

    private func addition(_ group: Group, after previous: Range<Int>?) -> SourceChange {
        SourceChange(
            kind: .added, part: group.part, new: group.range, previous: previous, newText: text(group.range, .target))
    }

    private func change(_ kind: SourceChange.Kind, _ olds: Range<Int>, _ news: Range<Int>) -> SourceChange {
        func range(_ units: ArraySlice<SourceUnits.Unit>) -> Range<Int> {
            let lower = units.first?.range.lowerBound ?? 0
            return lower..<max(lower, units.last?.range.upperBound ?? 0)
        }
        let (old, new) = (range(old.units[olds]), range(new.units[news]))
        return SourceChange(
            kind: kind, part: self.new.units[news.lowerBound].part, old: old, new: new, oldText: text(old, .source),
            newText: text(new, .target))
    }

    private func text(_ range: Range<Int>, _ side: Side) -> String {
        bitext[side].text(SideRange(range)).collapsingBlanks()
    }

    /// Units that are at another place in the new revision. For rows and items of lists without numbers, order does not
    /// matter: these are nil.
    private func movedUnits() -> (olds: Set<Int>, news: [Int: Int?]) {
        var places: [UInt64: [Int]] = [:]
        for index in old.units.indices.reversed() where isOldDirty[index] && newOfOld[index] == nil {
            places[old.units[index].key, default: []].append(index)
        }
        guard !places.isEmpty else { return ([], [:]) }
        var olds: Set<Int> = []
        var news: [Int: Int?] = [:]
        for index in new.units.indices where isNewDirty[index] && oldOfNew[index] == nil {
            let unit = new.units[index]
            guard let match = places[unit.key]?.popLast() else { continue }
            olds.insert(match)
            news.updateValue(
                unit.part == .row || unit.part == .item || unit.part == .markup ? nil : match, forKey: index)
        }
        return (olds, news)
    }
}

extension SourceChange.Part {
    /// Whether it has no words to compare one by one.
    fileprivate var isBlock: Bool { self == .code || self == .markup }
}
