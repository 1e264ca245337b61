import Bitext

/// A word, a number or an identifier in the text that a reader sees.
@usableFromInline
package struct Token: Sendable {
    /// What a token is.
    @usableFromInline
    package enum Kind: UInt8, Sendable {
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

    @usableFromInline

    package let kind: Kind
    /// Whether the first letter is a capital.
    @usableFromInline
    package let isCapitalised: Bool
    /// All its letters are capitals, and it has two or more.
    @usableFromInline
    package let isAllCapitals: Bool
    /// Where it stands in ``SideTokens/text``.
    @usableFromInline
    package let lower: Int32
    @usableFromInline
    package let upper: Int32
    /// Equal for equal tokens, whatever their case.
    @usableFromInline
    package let hash: UInt32
    /// Equal for words that begin alike: the hash of the first seven letters, so that most inflected forms of a word are one.
    @usableFromInline
    package let stem: UInt32

    /// Where it stands in ``SideTokens/text``.
    @inlinable
    package var range: TextRange { TextOffset(Int(lower))..<TextOffset(Int(upper)) }

    /// Whether it must stand in the target exactly as in the source.
    @inlinable
    package var isIdentifier: Bool {
        kind.rawValue >= Kind.command.rawValue && kind.rawValue <= Kind.identifier.rawValue
    }
}

/// A piece of markup inside a segment.
@usableFromInline
package struct Element: Sendable {
    /// What it is, in the words of ``Node/Kind``.
    @usableFromInline
    package enum Kind: UInt8, Sendable {
        case codeSpan, link, image, strong, emphasis, strikethrough, htmlTag, include, directive, codeBlock
    }

    @usableFromInline

    package let kind: Kind
    /// The node in the side's tree.
    @usableFromInline
    package let node: Int32
    /// Where its text begins in ``SideTokens/text``.
    @usableFromInline
    package let textStart: Int32
    /// Where its text ends.
    @usableFromInline
    package var textEnd: Int32
    /// On the side, markers included.
    @usableFromInline
    package let lower: Int32
    @usableFromInline
    package let upper: Int32

    /// On the side, markers included.
    @inlinable
    package var range: SideRange { SideOffset(Int(lower))..<SideOffset(Int(upper)) }
    /// What a reader sees of it, in ``SideTokens/text``.
    @inlinable
    package var textRange: TextRange { TextOffset(Int(textStart))..<TextOffset(Int(textEnd)) }
}
