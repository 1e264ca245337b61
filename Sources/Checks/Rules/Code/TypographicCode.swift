import Bitext
import Code
import MarkdownSyntax
import ParsedBitext

/// Typographic quotes, dashes and no-break spaces in code.
struct TypographicCode: Rule {
    static let description = RuleDescription(
        "typographic-code", .warning, .typography, "Code contains a typographic character.",
        discussion: """
            Code with typographic quotes, typographic dashes or no-break spaces fails in a shell, or does something
            else. The rule ignores comments, plain text and the output of commands, and outside of shells the text in
            double quotes. It reports one finding for each block, also where the source has the same: who copies the code gets it. In inline code, it looks at commands
            and parameters, and its findings are notes. Write the plain characters.
            """,
        bad: .init("Set-Job -Name \"a\"", "Set-Job -Name “a”"),
        good: .init("Set-Job -Name \"a\"", "Set-Job -Name \"a\""),
        precision: "24 of 24 (fr-FR, de-DE; November 2026)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        var seen: Set<Location> = []
        for side in tokenized.bitext.isPagePair ? [Side.target] : [.target, .source] {
            let tree = tokenized.parsed[side].tree
            for id in tree.ids where tree[id].kind == .codeBlock || tree[id].kind == .codeSpan {
                guard let fault = Fault(in: id, of: tree) else { continue }
                let location = tokenized.bitext.location(
                    of: fault.start..<fault.start + fault.first.range.count, on: side)
                // Both sides can share a block: report it once.
                guard seen.insert(location).inserted else { continue }
                let place = fault.isInline ? "code" : "block"
                let more = fault.more == 0 ? "" : ", and \(fault.more) more in this \(place)"
                report.add(
                    "\(fault.first.name) in code\(more)", segment: tokenized.segment(at: location), side: side,
                    at: location, evidence: .init(target: tokenized.bitext.files[location.file].text(location.range)),
                    severity: fault.isInline ? .note : nil)
            }
        }
    }

    /// The typographic characters of a block of code or of inline code.
    private struct Fault {
        let first: TypographicCharacters.Finding
        /// How many follow the first one.
        let more: Int
        /// Where the first one begins.
        let start: SideOffset
        let isInline: Bool

        init?(in node: MarkdownTree.ID, of tree: MarkdownTree) {
            isInline = tree[node].kind == .codeSpan
            let all: [TypographicCharacters.Finding]
            if isInline {
                // Nearly no code has one.
                guard tree[tree[node].range].contains(where: { $0 == 0xE2 || $0 == 0xC2 }),
                    let range = tree.codeRange(of: node)
                else { return nil }
                all = TypographicCharacters.find(inline: Array(tree[range]))
                guard let found = all.first else { return nil }
                first = found
                start = range.lowerBound + found.range.lowerBound
            } else {
                guard let block = tree.codeBlock(node) else { return nil }
                all = TypographicCharacters.find(in: block.bytes, declared: block.info)
                guard let found = all.first, let offset = block.sideOffset(of: found.range.lowerBound) else {
                    return nil
                }
                first = found
                start = offset
            }
            more = all.count - 1
        }
    }
}

extension MarkdownTree {
    /// The range of the code in a code span, without its backticks or tags. nil if it is empty or has markup.
    fileprivate func codeRange(of span: ID) -> SideRange? {
        var range: SideRange?
        for child in children(of: span) {
            switch self[child].kind {
            case .text, .entity, .softBreak:
                range = (range?.lowerBound ?? self[child].range.lowerBound)..<self[child].range.upperBound
            default: return nil
            }
        }
        return range
    }
}
