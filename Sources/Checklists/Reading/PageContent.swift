import ParsedBitext

/// What a page document is made of: checklists, code blocks, headings and the text of each segment.
package struct PageContent {
    package let texts: SegmentTexts
    package let outline: Outline
    package let checklists: [Checklist]
    package let codeBlocks: [CodeBlockRecord]
    /// Problems in the code.
    package let diagnostics: [Diagnostic]

    package init(_ parsed: ParsedBitext) {
        texts = SegmentTexts(parsed)
        let reader = BlockReader(parsed, texts)
        outline = Outline(reader)
        var codeReader = CodeBlockReader(parsed)
        var checklistReader = ChecklistReader(reader, outline: outline, codeBlocks: codeReader.recordsByNode)
        checklists = checklistReader.checklists()
        codeReader.setItems(checklistReader.itemOfCodeBlock)
        codeBlocks = codeReader.records
        diagnostics = codeReader.diagnostics
    }
}
