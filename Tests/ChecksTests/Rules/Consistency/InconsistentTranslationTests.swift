import Bitext
import TestSupport
import Testing

@testable import Checks

@Suite struct InconsistentTranslationTests {
    /// What is found on pages that are checked together, page by page.
    private func messages(
        _ marked: [String], locales: [String] = [], limits: Consistency.Limits = .init()
    ) throws -> (messages: [[String]], isFull: Bool, isMarked: Bool) {
        var consistency = Consistency(limits: limits)
        let texts = marked.map { MarkedPage($0) }
        let pages = try texts.map { try $0.bitext() }
        func path(_ index: Int) -> String { "\(index < locales.count ? locales[index] : "fr-FR")/page.md" }
        for (index, page) in pages.enumerated() { consistency.add(Consistency.Entries(page, path: path(index))) }
        var checker = Checker(rules: [.init(InconsistentTranslation.self)])
        checker.consistency = consistency
        let findings = pages.enumerated().map { checker.check($1.tokenized(path: path($0), locale: nil)) }
        return (
            findings.map { $0.map(\.message) }, consistency.isFull,
            findings.map { $0.map(\.location.range) } == texts.map(\.marks)
        )
    }

    private static let right = "«Redémarrez le serveur.|Restart the server.»"

    @Test func theRareTranslationIsReported() throws {
        let result = try messages([
            "«⟦Relancez⟧ le serveur.|Restart the server.»", Self.right, Self.right + "\n\n" + Self.right,
        ])
        #expect(
            result.messages == [["elsewhere 3 times “Redémarrez le serveur.”, here “Relancez le serveur.”"], [], []])
        #expect(result.isMarked)
    }

    @Test func ofTwoThatOccurOnceOneYields() throws {
        let result = try messages(["«⟦Relancez⟧ le serveur.|Restart the server.»", Self.right])
        #expect(result.messages == [["elsewhere once “Redémarrez le serveur.”, here “Relancez le serveur.”"], []])
        #expect(result.isMarked)
    }

    @Test(arguments: [
        "«redémarrez  le\u{A0}serveur|Restart the server.»", "«**Redémarrez** le&nbsp;serveur :|Restart the server.»",
        "«Redémarrez le serveur|  Restart the server.\n»", "«Relancez le serveur.|Restart the Server.»",
        "«Relancez le serveur.|Restart servers.»", "Restart the server.",
    ])
    func smallDifferencesAreNone(page: String) throws {
        #expect(try messages([Self.right, page, Self.right]).messages == [[], [], []])
    }

    @Test func destinationsQuotesAndShortSourcesMakeNoDifference() throws {
        let pages = [
            "«Lisez [l'aide](a.md) d’abord.|Read [the help](a.md) first.» «Serveur|Server» «Un serveur|A server»",
            "«Lisez [l’aide](b.md) d'abord.|Read [the help](a.md) first.» «Machine|Server» «Une machine|A server»",
        ]
        #expect(try messages(pages).messages == [[], []])
    }

    @Test func localesAreKeptApart() throws {
        let pages = [Self.right, "«Starten Sie den Server neu.|Restart the server.»"]
        #expect(try messages(pages, locales: ["fr-FR", "de-DE"]).messages == [[], []])
    }

    @Test func longTextsAreShownAroundTheDifference() throws {
        let start = String(repeating: "mot ", count: 20)
        let same = "«\(start)serveur \(start)fin|One long source»"
        let result = try messages(["«\(start)⟦hôte⟧ \(start)fin|One long source»", same, same])
        #expect(result.isMarked)
        let message = try #require(result.messages[0].first)
        #expect(
            message.contains("“…mot mot mot mot serveur mot") && message.contains("here “…mot mot mot mot hôte mot"))
        #expect(message.unicodeScalars.count < 240)
    }

    @Test func memoryIsBounded() throws {
        let other = "«Relancez le serveur.|Restart the server.»"
        for limits in [Consistency.Limits(translations: 1), Consistency.Limits(text: 10)] {
            let result = try messages([Self.right, Self.right, other], limits: limits)
            #expect(result.isFull)
            #expect(result.messages == [[], [], []])
        }
        #expect(try !messages([Self.right, Self.right, other]).isFull)
    }

    @Test func aSourceThatIsTranslatedInEveryWayCostsLittle() throws {
        let page = (0..<2000).map { "«Cible numéro \($0)|The same source»\n" }.joined()
        let result = try messages([page, page])
        #expect(result.messages[0].count > 1900)
    }
}
