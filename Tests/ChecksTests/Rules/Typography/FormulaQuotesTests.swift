import Testing

@testable import Checks

@Suite struct FormulaQuotesTests {
    @Test func quotesThatBreakAFormula() throws {
        try expect(
            FormulaQuotes.self, "«Saisissez IF(A1=⟦“⟧x”).|Enter IF(A1=\"x\").»", finds: ["in a formula"])
        try expect(
            FormulaQuotes.self, "«Total = SUM(⟦’⟧Ventes’[x])|Total = SUM('Sales'[x])»", finds: ["in a formula"])
    }

    @Test func quotesOfProse() throws {
        try expect(
            FormulaQuotes.self, "«Choisissez (« Oui ») et IF(A1=\"x\").|Choose (\"Yes\") and IF(A1=\"x\").»")
    }
}
