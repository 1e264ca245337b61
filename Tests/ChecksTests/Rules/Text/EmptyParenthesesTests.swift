import Testing

@testable import Checks

@Suite struct EmptyParenthesesTests {
    @Test func whatWasMovedOut() throws {
        try expect(
            EmptyParentheses.self, "«Avec un astérisque \\* ⟦()⟧.|With an asterisk (\\*).»", finds: ["empty"])
        try expect(
            EmptyParentheses.self, "«サービス `relay` ⟦（）⟧|The service (`relay`)»", locale: "ja-JP", finds: ["empty"])
    }

    @Test func emptyOnBothSidesOrWithCode() throws {
        try expect(
            EmptyParentheses.self,
            "«La méthode Start () et (`x`), ![a](b.png) (![c](d.png))|The Start() method, (`x`), ![a](b.png) (![c](d.png))»"
        )
        // A call that lost its marks of code.
        try expect(EmptyParentheses.self, "«Appelez port_open() ici.|Call `port_open()` here.»")
    }
}
