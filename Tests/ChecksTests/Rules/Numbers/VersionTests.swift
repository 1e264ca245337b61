import Testing

@testable import Checks

@Suite struct VersionTests {
    /// Of each finding, its severity and what the fix writes.
    private func found(_ page: String, _ locale: String = "fr-FR") throws -> [String] {
        try findings(of: Version.self, in: page, locale: locale).map { "\($0.severity) \($0.fix?.replacement ?? "-")" }
    }

    @Test func aVersionThatIsChanged() throws {
        try expect(
            Version.self, "«La version ⟦6.0.9320⟧|Version 6.0.9319»\n\n«⟦L'adresse du serveur⟧|The server at 10.0.0.1»",
            finds: ["source has 6.0.9319, target has 6.0.9320", "10.0.0.1 is lost"])
    }

    @Test func aVersionWrittenAsAQuantity() throws {
        try expect(
            Version.self, "«Installez PowerShell ⟦2,0⟧.|Install PowerShell 2.0.»", finds: ["a version keeps its dot"])
    }

    /// The word or the name before it shows that it is a version.
    @Test(arguments: [
        ("fr-FR", "la version 3,0 s'affiche|Version 3.0 is shown"), ("pt-BR", "Use a v3,0.|Use v3.0."),
        ("cs-CZ", "verze 3,0 s podporou|version 3.0 with support"), ("de-DE", "TLS 3,0 ist nötig|You need TLS 3.0"),
        ("de-DE", ".NET 3,0 ist nötig|You need .NET 3.0"), ("es-ES", "3,0 o posterior|3.0 or later"),
        ("ru-RU", "Опенкср 3,0|OpenXR 3.0"), ("de-DE", "Version (3,0)|the latest version (3.0)"),
        ("de-DE", "Abschnitt 3,0|Section 3.0"), ("fr-FR", "Contoso Relay 3,0 ici|Get Contoso Relay 3.0 here"),
    ])
    func versionsAreRepaired(locale: String, pair: String) throws {
        #expect(try found("«\(pair)»", locale) == ["warning 3.0"])
    }

    /// With a currency, a unit or a percent sign, or after a word for a quantity, it is none.
    @Test(arguments: [
        ("fr-FR", "Le coût est de 16,00 USD|The cost is USD 16.00"), ("de-DE", "Der Preis: 12,50 €|Price 12.50"),
        ("tr-TR", "Fiyat 7,25 CHF|Price CHF 7.25"), ("pl-PL", "Cena 9,5 zł|The PLN 9.5 price"),
        ("sv-SE", "Avgift 9,5 kr|Fee SEK 9.5"),
        ("fr-FR", "Total 2,5|Total 2.5"), ("fr-FR", "UnitPrice 2,5|UnitPrice 2.5"), ("fr-FR", "La TVA 5,5|The VAT 5.5"),
        ("tr-TR", "Oran: Contoso %2,5|Rate: Contoso 2.5%"), ("fr-FR", "Wi-Fi 2,4 GHz|Wi-Fi 2.4 GHz now"),
        ("fr-FR", "Contoso A 2,5|Contoso A 2.5 is"), ("fr-FR", "La valeur 3,0|Set the value to 3.0"),
        ("fr-FR", "De 2,5 à Contoso 2,5|From Contoso 2.5"), ("de-DE", "Ein pH 7,5|A pH 7.5 is"),
        ("de-DE", "Je vCPU 1,5|For a vCPU 1.5"),
        ("de-DE", "2,5 Go et 1.000.000 octets|2.5 GB and 1,000,000 bytes"),
    ])
    func amountsAreNone(locale: String, pair: String) throws {
        #expect(try found("«\(pair)»", locale) == [])
    }

    /// What may be a name or not is a note, and is not changed. Most acronyms are rates.
    @Test func doubtfulNamesAreANote() throws {
        #expect(try found("«Un CVSS 9,8 est critique|A CVSS 9.8 is critical»") == ["note -"])
        #expect(try found("«Le MOS 4,5 est bon|MOS 4.5 is good»") == ["note -"])
        #expect(try found("«Le fournisseur Contoso 12,50|The vendor Contoso 12.50»") == ["note -"])
        #expect(try found("«Relais 2,5|The Relay 2.5»") == ["note -"])
        #expect(try found("«Le service 2,0|The Active Directory Services 2.0»") == ["warning -"])
    }

    @Test(arguments: [
        ("fr-FR", "la version ⟦2. 5⟧|version 2.5"), ("fr-FR", "la version ⟦10 0⟧|version 10.0"),
        ("ar-SA", "الإصدار ⟦2,5⟧|version 2.5"),
    ])
    func partsThatAreApart(locale: String, pair: String) throws {
        try expect(Version.self, "«\(pair)»", locale: locale, finds: ["a version keeps its dot"])
    }

    @Test func otherNumbersAreNoParts() throws {
        try expect(Version.self, "«Les étapes 2, 5 et 7|Version 2.6»\n\n«Relais 2, 5 fois|Contoso 2.5 times»")
    }

    /// The comma that is changed is that of the version.
    @Test func twoNumbersWithTheSameDigits() throws {
        try expect(
            Version.self, "«La version ⟦2,0⟧ coûte 2,0 euros.|Version 2.0 costs 2.0 euros.»",
            finds: ["a version keeps its dot"])
        try expect(Version.self, "«12,05|TLS 2.0»")
    }
}
