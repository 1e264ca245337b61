import Bitext

/// A unit of an exchange file, with its codes and with what the file says of its place on a page.
package struct ExchangeUnit: Sendable {
    /// The page, as the file names it; nil where it names none.
    package var page: String?
    /// The SHA-256 of the page when the file was made.
    package var pageHash: String?
    /// The id of the segment in this file; nil where there is none.
    package var id: String?
    /// Further segments with the same source and the same target, such as those of an entry of a catalogue.
    package var moreIDs: [String] = []
    package var source = CodedText()
    /// nil where the unit has no target.
    package var target: CodedText?
    /// The hash of the target when the file was made.
    package var targetHash: String?
    /// Whether the file says that it is not translated yet. Some tools then put the source where the target should be.
    package var isUntranslated = false
    /// Whether the file says that the target is a guess that somebody must confirm.
    package var isFuzzy = false
    /// How many segments have these texts, where the file says it.
    package var count = 1
    /// Whether the texts are Markdown, without codes.
    package var isMarkdown = false
    /// Whether the unit is of every segment with its source, on whatever page, and not of one place.
    package var isOfAllPages = false
    /// The target before it was corrected, where the file has it.
    package var oldTarget: String?
    /// The languages that the file names, BCP 47 tags.
    package var sourceLocale: String?
    package var targetLocale: String?
    /// Where both were read, as exactly as the form allows.
    package var sourceOrigin = FileRange(0..<0)
    package var targetOrigin = FileRange(0..<0)
    /// The 1-based line of the file.
    package var line = 1

    package init() {}
}

/// Why nothing of an exchange file can be used.
package struct ExchangeDamage: Error, Equatable {
    /// 1-based.
    package let line: Int
    package let reason: String

    /// The file is whole, but has nothing.
    package static let noUnits = ExchangeDamage(line: 1, reason: "no units in this file")

    /// The file has nothing but blanks.
    package static let emptyFile = ExchangeDamage(line: 1, reason: "the file is empty")

    package init(line: Int, reason: String) {
        self.line = line
        self.reason = reason
    }
}

extension Unit {
    /// A unit without its codes: what a code stands for is part of the text.
    init(_ unit: ExchangeUnit) {
        func text(_ text: CodedText?) -> String {
            text?.parts.map { part in
                switch part {
                case .text(let text): text
                case .code(let code): code.data ?? ""
                }
            }.joined() ?? ""
        }
        self.init(
            id: unit.id ?? "", source: text(unit.source), target: text(unit.target), sourceLocale: unit.sourceLocale,
            targetLocale: unit.targetLocale, sourceOrigin: unit.sourceOrigin, targetOrigin: unit.targetOrigin)
    }
}
