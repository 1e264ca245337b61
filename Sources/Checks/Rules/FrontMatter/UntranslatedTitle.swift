import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A title in the front matter that is still the source's, though the page's heading is translated.
struct UntranslatedTitle: Rule {
    static let description = RuleDescription(
        "untranslated-title", .warning, .untranslated, "The title in the front matter was not translated.",
        discussion: """
            Search results and browser tabs show the title. The rule compares it with the page's first heading: equal to the
            source's heading, which the target translates. Titles that are names or commands are the same in both.
            """,
        bad: .init("# Set up the relay", "title: Set up the relay"),
        good: .init("# Set up the relay", "title: Configurer le relais"), precision: "6 of 6 (fr-FR)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let entry = tokenized.bitext[.target].frontMatter?.entries.first(where: { $0.key == "title" }),
            case .scalar(let title) = entry.value,
            let index = tokenized.firstHeading
        else { return }
        let pair = SegmentPair(tokenized, index: index)
        guard !tokenized.traits[index].contains(.isSame), mayBeEqual(title.utf8, pair.text(.source)) else { return }
        let source = PlainWords(pair.string(tokenized.source.slices[index].textRange, .source))
        let target = PlainWords(pair.string(tokenized.target.slices[index].textRange, .target))
        let words = PlainWords(title)
        guard words.count >= 2, words == source, source != target else { return }
        report.add(
            "the title is the source's: “\(title)”", side: .target, at: tokenized.location(ofLine: entry.line),
            evidence: .init(source: title, target: title))
    }

    /// Whether two texts have the same ASCII letters and digits, as two with the same words do; without allocating.
    private func mayBeEqual(_ one: String.UTF8View, _ other: ArraySlice<UInt8>) -> Bool {
        var rest = one.makeIterator()
        for byte in other where byte.isASCIIAlphanumeric {
            var next = rest.next()
            while let found = next, !found.isASCIIAlphanumeric { next = rest.next() }
            guard next?.asciiLowercased == byte.asciiLowercased else { return false }
        }
        while let next = rest.next() { if next.isASCIIAlphanumeric { return false } }
        return true
    }

    /// A text's letters and digits, in lower case.
    private struct PlainWords: Equatable {
        let words: [Substring]
        var count: Int { words.count }

        init(_ text: String) {
            words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        }
    }
}

extension TokenizedBitext {
    /// The first segment that stands in a heading of level 1.
    var firstHeading: Int? {
        let tree = parsed.source.tree
        guard
            let heading = tree.children(of: MarkdownTree.root).first(where: {
                tree[$0].kind == .heading && tree[$0].level == 1
            })
        else { return nil }
        let range = tree[heading].range
        let runs = parsed.source.text.runs
        var index = parsed.source.text.runIndex(at: range.lowerBound)
        while index < runs.count, runs[index].start < range.upperBound {
            if let segment = runs[index].segment, traits[segment].contains(.isPaired) { return segment }
            index += 1
        }
        return nil
    }
}
