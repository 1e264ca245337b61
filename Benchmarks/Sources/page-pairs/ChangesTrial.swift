import Bitext
import Foundation
import MarkdownSyntax
import PagePairs
import Trials
import Workspace

/// Removes, adds and moves blocks on one side of pages at random, and counts how many of the other segments stay aligned,
/// and how many of the changes are reported.
struct ChangesTrial {
    enum Change: String, CaseIterable {
        case remove, add, move
    }

    struct Page {
        let path: String
        let texts: [[UInt8]]
        /// The bytes of each side's changeable blocks, whole lines.
        let blocks: [[Range<Int>]]
        /// Where a block can be added on each side.
        let places: [[Int]]
    }

    struct Counts {
        var others = 0
        /// The longest sequence of pairs in the same order, summed up, and how many of all pairs were found.
        var possible = 0
        var found = 0
        var kept = 0
        var changes = 0
        var reported = 0
        var unexpected = 0
    }

    private let folder: URL
    private let locale: String

    init(_ folder: URL, locale: String) {
        self.folder = folder
        self.locale = locale
    }

    func run(rounds: Int, showsFaults: Bool) throws {
        let root = folder.appendingPathComponent(locale)
        var pages: [Page] = []
        for path in pagePaths(in: root) {
            let source = folder.appendingPathComponent("en-US/\(path)")
            guard let source = try? Data(contentsOf: source) else { continue }
            let target = try Data(contentsOf: root.appendingPathComponent(path))
            pages.append(Self.page(path, [[UInt8](source), [UInt8](target)]))
        }
        var random = SplitMix64(seed: 18)
        for change in Change.allCases {
            for count in [1, 3, 10] {
                var counts = Counts()
                for _ in 0..<rounds {
                    for page in pages {
                        let side = Int.random(in: 0...1, using: &random)
                        guard page.blocks[side].count >= 3 * count else { continue }
                        let donor = pages[Int.random(in: pages.indices, using: &random)]
                        try trial(page, side, change, count, donor, &counts, &random, showsFaults: showsFaults)
                    }
                }
                print(
                    "\(locale) \(change.rawValue) \(count): \(percent(counts.kept, of: counts.others)) of \(counts.others) others kept, \(percent(counts.found, of: counts.possible)) of \(counts.possible) possible pairs found, "
                        + "\(percent(counts.reported, of: counts.changes)) of \(counts.changes) changes reported, "
                        + "\(counts.unexpected) unexpected")
            }
        }
    }

    private func read(_ page: Page, _ texts: [[UInt8]]) throws -> Bitext {
        try PagePairReader.withLexicons(sourceLocale: "en-US", targetLocale: locale).read(
            texts.map { InputFile(path: page.path, bytes: $0) })
    }

    // MARK: Pages

    private static func page(_ path: String, _ texts: [[UInt8]]) -> Page {
        var blocks: [[Range<Int>]] = []
        var places: [[Int]] = []
        for text in texts {
            let bitext = try? PagePairReader.withLexicons().read([
                InputFile(path: path, bytes: text), InputFile(path: path, bytes: text),
            ])
            let tree = MarkdownTree(parsing: text, from: bitext?.source.bodyStart ?? SideOffset(0))
            var own: [Range<Int>] = []
            var top: [Int] = []
            for id in tree.ids where !tree[id].isHTML {
                let node = tree[id]
                let isTop = tree.parent(of: id) == MarkdownTree.root
                switch node.kind {
                case .paragraph where isTop, .heading where isTop, .codeBlock where isTop: break
                case .item: break
                case .tableRow where !node.isHeader: break
                default: continue
                }
                let lines = Self.lines(node.range.values, text)
                guard !lines.isEmpty else { continue }
                own.append(lines)
                if isTop { top.append(lines.lowerBound) }
            }
            blocks.append(own)
            places.append(top)
        }
        return Page(path: path, texts: texts, blocks: blocks, places: places)
    }

