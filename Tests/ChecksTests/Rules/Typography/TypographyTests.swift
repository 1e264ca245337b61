import Testing

@testable import Checks

@Suite struct TypographyTests {
    @Test func french() throws {
        try expect(
            FrenchSpacing.self, "«Remarque⟦ ⟧: ouvrez &laquo;⟦ ⟧Options⟦ ⟧&raquo;|Note: open \"Options\"»",
            finds: ["a plain space before “:”", "a plain space after “«”", "a plain space before “»”"])
        try expect(
            FrenchSpacing.self, "«Remarque\u{A0}: voir C: ou 10:30, http://contoso.com\u{202F}!|Note: see C: or 10:30!»"
        )
        try expect(FrenchSpacing.self, "«Remarque : voir|Note: see»", locale: "fr-CA")
    }

    @Test func german() throws {
        try expect(
            GermanQuotes.self, "«Klicken Sie auf ⟦\"⟧Weiter⟦\"⟧.|Click \"Next\".»", locale: "de-DE",
            finds: ["German writes „", "German writes “"])
        try expect(GermanQuotes.self, "«Setzen Sie Name=\"Wert\" ein|Set Name=\"Value\"»", locale: "de-DE")
        try expect(GermanQuotes.self, "«Klicken Sie auf \"Weiter\".|Click \"Next\".»", locale: "de-CH")
    }

    @Test func spanish() throws {
        try expect(
            SpanishOpeningMarks.self, "«Qué es un relé⟦?⟧|What is a relay?»", locale: "es-ES", finds: ["“¿” is missing"]
        )
        try expect(
            SpanishOpeningMarks.self, "«¿Qué es un relé?|What is a relay?»\n\n«está en su sitio?|is it in place?»",
            locale: "es-ES")
        try expect(SpanishOpeningMarks.self, "«MSN, Yahoo! y otros|MSN, Yahoo! and others»", locale: "es-ES")
    }

    @Test func chineseAndJapanese() throws {
        try expect(
            FullWidthPunctuation.self, "«再起動します⟦.⟧|Restart it.»", locale: "ja-JP",
            finds: ["half-width “.” after full-width text"])
        try expect(
            FullWidthPunctuation.self, "«再起動します。|Restart it.»\n\n«詳細...|Details…»\n\n«次の.\\a.ps1|This .\\a.ps1»",
            locale: "ja-JP")
        try expect(FullWidthPunctuation.self, "«fini.|done.»")
    }

    @Test func katakana() throws {
        try expect(
            HalfWidthKatakana.self, "«この⟦ｻｰﾊﾞｰ⟧です|It is the server»", locale: "ja-JP", finds: ["“ｻｰﾊﾞｰ” is half-width"])
        try expect(HalfWidthKatakana.self, "«サーバー（１）|Server (1)»\n\n«ｻｰﾊﾞｰ|ｻｰﾊﾞｰ»", locale: "ja-JP")
    }
}
