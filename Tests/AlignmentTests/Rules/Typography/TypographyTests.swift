import Testing

@testable import Alignment

@Suite struct TypographyTests {
    @Test func french() throws {
        try expect(FrenchSpacing.self, "«Remarque⟦ ⟧: redémarrez.|Note: restart.»", finds: ["in front of “:”"])
        try expect(
            FrenchSpacing.self, "«Remarque\u{A0}: à 10:30 sur C: ou https://a.fr|Note: at 10:30 on C: or https://a.fr»")
        try expect(FrenchSpacing.self, "«Remarque : oui|Note: yes»", locale: "fr-CA")
    }

    @Test func spanish() throws {
        try expect(SpanishOpeningMarks.self, "«Qué es esto⟦?⟧|What is this?»", locale: "es-ES", finds: ["“¿”"])
        try expect(SpanishOpeningMarks.self, "«¿Qué es esto?|What is this?»", locale: "es-ES")
    }

    @Test func japanese() throws {
        try expect(FullWidthPunctuation.self, "«再起動します⟦.⟧|Restart it.»", locale: "ja-JP", finds: ["“.”"])
        try expect(FullWidthPunctuation.self, "«バージョン 2.0 です。|Version 2.0.»", locale: "ja-JP")
    }
}
