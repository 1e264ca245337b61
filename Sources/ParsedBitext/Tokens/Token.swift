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
        /// Numbers with two dots or more that are no dates: `6.0.9319`, `10.0.0.1`.
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
    /// Whether all letters are capitals, and there are two or more.
    @usableFromInline
    package let isAllCapitals: Bool
    /// In ``SideTokens/text``.
    @usableFromInline
    package let lower: Int32
    @usableFromInline
    package let upper: Int32
    /// Equal for tokens that differ at most in case.
    @usableFromInline
    package let hash: UInt32
    /// The hash of the first ``WordHash/stemLength`` letters, so that most inflected forms of a word are equal.
    @usableFromInline
    package let stem: UInt32

    /// In ``SideTokens/text``.
    @inlinable
    package var range: TextRange { TextOffset(Int(lower))..<TextOffset(Int(upper)) }

    /// Whether the target must have the token exactly as in the source.
    @inlinable
    package var isIdentifier: Bool {
        kind.rawValue >= Kind.command.rawValue && kind.rawValue <= Kind.identifier.rawValue
    }
}

/// Markup inside a segment: a link, a code span, a tag.
@usableFromInline
package struct Element: Sendable {
    /// Named like ``Node/Kind``.
    @usableFromInline
    package enum Kind: UInt8, Sendable {
        case codeSpan, link, image, strong, emphasis, strikethrough, htmlTag, include, directive, codeBlock
    }

    @usableFromInline
    package let kind: Kind
    /// The node in the side's tree.
    @usableFromInline
    package let node: Int32
    /// Where the element's text begins in ``SideTokens/text``.
    @usableFromInline
    package let textStart: Int32
    /// Where the element's text ends.
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
    /// What a reader sees of the element, in ``SideTokens/text``.
    @inlinable
    package var textRange: TextRange { TextOffset(Int(textStart))..<TextOffset(Int(textEnd)) }
}
