import TestSupport
import Testing

@testable import Checks

/// Right translations that readers of unseen pages found reported.
@Suite struct FalseAlarmTests {
    /// What is said with more than a note.
    private func alarms<R: Rule>(_ rule: R.Type, _ marked: String, _ locale: String) throws -> [String] {
        try findings(of: rule, in: marked, locale: locale).filter { $0.severity > .note }.map(\.message)
    }

    @Test(arguments: [
        // A phrase with an underscore, whose end is kept; an abbreviation; two sentences; a typing error; a version; an idiom.
        ("de-DE", "Unser Relais_Ring1|Our relay_Ring1"), ("ko-KR", "관련 149조 2항|See art.149 and sec.2"),
        ("de-DE", "**Zugriff**. Dies zeigt alles|**Access**.This shows everything with Control.This thing"),
        ("ja-JP", "**請求不可** を選ぶ|Select **Non0billable** now"), ("de-DE", "Relais 3.x nutzen|Use Relay v3.x now"),
        ("de-DE", "~ 91-93 %|Low 90s"), ("de-DE", "Relais \\[1\\]|Relay \\[3\\]"),
        ("ko-KR", "연중무휴 관리|Operations 24x7x365 for you"),
    ])
    func names(locale: String, segment: String) throws {
        #expect(try alarms(Identifier.self, "«\(segment)»", locale) == [])
    }

    @Test func namesThatAreCode() throws {
        for segment in [
            "msdyn_ Aufgaben öffnen|Open msdyn_tasks", "Öffnen Sie Relais|Open fab_relay", "Relais|The v35x",
        ] {
            #expect(try alarms(Identifier.self, "«\(segment)»", "de-DE").count == 1, "\(segment)")
        }
    }

    @Test(arguments: [
        ("de-DE", "Das Relais ist vollständig bereit.|The relay is 100-percent ready."),
        ("ja-JP", "7 日と 21 日|On the seventh and twenty-first days"),
        ("de-DE", "~ 91-93 %|Low 90s"), ("de-DE", "Relais \\[1\\]|Relay \\[3\\]"),
        ("ko-KR", "연중무휴 운영|Operations 24 X 7 for you"), ("ko-KR", "릴레이 2부|Relays, Part II"),
    ])
    func numbers(locale: String, segment: String) throws {
        #expect(try alarms(Number.self, "«\(segment)»", locale) == [])
    }

    @Test func numbersThatAreLost() throws {
        for segment in [
            "Relais bereit.|100 relays are ready.", "Relais bereit.|24 relays are ready.", "~ 81 %|Low 90s",
        ] {
            #expect(try alarms(Number.self, "«\(segment)»", "de-DE").count == 1, "\(segment)")
        }
    }

