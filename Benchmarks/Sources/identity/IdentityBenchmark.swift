import Checklists
import PageDocuments
import Revisions
import Trials
import Workspace

/// Edits items of real pages as authors do, and counts how many of them the next revision's matching finds again.
///
///     identity FOLDER [SEED]
///
/// One edit a trial: a page, one of its items, one kind of edit. The texts that come in are taken from other pages of the
/// folder, so that they are what stands there too.
@main
struct IdentityBenchmark {
    static func main() {
        guard CommandLine.arguments.count > 1 else {
            print("usage: identity FOLDER [SEED]")
            return
        }
        var random = SplitMix64(seed: CommandLine.arguments.dropFirst(2).first.flatMap { UInt64($0) } ?? 1)
        let pages = PageFinder([CommandLine.arguments[1]]).pages.compactMap { found -> PageRevision? in
            guard let bytes = try? found.read(), let document = try? PageDocument(bytes, path: found.name.string) else {
                return nil
            }
            return document.itemCount > 0 ? PageRevision(document) : nil
        }
        let texts = Texts(pages)
        guard !texts.isEmpty else {
            print("no items below this folder")
            return
        }
        var scores = [Score](repeating: Score(), count: Edit.allCases.count)
        for page in pages {
            for (index, edit) in Edit.allCases.enumerated() {
                for _ in 0..<2 {
                    guard let trial = Trial(edit, page, texts, &random) else { continue }
                    scores[index].add(trial)
                }
            }
        }
        print("\(pages.count) pages with items")
        print("| edit | trials | right | not matched | wrong |")
        print("|---|---:|---:|---:|---:|")
        var all = Score()
        for (edit, score) in zip(Edit.allCases, scores) {
            print(score.row(edit.rawValue))
            all.add(score)
        }
        print(all.row("all"))
    }
}

/// How often a kind of edit ended how.
struct Score {
    private var trials = 0
    private var right = 0
    private var missed = 0
    private var wrong = 0

    mutating func add(_ trial: Trial) {
        trials += 1
        switch trial.outcome {
        case .right: right += 1
        case .missed: missed += 1
        case .wrong: wrong += 1
        }
    }

    mutating func add(_ other: Score) {
        trials += other.trials
        right += other.right
        missed += other.missed
        wrong += other.wrong
    }

    func row(_ name: String) -> String {
        "| \(name) | \(trials) | \(share(right)) | \(share(missed)) | \(share(wrong)) |"
    }

    /// In per cent, with two digits behind the point.
    private func share(_ count: Int) -> String {
        let hundredths = trials == 0 ? 0 : (count * 10_000 + trials / 2) / trials
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}

/// The words and sentences that stand in a folder's items.
struct Texts {
    private var texts: [String] = []

    init(_ pages: [PageRevision]) {
        for page in pages {
            for checklist in page.checklists { add(checklist.items) }
        }
    }

    private mutating func add(_ items: [Item]) {
        for item in items {
            if let text = item.text.source, text.split(separator: " ").count >= 3 { texts.append(text) }
            add(item.items)
        }
    }

    var isEmpty: Bool { texts.isEmpty }

    /// A text of any item.
    func text(_ random: inout SplitMix64) -> String { texts.randomElement(using: &random) ?? "" }

    /// A word of more than two letters.
    func word(_ random: inout SplitMix64) -> String {
        for _ in 0..<100 {
            let words = text(&random).split(separator: " ").filter { $0.count > 2 && $0.allSatisfy(\.isLetter) }
            if let word = words.randomElement(using: &random) { return String(word) }
        }
        return "other"
    }

    /// Some words that stand one behind the other.
    func clause(_ random: inout SplitMix64) -> String {
        let words = text(&random).split(separator: " ")
        let length = Int.random(in: 3...8, using: &random)
        let start = Int.random(in: 0...max(0, words.count - length), using: &random)
        return words[start..<min(words.count, start + length)].joined(separator: " ")
    }
}
