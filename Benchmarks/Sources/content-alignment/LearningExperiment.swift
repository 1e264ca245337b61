import Bitext
import ParsedBitext
import TranslationModel
import Trials

/// Learns a lexicon from pages that have faults already, as `check --learn` does, and looks for these faults.
struct LearningExperiment {
    /// One segment of so many is made wrong.
    private static let share = 100

    private let locale: String
    private let pages: [Bitext]
    private var segments = 0
    private var untouched: [ContentAlignment.Score.Level: Int] = [:]
    private var faults: [FaultMaker.Kind: (count: Int, warned: Int, noted: Int)] = [:]

    /// The lexicon for all languages.
    private let general: Lexicon?

    init(_ pages: [Bitext], _ locale: String, general: Lexicon?) {
        self.general = general
        self.pages = pages
        self.locale = locale
    }

    /// Spoils, learns and checks.
    ///
    /// - Parameter rounds: how often, each time with other faults; a small corpus has room for few.
    mutating func run(rounds: Int) throws {
        var maker = FaultMaker()
        for page in pages { maker.remember(page) }
        for _ in 0..<rounds { try round(&maker) }
    }

    private mutating func round(_ maker: inout FaultMaker) throws {
        var spoiled: [(page: TokenizedBitext, faults: [Int: (kind: FaultMaker.Kind, fault: Int)])] = []
        for page in pages {
            var edits: [(range: Range<Int>, replacement: [UInt8])] = []
            var wrong: [Int: (kind: FaultMaker.Kind, fault: Int)] = [:]
            for fault in 0..<page.segments.count where maker.pick(below: Self.share) == 0 {
                let kind = FaultMaker.Kind.allCases[maker.pick(below: FaultMaker.Kind.allCases.count)]
                let eligible = FaultMaker.eligible(kind, page)
                guard !eligible.isEmpty,
                    let made = maker.fault(kind, eligible, maker.pick(below: eligible.count), page),
                    made.segments.allSatisfy({ wrong[$0] == nil }),
                    FaultMaker.apply(edits + made.edits, to: page) != nil
                else { continue }
                edits += made.edits
                for segment in made.segments { wrong[segment] = (kind, fault) }
            }
            let changed = FaultMaker.apply(edits, to: page) ?? page
            spoiled.append((changed.tokenized(locale: locale), wrong))
        }
        var trainer = LexiconTrainer(locale: locale)
        for page in spoiled { trainer.read(page.page) }
        trainer.learnWords()
        for page in spoiled { trainer.sample(page.page) }
        let lexicon = try Lexicon(trainer.finish())
        for (page, wrong) in spoiled { count(ContentAlignment(page, lexicon, helpedBy: general), wrong) }
    }

    private mutating func count(_ content: ContentAlignment, _ wrong: [Int: (kind: FaultMaker.Kind, fault: Int)]) {
        var levels = content.scores.map { $0?.level ?? .none }
        for reversal in content.reversals { levels[reversal.segment] = max(levels[reversal.segment], reversal.level) }
        var gravest: [Int: (kind: FaultMaker.Kind, level: ContentAlignment.Score.Level)] = [:]
        for (segment, level) in levels.enumerated() {
            if let fault = wrong[segment] {
                gravest[fault.fault] = (fault.kind, max(level, gravest[fault.fault]?.level ?? .none))
            } else {
                segments += 1
                untouched[level, default: 0] += 1
            }
        }
        for (kind, level) in gravest.values {
            faults[kind, default: (0, 0, 0)].count += 1
            faults[kind, default: (0, 0, 0)].warned += level == .warning ? 1 : 0
            faults[kind, default: (0, 0, 0)].noted += level >= .note ? 1 : 0
        }
    }

    func printTable() {
        let (warned, noted) = (untouched[.warning] ?? 0, untouched[.note] ?? 0)
        print(
            "\(segments) untouched segments; of 10,000, \(warned * 10_000 / max(1, segments)) have a warning, \((warned + noted) * 10_000 / max(1, segments)) a warning or a note"
        )
        for kind in FaultMaker.Kind.allCases {
            let found = faults[kind] ?? (0, 0, 0)
            print(
                "\(kind.rawValue) (\(found.count)): as warning \(found.warned * 1000 / max(1, found.count)), with notes \(found.noted * 1000 / max(1, found.count))"
            )
        }
    }
}
