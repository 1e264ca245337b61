import Bitext
import Trials

/// Makes faults to be put into pages.
struct FaultMaker {
    enum Kind: String, CaseIterable {
        case wrong = "wrong content"
        case swapped = "swapped neighbours"
        case shifted = "shifted runs"
        case truncated = "truncated to half"
        case added = "a sentence added"
        case polarity = "polarity turned round"
        case negated = "a negation added"
    }

    /// What is to be written where, which segments are wrong then, and of what was turned round the word.
    struct Fault {
        var edits: [(range: Range<Int>, replacement: [UInt8])]
        var segments: [Int]
        var word: String?
    }

    private var random = SplitMix64(seed: 42)
    private var elsewhere: [ArraySlice<UInt8>] = []

    /// Any number below one.
    mutating func pick(below count: Int) -> Int { Int(random.next() % UInt64(max(1, count))) }

    /// Remembers a page's targets, to put them elsewhere.
    mutating func remember(_ page: Bitext) {
        for index in page.segments.indices where Self.words(page, index, .target) >= 6 {
            guard let content = page.segments[index].target?.content else { continue }
            if elsewhere.count < 500 {
                elsewhere.append(page.page[content])
            } else {
                elsewhere[pick(below: 500)] = page.page[content]
            }
        }
    }

    /// The segments of a page that a fault may be put into: of six words and more.
    static func eligible(_ kind: Kind, _ page: Bitext) -> [Int] {
        page.segments.indices.filter {
            guard words(page, $0, .source) >= 6, words(page, $0, .target) >= 4 else { return false }
            if kind == .negated {
                return page.segments[$0].source.map { withoutNegation(page.page[$0.content]) != nil } ?? false
            }
            guard kind == .polarity else { return true }
            return page.segments[$0].source.map { turned(page.page[$0.content]) != nil } ?? false
        }
    }

    /// A fault in one of some segments; nil where it cannot be made there.
    mutating func fault(_ kind: Kind, _ eligible: [Int], _ place: Int, _ page: Bitext) -> Fault? {
        let index = eligible[place]
        guard let own = page.segments[index].target?.content else { return nil }
        var edits: [(range: Range<Int>, replacement: [UInt8])] = []
        var judged = [index]
        var word: String?
        switch kind {
        case .wrong:
            guard let other = elsewhere.randomElement(using: &random) else { return nil }
            edits = [(own, Array(other))]
        case .swapped:
            // Neighbours on the page, not only among the eligible.
            guard place + 1 < eligible.count, eligible[place + 1] == index + 1,
                let next = page.segments[index + 1].target?.content
            else { return nil }
            guard page.page[own] != page.page[next] else { return nil }
            edits = [(own, Array(page.page[next])), (next, Array(page.page[own]))]
            judged.append(eligible[place + 1])
        case .shifted:
            guard place + 4 < eligible.count else { return nil }
            judged = (0..<4).map { eligible[place + $0] }
            for offset in 0..<4 {
                guard let to = page.segments[eligible[place + offset]].target?.content,
                    let from = page.segments[eligible[place + (offset + 1)]].target?.content
                else { return nil }
                edits.append((to, Array(page.page[from])))
            }
        case .truncated:
            let text = page.page[own]
            let blanks = text.indices.filter { text[$0] == 0x20 }
            // Languages without blanks are cut at a character.
            var cut = text.startIndex + text.count / 2
            if blanks.count > 4 { cut = blanks[blanks.count / 2] }
            while cut < text.endIndex, text[cut] & 0xC0 == 0x80 { cut += 1 }
            edits = [(own, Array(text[..<cut]))]
        case .polarity:
            // The source is turned round, so that no dictionary of the target is needed.
            guard let source = page.segments[index].source?.content, let turned = Self.turned(page.page[source]) else {
                return nil
            }
            edits = [(source, turned.bytes)]
            word = turned.word
        case .negated:
            // What the source loses, the target has added.
            guard let source = page.segments[index].source?.content,
                let plain = Self.withoutNegation(page.page[source])
            else { return nil }
            edits = [(source, plain)]
        case .added:
            guard let other = eligible.filter({ $0 != index }).randomElement(using: &random),
                let content = page.segments[other].target?.content
            else { return nil }
            edits = [(own, Array(page.page[own]) + [0x20] + Array(page.page[content]))]
        }
        return Fault(edits: edits, segments: judged, word: word)
    }

    /// A page with a fault; nil where it would have other segments.
    static func apply(_ edits: [(range: Range<Int>, replacement: [UInt8])], to page: Bitext) -> Bitext? {
        var bytes = page.page
        for (range, replacement) in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            bytes.replaceSubrange(range, with: replacement)
        }
        guard let changed = try? readPage(bytes), changed.segments.count == page.segments.count else { return nil }
        return changed
    }

    /// A text with one negation, without it; nil where it has none, or several.
    private static func withoutNegation(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let string = String(decoding: text, as: UTF8.self)
        let negations = [
            ("cannot ", "can "), ("can't ", "can "), ("can’t ", "can "), (" do not ", " "), (" don't ", " "),
            (" don’t ", " "), ("Do not u", "U"), ("Do not s", "S"), ("Don't s", "S"), ("Don't u", "U"),
            (" must not ", " must "),
            (" should not ", " should "), (" shouldn't ", " should "), (" is not ", " is "), (" isn't ", " is "),
            (" isn’t ", " is "), (" are not ", " are "), (" aren't ", " are "), (" aren’t ", " are "),
            (" will not ", " will "), (" won't ", " will "), (" was not ", " was "),
        ]
        let lower = string.lowercased()
        let words = lower.split { !$0.isLetter && $0 != "'" && $0 != "’" }
        let negative: Set<Substring> = [
            "not", "cannot", "no", "none", "never", "without", "nor", "neither", "nothing", "unable",
        ]
        guard words.count(where: { negative.contains($0) || $0.hasSuffix("n't") || $0.hasSuffix("n’t") }) == 1 else {
            return nil
        }
        for (negation, plain) in negations {
            guard let range = string.firstRange(of: negation) else { continue }
            return Array((string[..<range.lowerBound] + plain + string[range.upperBound...]).utf8)
        }
        return nil
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

    private static func words(_ page: Bitext, _ index: Int, _ side: Side) -> Int {
        guard let content = page.segments[index][side]?.content else { return 0 }
        let text = page.page[content]
        let count = text.split(separator: 0x20).count
        return side == .target && count < 4 ? text.count / 9 : count
    }
}
