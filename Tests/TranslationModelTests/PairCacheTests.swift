import Bitext
import ParsedBitext
import TestSupport
import Testing

@testable import TranslationModel

@Suite struct PairCacheTests {
    private func hash(_ source: String, _ target: String, locale: String = "fr-FR") -> UInt64 {
        TextPairHash(locale: locale)(Array(source.utf8)[...], Array(target.utf8)[...])
    }

    @Test func equalPairsHaveOneHash() { #expect(hash("Stop it.", "Arrêtez-le.") == hash("Stop it.", "Arrêtez-le.")) }

    @Test(arguments: [
        ("Stop it", ".Arrêtez-le."), ("Stop it.\0", "Arrêtez-le."), ("stop it.", "Arrêtez-le."),
        ("", "Stop it.Arrêtez-le."),
        ("Arrêtez-le.", "Stop it."),
    ])
    func otherPairsHaveOthers(source: String, target: String) {
        #expect(hash(source, target) != hash("Stop it.", "Arrêtez-le."))
    }

    @Test func theLocaleCounts() { #expect(hash("a", "b", locale: "fr-FR") != hash("a", "b", locale: "fr-CA")) }

    @Test func itRemembers() {
        var cache = PairCache()
        var score = PairScore()
        score.likelihood = 3
        cache.insert(score, for: 7)
        #expect(cache[7]?.likelihood == 3)
        #expect(cache[8] == nil)
    }

    @Test func ofTwoPairsInOnePlaceItKeepsTheLast() {
        var cache = PairCache()
        var score = PairScore()
        score.likelihood = 3
        cache.insert(PairScore(), for: 7)
        cache.insert(score, for: 7 + (1 << 14))
        #expect(cache[7] == nil)
        #expect(cache[7 + (1 << 14)]?.likelihood == 3)
    }

    @Test func itDoesNotGrowForEver() {
        var cache = PairCache()
        for key in UInt64(0)..<40_000 { cache.insert(PairScore(), for: key) }
        #expect((UInt64(0)..<40_000).count { cache[$0] != nil } <= 1 << 14)
        #expect(cache[39_999] != nil)
    }

    @Test func aPoolGivesBackWhatItTook() {
        let pool = PairCachePool()
        var cache = pool.take()
        cache.insert(PairScore(), for: 1)
        pool.giveBack(cache)
        #expect(pool.take()[1] != nil)
        #expect(pool.take()[1] == nil)
    }
}
