import Bitext
import Code

/// One code block.
public struct CodeBlockRecord: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case fenced, indented
        /// Inline code that is alone in its paragraph.
        case inline
    }

    /// Made from the code. Unique on the page.
    public var id: String
    public var kind: Kind
    /// The info string after the fence, or nil.
    public var declared: String?
    /// The normalised name of the language.
    public var language: String
    /// Whether ``language`` was inferred from the code: none is declared, or the declared one is plainly wrong, as for the
    /// syntax of a cmdlet or the output of a command.
    public var inferred: Bool
    /// The code without the indentation that all lines share, and without empty lines around it. Lines are separated by
    /// `\n`.
    public var code: String
    /// 1-based.
    public var line: Int
    /// The range of the block. nil if it was read from a document.
    public var location: Location?
    /// The id of the innermost item that the block belongs to.
    public var item: String?
    /// The commands that the code runs, if it is PowerShell; if it is the syntax of a cmdlet, that cmdlet.
    public var commands: [Command]
    /// The placeholders as written, each once, in order of appearance.
    public var placeholders: [String]

    package init(
        id: String, kind: Kind, declared: String?, language: String, inferred: Bool, code: String, line: Int,
        location: Location? = nil, item: String?, commands: [Command], placeholders: [String]
    ) {
        self.id = id
        self.kind = kind
        self.declared = declared
        self.language = language
        self.inferred = inferred
        self.code = code
        self.line = line
        self.location = location
        self.item = item
        self.commands = commands
        self.placeholders = placeholders
    }

    /// The first line that is not empty, with blanks collapsed: the text of an item that has no words. nil without code.
    package var firstLine: String? {
        code.split(separator: "\n").first.map { String($0).collapsingBlanks() }
    }
}
