import Testing

@testable import MarkdownSyntax

/// What stands for something longer than itself.
@Suite struct ReferenceLimitTests {
    @Test func referencesLeadSomewhereWhileTheyAreReferences() {
        let text = "[a]: " + String(repeating: "b", count: 100) + "\n\n" + String(repeating: "[a] ", count: 1000) + "\n"
        #expect(urls(text).allSatisfy { $0.utf8.count == 100 })
    }

    @Test func aPageCannotMakeAThousandTimesItsSize() {
        let definition = "[a]: " + String(repeating: "b", count: 20_000)
        let text = definition + "\n\n" + String(repeating: "[a] ", count: 5000) + "\n"
        let urls = urls(text)
        #expect(urls.count == 5000)
        #expect(urls.reduce(0) { $0 + $1.utf8.count } <= 16 * text.utf8.count + 1 << 20)
        #expect(urls.first?.utf8.count == 20_000 && urls.last == "")
    }

    private func urls(_ text: String) -> [String] {
        let tree = MarkdownTree(parsing: Array(text.utf8))
        return tree.ids.filter { tree[$0].kind == .link }.compactMap { tree.destination(of: $0)?.url }
    }
}
