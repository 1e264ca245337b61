import Testing

@testable import Checks

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

    @Test func theSecondLinkToOnePlaceIsANote() throws {
        let found = try findings(
            of: Link.self,
            in: "«[A](a.md) et [encore A](a.md)|[A](a.md)»\n\n«[A](a.md) et encore A|[A](a.md) and [A](a.md)»")
        #expect(found.map(\.severity) == [.note, .note])
    }

    @Test func blanksAroundAnAddressInATagOrInQuotes() throws {
        try expect(
            Link.self,
            """
            «Voir <a href="https://contoso.com/a"> https://contoso.com/a </a>|See <a href="https://contoso.com/a">https://contoso.com/a</a>»

            «Voir " https://contoso.com/a "|See "https://contoso.com/a"»
            """)
        try expect(
            Link.self, "«⟦Voirhttps://contoso.com/a⟧|See https://contoso.com/a»", finds: ["is lost"])
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
            finds: ["the source links 2 of 9 words"])
    }

    @Test func whereNoBlanksPartWordsLettersAreCounted() throws {
        try expect(
            LinkText.self,
            "«⟦[詳細については、コマンドレットのヘルプ トピックを参照](a.md)⟧してください。|For more information, see the help topic for the [cmdlet](a.md) here.»",
            locale: "ja-JP", finds: ["the source links 1 of 11 words"])
        try expect(
            LinkText.self,
            "«詳細については、[コマンドレットのヘルプ](a.md)を参照してください。|For more information, see the [help of the cmdlet](a.md) here.»",
            locale: "ja-JP")
    }

    @Test func aLongerWordingSwallowsNothing() throws {
        try expect(
            LinkText.self,
            "«Voir [l’ID de locataire de votre organisation](a.md) pour en savoir plus.|See your organization's [tenant ID](a.md) to learn more about it.»"
        )
    }

    @Test func aNameThatGotBlanksHasNoMoreWords() throws {
        try expect(
            LinkText.self,
            "«Voir la classe [System. Net. Mail. Smtp. Relay. Client](a.md) ici.|See the class [System.Net.Mail.Smtp.Relay.Client](a.md) here.»"
        )
    }

    @Test func dashesAndQuotesAreText() throws {
        try expect(LinkText.self, "«Voir [–](plan.md) ici.|See [–](plan.md) here.»")
        try expect(LinkText.self, "«Voir ⟦[\u{2003}](plan.md)⟧ ici.|See [it](plan.md) here.»", finds: ["no text"])
    }

    @Test func imagesAreSomethingToClickOn() throws {
        try expect(LinkText.self, "«[![Le menu](menu.png)](plan.md)|[![The menu](menu.png)](plan.md)»")
    }
}

@Suite struct BrokenLinkTests {
    @Test func aBlankBetweenTheBrackets() throws {
        try expect(
            BrokenLink.self, "«Voir [le plan⟦] (⟧plan.md).|See [the plan](plan.md).»", finds: ["remove the space"])
        try expect(
            BrokenLink.self, "«Choisissez [Annuler] ( ![annuler](a/b.svg) ).|Choose [Undo], ![undo](a/b.svg).»")
    }

    @Test func remarksInParenthesesAreNoAddresses() throws {
        try expect(BrokenLink.self, "«Choisissez [Oui] (par défaut).|Choose [Yes](default).»")
        try expect(BrokenLink.self, "«[a] (b.md)|[a] (b.md) here»")
    }

    @Test func theFixTakesOutTheBlank() throws {
        let (page, found) = try check(BrokenLink.self, "«Voir [le plan] (plan.md).|See [the plan](plan.md).»")
        let fix = try #require(found.first?.fix)
        #expect(page.bitext.files[0].text(fix.location.range) == " ")
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
