import Bitext
import Checks
import TranslationModel
import Trials

/// Puts one fault at a time into pages, and counts what the scores make of them.
struct Experiment {
    typealias Kind = FaultMaker.Kind

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
    private var maker = FaultMaker()
    private var calibration = Calibration()

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    mutating func add(_ bytes: [UInt8], _ page: Bitext, _ locale: String) {
        let alignment = ContentAlignment(page.tokenized(locale: locale), lexicon)
        let scores = alignment.scores
        let reversals = Dictionary(uniqueKeysWithValues: alignment.reversals.map { ($0.segment, $0) })
        let messages = Dictionary(
            Checker(rules: RuleSet.rule("polarity").map { [$0] }, lexicons: Lexicons([lexicon]))
                .check(page.tokenized(locale: locale)).map { ($0.segmentIndex ?? -1, $0.message) },
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
            let eligible = FaultMaker.eligible(kind, page).filter { plain[$0] != nil }
            guard eligible.count >= (kind == .polarity || kind == .negated ? 1 : 3) else { continue }
            for _ in 0..<min(3, eligible.count / 3 + 1) {
                inject(kind, eligible, maker.pick(below: eligible.count), page, locale)
            }
        }
        maker.remember(page)
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

    private mutating func inject(_ kind: Kind, _ eligible: [Int], _ place: Int, _ page: Bitext, _ locale: String) {
        guard let fault = maker.fault(kind, eligible, place, page),
            let changed = FaultMaker.apply(fault.edits, to: page),
            let own = page.segments[eligible[place]].target?.content
        else { return }
        let (judged, word) = (fault.segments, fault.word)
        let alignment = ContentAlignment(changed.tokenized(locale: locale), lexicon)
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
