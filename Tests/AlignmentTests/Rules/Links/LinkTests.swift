import Testing

@testable import Alignment

@Suite struct LinkTests {
    @Test func aLinkThatIsLost() throws {
        try expect(
            Link.self, "«⟦Lisez d'abord le plan.⟧|See [Plan](plan.md) first.»", finds: ["the link to plan.md is lost"])
    }

    @Test func aLinkThatLeadsElsewhere() throws {
        try expect(
            Link.self, "«Lisez ⟦[le plan](plans.md)⟧.|See [the plan](plan.md).»",
            finds: ["source has plan.md, target has plans.md"])
    }

    @Test func aLinkThatOnlyTheTargetHas() throws {
        try expect(Link.self, "«Lisez ⟦[le plan](plan.md)⟧.|See the plan.»", finds: ["the source does not"])
    }

    @Test func orderLocaleHostAndFinalSlashDoNotMatter() throws {
        try expect(
            Link.self,
            """
            «[B](b.md) et [A](a.md)|[A](a.md) and [B](b.md)»
            «[Aide](https://Contoso.com/fr-fr/help/)|[Help](https://contoso.com/en-us/help)»
            «[Aide](https://contoso.com/help)|[Help](https://contoso.com/en-us/help)»
            """)
    }

    @Test func caseAndFragmentAreNotes() throws {
        let page =
            "«[Aide](https://contoso.com/?LinkId=1)|[Help](https://contoso.com/?linkid=1)»\n\n«[A](a.md#eins)|[A](a.md#one)»"
        let findings = try findings(of: Link.self, in: page)
        #expect(findings.map(\.severity) == [.note, .note])
    }
}

@Suite struct LinkTextTests {
    @Test func aLinkWithoutText() throws {
        try expect(LinkText.self, "«Voir⟦[](plan.md)⟧ le plan.|See [the plan](plan.md).»", finds: ["no text"])
    }

    @Test func aLinkThatSwallowedTheSentence() throws {
        try expect(
            LinkText.self,
            "«⟦[Pour tout savoir sur ce relais, lisez le plan](plan.md)⟧|To know all about this relay, read [the plan](plan.md)»",
            finds: ["the source links 2 words of 9"])
    }

    @Test func imagesAreSomethingToClickOn() throws {
        try expect(LinkText.self, "«[![Le menu](menu.png)](plan.md)|[![The menu](menu.png)](plan.md)»")
    }
}

@Suite struct BrokenLinkTests {
    @Test func aBlankBetweenTheBrackets() throws {
        try expect(
            BrokenLink.self, "«Voir [le plan⟦] (⟧plan.md).|See [the plan](plan.md).»", finds: ["take out the blank"])
    }

    @Test func remarksInParenthesesAreNoAddresses() throws {
        try expect(BrokenLink.self, "«Choisissez [Oui] (par défaut).|Choose [Yes](default).»")
        try expect(BrokenLink.self, "«[a] (b.md)|[a] (b.md) here»")
    }

    @Test func theFixTakesOutTheBlank() throws {
        let (page, found) = try check(BrokenLink.self, "«Voir [le plan] (plan.md).|See [the plan](plan.md).»")
        let fix = try #require(found.first?.fix)
        #expect(page.page.text(fix.range) == " ")
        #expect(fix.replacement.isEmpty)
    }
}

@Suite struct ImagePathTests {
    @Test func anImageThatIsLostOrAnother() throws {
        try expect(
            ImagePath.self,
            "«⟦Le menu⟧|The menu ![Menu](menu.png)»\n\n«⟦![Menu](menue.png)⟧ ici|![Menu](menu.png) here»",
            finds: ["menu.png is lost", "source has menu.png, target has menue.png"])
    }

    @Test func theLocaleInAPathIsRight() throws {
        try expect(ImagePath.self, "«![Menu](media/fr-fr/menu.png)|![A menu](media/en-us/menu.png)»")
    }
}
