import Bitext
import Code

/// One code block.
public struct CodeBlockRecord: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case fenced, indented
    }

    /// Derived from the code; unique on the page.
    public var id: String
    public var kind: Kind
    /// What the author wrote after the fence, or nil.
    public var declared: String?
    /// The language's normalised name.
    public var language: String
    /// Whether the language had to be inferred from the code.
    public var inferred: Bool
    /// Ready to paste: without the common indentation, the rest untouched. Lines end in `\n`, the last one has none.
    public var code: String
    public var line: Int
    /// Where the block is; nil where it was read from a document.
    public var location: Location?
    /// The id of the innermost item that the block belongs to.
    public var item: String?
    public var commands: [Command]
    /// As written, each once, in order of appearance.
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
}
