import Bitext
import Code
import MarkdownSyntax
import ParsedBitext

/// Reads all code blocks of a page.
struct CodeBlockReader {
    private(set) var records: [CodeBlockRecord] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var nodes: [MarkdownTree.ID] = []

    var recordsByNode: [MarkdownTree.ID: CodeBlockRecord] { Dictionary(uniqueKeysWithValues: zip(nodes, records)) }

    init(_ parsed: ParsedBitext) {
        let tree = parsed.source.tree
        var ids = IDGenerator()
        for id in tree.ids where tree[id].kind == .codeBlock {
            guard let block = tree.codeBlock(id) else { continue }
            let code = DedentedCode(block)
            let (language, isInferred, commands, placeholders, typographic) = code.bytes.withUnsafeBufferPointer {
                bytes in
                let (language, isInferred) = CodeLanguage.language(of: bytes, declared: block.info)
                return (
                    language, isInferred, Command.commands(in: bytes, language: language),
                    Placeholders(in: bytes, language: language).distinct,
                    language == "text" || language == "output"
                        ? [] : TypographicCharacters.find(in: bytes, language: language)
                )
            }
            let text = String(decoding: code.bytes, as: UTF8.self)
            nodes.append(id)
            records.append(
                CodeBlockRecord(
                    id: ids.id("code", SharedText(text)), kind: block.isFenced ? .fenced : .indented,
                    declared: block.info.isEmpty ? nil : block.info, language: language, inferred: isInferred,
                    code: text, line: parsed.line(of: tree[id].range.lowerBound),
                    location: parsed.bitext.location(of: tree[id].range, on: .source), item: nil, commands: commands,
                    placeholders: placeholders))
            report(typographic, in: code, of: block, parsed)
            if block.isFenced, !block.isClosed { reportUnclosed(tree[id].range, parsed) }
        }
    }

    /// Sets the item that each block belongs to.
    mutating func setItems(_ items: [MarkdownTree.ID: String]) {
        for index in nodes.indices { records[index].item = items[nodes[index]] }
    }

    private mutating func reportUnclosed(_ range: SideRange, _ parsed: ParsedBitext) {
        diagnostics.append(
            Diagnostic(
                severity: .warning, rule: "unclosed-fence",
                message: "this code fence is never closed; all that follows in its block is read as code",
                at: parsed.bitext.location(of: range.lowerBound..<range.lowerBound, on: .source), of: parsed.bitext))
    }

    private mutating func report(
        _ typographic: [TypographicCharacters.Finding], in code: DedentedCode, of block: CodeBlock,
        _ parsed: ParsedBitext
    ) {
        guard let first = typographic.first,
            let offset = block.sideOffset(of: code.originalOffset(of: first.range.lowerBound))
        else { return }
        let names = typographic.map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let more = typographic.count > 1 ? ", \(typographic.count) in this block" : ""
        diagnostics.append(
            Diagnostic(
                severity: .warning, rule: "typographic-code",
                message: "\(names.joined(separator: ", ")) in code\(more); a shell needs plain ASCII",
                at: parsed.bitext.location(of: offset..<offset, on: .source), of: parsed.bitext))
    }
}

/// Code without the indentation that all its lines share, and without empty lines around it.
private struct DedentedCode {
    private(set) var bytes: [UInt8] = []
    /// Where each line begins, in ``bytes`` and in the block's bytes.
    private var lines: [(start: Int, original: Int)] = []

    init(_ block: CodeBlock) {
        let code = block.bytes
        var ranges: [Range<Int>] = []
        var start = 0
        while start < code.count {
            let end = code[start...].firstIndex(of: UInt8(ascii: "\n")) ?? code.count
            ranges.append(start..<end)
            start = end + 1
        }
        func isEmpty(_ line: Range<Int>) -> Bool { code[line].allSatisfy(\.isASCIIBlank) }
        while let last = ranges.last, isEmpty(last) { ranges.removeLast() }
        if let first = ranges.firstIndex(where: { !isEmpty($0) }) { ranges.removeFirst(first) }
        let indent = Self.commonIndent(ranges.filter { !isEmpty($0) }, code)
        for range in ranges {
            if !lines.isEmpty { bytes.append(UInt8(ascii: "\n")) }
            let content = min(range.lowerBound + indent, range.upperBound)..<range.upperBound
            lines.append((bytes.count, content.lowerBound))
            // A line of blanks shorter than the indentation becomes empty. The `\r` of a CRLF page is not part of the code.
            bytes += code[content].last == 0x0D ? code[content].dropLast() : code[content]
        }
    }

    /// The length in bytes of the indentation that all lines share. Tabs and spaces are different.
    private static func commonIndent(_ lines: [Range<Int>], _ code: [UInt8]) -> Int {
        guard let first = lines.first else { return 0 }
        var indent = first.count
        for line in lines {
            var same = 0
            while same < min(indent, line.count), code[line.lowerBound + same] == code[first.lowerBound + same],
                code[line.lowerBound + same] == 0x20 || code[line.lowerBound + same] == 0x09
            {
                same += 1
            }
            indent = same
        }
        return indent
    }

    /// The offset in the block's bytes of an offset in ``bytes``.
    func originalOffset(of offset: Int) -> Int {
        guard let line = lines.last(where: { $0.start <= offset }) else { return 0 }
        return line.original + offset - line.start
    }
}
