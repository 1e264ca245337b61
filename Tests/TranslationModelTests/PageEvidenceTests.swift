import Bitext
import TestSupport
import Testing

@testable import TranslationModel

/// What a page says of words that the lexicon does not know.
@Suite struct PageEvidenceTests {
    private let lexicon: Lexicon
    init() throws { lexicon = try Lexicon(SmallLexicon.file) }

    private static let verbs = [
        ("Open", "Ouvrez"), ("Check", "Contrôlez"), ("Move", "Déplacez"), ("Print", "Imprimez"),
    ]
    private static let nouns = [("server", "serveur"), ("folder", "dossier"), ("report", "bilan"), ("group", "groupe")]

    /// Pairs with a word that no lexicon has, translated in the same way each time.
    private static func pairs(_ count: Int) -> [(target: String, source: String)] {
        (0..<count).map { index in
            let (verb, noun) = (verbs[index % 4], nouns[index / 4 % 4])
            return (
                "\(verb.1) le grisbi \(index + 20) du \(noun.1).",
                "\(verb.0) the wobbler \(index + 20) of the \(noun.0)."
            )
        }
    }

    private func term(_ word: String, _ reader: LexiconReader, _ side: Side, _ segment: Int) throws -> UInt32 {
        let entry = reader.entries(segment, side).first {
            let text = side == .source ? reader.page.source.text : reader.page.target.text
            return String(decoding: text[$0.range], as: UTF8.self) == word
        }
        return try #require(entry).hash
    }

    @Test func wordsThatAreAlwaysTogetherBelongTogether() throws {
        let page = try SmallLexicon.page(Self.pairs(8))
        let reader = LexiconReader(page, lexicon)
        let evidence = PageEvidence(page)
        let (wobbler, grisbi) = (try term("wobbler", reader, .source, 0), try term("grisbi", reader, .target, 0))
        let serveur = try term("serveur", reader, .target, 0)
        // All segments have both, so that says little.
        #expect(evidence.share(wobbler, grisbi, without: 0) < 0.5)
        #expect(evidence.share(wobbler, serveur, without: 0) < 0.1)
        // Segments without them make it a pair.
        let others = (0..<12).map { ("Ouvrez le serveur \($0 + 40).", "Open the server \($0 + 40).") }
        let more = try SmallLexicon.page(Self.pairs(8) + others)
        #expect(PageEvidence(more).share(wobbler, grisbi, without: 0) > 0.5)
    }

    @Test func aSegmentDoesNotSpeakForItself() throws {
        let others = (0..<12).map { ("Ouvrez le serveur \($0 + 40).", "Open the server \($0 + 40).") }
        // The same texts three times are one segment.
        let page = try SmallLexicon.page(
            [Self.pairs(1)[0], Self.pairs(1)[0], Self.pairs(1)[0], Self.pairs(2)[1]] + others)
        let reader = LexiconReader(page, lexicon)
        let evidence = PageEvidence(page)
        let (wobbler, grisbi) = (try term("wobbler", reader, .source, 0), try term("grisbi", reader, .target, 0))
        for segment in 0..<3 { #expect(evidence.share(wobbler, grisbi, without: segment) == 0) }
        #expect(evidence.share(wobbler, grisbi, without: 6) > 0)
    }

    @Test(.timeLimit(.minutes(10))) func aPageOfTheSameWordsTakesLinearTime() throws {
        let page = try SmallLexicon.page(
            (0..<2_000).map { ("Zut \($0) alors grisbi fromage.", "Wobbler \($0) quux frobnicate gizmo.") })
        let alignment = ContentAlignment(page, try Lexicon(SmallLexicon.file))
        #expect(alignment.scores.count == 2_000)
    }
}

extension PageEvidence {
    /// The share of the segments that have two terms.
    fileprivate func share(_ left: UInt32, _ right: UInt32, without segment: Int) -> Float {
        share(source[left], target[right], without: segment)
    }
}
