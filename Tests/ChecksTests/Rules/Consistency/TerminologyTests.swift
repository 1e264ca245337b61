import Bitext
import TestSupport
import Testing

@testable import Checks

@Suite struct TerminologyTests {
    private static let terms = [
        Glossary.Term("Front End pool", targets: ["pool frontal"], locale: "fr"),
        Glossary.Term("pool", targets: ["groupe"], locale: "fr"),
        Glossary.Term(
            "edge node", targets: ["nœud de périmètre"], forbidden: ["nœud Edge"], note: "see the style guide"),
        Glossary.Term("software", targets: ["programme"], forbidden: ["logiciel"], locale: "fr-FR"),
        Glossary.Term("server", targets: ["serveur"], locale: "fr"),
        Glossary.Term("policy", targets: ["stratégie"], forbidden: ["politique"], locale: "fr"),
        Glossary.Term("connector", targets: ["Verbinder"], locale: "de-DE"),
        Glossary.Term("relay", targets: ["リレー サーバー"], forbidden: ["リレーサーバ", "it"], locale: "ja"),
        Glossary.Term("domain", targets: ["домен"], locale: "ru"),
    ]

    private func expect(
        _ marked: String, terms: [Glossary.Term] = terms, locale: String = "fr-FR", finds messages: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let page = MarkedPage(marked)
        let findings = Checker(rules: [.init(Terminology.self)], glossary: Glossary(terms))
            .check(try page.tokenized(locale: locale))
        #expect(findings.map(\.message) == messages, sourceLocation: sourceLocation)
        #expect(findings.map(\.location.range) == page.marks, sourceLocation: sourceLocation)
    }

    @Test func aTermWantsItsTarget() throws {
        try expect(
            "«Le pool principal.|The ⟦Front End pool⟧.»",
            finds: ["source has “Front End pool”, the glossary wants “pool frontal”"])
        try expect(
            "«Le relais.|The ⟦edge nodes⟧.»",
            finds: ["source has “edge nodes”, the glossary wants “nœud de périmètre” (see the style guide)"])
        try expect(
            "«Bords|⟦Edge nodes⟧»",
            finds: ["source has “Edge nodes”, the glossary wants “nœud de périmètre” (see the style guide)"])
        try expect(
            "«Edge node|⟦Edge node⟧»",
            finds: ["source has “Edge node”, the glossary wants “nœud de périmètre” (see the style guide)"])
    }

    @Test func aForbiddenWordIsFoundWhereItStands() throws {
        try expect("«Le ⟦logiciel⟧ démarre.|The software starts.»", finds: ["“logiciel” is forbidden, use “programme”"])
        try expect("«Les ⟦Logiciels⟧ et le programme|Software»", finds: ["“Logiciels” is forbidden, use “programme”"])
        try expect(
            "«Le ⟦nœud Edge⟧ et le nœud de périmètre|The edge node»",
            finds: ["“nœud Edge” is forbidden, use “nœud de périmètre” (see the style guide)"])
    }

    @Test func endingsArticlesAndWordsBetweenAreTolerated() throws {
        try expect("«Les pools frontaux|The Front End pools»")
        try expect("«Le pool **principal** frontal|The Front-End pool»")
        try expect("«L’ensemble des nœuds du périmètre|The edge nodes»")
        try expect("«Redémarrez l'programme|Restart the software»")
        try expect("«в доменах|in the domains»", locale: "ru-RU")
        try expect("«Sendeverbinder|Send connector»", locale: "de-DE")
    }

    @Test func theLongestTermCounts() throws {
        // Not "groupe": the pool is part of a longer term.
        try expect("«Un pool frontal|A Front End pool»")
        try expect("«Un pool|A ⟦pool⟧»", finds: ["source has “pool”, the glossary wants “groupe”"])
    }

    @Test func aTermIsWholeWordsBehindOneAnother() throws {
        try expect("«Le bord. Les machines|The edge. Node machines»")
        try expect("«Mutualisation|Pooling»")
    }

    @Test func codeAddressesAndNamesHoldNoTerms() throws {
        try expect("«Exécutez `pool`.|Run `pool`.»")
        try expect("«Ouvrez https://contoso.com/pool/a|Open https://contoso.com/pool/a»")
        try expect("«Ouvrez pool.log|Open pool.log»")
        try expect("«Installez Exchange Server 2016|Install Exchange Server 2016»")
        try expect("«Cliquez sur **Pool**.|Click **Pool**.»")
        try expect("«Tapez \"new pool\".|Type \"new pool\".»")
        try expect("«Exchange Server|Exchange Server»")
        try expect("«La Microsoft Software License|The Microsoft Software License»")
    }

    @Test func aForbiddenWordMayTranslateAnotherWord() throws {
        try expect("«La stratégie et la vie politique|The policy and political life»")
        try expect("«Les politiquement|The ⟦policy⟧»", finds: ["source has “policy”, the glossary wants “stratégie”"])
    }

    @Test func termsThatShareAWordMayStandApart() throws {
        let terms = [Glossary.Term("Mediation Server", targets: ["serveur de médiation"])]
        try expect(
            "«Les serveurs de conférence, d’application interne et de médiation|The Conferencing and Mediation Servers»",
            terms: terms)
    }

    @Test func languagesWithoutBlanksAreSearchedByLetters() throws {
        try expect("«リレーサーバーを再起動します。|Restart the relay.»", locale: "ja-JP")
        try expect(
            "«⟦リレーサーバ⟧を再起動します。|Restart the relay.»", locale: "ja-JP",
            finds: ["“リレーサーバ” is forbidden, use “リレー サーバー”"])
        try expect("«リレー サーバーの item|The relay item»", locale: "ja-JP")
    }

    @Test func aTermIsForItsLocale() throws {
        try expect("«Le logiciel|The software»", locale: "fr-CA")
        try expect("«Die Software|The software»", locale: "de-DE")
        try expect("«Un pool|A ⟦pool⟧»", locale: "fr-CA", finds: ["source has “pool”, the glossary wants “groupe”"])
    }

    @Test func aTermIsReportedOnceForASegment() throws {
        try expect("«Un pool|A ⟦pool⟧ is a pool»", finds: ["source has “pool”, the glossary wants “groupe”"])
    }

    @Test func withoutAGlossaryNothingIsSaid() throws {
        let page = try MarkedPage("«Un pool|A pool»").tokenized()
        #expect(Checker(rules: [.init(Terminology.self)]).check(page).isEmpty)
        #expect(Checker(rules: [.init(Terminology.self)], glossary: Glossary([])).check(page).isEmpty)
    }

    @Test func hugeSegmentsAreLeftAlone() throws {
        let page =
            "«" + String(repeating: "pool ", count: 50_000) + "|" + String(repeating: "pool software ", count: 50_000)
            + "»"
        try expect(page)
    }
}
