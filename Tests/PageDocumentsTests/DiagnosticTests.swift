import PageDocuments
import TestSupport
import Testing

@Suite struct DiagnosticTests {
    @Test func nestingThatIsNotReadIsSaid() throws {
        let list = (0..<130).map { String(repeating: "  ", count: $0) + "- «Un \($0).|One \($0).»\n" }.joined()
        let page = try PageDocument(MarkedPage("# T\n\n" + list).bytes, path: "p.md")
        #expect(page.diagnostics.map(\.rule) == ["deep-nesting"])
        #expect(page.diagnostics.first?.position.line == 132)
    }
}
