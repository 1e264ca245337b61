import Alignment
import Bitext

/// Puts one fault at a time into pages, and counts what the scores make of them.
struct Experiment {
    enum Kind: String, CaseIterable {
        case wrong = "wrong content"
        case swapped = "swapped neighbours"
        case shifted = "shifted runs"
        case truncated = "truncated to half"
        case added = "a sentence added"
        case polarity = "polarity turned round"
    }

    let lexicon: Lexicon
    /// How far above the limit of a warning each untouched segment lies.
    private var untouched: [Float] = []
    /// The untouched segments that look worst, for reading.
    private var missed: [(kind: Kind, margin: Float, source: String, target: String, was: String)] = []
    private(set) var worst: [(margin: Float, fault: String, source: String, target: String)] = []
    private(set) var reversed: [(margin: Float, fault: String, source: String, target: String)] = []
    private var segments = 0
    /// How many untouched segments have a warning, and a warning or a note, by kind of fault.
    private var rules: [String: (warned: Int, noted: Int)] = [:]
    private var noted = 0
    private var warned = 0
    /// Faults found by severity: as a warning, and as a warning or a note.
    private var levels: [Kind: (warned: Int, noted: Int)] = [:]
    /// The same by fault: a fault of several segments is found where one of them is.
    private var whole: [Kind: (faults: Int, warned: Int, noted: Int)] = [:]
    /// The same of what was turned round, by the word and its opposite.
    private var words: [String: (faults: Int, warned: Int, noted: Int)] = [:]
    private var found: [Kind: [Float]] = [:]
    private var random = Random(state: 42)
    private var calibration = Calibration()
    private var elsewhere: [ArraySlice<UInt8>] = []

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    mutating func add(_ bytes: [UInt8], _ page: Page, _ locale: String) {
        let alignment = ContentAlignment(BilingualPage(page, path: "", locale: locale), lexicon)
        let scores = alignment.scores
        let reversals = Dictionary(uniqueKeysWithValues: alignment.reversals.map { ($0.segment, $0) })
        let messages = Dictionary(
            Checker(rules: RuleSet["polarity"].map { [.init($0)] }, lexicons: Lexicons([lexicon]))
                .check(BilingualPage(page, path: "", locale: locale)).map { ($0.segmentIndex ?? -1, $0.message) },
            uniquingKeysWith: { first, _ in first })
        for reversal in alignment.reversals {
            guard let source = page.segments[reversal.segment].source?.content,
                let target = page.segments[reversal.segment].target?.content
            else { continue }
            reversed.append((reversal.margin, messages[reversal.segment] ?? "", page.text(source), page.text(target)))
        }
        let plain = scores.indices.map { index in
            scores[index].map { max($0.margin, reversals[index]?.margin ?? -100) }
        }
        for (index, score) in scores.enumerated() {
            let level = max(score?.level ?? .none, reversals[index]?.level ?? .none)
            count(score, reversals[index])
            if level >= .note { noted += 1 }
            if level == .warning { warned += 1 }
            guard let score, score.margin > -3, let source = page.segments[index].source?.content,
                let target = page.segments[index].target?.content
            else { continue }
            worst.append((score.margin, "\(score.fault)", page.text(source), page.text(target)))
        }
        segments += page.segments.count
        untouched += plain.compactMap { $0 }
        calibration.untouched += scores.compactMap { $0?.probability }
        // Each kind in a few segments of each page, far from one another.
        for kind in Kind.allCases {
            var eligible = page.segments.indices.filter {
                words(page, $0, .source) >= 6 && words(page, $0, .target) >= 4 && plain[$0] != nil
            }
            if kind == .polarity {
                eligible = eligible.filter {
                    page.segments[$0].source.map { Self.turned(page.bytes[$0.content]) != nil } ?? false
                }
            }
            guard eligible.count >= (kind == .polarity ? 1 : 3) else { continue }
            for _ in 0..<min(3, eligible.count / 3 + 1) {
                let place = Int(random.next() % UInt64(eligible.count))
                inject(kind, eligible, place, page, locale)
            }
        }
        for index in page.segments.indices where words(page, index, .target) >= 6 {
            guard let content = page.segments[index].target?.content else { continue }
            if elsewhere.count < 500 {
                elsewhere.append(page.bytes[content])
            } else {
                elsewhere[Int(random.next() % 500)] = page.bytes[content]
            }
        }
    }

