import TestSupport
import Testing

@testable import TranslationModel

/// How a lexicon is trained on several products.
@Suite struct LexiconTrainerTests {
    /// Pages of two products of unequal size.
    private static let products = [SmallLexicon.pages(10, seed: 5), SmallLexicon.pages(6, seed: 9)]

    private func learned(asProducts: Bool) throws -> Lexicon {
        var trainer = LexiconTrainer(locale: "fr-FR")
        let products = try Self.products.map { try $0.map(SmallLexicon.page) }
        for product in products {
            if asProducts { trainer.beginProduct() }
            for page in product { trainer.read(page) }
        }
        trainer.learnWords()
        for page in products.joined() { trainer.sample(page) }
        return try Lexicon(trainer.finish())
    }

    /// The words are those of all pages; the classifiers are made between the products.
    @Test func classifiersAreMadeForProductsThatTheLexiconDoesNotKnow() throws {
        let (one, other) = (try learned(asProducts: true), try learned(asProducts: false))
        #expect(one.pairs == other.pairs)
        #expect(one.translations.links.count == other.translations.links.count)
        #expect(one.classifiers != other.classifiers)
        #expect(one.classifiers[.content].treeCount == 100)
    }

    @Test func learningTwiceGivesTheSameClassifiers() throws {
        #expect(try learned(asProducts: true).classifiers == learned(asProducts: true).classifiers)
    }
}
