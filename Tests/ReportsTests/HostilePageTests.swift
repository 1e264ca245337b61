import Checks
import Foundation
import ParsedBitext
import Testing
import TranslationModel
import Workspace

@testable import Reports

/// What a page, its name or a message says stays text: it acts on no terminal, no log, no build service, no reader.
@Suite struct HostilePageTests {
    private static let hostile =
        "\u{1B}]0;x\u{7}\u{1B}[31m \u{9B}31m %0A::error::pwned\r\n::error file=x::pwned\n ##[error]pwned ##vso[x] ]]> "
        + "</failure> \" ' & \u{202E}txet\u{2066} \u{2028} \u{85}"

    private func text(_ format: ReportFormat) throws -> String {
        let hostile = Self.hostile
        return try report(
            format,
            [
                checked(
                    "::error::\(hostile)", source: hostile, target: "⟦\(hostile)⟧", message: hostile,
                    rule: "empty-target",
                    evidence: .init(source: hostile, target: hostile))
            ], failures: [FileError(path: hostile, reason: hostile)])
    }

    @Test(arguments: ReportFormat.allCases)
    func nothingActsOnATerminalOrALog(format: ReportFormat) throws {
        let text = try text(format)
        for scalar in text.unicodeScalars where scalar != "\n" {
            #expect(printable(String(scalar)) == String(scalar), "U+\(String(scalar.value, radix: 16))")
        }
        let lines = text.split(separator: "\n")
        for line in lines {
            if format != .github { #expect(!line.drop(while: \.isWhitespace).hasPrefix("::"), "\(line)") }
            if format != .github { #expect(!line.contains("##[") && !line.contains("##vso["), "\(line)") }
        }
        if format == .github { #expect(lines.count == 1 && lines[0].hasPrefix("::error file=")) }
    }

    /// The data formats neutralise by escaping: who reads them gets the very text.
    @Test func dataStaysTheSame() throws {
        let pages = try json(text(.json))["pages"] as? [[String: Any]]
        let finding = try #require((pages?.first?["findings"] as? [[String: Any]])?.first)
        #expect(finding["message"] as? String == Self.hostile)
        #expect(finding["evidence"] as? [String: String] == ["source": Self.hostile, "target": Self.hostile])
        let runs = try json(text(.sarif))["runs"] as? [[String: Any]]
        let result = try #require((runs?.first?["results"] as? [[String: Any]])?.first)
        #expect((result["message"] as? [String: String])?["text"] == Self.hostile)
    }

    @Test(arguments: [
        ("::error::x", "\\u{3a}:error::x"), ("\u{A0} ::x", "\u{A0} \\u{3a}:x"), ("a::b", "a::b"),
        ("##[x]", "\\u{23}#[x]"),
        ("###[x]", "#\\u{23}#[x]"), ("a ##vso[x]", "a \\u{23}#vso[x]"), ("## heading", "## heading"),
        ("a\nb", "a\\u{a}b"),
    ])
    func logTextIsNoCommand(text: String, safe: String) {
        #expect(logSafe(text) == safe)
    }

    /// A file's name is found again by GitHub, its line break too, and ends no property.
    @Test func aLineBreakInANameKeepsItsMeaning() throws {
        let text = try report(.github, [checked("a\nb,c:d%0A.md", source: "x", target: "⟦y⟧")])
        #expect(text.hasPrefix("::error file=a%0Ab%2Cc%3Ad%250A.md,line=3,"))
    }
}
