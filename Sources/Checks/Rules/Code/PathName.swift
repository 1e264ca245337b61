import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// A path, a file name, a registry key or a variable of the source that the target's prose has not.
struct PathName: SegmentRule {
    static let description = RuleDescription(
        "path", .warning, .doNotTranslate,
        "A path, file name, registry key or variable of the source was translated, changed or lost.",
        discussion: """
            `C:\\Windows`, `setup.exe`, `HKLM:\\Software` and `%TEMP%` are the same in every language. A blank inside one,
            or a translated folder, leads nowhere. Words that stand for something (`drive:\\path\\filename`), and two words
            with a backslash between them, are a note: they may be translated.
            """,
        bad: .init("Open C:\\Relay\\relay.log.", "Ouvrez C:\\Relais\\relais.log."),
        good: .init("Open C:\\Relay\\relay.log.", "Ouvrez C:\\Relay\\relay.log."),
        precision: "47 of 51 warnings (fr-FR, de-DE, es-ES, ja-JP, ru-RU; November 2026)")
    static let looksFor = SegmentTraits.paths

    func check(_ pair: SegmentPair, _ report: inout Report) {
        IdentifierComparison(
            isMeant: { $0.kind == .path || $0.kind == .file || $0.kind == .variable }, noun: "name",
            isUncertain: { token, pair in token.kind == .path && isWords(pair.text(token.range, .source)) }
        ).check(pair, &report)
    }

    /// Two words with a backslash between them, or a path of words that stand for something: `Confidential\Finance`,
    /// `drive:\path\filename.wk1`.
    private func isWords(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "\\"), omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIILetter) }) { return true }
        return parts.count >= 2
            && parts.allSatisfy { part in
                Self.standIns.contains(
                    String(decoding: part.prefix(while: \.isASCIILetter), as: UTF8.self).lowercased())
            }
    }

    private static let standIns: Set<String> = [
        "drive", "path", "filename", "file", "name", "folder", "directory", "server", "share", "domain", "user",
        "username",
        "computer", "database",
    ]
}
