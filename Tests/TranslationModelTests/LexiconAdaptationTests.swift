import TestSupport
import Testing

@testable import TranslationModel

/// What pages add to a lexicon.
@Suite struct LexiconAdaptationTests {
    private static let nouns = [
        ("server", "serveur"), ("folder", "dossier"), ("report", "bilan"), ("group", "groupe"), ("device", "appareil"),
    ]

    /// A product with a word of its own, and another word for one that the lexicon has.
    private static let pages: [[(target: String, source: String)]] = (0..<4).map { page in
        (0..<25).map { index in
            let noun = nouns[index % 5]
            return index % 2 == 0
                ? (
                    "Ouvrez le grisbi du \(noun.1) \(page * 25 + index).",
                    "Open the wobbler of the \(noun.0) \(page * 25 + index)."
                )
                : ("Imprimez le \(noun.1) \(page * 25 + index).", "Print the \(noun.0) \(page * 25 + index).")
        }
    }

    private func adapted() throws -> Lexicon {
        var adaptation = LexiconAdaptation(try Lexicon(SmallLexicon.file))
        for page in Self.pages { adaptation.read(try SmallLexicon.page(page)) }
        #expect(adaptation.pairCount == 100)
        return try Lexicon(adaptation.finish())
    }

    private func probability(_ target: String, _ source: String, _ lexicon: Lexicon) throws -> Float {
        let page = try SmallLexicon.page([("Le \(target) est ici.", "The \(source) is here.")])
        let reader = LexiconReader(page, lexicon)
        let (left, right) = (reader.entries(0, .source)[1], reader.entries(0, .target)[1])
        guard left.isKnown, right.isKnown else { return 0 }
        return lexicon.translations.probability(of: right.number, given: left.number)
    }

    @Test func newWordsAreAdded() throws {
        let (before, after) = (try Lexicon(SmallLexicon.file), try adapted())
        #expect(try probability("grisbi", "wobbler", before) == 0)
        #expect(try probability("grisbi", "wobbler", after) > 0.3)
    }

    @Test func whatTheLexiconKnowsRemains() throws {
        let (before, after) = (try Lexicon(SmallLexicon.file), try adapted())
        // The pages do not have it.
        let known = try probability("imprimante", "printer", before)
        #expect(known > 0.3)
        #expect(abs(try probability("imprimante", "printer", after) - known) < 0.15)
        #expect(after.classifiers == before.classifiers)
        #expect(after.polarity.weights.scales == before.polarity.weights.scales)
        #expect(after.locale == "fr-FR" && after.pairs == before.pairs + 100)
    }

    @Test func withoutPagesItIsTheSame() throws {
        let before = try Lexicon(SmallLexicon.file)
        let after = try Lexicon(LexiconAdaptation(before).finish())
        #expect(after.sourceSize == before.sourceSize && after.targetSize == before.targetSize)
        let page = try SmallLexicon.page(SmallLexicon.pages(1, seed: 3)[0])
        let (one, other) = (ContentAlignment(page, before), ContentAlignment(page, after))
        for (left, right) in zip(one.scores, other.scores) { #expect(left?.level == right?.level) }
    }

    @Test func learningTwiceGivesTheSameBytes() throws {
        func file() throws -> [UInt8] {
            var adaptation = LexiconAdaptation(try Lexicon(SmallLexicon.file))
            for page in Self.pages { adaptation.read(try SmallLexicon.page(page)) }
            return adaptation.finish()
        }
        #expect(try file() == file())
    }
}
