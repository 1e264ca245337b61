import Bitext
import Checks
import ParsedBitext
import TestSupport
import TranslationModel

@testable import Workspace

/// The rules that need a lexicon, with those that come with diptych.
enum ShippedLexicons {
    private static let rules = RuleSet.all.filter {
        ["misaligned-content", "neighbour-shift", "omission", "addition", "polarity"].contains($0.description.name)
    }

    static func findings(_ pairs: [(source: String, target: String)], locale: String) throws -> [Finding] {
        let text = pairs.enumerated().map { index, pair in
            "<span data-ttu-id=\"1a2b3-\(101 + index)\">\(pair.target)</span><span class=\"sxs-lookup\">"
                + "<span data-stu-id=\"1a2b3-\(101 + index)\">\(pair.source)</span></span>"
        }.joined(separator: "\n\n")
        let page = TokenizedBitext(ParsedBitext(try read(text)), path: "page.md", locale: locale)
        return Checker(rules: rules.map { .init($0) }, lexicons: try Lexicons(installedWith: [])).check(page)
    }
}
