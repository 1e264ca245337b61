import Bitext
import Code
import MarkdownSyntax
import ParsedBitext

/// Typographic quotes, dashes and no-break spaces in code, and typographic quotes around the attributes of HTML.
struct TypographicCode: Rule {
    static let description = RuleDescription(
        "typographic-code", .warning, .typography, "Code contains a typographic character.",
        discussion: """
            Code with typographic quotes, typographic dashes or no-break spaces fails in a shell, or does something
            else. The rule ignores comments, plain text and the output of commands, and outside of shells the text in
            double quotes. It reports one finding for each block, also where the source has the same: who copies the code gets it. In inline code, it looks at commands
            and parameters, and its findings are notes. So are those in code that is only read, MOF and the syntax of
            commands, if the source has the same. It also reports `<a href=“plan.md”>` and guillemets in code where the source has plain quotes.
            Write the plain characters.
            """,
        bad: .init("Set-Job -Name \"a\"", "Set-Job -Name “a”"),
        good: .init("Set-Job -Name \"a\"", "Set-Job -Name \"a\""),
        precision: "24 of 24 (fr-FR, de-DE; November 2026)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        checkAttributes(tokenized, &report)
        checkGuillemets(tokenized, &report)
        var seen: Set<Location> = []
        var known: Set<String>?
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
                let segment = tokenized.segment(at: location)
                let lines = known ?? Self.lines(of: tokenized.parsed[.source].tree)
                known = lines
                let isInSource = !fault.isInline && lines.contains(fault.line)
                // A block of a bilingual page that is outside of its segments is one for both sides.
                let isOwn = tokenized.bitext.isPagePair || segment != nil
                report.add(
                    "\(fault.first.name) in code\(more)\(isInSource && isOwn && side == .target ? "; also in the source" : "")",
                    segment: segment, side: side, at: location,
                    evidence: .init(target: tokenized.bitext.files[location.file].text(location.range)),
                    severity: fault.isInline || isInSource && fault.isOnlyRead ? .note : nil)
            }
        }
    }

    /// The lines with the first typographic character of each block of a side.
    private static func lines(of tree: MarkdownTree) -> Set<String> {
        Set(tree.ids.lazy.filter { tree[$0].kind == .codeBlock }.compactMap { Fault(in: $0, of: tree)?.line })
    }

    /// Reports typographic quotes around the values of attributes: `<a href=“plan.md”>`.
    private func checkAttributes(_ tokenized: TokenizedBitext, _ report: inout Report) {
        for pair in tokenized.comparablePairs(with: .htmlTags) {
            let text = pair.markdown(.target)
            guard let quote = Self.attributeQuote(in: text), Self.attributeQuote(in: pair.markdown(.source)) == nil,
                !pair.elements(.target).contains(where: {
                    $0.kind == .codeSpan && $0.range.values.contains(quote.lowerBound)
                })
            else { continue }
            let sign = String(decoding: text[quote], as: UTF8.self)
            report.add(
                "\(sign) around the value of an attribute; write `\"`", in: pair, .target, SideRange(quote),
                evidence: .init(target: sign))
        }
    }

    /// Reports guillemets in code for the plain quotes of the source: no shell and no language reads them as quotes.
    private func checkGuillemets(_ tokenized: TokenizedBitext, _ report: inout Report) {
        let quote = UInt8(ascii: "\"")
        for pair in tokenized.segmentsInCode() {
            let (source, target) = (pair.markdown(.source), pair.markdown(.target))
            guard let first = source.firstIndex(of: quote), pair.severityInCode(first..<first + 1) == nil,
                source.count(where: { $0 == quote }) > target.count(where: { $0 == quote })
            else { continue }
            for sign in ["«", "»"].map({ Array($0.utf8)[...] }) where source.firstPlace(of: sign) == nil {
                guard let place = target.firstPlace(of: sign) else { continue }
                report.add(
                    "\(sign.string) in code; write `\"`", in: pair, .target, SideRange(place),
                    evidence: .init(target: sign.string))
                break
            }
        }
    }

    /// The first typographic quote directly after `=` in a tag.
    private static func attributeQuote(in text: ArraySlice<UInt8>) -> Range<Int>? {
        var isInTag = false
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "<"):
                isInTag = text[(index + 1)...].first?.isASCIILetter ?? false
            case UInt8(ascii: ">"):
                isInTag = false
            case UInt8(ascii: "=") where isInTag:
                let rest = text[(index + 1)...]
                if let quote = quotes.first(where: { rest.starts(with: $0) }) {
                    return index + 1..<index + 1 + quote.count
                }
            default: break
            }
        }
        return nil
    }

    private static let quotes = ["“", "”", "„", "‟", "‘", "’", "«", "»", "＂"].map { Array($0.utf8) }

    /// The typographic characters of a block of code or of inline code.
    private struct Fault {
        let first: TypographicCharacters.Finding
        /// How many follow the first one.
        let more: Int
        /// Where the first one begins.
        let start: SideOffset
        let isInline: Bool
        /// The line that the first one is in, without blanks at the ends.
        let line: String
        /// Whether nobody runs the code.
        let isOnlyRead: Bool

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
                (line, isOnlyRead) = ("", false)
                start = range.lowerBound + found.range.lowerBound
            } else {
                guard let block = tree.codeBlock(node) else { return nil }
                all = TypographicCharacters.find(in: block.bytes, declared: block.info)
                guard let found = all.first, let offset = block.sideOffset(of: found.range.lowerBound) else {
                    return nil
                }
                first = found
                start = offset
                line = Self.line(at: found.range.lowerBound, in: block.bytes)
                let language = block.bytes.withUnsafeBufferPointer {
                    CodeLanguage.language(of: $0, declared: block.info).name
                }
                isOnlyRead = Self.readLanguages.contains(language)
            }
            more = all.count - 1
        }

        private static let readLanguages: Set<String> = ["mof", "syntax"]

        private static func line(at offset: Int, in code: [UInt8]) -> String {
            let newline = UInt8(ascii: "\n")
            let start = code[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
            let end = code[offset...].firstIndex(of: newline) ?? code.count
            return String(decoding: code[start..<end].trimmingBlanks, as: UTF8.self)
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
