import Bitext
import Code
import MarkdownSyntax
import ParsedBitext

/// Typographic quotes, dashes and no-break spaces in a code block.
struct TypographicCode: Rule {
    static let description = RuleDescription(
        "typographic-code", .warning, .typography, "A code block contains a typographic character.",
        discussion: """
            Code with typographic quotes, typographic dashes or no-break spaces fails in a shell, or does something
            else. The rule ignores comments of PowerShell, plain text and the output of commands. It reports one finding
            for each block, and none where the code of the source of a page pair has such characters, too. Write the plain
            characters.
            """,
        bad: .init("Set-Job -Name \"a\"", "Set-Job -Name “a”"),
        good: .init("Set-Job -Name \"a\"", "Set-Job -Name \"a\""),
        precision: "24 of 24 (fr-FR, de-DE; November 2026)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        var seen: Set<Location> = []
        let isPagePair = tokenized.bitext.isPagePair
        let known = isPagePair ? characters(in: tokenized.parsed[.source].tree) : []
        for side in isPagePair ? [Side.target] : [.target, .source] {
            let tree = tokenized.parsed[side].tree
            for id in tree.ids where tree[id].kind == .codeBlock {
                guard let block = tree.codeBlock(id) else { continue }
                let found = TypographicCharacters.find(in: block.bytes, declared: block.info)
                guard let first = found.first, let start = block.sideOffset(of: first.range.lowerBound) else {
                    continue
                }
                if known.contains("\(first.name)") { continue }
                let location = tokenized.bitext.location(of: start..<start + first.range.count, on: side)
                // Both sides can share a block: report it once.
                guard seen.insert(location).inserted else { continue }
                let more = found.count == 1 ? "" : ", and \(found.count - 1) more in this block"
                report.add(
                    "\(first.name) in code\(more)", segment: tokenized.segment(at: location), side: side, at: location,
                    evidence: .init(target: tokenized.bitext.files[location.file].text(location.range)))
            }
        }
    }
    /// The names of the typographic characters in the code of a side.
    private func characters(in tree: MarkdownTree) -> Set<String> {
        var names: Set<String> = []
        for id in tree.ids where tree[id].kind == .codeBlock {
            guard let block = tree.codeBlock(id) else { continue }
            for found in TypographicCharacters.find(in: block.bytes, declared: block.info) {
                names.insert("\(found.name)")
            }
        }
        return names
    }
}
