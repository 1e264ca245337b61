import Bitext
import ParsedBitext
import TestSupport
import Testing

@testable import TranslationModel

/// The features of pairs that are compared by a small lexicon.
@Suite struct LexiconReaderTests {
    private func reader(_ pairs: [(target: String, source: String)]) throws -> LexiconReader {
        LexiconReader(try SmallLexicon.page(pairs), try Lexicon(SmallLexicon.file))
    }

    private func features(_ source: String, _ target: String) throws -> FeatureVector {
        try reader([(target, source)]).features(source: 0, target: 0)
    }

    private static let source = "Delete the old server with the new folder of the group and its account."
    private static let target = "Supprimez le serveur avec le nouveau dossier du groupe et son compte."

    @Test func aTranslationExplainsItsSource() throws {
        let features = try features(
            "Open the server with the new folder.", "Ouvrez le serveur avec le nouveau dossier.")
        #expect(features[.sourceCoverage] > 0.9)
        #expect(features[.targetCoverage] > 0.9)
        #expect(features[.sourceGap] < 2)
        #expect(features.isClear)
    }

    /// More terms than are kept: those of the first segments are read again.
    @Test func aLongPageHasTheTermsThatItsSegmentsHave() throws {
        let (source, target) = (
            Array(repeating: "server", count: 200).joined(separator: " "),
            Array(repeating: "serveur", count: 200).joined(separator: " ")
        )
        let reader = try reader((0..<400).map { ("\($0) \(target)", "\($0) \(source)") })
        func hashes(_ segment: Int, _ side: Side) -> [UInt32] { reader.entries(segment, side).map(\.hash) }
        for side in [Side.source, .target] {
            let all = (0..<400).map { hashes($0, side) }
            #expect(all.allSatisfy { $0.count == 201 && $0.dropFirst() == all[0].dropFirst() })
            #expect(Set(all.map { $0[0] }).count == 400)
            #expect((0..<400).map { hashes($0, side) } == all)
        }
    }

    @Test func whatIsLeftOutIsAGapOfTheSource() throws {
        let whole = try features(Self.source, Self.target)
        let half = try features(Self.source, "Supprimez le serveur.")
        #expect(half[.sourceGap] > whole[.sourceGap] + 5)
        #expect(half[.length] < whole[.length])
        #expect(!half.isClear(of: .omission))
        #expect(half.isClear(of: .addition))
    }

    @Test func numbersAndNamesAreCopied() throws {
        let kept = try features("Open the server SRV-12 at 10 now.", "Ouvrez le serveur SRV-12 à 10 maintenant.")
        #expect(kept[.verbatimKept] == 2)
        #expect(kept[.sourceVerbatimLost] == 0)
        let lost = try features("Open the server SRV-12 at 10 now.", "Ouvrez le serveur à 20 maintenant.")
        #expect(lost[.sourceVerbatimLost] == 2)
        #expect(lost[.targetVerbatimAdded] == 1)
    }

    @Test func unknownWordsThatBeginAlikeExplainEachOther() throws {
        let source = "Open the zylographic server now."
        let alike = try features(source, "Ouvrez le serveur zylographique maintenant.")
        let other = try features(source, "Ouvrez le serveur quelconque maintenant.")
        #expect(alike[.unknown] < other[.unknown])
    }

    @Test func sentencesAndParenthesesAreCounted() throws {
        let features = try features(
            "Open the server with the new folder.",
            "Ouvrez le serveur (relais). Supprimez le dossier. Contrôlez la file")
        #expect(features[.sentences] == 2)
        #expect(features[.parentheses] == 1)
        #expect(features[.end] == 1)
    }

    @Test func theGapIsWhatIsLeftOut() throws {
        let source = "Delete the server with the new folder of the group and its account."
        let reader = try reader([("Supprimez le serveur.", source)])
        let gap = try #require(reader.gap(0, .source))
        let text = String(decoding: reader.page.source.text[gap], as: UTF8.self)
        #expect(text.contains("new folder of the group"))
        #expect(!text.contains("Delete"))
    }

    /// A cache hit never changes a score.
    @Test func aPageHasTheSameScoresTheSecondTime() throws {
        let lexicon = try Lexicon(SmallLexicon.file)
        var pairs = SmallLexicon.pages(1, seed: 21)[0]
        pairs[7].target = "Désactivez le relais."
        pairs[20] = pairs[7]
        let page = try SmallLexicon.page(pairs)
        func say(_ content: ContentAlignment) -> [String] {
            content.scores.map { "\(String(describing: $0))" } + content.reversals.map { "\($0)" }
        }
        let first = say(ContentAlignment(page, lexicon))
        #expect(say(ContentAlignment(page, lexicon)) == first)
        #expect(say(ContentAlignment(page, try Lexicon(SmallLexicon.file))) == first)
    }
}
