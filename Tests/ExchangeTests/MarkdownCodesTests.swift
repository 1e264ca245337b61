import Testing

@testable import Exchange

@Suite struct MarkdownCodesTests {
    private func reason(_ new: String, _ source: String, _ target: String) -> String? {
        do {
            try MarkdownCodes.check(new, source: source, target: target)
            return nil
        } catch {
            return error.message
        }
    }

    @Test func whatBothHaveMustStay() {
        #expect(reason("Ouvrez `a` vite", "Open `a`", "Ouvrez `a`") == nil)
        #expect(reason("Ouvrez", "Open `a`", "Ouvrez `a`") == "code “`a`” is missing")
        #expect(reason("`a` `a`", "Open `a`", "Ouvrez `a`") == "code “`a`” is doubled")
        #expect(reason("Voir aide", "See [help](a.md)", "Voir [aide](a.md)") == "code “](a.md)” is missing")
        #expect(reason("Ouvrez", "Open <br>", "Ouvrez <br>") == "code “<br>” is missing")
    }

    /// A correction may put back what the old target had lost or spoilt.
    @Test func whatTheSourceHasMayComeBack() {
        #expect(reason("Exécutez `Get-Job`", "Run `Get-Job`", "Exécutez `obtenir-Job`") == nil)
        #expect(reason("Exécutez", "Run `Get-Job`", "Exécutez `obtenir-Job`") == nil)
        #expect(reason("Exécutez `x`", "Run `Get-Job`", "Exécutez")?.hasPrefix("unknown code “`x`”") == true)
    }

    @Test func aNewTargetNeedsAll() {
        #expect(reason("Ouvrez", "Open `a`", "") == "code “`a`” is missing")
        #expect(reason("Ouvrez `a`", "Open `a`", "") == nil)
    }

    @Test func addressesMayBeLocalised() {
        let (source, target) = ("[a](https://contoso.com/en-us/a)", "[a](https://contoso.com/en-us/a)")
        #expect(reason("[b](https://contoso.com/fr-fr/a)", source, target) == nil)
        #expect(reason("[b](https://contoso.com/fr-fr/b)", source, target) != nil)
    }
}
