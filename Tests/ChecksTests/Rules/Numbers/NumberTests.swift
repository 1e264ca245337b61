import Testing

@testable import Checks

@Suite struct NumberTests {
    @Test func aNumberThatDiffers() throws {
        try expect(
            Number.self, "«Patientez ⟦50⟧ minutes.|Wait 15 minutes.»", finds: ["source has 15, target has 50"])
    }

    @Test func aNumberThatIsLostOrAdded() throws {
        try expect(
            Number.self, "«⟦Patientez.⟧|Wait 15 minutes.»\n\n«Patientez ⟦15⟧ minutes.|Wait.»",
            finds: ["the number 15 is lost", "the source does not"])
    }

    @Test(arguments: [
        "«1 000,5 Mo et 1 000 Ko|1,000.5 MB and 1,000 KB»", "«Le 31/12/2014|On 12/31/2014»",
        "«Deux serveurs|2 servers»",
        "«2 serveurs|Two servers»", "«À 14 h|At 2 PM»", "«Version 0.5|Version 0.5 here»", "«1 080p|1080p»",
        "«Composez le 1 425 555|Dial 1 425 555 now»", "«Office 365 et Office 365|Office 365»",
        "«le 5 avril 2021|April 5th, 2021»",
        "«Un tiers|A 3rd party»", "«Appels individuels|1:1 calls»", "«Une heure|1 hour»",
    ])
    func theSameValueInFrench(page: String) throws { try expect(Number.self, page) }

    @Test func otherLanguages() throws {
        try expect(Number.self, "«Am 07.07.2015|On 7/7/2015»", locale: "de-DE")
        try expect(Number.self, "«2017 年 4 月|April 2017»\n\n«もう 1 つ|Another»\n\n«２つのサーバー|2 servers»", locale: "ja-JP")
        try expect(Number.self, "«⟦2⟧ Minuten|3 minutes»", locale: "de-DE", finds: ["source has 3, target has 2"])
    }

    @Test(arguments: [
        "«Un mur de 2,7 m à 3,6 m|A wall of 9–12 ft.»", "«Plus de 75 000 000 utilisateurs|More than 75 million users»",
        "«Une réponse à 100 % : toujours|100% hands-free»", "«Le T2 de 2018|FY18Q2»",
        "«De 09h00 à 17h00|From 9:00 am to 5 pm»",
        "«Un appel au 911|A 9-1-1 call»", "«Appelez le 112|Call 911»", "«24 heures sur 24, 365 jours par an|24/7»",
        "«4.º de Primaria|Year 5»",
    ])
    func whatIsSaidOtherwise(page: String) throws { try expect(Number.self, page) }

    @Test func raisedNumbersAreNoDigits() throws {
        try expect(Number.self, "«10.000<sup>5</sup>|10,000<sup>5</sup>»", locale: "de-DE")
        try expect(
            Number.self, "«⟦20.000⟧<sup>5</sup>|10,000<sup>5</sup>»", locale: "de-DE",
            finds: ["source has 10,000, target has 20.000"])
    }

    @Test func whatJapaneseCounts() throws {
        try expect(Number.self, "«A と B の 2 つから選びます。|Choose A or B.»\n\n«200 万|2 million»", locale: "ja-JP")
        try expect(Number.self, "«⟦5⟧ つから選びます。|Choose A or B.»", locale: "ja-JP", finds: ["the source does not"])
    }

    @Test func aNumberOfANameIsANote() throws {
        let found = try findings(
            of: Number.self, in: "«Le coronavirus|COVID-19»\n\n«Les adresses IPv4 ici|The addresses here»")
        #expect(found.map(\.severity) == [.note, .note])
    }

    @Test func manyNumbersHaveOneFinding() throws {
        try expect(
            Number.self, "«⟦Du 17/2 au 18/4⟧|From 5 past 13 to 26 past 39»",
            finds: ["only the source has 5, 13, 26, 39"])
    }

    @Test func aNumberInsideAnIdentifierIsNone() throws {
        try expect(Number.self, "«Réseau E911 x86|E911 network x64»")
    }
}

@Suite struct VersionTests {
    @Test func aVersionThatIsChanged() throws {
        try expect(
            Version.self, "«La version ⟦6.0.9320⟧|Version 6.0.9319»\n\n«⟦L'adresse du serveur⟧|The server at 10.0.0.1»",
            finds: ["source has 6.0.9319, target has 6.0.9320", "10.0.0.1 is lost"])
    }

    @Test func aVersionWrittenAsAQuantity() throws {
        try expect(
            Version.self, "«Installez PowerShell ⟦2,0⟧.|Install PowerShell 2.0.»", finds: ["a version keeps its dot"])
    }

    @Test func aQuantityMayHaveItsComma() throws {
        try expect(
            Version.self, "«Il faut 2,5 Go et 1.000.000 octets.|You need 2.5 GB and 1,000,000 bytes.»", locale: "de-DE")
    }
}
