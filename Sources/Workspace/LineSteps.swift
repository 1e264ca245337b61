import Bitext
import Revisions

/// The steps from one text to another, line by line.
///
/// Lines that each text has once divide the texts (the "patience" way), so that pages of any length are compared, and not
/// only those that ``SequenceDiff`` has memory for.
struct LineSteps {
    private(set) var steps: [SequenceDiff.Step] = []

    init(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) {
        // Numbers in place of lines are quick to compare.
        var numbers: [ArraySlice<UInt8>: Int] = [:]
        func number(_ line: ArraySlice<UInt8>) -> Int {
            if let known = numbers[line] { return known }
            numbers[line] = numbers.count
            return numbers.count - 1
        }
        let (left, right) = (old.map(number), new.map(number))
        var (i, j) = (0, 0)
        for anchor in Self.anchors(left, right) {
            add(left, right, i..<anchor.old, j..<anchor.new)
            steps.append(.same(old: anchor.old, new: anchor.new))
            (i, j) = (anchor.old + 1, anchor.new + 1)
        }
        add(left, right, i..<left.count, j..<right.count)
    }

    private mutating func add(_ old: [Int], _ new: [Int], _ olds: Range<Int>, _ news: Range<Int>) {
        for step in SequenceDiff.steps(Array(old[olds]), Array(new[news])) {
            switch step {
            case .same(let i, let j): steps.append(.same(old: i + olds.lowerBound, new: j + news.lowerBound))
            case .removed(let i): steps.append(.removed(old: i + olds.lowerBound))
            case .added(let j): steps.append(.added(new: j + news.lowerBound))
            }
        }
    }

    /// The longest row of lines that each text has once, in the order of both. O(n log n).
    private static func anchors(_ old: [Int], _ new: [Int]) -> [(old: Int, new: Int)] {
        let places = uniquePlaces(new)
        let common = uniquePlaces(old).compactMap { line, place in places[line].map { (old: place, new: $0) } }
            .sorted { $0.old < $1.old }
        // The smallest end of a row of each length, and the line before each line in its row.
        var ends: [Int] = []
        var before = [Int?](repeating: nil, count: common.count)
        for (index, line) in common.enumerated() {
            let length = ends.partitioningIndex { common[$0].new > line.new }
            before[index] = length > 0 ? ends[length - 1] : nil
            if length == ends.count { ends.append(index) } else { ends[length] = index }
        }
        var row: [(old: Int, new: Int)] = []
        var next = ends.last
        while let index = next {
            row.append(common[index])
            next = before[index]
        }
        return row.reversed()
    }

    /// Where the lines are that a text has once.
    private static func uniquePlaces(_ lines: [Int]) -> [Int: Int] {
        var places: [Int: Int] = [:]
        var repeated: Set<Int> = []
        for (place, line) in lines.enumerated() {
            if places.updateValue(place, forKey: line) != nil { repeated.insert(line) }
        }
        return places.filter { !repeated.contains($0.key) }
    }
}