    private static func lines(_ range: Range<Int>, _ text: [UInt8]) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, text[start - 1] != 0x0A { start -= 1 }
        while end < text.count, end == 0 || text[end - 1] != 0x0A { end += 1 }
        return start..<max(start, end)
    }

    private static func longestIncreasing(_ values: [Int]) -> Int {
        var ends: [Int] = []
        for value in values {
            let index = ends.firstIndex { $0 >= value } ?? ends.count
            if index == ends.count { ends.append(value) } else { ends[index] = value }
        }
        return ends.count
    }

    // MARK: One trial

    private func trial(
        _ page: Page, _ side: Int, _ change: Change, _ count: Int, _ donor: Page, _ counts: inout Counts,
        _ random: inout SplitMix64, showsFaults: Bool
    ) throws {
        let text = page.texts[side]
        var chosen: [Range<Int>] = []
        for block in page.blocks[side].shuffled(using: &random) where chosen.count < count {
            if !chosen.contains(where: { $0.overlaps(block) }) { chosen.append(block) }
        }
        chosen.sort { $0.lowerBound < $1.lowerBound }
        var insertions: [(place: Int, text: [UInt8])] = []
        if change != .remove {
            for block in chosen {
                let places = page.places[side].filter { place in !chosen.contains { $0.contains(place) } }
                guard let place = places.randomElement(using: &random) else { return }
                var inserted = Array(text[block])
                if change == .add {
                    guard let other = donor.blocks[side].randomElement(using: &random) else { return }
                    inserted = Array(donor.texts[side][other])
                }
                insertions.append((place, inserted))
            }
        }
        if change == .add { chosen = [] }
        insertions.sort { $0.place < $1.place }

        // The new text, and for each of its bytes the offset in the old text, or -1 if it was added.
        var changed: [UInt8] = []
        var origins: [Int] = []
        var next = 0
        for offset in 0...text.count {
            while next < insertions.count, insertions[next].place == offset {
                let added = [0x0A] + insertions[next].text + [0x0A, 0x0A]
                changed += added
                origins += [Int](repeating: -1, count: added.count)
                next += 1
            }
            guard offset < text.count, !chosen.contains(where: { $0.contains(offset) }) else { continue }
            changed.append(text[offset])
            origins.append(offset)
        }

        let before = try read(page, page.texts)
        var texts = page.texts
        texts[side] = changed
        let after = try read(page, texts)
        let changedSide: Side = side == 0 ? .source : .target
        var pairs: Set<[Int]> = []
        for segment in after.segments {
            guard var source = segment.source?.range.lowerBound.value,
                var target = segment.target?.range.lowerBound.value
            else { continue }
            if side == 0 { source = origins[source] } else { target = origins[target] }
            pairs.insert([source, target])
        }
        // A moved block can be aligned only instead of the blocks that it was moved over. What is possible is the longest
        // sequence of pairs that are in order on both sides.
        var places = [Int](repeating: -1, count: text.count)
        for (offset, origin) in origins.enumerated() where origin >= 0 { places[origin] = offset }
        if change == .move {
            var added = 0
            for insertion in insertions {
                guard let block = chosen.first(where: { Array(text[$0]) == insertion.text }) else { continue }
                // The place of the text that was inserted, from the number of bytes before it.
                let start =
                    insertion.place - chosen.reduce(0) { $1.upperBound <= insertion.place ? $0 + $1.count : $0 } + added
                    + 1
                for offset in block { places[offset] = start + offset - block.lowerBound }
                added += insertion.text.count + 3
            }
        }
        var truth: [(Int, Int)] = []
        for segment in before.segments {
            guard let source = segment.source?.range.lowerBound.value,
                let target = segment.target?.range.lowerBound.value
            else { continue }
            let pair = side == 0 ? (places[source], target) : (source, places[target])
            if pair.0 >= 0, pair.1 >= 0 { truth.append(pair) }
        }
        truth.sort { $0.0 < $1.0 }
        counts.possible += Self.longestIncreasing(truth.map(\.1))
        let plain = Set(
            after.segments.compactMap { segment -> [Int]? in
                guard let source = segment.source, let target = segment.target else { return nil }
                return [source.range.lowerBound.value, target.range.lowerBound.value]
            })
        counts.found += truth.count { plain.contains([$0.0, $0.1]) }

        // What has no pair after the change that had one before.
        var expected: [Range<Int>] = []
        var lost: [Segment] = []
        for segment in before.segments {
            guard let source = segment.source?.range, let target = segment.target?.range else { continue }
            let own = side == 0 ? source : target
            if chosen.contains(where: { $0.contains(own.lowerBound.value) }) {
                expected.append((side == 0 ? target : source).values)
                continue
            }
            counts.others += 1
            if pairs.contains([source.lowerBound.value, target.lowerBound.value]) {
                counts.kept += 1
            } else {
                lost.append(segment)
            }
        }
        if showsFaults, !lost.isEmpty {
            print("FAULT \(change) \(count) \(changedSide) \(page.path)")
            for block in chosen {
                print("   changed: \(String(decoding: text[block], as: UTF8.self).prefix(200).debugDescription)")
            }
            for block in insertions {
                print("   added: \(String(decoding: block.text, as: UTF8.self).prefix(200).debugDescription)")
            }
            for segment in lost.prefix(4) {
                let (source, target) = (
                    before.source.text(segment.source!.range), before[.target].text(segment.target!.range)
                )
                print("   lost: \(source.prefix(120)) ||| \(target.prefix(120))")
            }
            for block in after.unpairedBlocks {
                let range = block.side == .source ? block.source : block.target
                print(
                    "   reported: \(block.side) \(block.kind) \(after[block.side].text(range).prefix(100).debugDescription)"
                )
            }
        }
        // The unpaired blocks of the unchanged side must be the counterparts of what was removed.
        let reported = after.unpairedBlocks.filter { $0.side != changedSide }.map {
            (changedSide == .source ? $0.target : $0.source).values
        }
        let known = before.unpairedBlocks.filter { $0.side != changedSide }.map {
            (changedSide == .source ? $0.target : $0.source).values
        }
        if change != .add {
            counts.changes += expected.count
            for range in expected where reported.contains(where: { $0.contains(range.lowerBound) }) {
                counts.reported += 1
            }
            for range in reported
            where !known.contains(range) && !expected.contains(where: { range.contains($0.lowerBound) }) {
                // Code has no segment.
                let lines = String(decoding: page.texts[1 - side][range], as: UTF8.self)
                if !lines.contains("```") { counts.unexpected += 1 }
            }
        } else {
            let added = after.unpairedBlocks.filter { $0.side == changedSide }.map {
                (changedSide == .source ? $0.source : $0.target).values
            }
            counts.changes += insertions.count
            counts.reported += insertions.count - min(insertions.count, max(0, insertions.count - added.count))
            counts.unexpected += reported.count { !known.contains($0) }
        }
    }
}
