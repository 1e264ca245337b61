import MarkdownSyntax
import ParsedBitext

/// A title in the front matter that is not translated, though the heading is.
struct UntranslatedTitle: Rule {
    static let description = RuleDescription(
        "untranslated-title", .warning, .untranslated, "The title in the front matter is not translated.",
        discussion: """
            Search results and browser tabs show the title. The rule reports a title that is equal to the first heading
            of the source, if the target translates that heading. Names and commands are equal on both sides, so they
            are ignored. Translate the title.
            """,
        bad: .init("# Set up the relay", "title: Set up the relay"),
        good: .init("# Set up the relay", "title: Configurer le relais"), precision: "6 of 6 (fr-FR)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let entry = tokenized.bitext[.target].frontMatter?.entries.first(where: { $0.key == "title" }),
            case .scalar(let title) = entry.value,
            let index = tokenized.firstHeading
        else { return }
        let pair = SegmentPair(tokenized, index: index)
        guard !tokenized.contents[index].contains(.isSame), mayBeEqual(title.utf8, pair.text(.source)) else { return }
        let source = PlainWords(pair.string(tokenized.source.segments[index].textRange, .source))
        let target = PlainWords(pair.string(tokenized.target.segments[index].textRange, .target))
        let words = PlainWords(title)
        // "about_Aliases" is a name, in whatever way its heading was changed.
        let tokens = Token.read(title, tokenized.sourceLanguage)
        guard tokens.count >= 2, tokens.contains(where: { $0.kind == .word }) else { return }
        guard words.count >= 2, words == source, source != target else { return }
        report.add(
            "the title is the source's: “\(title)”", side: .target, at: tokenized.location(ofLine: entry.line),
            evidence: .init(source: title, target: title))
    }

    /// Whether two texts have the same ASCII letters and digits. A fast test without allocation before comparing words.
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

    /// The words of a text in lower case: letters and digits.
    private struct PlainWords: Equatable {
        let words: [Substring]
        var count: Int { words.count }

        init(_ text: String) {
            words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        }
    }
}

extension TokenizedBitext {
    /// The first segment in the first heading of level 1.
    fileprivate var firstHeading: Int? {
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
            if let segment = runs[index].segment, contents[segment].contains(.isPaired) { return segment }
            index += 1
        }
        return nil
    }
}
