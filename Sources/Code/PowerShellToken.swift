/// One token of PowerShell code.
package struct PowerShellToken: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// A bare word. Its position decides whether it is a command's name, a keyword or an argument.
        case word
        /// `-Name`, without a colon after it.
        case parameter
        /// `-eq`, `+`, `=` and the like.
        case comparison, operation, assignment
        /// `$name`, `${name}`, `$env:NAME`, `@name` and their members.
        case variable, splat
        case string, number
        /// `[string]`, `[Parameter()]`.
        case type
        /// `.Name` or `::Name` directly after another token.
        case member
        case pipe, semicolon, comma, newline
        /// `&` or `.` before what it runs.
        case call
        case openParenthesis, closeParenthesis, openBrace, closeBrace, openHash
        case comment
        /// `PS C:\>`, `>>`: what the console wrote before the code.
        case prompt
        /// A line that a command printed.
        case output
        /// A backtick at the end of a line.
        case continuation
    }

    package var kind: Kind
    package var range: Range<Int>
}