    /// Counts which rules speak of an untouched segment.
    private mutating func count(_ score: ContentAlignment.Score?, _ reversal: ContentAlignment.Reversal?) {
        if let score, score.level > .none {
            var name = "\(score.fault)"
            if case .neighbour = score.fault { name = "neighbour" }
            rules[name, default: (0, 0)].noted += 1
            rules[name, default: (0, 0)].warned += score.level == .warning ? 1 : 0
        }
        if let reversal {
            rules["polarity", default: (0, 0)].noted += 1
            rules["polarity", default: (0, 0)].warned += reversal.level == .warning ? 1 : 0
        }
    }

    private mutating func inject(_ kind: Kind, _ eligible: [Int], _ place: Int, _ page: Page, _ locale: String) {
        let index = eligible[place]
        guard let own = page.segments[index].target?.content else { return }
        var edits: [(Range<Int>, [UInt8])] = []
        var judged = [index]
        var word: String?
        switch kind {
        case .wrong:
            guard let other = elsewhere.randomElement(using: &random) else { return }
            edits = [(own, Array(other))]
        case .swapped:
            guard place + 1 < eligible.count, let next = page.segments[eligible[place + 1]].target?.content else {
                return
            }
            guard page.bytes[own] != page.bytes[next] else { return }
            edits = [(own, Array(page.bytes[next])), (next, Array(page.bytes[own]))]
            judged.append(eligible[place + 1])
        case .shifted:
            guard place + 4 < eligible.count else { return }
            judged = (0..<4).map { eligible[place + $0] }
            for offset in 0..<4 {
                guard let to = page.segments[eligible[place + offset]].target?.content,
                    let from = page.segments[eligible[place + (offset + 1)]].target?.content
                else { return }
                edits.append((to, Array(page.bytes[from])))
            }
        case .truncated:
            let text = page.bytes[own]
            let blanks = text.indices.filter { text[$0] == 0x20 }
            // Languages without blanks are cut at a character.
            var cut = text.startIndex + text.count / 2
            if blanks.count > 4 { cut = blanks[blanks.count / 2] }
            while cut < text.endIndex, text[cut] & 0xC0 == 0x80 { cut += 1 }
            edits = [(own, Array(text[..<cut]))]
        case .polarity:
            // The source is turned round, so that no dictionary of the target is needed.
            guard let source = page.segments[index].source?.content, let turned = Self.turned(page.bytes[source]) else {
                return
            }
            edits = [(source, turned.bytes)]
            word = turned.word
        case .added:
            guard let other = eligible.filter({ $0 != index }).randomElement(using: &random),
                let content = page.segments[other].target?.content
            else { return }
            edits = [(own, Array(page.bytes[own]) + [0x20] + Array(page.bytes[content]))]
        }
        var bytes = page.bytes
        for (range, replacement) in edits.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
            bytes.replaceSubrange(range, with: replacement)
        }
        guard let changed = try? Page(bytes), changed.segments.count == page.segments.count else { return }
        let alignment = ContentAlignment(BilingualPage(changed, path: "", locale: locale), lexicon)
        var gravest = ContentAlignment.Score.Level.none
        for index in judged {
            let reversal = alignment.reversals.first { $0.segment == index }
            let level = max(alignment.scores[index]?.level ?? .none, reversal?.level ?? .none)
            let margin = max(alignment.scores[index]?.margin ?? -100, reversal?.margin ?? -100)
            gravest = max(gravest, level)
            if kind == .wrong || kind == .truncated || kind == .added, let score = alignment.scores[index] {
                calibration.spoiled.append(score.probability)
            }
            found[kind, default: []].append(margin)
            levels[kind, default: (0, 0)].warned += level == .warning ? 1 : 0
            levels[kind, default: (0, 0)].noted += level >= .note ? 1 : 0
            guard let source = changed.segments[index].source?.content,
                let target = changed.segments[index].target?.content
            else { continue }
            missed.append(
                (
                    kind, level == .warning ? 0 : min(-0.01, margin), changed.text(source), changed.text(target),
                    page.text(own)
                ))
        }
        if let word {
            words[word, default: (0, 0, 0)].faults += 1
            words[word, default: (0, 0, 0)].warned += gravest == .warning ? 1 : 0
            words[word, default: (0, 0, 0)].noted += gravest >= .note ? 1 : 0
        }
        whole[kind, default: (0, 0, 0)].faults += 1
        whole[kind, default: (0, 0, 0)].warned += gravest == .warning ? 1 : 0
        whole[kind, default: (0, 0, 0)].noted += gravest >= .note ? 1 : 0
    }

    /// A text with one word turned into its opposite, or nil where it has none, several, or a negation.
    private static func turned(_ text: ArraySlice<UInt8>) -> (bytes: [UInt8], word: String)? {
        let words = [
            ("enable", "disable"), ("allow", "block"), ("enabled", "disabled"), ("allowed", "blocked"),
            ("show", "hide"),
            ("start", "stop"), ("add", "remove"), ("before", "after"), ("include", "exclude"), ("must", "must not"),
            ("can", "cannot"), ("turn on", "turn off"), ("turned on", "turned off"), ("allows", "blocks"),
            ("always", "never"), ("true", "false"), ("add", "remove"), ("connect", "disconnect"),
            ("install", "uninstall"),
        ]
        let string = String(decoding: text, as: UTF8.self)
        let lower = string.lowercased()
        guard !lower.contains("not"), !lower.contains("n't"), !lower.contains("n’t") else { return nil }
        var found: [(Range<String.Index>, String)] = []
        for (one, other) in words {
            for (word, opposite) in [(one, other), (other, one)] {
                var start = lower.startIndex
                while let range = lower[start...].firstRange(of: word) {
                    start = range.upperBound
                    let before =
                        range.lowerBound == lower.startIndex ? " " : lower[lower.index(before: range.lowerBound)]
                    let after = range.upperBound == lower.endIndex ? " " : lower[range.upperBound]
                    if !before.isLetter, !after.isLetter, before != "-", after != "-", before != "/", before != "`",
                        // `?raw=true` is part of an address.
                        before != "="
                    {
                        found.append((range, opposite))
                    }
                }
            }
        }
        guard found.count == 1, let (range, opposite) = found.first, lower.count == string.count else { return nil }
        return (
            Array((string[..<range.lowerBound] + opposite + string[range.upperBound...]).utf8),
            "\(lower[range]) → \(opposite)"
        )
    }

    private func words(_ page: Page, _ index: Int, _ side: Side) -> Int {
        guard let content = page.segments[index][side]?.content else { return 0 }
        let text = page.bytes[content]
        let count = text.split(separator: 0x20).count
        return side == .target && count < 4 ? text.count / 9 : count
    }

    /// Prints the untouched segments that look worst.
    func printWorst(_ count: Int) {
        for pair in worst.sorted(by: { $0.margin > $1.margin }).prefix(count)
            + reversed.sorted(by: { $0.margin > $1.margin }).prefix(count)
        {
            print("\(pair.margin) \(pair.fault)\n  S: \(pair.source.prefix(300))\n  T: \(pair.target.prefix(300))")
        }
    }

    /// Prints faults that were not found at the limit of a warning.
    func printMissed(_ name: String, _ count: Int) {
        for pair in missed.lazy.filter({ $0.kind.rawValue.hasPrefix(name) && $0.margin < 0 }).prefix(count) {
            print(
                "\(pair.kind) \(pair.margin)\n  S: \(pair.source.prefix(200))\n  T: \(pair.target.prefix(200))\n  was: \(pair.was.prefix(200))"
            )
        }
    }

    func printTable() {
        let sorted = untouched.sorted(by: >)
        print(
            "\(segments) segments, \(untouched.count) judged; of 10,000 untouched segments, \(warned * 10000 / max(1, segments)) have a warning, \(noted * 10000 / max(1, segments)) a warning or a note"
        )
        print(
            "by rule: "
                + rules.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.warned), \($0.value.noted)" }
                .joined(separator: "; "))
        let shares = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05]
        print("flagged".padded(22) + shares.map { "\($0 * 100)%".padded(8) }.joined())
        for kind in Kind.allCases {
            let odds = found[kind] ?? []
            var line = "\(kind.rawValue) (\(odds.count))".padded(28)
            for share in shares {
                let limit = sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(segments)))]
                let recall = Double(odds.count { $0 > limit }) / Double(max(1, odds.count))
                line += "\(Int((recall * 1000).rounded()))".padded(8)
            }
            let level = levels[kind] ?? (0, 0)
            line +=
                "as warning \(level.warned * 1000 / max(1, odds.count)), with notes \(level.noted * 1000 / max(1, odds.count))"
            if let whole = whole[kind], whole.faults != odds.count {
                line +=
                    "; by fault \(whole.warned * 1000 / max(1, whole.faults)), \(whole.noted * 1000 / max(1, whole.faults))"
            }
            print(line)
        }
        calibration.print()
        for (word, count) in words.sorted(by: { ($0.value.faults, $1.key) > ($1.value.faults, $0.key) }) {
            print(
                "  \(word)".padded(28)
                    + "\(count.faults), as warning \(count.warned * 1000 / count.faults), with notes \(count.noted * 1000 / count.faults)"
            )
        }
    }
}

extension String {
    fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}

/// SplitMix64.
struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
