import Bitext
import MarkdownSyntax
import ParsedBitext

/// A code fence that is never closed.
struct UnclosedFence: Rule {
    static let description = RuleDescription(
        "unclosed-fence", .warning, .markup, "A code fence is never closed.",
        discussion: "Everything after it, up to the end of the item or the page, becomes code. Close the fence.",
        bad: .init("```powershell", "```powershell"), good: .init("```powershell … ```", "```powershell … ```"),
        precision: "3 of 3, one page in three locales (November 2026)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        let side = tokenized.bitext.isPagePair ? Side.target : .source
        let tree = tokenized.parsed[side].tree
        for id in tree.ids where tree[id].kind == .codeBlock {
            guard let block = tree.codeBlock(id), block.isFenced, !block.isClosed else { continue }
            let start = tree[id].range.lowerBound
            let fence = start..<min(start + 3, tree[id].range.upperBound)
            let location = tokenized.bitext.location(of: fence, on: side)
            report.add(
                "this code fence is never closed", segment: tokenized.segment(at: location), at: location,
                severity: isEndedByQuote(id, tree) ? .note : nil)
        }
    }

    /// Whether it is in a quote inside another one that goes on after it: the end of the inner quote ends the code where it should.
    private func isEndedByQuote(_ id: MarkdownTree.ID, _ tree: MarkdownTree) -> Bool {
        func isQuote(_ id: MarkdownTree.ID?) -> Bool {
            id.map { [.blockQuote, .alert].contains(tree[$0].kind) } ?? false
        }
        guard let quote = tree.parent(of: id), isQuote(quote), let outer = tree.parent(of: quote), isQuote(outer)
        else { return false }
        return tree[quote].range.upperBound < tree[outer].range.upperBound
    }
}
