/// A word, a number or an identifier in the text that a reader sees.
public struct Token: Sendable {
    /// What a token is.
    public enum Kind: UInt8, Sendable {
        /// Letters of any script. A run of Chinese, Japanese or Thai characters is one word.
        case word
        /// Digits with their separators: `1,000.5`, `1 000,5`.
        case number
        /// Numbers with two dots or more, dates apart: `6.0.9319`, `10.0.0.1`.
        case version
        /// `Get-CsUser`
        case command
        /// `-Identity`, `/quiet`
        case parameter
        /// `$env:PATH`, `%TEMP%`
        case variable
        /// `C:\Windows`, `/etc/hosts`, `HKLM:\Software`, `\\server\share`
        case path
        /// `setup.exe`
        case file
        /// `https://contoso.com/a`, `contoso.com`
        case url
        case email
        /// `System.IO.FileInfo`, `ms_service`, `E911`, a GUID: other things with the shape of code.
        case identifier
        /// `PowerShell`, `SharePoint`: names with capitals inside.
        case name
        /// `{0}`, `%1`
        case formatPlaceholder
        /// `<TenantName>`, `[InstanceName]`, `{your URL}`
        case placeholder
    }

    public let kind: Kind
    /// Whether the first letter is a capital.
    public let isCapitalised: Bool
    /// All its letters are capitals, and it has two or more.
    public let isAllCapitals: Bool
    /// Where it stands in ``SideReading/text``.
    let lower: Int32
    let upper: Int32
    /// Equal for equal tokens, whatever their case.
    public let hash: UInt32
    /// Equal for words that begin alike: the hash of the first seven letters, so that most inflected forms of a word are one.
    public let stem: UInt32

    /// Where it stands in ``SideReading/text``.
    public var range: Range<Int> { Int(lower)..<Int(upper) }

    /// Whether it must stand in the target exactly as in the source.
    public var isIdentifier: Bool {
        kind.rawValue >= Kind.command.rawValue && kind.rawValue <= Kind.identifier.rawValue
    }
}

/// A piece of markup inside a segment.
public struct Element: Sendable {
    /// What it is, in the words of ``Node/Kind``.
    public enum Kind: UInt8, Sendable {
        case codeSpan, link, image, strong, emphasis, strikethrough, htmlTag, include, directive, codeBlock
    }

    public let kind: Kind
    /// The node in the side's tree.
    let node: Int32
    /// Where its text begins in ``SideReading/text``.
    let textStart: Int32
    /// Where its text ends.
    var textEnd: Int32
    /// On the side, markers included.
    let lower: Int32
    let upper: Int32

    /// On the side, markers included.
    public var range: Range<Int> { Int(lower)..<Int(upper) }
    /// What a reader sees of it, in ``SideReading/text``.
    public var textRange: Range<Int> { Int(textStart)..<Int(textEnd) }
}
