import Bitext
import Code
import MarkdownSyntax
import ParsedBitext

/// Reads all code blocks of a page, and the inline code that is alone in its paragraph.
struct CodeBlockReader {
    private(set) var records: [CodeBlockRecord] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var nodes: [MarkdownTree.ID] = []

    var recordsByNode: [MarkdownTree.ID: CodeBlockRecord] { Dictionary(uniqueKeysWithValues: zip(nodes, records)) }

    init(_ parsed: ParsedBitext) {
        let tree = parsed.source.tree
        for id in tree.ids {
            switch tree[id].kind {
            case .codeBlock: if let block = tree.codeBlock(id) { read(block, id, parsed) }
            case .paragraph: for span in tree.inlineCodeBlocks(in: id) { readInline(span, parsed) }
            default: break
            }
        }
        // Inline code comes last, so it does not change the id of a block with the same code.
        var ids = IDGenerator()
        for isInline in [false, true] {
            for index in records.indices where (records[index].kind == .inline) == isInline {
                records[index].id = ids.id("code", SharedText(records[index].code))
            }
        }
    }

    private mutating func read(_ block: CodeBlock, _ id: MarkdownTree.ID, _ parsed: ParsedBitext) {
        let code = DedentedCode(block)
        add(block.isFenced ? .fenced : .indented, id, code.bytes, declared: block.info, parsed)
        let language = records[records.count - 1].language
        if language != "text", language != "output" {
            let typographic = code.bytes.withUnsafeBufferPointer {
                TypographicCharacters.find(in: $0, language: language)
            }
            report(typographic, in: code, of: block, parsed)
        }
        if block.isFenced, !block.isClosed { reportUnclosed(parsed.source.tree[id].range, parsed) }
    }

    private mutating func readInline(_ span: MarkdownTree.ID, _ parsed: ParsedBitext) {
        add(.inline, span, Array(parsed.source.tree.inlineCode(span).utf8), declared: "", parsed)
    }

    /// Adds a block, without its id.
    private mutating func add(
        _ kind: CodeBlockRecord.Kind, _ node: MarkdownTree.ID, _ code: [UInt8], declared: String, _ parsed: ParsedBitext
    ) {
        let range = parsed.source.tree[node].range
        let record = code.withUnsafeBufferPointer { bytes in
            let (language, isInferred) = CodeLanguage.language(of: bytes, declared: declared)
            return CodeBlockRecord(
                id: "", kind: kind, declared: declared.isEmpty ? nil : declared, language: language,
                inferred: isInferred, code: String(decoding: bytes, as: UTF8.self),
                line: parsed.line(of: range.lowerBound), location: parsed.bitext.location(of: range, on: .source),
                item: nil, commands: Command.commands(in: bytes, language: language),
                placeholders: Self.placeholders(in: bytes, language))
        }
        nodes.append(node)
        records.append(record)
    }

    /// What the reader must replace. Where a shell shows its prompts, what its commands print has none.
    private static func placeholders(in code: Bytes, _ language: String) -> [String] {
        guard language == "bash" || language == "console", let lines = ConsoleLine.lines(ofShell: code) else {
            return Placeholders(in: code, language: language).distinct
        }
        let typed = lines.filter(\.isCommand).map(\.text).joined(separator: "\n")
        return Array(typed.utf8).withUnsafeBufferPointer { Placeholders(in: $0, language: language).distinct }
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
