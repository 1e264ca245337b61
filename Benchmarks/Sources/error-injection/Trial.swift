import Bitext
import Checks
import Trials

/// How many errors of one kind were made, and how many found.
struct Tally: Sendable {
    let kind: String
    var injected = 0
    /// By a rule that names the fault, as error or warning.
    var warned = 0
    /// By a rule that names the fault.
    var named = 0
    /// By any rule.
    var noticed = 0
    /// What there is to read.
    var examples: [Example] = []

    /// An error for people to read.
    struct Example: Sendable {
        let place: String
        let source: String
        let before: String
        let after: String
        let findings: [String]
        let isFound: Bool
    }
}

/// Makes errors of one kind, one at a time, and looks whether the check finds them.
struct Trial: Sendable {
    let corpus: Corpus
    let checker: Checker
    let limit: Int
    let seed: UInt64
    /// The kind whose errors are kept for reading.
    let shown: String?

    func run(_ kind: any Injection) -> Tally {
        var random = SplitMix64(seed: seed, name: kind.name)
        var tally = Tally(kind: kind.name)
        switch kind {
        case let kind as any SegmentInjection:
            for sample in shuffled(corpus.samples, &random, isSmall: { Self.isSmall($0.page) }) {
                guard tally.injected < limit else { break }
                guard isClean(sample.page, [sample.index], kind), let change = kind.change(sample, &random) else {
                    continue
                }
                count(change, on: sample.page, kind, &tally)
            }
        case let kind as any PageInjection:
            // Three errors a page at most: what fits one page's words fits them again and again.
            for _ in 0..<3 {
                for page in shuffled(corpus.pages, &random, isSmall: Self.isSmall) {
                    guard tally.injected < limit else { break }
                    guard let change = kind.change(page, &random), isClean(page, change.segments, kind) else {
                        continue
                    }
                    count(change, on: page, kind, &tally)
                }
            }
        default: break
        }
        return tally
    }

    private static func isSmall(_ page: SourcePage) -> Bool { page.bytes.count <= Corpus.smallPage }

    /// In an order of their own, those on small pages first.
    private func shuffled<T>(_ all: [T], _ random: inout SplitMix64, isSmall: (T) -> Bool) -> [T] {
        let order = all.shuffled(using: &random)
        return order.filter(isSmall) + order.filter { !isSmall($0) }
    }

    /// Whether the segments are without faults, so that what is found there afterwards is the error.
    private func isClean(_ page: SourcePage, _ segments: [Int], _ kind: any Injection) -> Bool {
        segments.isEmpty
            || !page.findings.contains { finding in
                finding.segmentIndex.map(segments.contains) ?? false
                    && (finding.severity > .note || kind.namedBy.contains(finding.rule))
            }
    }

    private func count(_ change: Change, on page: SourcePage, _ kind: any Injection, _ tally: inout Tally) {
        let (bytes, changed) = change.applied(to: page.bytes)
        guard let after = try? readPage(bytes) else { return }
        let findings = new(
            checker.check(after.tokenized(path: page.path)), change, on: page, lines: lines(of: changed, in: bytes)
        )
        let named = findings.filter { kind.namedBy.contains($0.rule) }
        let isWarned = named.contains { $0.severity > .note }
        tally.injected += 1
        if isWarned { tally.warned += 1 }
        if !named.isEmpty { tally.named += 1 }
        if !findings.isEmpty { tally.noticed += 1 }
        if shown == kind.name {
            tally.examples.append(example(change, page, bytes, changed, findings, isFound: isWarned))
        }
    }

    /// The findings at the place of the error that were not there before.
    private func new(
        _ findings: [Finding], _ change: Change, on page: SourcePage, lines: ClosedRange<Int>
    ) -> [Finding] {
        func isThere(_ finding: Finding, _ lines: ClosedRange<Int>) -> Bool {
            change.segments.isEmpty
                ? finding.start.line <= lines.upperBound && lines.lowerBound <= finding.end.line
                : finding.segmentIndex.map(change.segments.contains) ?? false
        }
        let first = change.edits.first?.range.lowerBound ?? 0
        let last = change.edits.last?.range.upperBound ?? 0
        let before = page.findings.filter { isThere($0, self.lines(of: first..<last, in: page.bytes)) }
        var known: [String: Int] = [:]
        for finding in before { known[finding.rule + finding.message, default: 0] += 1 }
        return findings.filter { finding in
            guard isThere(finding, lines) else { return false }
            let key = finding.rule + finding.message
            guard let count = known[key], count > 0 else { return true }
            known[key] = count - 1
            return false
        }
    }

    /// The 1-based lines that a stretch lies on.
    private func lines(of range: Range<Int>, in bytes: [UInt8]) -> ClosedRange<Int> {
        let first = bytes[..<range.lowerBound].count { $0 == 0x0A } + 1
        return first...first + bytes[range].count { $0 == 0x0A }
    }

    private func example(
        _ change: Change, _ page: SourcePage, _ bytes: [UInt8], _ changed: Range<Int>, _ findings: [Finding],
        isFound: Bool
    ) -> Tally.Example {
        func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
        let first = change.edits.first?.range.lowerBound ?? 0
        let last = change.edits.last?.range.upperBound ?? 0
        let segment = change.segments.first.map { page.bitext.segments[$0] }
        let half = segment?.target?.content ?? 0..<0
        let isInTarget = half.lowerBound <= first && last <= half.upperBound
        // The whole target, or what is near where that says little.
        let near = isInTarget ? half : max(0, first - 40)..<min(page.bytes.count, last + 40)
        let grown = bytes.count - page.bytes.count
        return Tally.Example(
            place: "\(page.path):\(lines(of: first..<last, in: page.bytes).lowerBound)",
            source: text(page.bytes[segment?.source?.content ?? 0..<0]), before: text(page.bytes[near]),
            after: text(bytes[near.lowerBound..<min(bytes.count, near.upperBound + grown)]),
            findings: findings.map { "\($0.severity) \($0.rule): \($0.message)" }, isFound: isFound)
    }
}
