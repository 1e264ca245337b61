import Testing

@testable import Checks

@Suite struct LinkTests {
    /// A tab is found by its id.
    @Test func idsOfTabs() throws {
        let found = try findings(of: Link.self, in: "# «[Ligne](#tab/ligne)|[Line](#tab/line)»\n\n«Un|One»\n\n---\n")
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message == "the id of the tab differs: source has #tab/line, target has #tab/ligne")
        let other = try findings(of: Link.self, in: "«[Ligne](#tab/Line)|[Line](#tab/line)»\n\n«[Un](#un)|[One](#one)»")
        #expect(other.map(\.severity) == [.note, .note])
    }

    @Test(arguments: [
        ("https://contoso.com/s?q=le+mast", "https://contoso.com/s?q=le%20mast"),
        ("https://contoso.com/fr/docs/mast", "https://contoso.com/docs/mast.html"),
    ])
    func addressesOfOnePage(target: String, source: String) throws {
        try expect(Link.self, "«Voir [ici](\(target)).|See [here](\(source)).»")
        try expect(
            Link.self, "«Voir ⟦[ici](https://contoso.com/docs/mast)⟧.|See [here](https://contoso.com/docs/mast.html).»",
            finds: ["leads elsewhere"])
    }

    @Test func aLinkThatIsLost() throws {
        try expect(
            Link.self, "«⟦Lisez d'abord le plan.⟧|See [Plan](plan.md) first.»", finds: ["the link to plan.md is lost"])
    }

    /// The name of an interface is a link only in angle brackets.
    @Test(arguments: ["⟦xref:Fabrikam.Relay⟧", "\\⟦<xref:Fabrikam.Relay>⟧", "< ⟦xref:Fabrikam.Relay⟧ >"])
    func aReferenceThatIsBroken(target: String) throws {
        try expect(
            Link.self, "«Voir \(target) .|See <xref:Fabrikam.Relay>.»",
            finds: ["the link to xref:Fabrikam.Relay is lost"])
    }

    @Test func aLinkThatLeadsElsewhere() throws {
        try expect(
            Link.self, "«Lisez ⟦[le plan](plans.md)⟧.|See [the plan](plan.md).»",
            finds: ["source has plan.md, target has plans.md"])
    }

    /// A note, unless broken brackets made the link.
    @Test(arguments: [
        ("plan.md", Finding.Severity.note), ("https://contoso.com/plan", .note), ("plan.png", .warning),
        ("plan‑de‑relais", .warning),
    ])
    func aLinkThatOnlyTheTargetHas(destination: String, severity: Finding.Severity) throws {
        let found = try findings(of: Link.self, in: "«Lisez [le plan](\(destination)).|See the plan.»")
        #expect(found.map(\.severity) == [severity])
        #expect(found.first?.message.contains("the source does not") == true)
    }

    @Test func mailboxesOfAMadeUpSite() throws {
        let found = try findings(
            of: Link.self,
            in: "«À eva@contoso.com|To ann@contoso.com»\n\n«À eva@fabrikam.com|To ann@contoso.com»")
        #expect(found.map(\.severity) == [.note, .warning])
        try expect(Link.self, "«Une adresse hors de contoso.com|A non-@contoso.com address»")
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
        try expect(Link.self, "«Voir⟦https://contoso.com/a⟧|See https://contoso.com/a»", finds: ["not clickable"])
    }

    /// The address is there, but the sign before it makes it text.
    @Test func anAddressAfterAFullWidthSign() throws {
        try expect(
            Link.self, "«地址：⟦https://relay.org/a⟧|Address: https://relay.org/a»", locale: "zh-CN",
            finds: ["not clickable; put a blank before it, or write `<https://relay.org/a>`"])
        try expect(Link.self, "«地址：<https://relay.org/a>|Address: https://relay.org/a»", locale: "zh-CN")
        let other = "«地址：https://relay.org/ab|Address: https://relay.org/a»"
        #expect(
            try findings(of: Link.self, in: other, locale: "zh-CN").map(\.message)
                == ["the link to https://relay.org/a is lost"])
        let sample = "«地址：https://relay.contoso.com/a|Address: https://relay.contoso.com/a»"
        #expect(try findings(of: Link.self, in: sample, locale: "zh-CN").map(\.severity) == [.note])
        let glued = "«Voirhttps://contoso.com/a|See https://contoso.com/a»"
        #expect(try findings(of: Link.self, in: glued).map(\.severity) == [.warning])
    }

    /// The source's address is not clickable, and the target's is.
    @Test func anAddressThatTheSourceGluesToAWord() throws {
        try expect(Link.self, "«Voir https://relay.org/a|See:https://relay.org/a»")
        try expect(Link.self, "«Voir ⟦https://relay.org/b⟧|See:https://relay.org/a»", finds: ["the source does not"])
    }

    /// `(here)[https://…]` is no link, and its address ends before the bracket.
    @Test func aBracketAfterTheAddressOfTheSource() throws {
        try expect(Link.self, "«Lisez [ https://relay.org/a ].|Read (it)[https://relay.org/a].»")
        try expect(Link.self, "«Lisez https://relay.org/a ici|Read (https://relay.org/a)now»")
        try expect(
            Link.self, "«Lisez [ ⟦https://relay.org/b⟧ ].|Read (it)[https://relay.org/a].»",
            finds: ["source has https://relay.org/a], target has https://relay.org/b"])
        try expect(Link.self, "«Lisez https://relay.org/a_(b) ici|Read https://relay.org/a_(b) now»")
    }

    @Test func anAddressThatTakesInWords() throws {
        try expect(
            Link.self, "«주소(⟦https://relay.org/a)의⟧ 값|The value of the address (https://relay.org/a)»",
            locale: "ko-KR", finds: ["the link to https://relay.org/a takes in “)의”; write `<https://relay.org/a>`"])
        try expect(
            Link.self, "«⟦https://relay.org/a를⟧ 엽니다|Open https://relay.org/a now»", locale: "ko-KR",
            finds: ["takes in “를”"])
        let sample = "«주소(https://relay.contoso.com)의 값|The value (https://relay.contoso.com)»"
        #expect(try findings(of: Link.self, in: sample, locale: "ko-KR").map(\.severity) == [.note])
        try expect(
            Link.self, "«⟦https://relay.org/b를⟧ 엽니다|Open https://relay.org/a now»", locale: "ko-KR",
            finds: ["leads elsewhere"])
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

    /// The target links the name of the page in the place of "here".
    @Test func aWordWithoutMeaning() throws {
        func severities(_ target: String) throws -> [Finding.Severity] {
            let source = "For more information about relays in Contoso Online and in Fabrikam, click [here](a.md)."
            return try findings(of: LinkText.self, in: "«\(target)|\(source)»", locale: "de-DE").map(\.severity)
        }
        let title = "Relais in Contoso Online und in Fabrikam"
        #expect(try severities("Weitere Informationen finden Sie unter [\(title)](a.md).") == [.note])
        #expect(try severities("[Weitere Informationen über \(title) finden Sie hier](a.md).") == [.warning])
        #expect(try severities("Alle weiteren [Informationen über \(title) finden Sie dort.](a.md)") == [.warning])
    }

    /// In German, the verb of a link is at the end of its clause.
    @Test func aClauseThatTheVerbEncloses() throws {
        let source = "As the owner of it, you can [start paused relays](a.md) for all other people in your company."
        let (start, rest) = ("Als der Besitzer davon können Sie", "Relais für alle anderen Personen im Unternehmen")
        try expect(LinkText.self, "«\(start) [angehaltene \(rest) starten](a.md).|\(source)»", locale: "de-DE")
        try expect(
            LinkText.self, "«⟦[\(start) angehaltene \(rest) starten](a.md)⟧.|\(source)»", locale: "de-DE",
            finds: ["the source links 3 of"])
        let french = "démarrer les relais en pause pour toutes les autres personnes de la société"
        try expect(
            LinkText.self, "«En tant que propriétaire vous pouvez ⟦[\(french)](a.md)⟧.|\(source)»",
            finds: ["the source links 3 of"])
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
    @Test func referencesWithABlank() throws {
        let definitions = "\n\n[mast]: a.md\n[dish]: b.md\n"
        try expect(
            BrokenLink.self, "«Voir [les mâts⟦] [⟧Mast] ici.|See [the masts][mast] here.»" + definitions,
            finds: ["remove the space"])
        // Two links, and a source with the blank.
        try expect(BrokenLink.self, "«Voir [mast] [dish] ici.|See [mast], [dish] here.»" + definitions)
        try expect(BrokenLink.self, "«Voir [le mât] [mast] ici.|See [the mast] [mast] here.»" + definitions)
        try expect(BrokenLink.self, "«Tapez [a] [b] ici.|Type [a][b] here.»")
    }

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

    /// The source has as many blanks, of whatever length.
    @Test func theSourceHasTheSameFault() throws {
        try expect(BrokenLink.self, "«[le plan]  (plan.md) ici|[the plan]  (plan.md) here»")
        try expect(BrokenLink.self, "«[le plan] (plan.md) ici|[the plan]\u{A0}(plan.md) here»")
        try expect(
            BrokenLink.self, "«[Oui] (ou non), voir [le plan⟦] (⟧plan.md).|[Yes] (or no), see [the plan](plan.md).»",
            finds: ["remove the space"])
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

    /// The source has a gap or the icon's text in its place.
    @Test func anIconThatTheSourceLost() throws {
        func severities(_ source: String, _ target: String) throws -> [Finding.Severity] {
            try findings(of: ImagePath.self, in: "«\(target)|\(source)»").map(\.severity)
        }
        let target = "Cliquez sur **Ajouter** ![Ajouter](add.gif) pour continuer."
        for source in [
            "Click Add    , and go on.", "Click  to go on.", "Click Add    to go on.",
            "Click the Add icon Add icon to go on.",
        ] {
            #expect(try severities(source, target) == [.note], "\(source)")
        }
        for source in ["Click Add to go on.", "Click it.  Then go on.", "Click Add icon, the Add icon."] {
            #expect(try severities(source, target) == [.warning], "\(source)")
        }
        let two = target + " ![Plus](more.gif)"
        #expect(try severities("Click Add    to go on.", two) == [.note, .warning])
    }

    @Test func theLocaleInAPathIsRight() throws {
        try expect(ImagePath.self, "«![Menu](media/fr-fr/menu.png)|![A menu](media/en-us/menu.png)»")
    }

    /// The id of a meeting looks like a mailbox.
    @Test func anIdThatIsNoMailbox() throws {
        try expect(Link.self, "«Valeur : 19: relay_Mz... zI@thread. v2|Value: 19:relay_Mz...zI@thread.v2»")
    }

    @Test func mailboxesOfMadeUpSitesThatAreLocalised() throws {
        func severities(_ target: String) throws -> [Finding.Severity] {
            try findings(
                of: Link.self, in: "«\(target)|Ask rob@contosoeast.com and ann@contosowest.com.»"
            ).map(\.severity)
        }
        #expect(try severities("Demandez à rob@contosoest.com et ann@contosoouest.com.") == [.note, .note])
        #expect(try severities("Demandez à rob@contosoeast.com et ann@contosoouest.com.") == [.warning])
        #expect(try severities("Demandez à bob@contosoest.com et anne@contosoouest.com.") == [.warning, .warning])
    }
}
