import Bitext
import Code
import ParsedBitext

/// Typographic quotes, dashes and no-break spaces in a code block.
struct TypographicCode: Rule {
    static let description = RuleDescription(
        "typographic-code", .warning, .typography, "A code block contains a typographic character.",
        discussion: """
            Code with typographic quotes, typographic dashes or no-break spaces fails in a shell, or does something
            else. The rule ignores comments of PowerShell, plain text and the output of commands. It reports one finding
            for each block, and none where the source of a page pair has the same line. Write the plain characters.
            """,
        bad: .init("Set-Job -Name \"a\"", "Set-Job -Name “a”"),
        good: .init("Set-Job -Name \"a\"", "Set-Job -Name \"a\""),
        precision: "24 of 24 (fr-FR, de-DE; November 2026)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        var seen: Set<Location> = []
        let isPagePair = tokenized.bitext.isPagePair
        for side in isPagePair ? [Side.target] : [.target, .source] {
            let tree = tokenized.parsed[side].tree
            for id in tree.ids where tree[id].kind == .codeBlock {
                guard let block = tree.codeBlock(id) else { continue }
                let found = TypographicCharacters.find(in: block.bytes, declared: block.info)
                guard let first = found.first, let start = block.sideOffset(of: first.range.lowerBound) else {
                    continue
                }
                if isPagePair, isInSource(block.bytes[...], at: first.range.lowerBound, tokenized.bitext) { continue }
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
    /// Whether the source has the line of code at an offset: then it is no fault of the translation.
    private func isInSource(_ code: ArraySlice<UInt8>, at offset: Int, _ bitext: Bitext) -> Bool {
        let newLine = UInt8(ascii: "\n")
        let start = code[..<offset].lastIndex(of: newLine).map { $0 + 1 } ?? code.startIndex
        let end = code[offset...].firstIndex(of: newLine) ?? code.endIndex
        return bitext.source.bytes[...].firstPlace(of: code[start..<end]) != nil
    }
}
