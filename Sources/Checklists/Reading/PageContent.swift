import ParsedBitext

/// What is read of a parsed bitext, in both languages: checklists, code, headings and the text of each segment.
package struct PageContent {
    package let texts: SegmentTexts
    package let outline: Outline
    package let checklists: [Checklist]
    package let codeBlocks: [CodeBlockRecord]
    /// What is doubtful in the code.
    package let diagnostics: [Diagnostic]

    package init(_ parsed: ParsedBitext) {
        texts = SegmentTexts(parsed)
        let reader = BlockReader(parsed, texts)
        outline = Outline(reader)
        var code = CodeBlockReader(parsed)
        var checklistReader = ChecklistReader(reader, outline: outline, code: code.byNode)
        checklists = checklistReader.checklists()
        code.assign(checklistReader.codeItems)
        codeBlocks = code.records
        diagnostics = code.diagnostics
    }
}