    @Test func keysAndLabels() throws {
        #expect(
            try alarms(PathName.self, "«ALT_UMSCHALT+Links-/Rechtspfeil|ALT_SHIFT+Left/Right arrows»", "de-DE") == [])
        #expect(try alarms(Placeholder.self, "«Fall 3 [다중 통화]|Case 3 [Multi-Currency]»", "ko-KR") == [])
        let add = "Project Relay Automation desktop add-in for the Contoso"
        #expect(
            try alarms(Untranslated.self, "«Project Relay Automation-desktop-add-in-for-the Contoso|\(add)»", "de-DE")
                == [])
    }

    @Test func linksThatNeedNoBlank() throws {
        #expect(
            try alarms(GluedLink.self, "«Die [Testumgebungs-](a.md)Bereitstellung|The [test](a.md) setup»", "de-DE")
                == [])
        #expect(try alarms(GluedLink.self, "«专门的[平台](a.md)很好|A [platform](a.md) here»", "fr-FR") == [])
        #expect(try alarms(GluedLink.self, "«[여기](a.md)서 찾습니다|Find it [here](a.md)»", "ko-KR") == [])
        #expect(try alarms(GluedLink.self, "«[여기](a.md)있는 것|What is [here](a.md)»", "ko-KR").count == 1)
    }

    /// In Korean, two sentences often become one with a joining ending.
    @Test func sentencesThatGoOn() throws {
        let source = ("The relay runs on trust.", "It keeps the rules of all.", "It is open to all of you.")
        func page(_ first: String) -> String {
            "«\(first)|\(source.0)» «규정을 준수합니다.|\(source.1)» «모두에게 열려 있습니다.|\(source.2)»"
        }
        #expect(try alarms(EndPunctuation.self, page("릴레이는 신뢰로 운영되며"), "ko-KR") == [])
        #expect(try alarms(EndPunctuation.self, page("릴레이는 신뢰로 운영되며,"), "ko-KR") == [])
        #expect(try alarms(EndPunctuation.self, page("릴레이는 신뢰로 운영됩니다"), "ko-KR").count == 1)
    }

    @Test(arguments: [
        ("ru-RU", "Берутся четырёх соседей и четыре точки|The 4 neighbours and the 4 points"),
        ("ru-RU", "Может быть несколько тысяч реле.|There may be 1000+ or many more relays."),
        ("fr-FR", "La moitié des relais|50 percent of the relays"), ("es-ES", "En el último mes|In the last 1 month"),
    ])
    func numbersInWords(locale: String, segment: String) throws {
        #expect(try alarms(Number.self, "«\(segment)»", locale) == [])
    }

    @Test func aYearThatTheTargetAddsToADate() throws {
        #expect(try alarms(Number.self, "«1 de enero de 2022: fin|January 1: the end»", "es-ES") == [])
        #expect(try alarms(Number.self, "«Relé 2022: fin|Relay: the end»", "es-ES").count == 1)
    }

    @Test(arguments: [
        ("fr-FR", "30 jours (**J30**)|30 days (**D30**)"), ("es-ES", "La página de Fabrikam 365|The F365 page"),
        ("tr-TR", "SS:dd veya SS.ss ile|Through HH:mm or HH.hh"), ("fr-FR", "Montant : XX,XX ici|Amount: XX.XX here"),
    ])
    func namesOfEachLanguage(locale: String, segment: String) throws {
        #expect(try alarms(Identifier.self, "«\(segment)»", locale) == [])
    }

    @Test func namesThatAreSentences() throws {
        let names = "pagar_pedido_do_usuario_ana|pay_order_for_user_ana"
        #expect(try alarms(Identifier.self, "«\(names)»", "pt-BR") == [])
        #expect(try alarms(Identifier.self, "«![exemplo](a.png) aqui|![relay_log image](a.png) here»", "pt-BR") == [])
        #expect(try alarms(Identifier.self, "«A3 sem vigilância|Relay A3unattended»", "pt-BR") == [])
        #expect(try alarms(Identifier.self, "«Digite meu_id aqui|Enter my_relay_id here»", "pt-BR") == [])
        #expect(try alarms(Identifier.self, "«SDK de .NET do centro|Center.NET kit here»", "pt-BR") == [])
        #expect(try alarms(Identifier.self, "«O exemplo aqui|The relay_log here»", "pt-BR").count == 1)
    }

    @Test func aLetterAndANumberThatAreAName() throws {
        #expect(try alarms(Identifier.self, "«Le relais J30 démarre|The relay D30 starts»", "fr-FR").count == 1)
    }

    @Test func functionsHaveEmptyParentheses() throws {
        #expect(try alarms(EmptyParentheses.self, "«Appelez OnRender() ici|Call OnRender\" here»", "fr-FR") == [])
        #expect(try alarms(EmptyParentheses.self, "«Le relais `a` ()|The relay (`a`)»", "fr-FR").count == 1)
    }

    @Test func wordsThatAreTwo() throws {
        #expect(try alarms(DoubledWord.self, "«Los asociados asociados a él|The partners of it»", "es-ES") == [])
        #expect(try alarms(DoubledWord.self, "«muhasebe'de de kullanılır|used in accounting, too»", "tr-TR") == [])
        #expect(try alarms(DoubledWord.self, "«Los los asociados|The partners»", "es-ES").count == 1)
    }

    @Test func addressesOfSamples() throws {
        #expect(
            try alarms(Address.self, "«Por ejemplo ejemplo.contoso.com|Such as example.contoso.com»", "es-ES") == [])
        #expect(
            try alarms(Address.self, "«Por ejemplo rele.contoso.com|Such as relay.contoso.com»", "es-ES").count == 1)
    }

    @Test func textThatIsKeptOnPurpose() throws {
        #expect(
            try alarms(
                PartlyUntranslated.self,
                "«Consulte Connect with the relays of your partner (Conexión con [los relés).](a.md)|See [Connect with the relays of "
                    + "your partner](a.md).»",
                "es-ES") == [])
        #expect(
            try alarms(
                PartlyUntranslated.self,
                "«Error: '{\"code\":3,\"message\":\"The relay of the line could not be found.\"}'|Failed: "
                    + "'{\"code\":3,\"message\":\"The relay of the line could not be found.\"}'»", "es-ES") == [])
        for text in [
            "F365 for Operations, on-prem (AX Server) using the Fab365 Project Operations SKU",
            "else if **fab_type** = 3, then it is the **Free** one",
        ] {
            #expect(try alarms(Untranslated.self, "«\(text)|\(text)»", "es-ES") == [], "\(text)")
        }
        let text = "Extra data will cause the upload to fail."
        #expect(try alarms(Untranslated.self, "«\(text)|\(text)»", "es-ES").count == 1)
    }

    @Test(arguments: [
        ("it-IT", "Disponibile alle 18.00 (PST)|Available at 6PM (PST)"),
        ("it-IT", "Con 1000 risposte|With 1-K responses"),
        ("it-IT", "1 marzo: 1000 risposte, 2 marzo e 1 aprile|1-K responses on March 1, March 2 and April 1"),
        ("it-IT", "Alle 14.30 di oggi|At 2.30 p.m. today"), ("ja-JP", "午前6時に開始|It starts at 0600 hours"),
    ])
    func hoursAndThousands(locale: String, segment: String) throws {
        #expect(try alarms(Number.self, "«\(segment)»", locale) == [])
    }

    @Test func linksToWhatEachLanguageHas() throws {
        for segment in [
            "[Relais](https://fr.wikipedia.org/wiki/Relais)|[Relay](https://en.wikipedia.org/wiki/Relay)",
            "[Relais](https://contoso.com/a)|[Relay](https://www.contoso.com/a)",
            "[Relais](https://github.com/fab/relay/tree/main/doc)|[Relay](https://github.com/fab/relay/tree/0a1b2c3/doc?b=1)",
            "[Relais](https://contoso.com/[nomdedomaine])|[Relay](https://contoso.com/[domainname])",
        ] {
            #expect(try alarms(Link.self, "«\(segment)»", "fr-FR") == [], "\(segment)")
        }
        let other = "[Relais](https://fr.contoso.org/wiki/Relais)|[Relay](https://en.contoso.org/wiki/Relay)"
        #expect(try alarms(Link.self, "«\(other)»", "fr-FR").count == 1)
    }

    @Test func aLinkWithALongerTitle() throws {
        let source =
            "Partners who want to take part in it should read the [Relay Center customer testing guide](a.md) for how to start with it now"
        let target =
            "I partner che intendono partecipare dovrebbero leggere la [guida ai test per i clienti del settore dei relè del Centro "
            + "per i partner](a.md) per sapere come iniziare subito con questo"
        #expect(try alarms(LinkText.self, "«\(target)|\(source)»", "it-IT") == [])
    }

    @Test func emphasizedFunctionWords() throws {
        #expect(try alarms(LostEmphasis.self, "«Sia l'uno che l'altro|**both** one **and** the other»", "it-IT") == [])
        #expect(try alarms(LostEmphasis.self, "«Fare clic su Salva|Click **Save** now»", "it-IT").count == 1)
    }

    /// What is like a right translation, and is none.
    @Test(arguments: [
        ("es-ES", "Conecte relés mediante un cable.|Connect 50 relays with a cable."),
        ("it-IT", "Collega i relè per mezzo di un cavo.|Connect 50 relays with a cable."),
        ("ja-JP", "半角で入力します。|Enter 50 of them."), ("it-IT", "Alle 18.00|At 6AM"),
    ])
    func numbersThatAreLost(locale: String, segment: String) throws {
        #expect(try alarms(Number.self, "«\(segment)»", locale).count == 1)
    }

    @Test func otherFaultsThatStay() throws {
        #expect(try alarms(Identifier.self, "«Ouvrez la porte de 30 relais|Open the door D30»", "fr-FR").count == 1)
        #expect(try alarms(Identifier.self, "«o número aqui|the number_of_open_files here»", "pt-BR").count == 1)
        #expect(try alarms(Placeholder.self, "«À D:\\logs ici|To D:\\logs{date} here»", "fr-FR").count == 1)
        #expect(
            try alarms(EmptyParentheses.self, "«Ouvrez Fabrikam() ici|Open Fabrikam (preview) here»", "fr-FR").count
                == 1)
        let text = "Use Contoso Relay Service with Windows Server and Exchange Online to send messages to the port"
        #expect(try alarms(Untranslated.self, "«\(text)|\(text)»", "es-ES").count == 1)
        let rest = "then restart the server and wait for the port."
        #expect(
            try alarms(PartlyUntranslated.self, "«Ouvrez-le, \(rest) (Cela dure 5 minutes.)|Open it, \(rest)»", "fr-FR")
                .count
                == 1)
    }

    @Test(arguments: [("==", "!="), ("a && b", "a, b"), ("x < 1", "x > 1"), ("MAX_SIZE", "MIN_SIZE")])
    func codeThatIsNoName(source: String, target: String) throws {
        #expect(try alarms(CodeSpan.self, "«Avec `\(target)` ici|With `\(source)` here»", "fr-FR").count == 1)
    }

    /// Names that a translation of the page has in all its places, in its code, too; and what differs little.
    @Test(arguments: [
        ("`StatefulSets`", "`StatefulSet`"), ("`Consumer`", "`Consumer (client)`"),
        ("`layouts/xx/a`", "`layouts/fr/a`"),
        ("`<path>/<to>/<file>`", "`<chemin>/<fichier>`"), ("`order #98765 of eve`", "`commande #98765 eve`"),
        ("`do_work()`", "`faire_travail()`"), ("`id/YOUR_ID`", "`id/VOTRE_ID`"),
    ])
    func codeThatDiffersLittle(source: String, target: String) throws {
        let page = "«Il a \(target) en lui|It has \(source) in it»\n\n```py\n«faire_travail()|do_work()»\n```\n"
        #expect(try alarms(CodeSpan.self, page, "fr-FR") == [])
        #expect(try findings(of: CodeSpan.self, in: page).count == 1)
    }

    // MARK: Read on 30 November 2026

    /// A sample whose amounts the translator changed throughout; where the page keeps one, the others are faults.
    @Test func currenciesOfASample() throws {
        let changed = "«5 EUR|5 USD»\n\n«6 EUR|6 USD»\n\n«7 EUR|7 USD»\n"
        #expect(try alarms(Unit.self, changed, "fr-FR") == [])
        #expect(try findings(of: Unit.self, in: changed).count == 3)
        #expect(try alarms(Unit.self, changed + "\n«8 USD|8 USD now»\n", "fr-FR").count == 3)
        #expect(try alarms(Unit.self, changed + "\n«9 GBP|9 USD»\n", "fr-FR").count == 4)
    }

    /// The only amount of a page may be of a localised sample. Where the page keeps another one, it is a mistake.
    @Test func oneAmount() throws {
        #expect(try findings(of: Unit.self, in: "«5 EUR|5 USD»\n").map(\.severity) == [.note])
        #expect(try alarms(Unit.self, "«5 EUR|5 USD»\n\n«6 USD ici|6 USD here»\n", "fr-FR").count == 1)
        #expect(try alarms(Unit.self, "«5 EUR|5 USD»\n\n«7 GBP|7 GBP»\n", "fr-FR").count == 1)
        #expect(try alarms(Unit.self, "«5 EUR|5 USD»\n\n«6 EUR|6 USD»\n", "fr-FR") == [])
    }

    /// A piece of a date with a time, in another order.
    @Test func datesWithTimes() throws {
        let segment = "«Le 17-12-2012T07:59:59|On 2012-12-17T07:59:59»"
        #expect(try alarms(Identifier.self, segment, "fr-FR") == [])
    }

    @Test func numbersInWords() throws {
        for (locale, segment) in [
            ("fr-FR", "La ligne bi-annuelle est là|The 6-month line is there"),
            ("de-DE", "halbjährlich|every 6 months"),
            ("fr-FR", "La ligne trimestrielle|The 3-month line"), ("fr-FR", "Il manque 300 grammes|0.3 kg are missing"),
            ("ru-RU", "На три порядка медленнее|1000x slower than that"),
        ] {
            #expect(try alarms(Number.self, "«\(segment)»", locale) == [], "\(segment)")
        }
        #expect(try alarms(Number.self, "«La ligne est là|The 6-month line is there»", "fr-FR").count == 1)
    }

    @Test func formsOfOneWord() throws {
        #expect(try alarms(DoubledWord.self, "«Les produits produits ici|The products produced here»", "fr-FR") == [])
        #expect(try alarms(DoubledWord.self, "«Les produits produits ici|The products here»", "fr-FR").count == 1)
    }

    @Test func labelsInOtherLetters() throws {
        #expect(try alarms(UnbalancedBrackets.self, "«б) Откройте реле|b. Open the relay (again)»", "ru-RU") == [])
        #expect(try alarms(UnbalancedBrackets.self, "«Реле) откройте|Open the relay (again)»", "ru-RU").count == 1)
    }

    @Test func numbersThatDifferForAReason() throws {
        for (locale, segment) in [
            ("fr-FR", "Contoso Microsoft 365 A5 Conformité|Contoso Microsoft A5 Compliance"),
            ("ru-RU", "Введение в реле|Relays 101: an introduction"),
            ("ru-RU", "Отключайте его в 75% случаев|Avoid it in more than 25% of cases"),
        ] {
            #expect(try alarms(Number.self, "«\(segment)»", locale) == [], "\(segment)")
        }
        for segment in ["Relais 365 A5|Relay A5 is here", "Il reste 70 %|There are 25% left"] {
            #expect(try alarms(Number.self, "«\(segment)»", "fr-FR").count == 1, "\(segment)")
        }
    }

    @Test func versionsWithAndWithoutALetter() throws {
        #expect(try alarms(Identifier.self, "«Wersja 1.16.1-preview|Release v1.16.1-preview»", "pl-PL") == [])
    }

    /// A record of a sample that the reader names; without a second place, it may be a broken name.
    @Test func namesOfASample() throws {
        let segment = "«Ouvrez Garantie_1 ici|Open Warranty_1 here»"
        #expect(try alarms(Identifier.self, segment + "\n\n«Fermez Garantie_1|Close it»", "fr-FR") == [])
        #expect(try alarms(Identifier.self, segment, "fr-FR").count == 1)
    }

    @Test func headingsNeedNoColon() throws {
        #expect(try alarms(EndPunctuation.self, "### «Ouvrir le relais|Open the relay:»", "fr-FR") == [])
        #expect(try alarms(EndPunctuation.self, "«Ouvrir le relais|Open the relay:»", "fr-FR").count == 1)
    }

    /// `glued-link` says it.
    @Test func linksThatLackABlank() throws {
        #expect(
            try alarms(
                EmphasisInsideWord.self, "«[**Relais, dont**](a.md)le port|[**Relays**](a.md), its port»", "fr-FR")
                == [])
    }

    @Test func namesThatLostTheirCapitals() throws {
        let segment =
            "«La certification finance and operations developer associate|The Finance and Operations Developer Associate»"
        #expect(try alarms(PartlyUntranslated.self, segment, "fr-FR") == [])
        let before = "«Le processus out-of-box experience (OOBE)|The out-of-box experience (OOBE) process»"
        #expect(try alarms(PartlyUntranslated.self, before, "fr-FR") == [])
        let expansion =
            "«Machines (infrastructure as a service ou IaaS)|Machines (infrastructure as a service or IaaS)»"
        #expect(try alarms(PartlyUntranslated.self, expansion, "fr-FR") == [])
        #expect(
            try alarms(PartlyUntranslated.self, "«Relais turn on your new relay|Turn on your new relay»", "fr-FR").count
                == 1)
    }

    @Test func namesInOtherForms() throws {
        try expect(Identifier.self, "«1 920 x 1 080 pixels|1920x1080px»")
        try expect(Identifier.self, "«Soit $X \\_ 5$ donné|Let $X\\_5$ be given»")
        let citation = try findings(of: Identifier.self, in: "«Voir arXiv: 1804.00633|See arXiv:1804.00633»")
        #expect(citation.map(\.severity) == [.note])
        try expect(
            Identifier.self, "«⟦1 920 x 1 080 pixels⟧|1920x1200px»", finds: ["the name 1920x1200px is lost"])
    }

    @Test func patternsAndTags() throws {
        let pattern = try findings(of: PathName.self, in: "«(?i)(\\bRelais\\d)|(?i)(\\bRelay\\d)»")
        #expect(pattern.allSatisfy { $0.severity == .note })
        try expect(Placeholder.self, "«[ÉTÉ] Bonjour|[SUMMER] Hello»")
    }

    @Test func quotesInQuotes() throws {
        try expect(
            UnbalancedBrackets.self, "«Choisissez „\"Ne pas envoyer\"“.|Choose \"Do not send\".»", locale: "de-DE")
        try expect(
            UnbalancedBrackets.self, "«Choisissez ⟦„⟧Ne pas envoyer.|Choose \"Do not send\".»", locale: "de-DE",
            finds: ["has no partner"])
    }

    @Test func compoundsThatTheLanguageHas() throws {
        let page = "«End-to-end bi-directionele synchronisatie|End-to-end bi-directional synchronization»"
        try expect(PartlyUntranslated.self, page, locale: "nl-NL")
    }
}
