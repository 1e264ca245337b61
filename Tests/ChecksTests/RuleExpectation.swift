import Bitext
import ParsedBitext
import TestSupport
import Testing

@testable import Checks

/// Checks one rule on a page written as ``MarkedPage`` takes it, and says what it finds where.
///
/// `«Cible|Source»` stands for a pair. `⟦` and `⟧` stand around each fault that the rule is to find; they are taken out before
/// the page is read. A fault without length is `⟦⟧`.
///
///     expect(DoubledWord.self, "«Le ⟦le⟧ serveur|The server»", finds: ["repeated word: “le le”"])
///
/// - Parameters:
///   - messages: what each finding says, or part of it, in the page's order; none where the page is right.
func expect<R: Rule>(
    _ rule: R.Type, _ marked: String, locale: String = "fr-FR", finds messages: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let (page, findings) = try check(rule, marked, locale: locale)
    let found = findings.map { "\($0.start.line):\($0.start.column)-\($0.end.line):\($0.end.column)" }
    let places = MarkedPage(marked).marks.map { range in
        let file = page.bitext.files[0]
        let (start, end) = (file.position(of: range.lowerBound), file.position(of: range.upperBound))
        return "\(start.line):\(start.column)-\(end.line):\(end.column)"
    }
    #expect(found == places, "\(findings.map(\.message))", sourceLocation: sourceLocation)
    #expect(findings.count == messages.count, "\(findings.map(\.message))", sourceLocation: sourceLocation)
    for (finding, message) in zip(findings, messages) {
        #expect(finding.message.contains(message), sourceLocation: sourceLocation)
        #expect(finding.rule == R.description.name, sourceLocation: sourceLocation)
    }
}

/// What one rule finds on a page written as ``expect(_:_:locale:finds:sourceLocation:)`` takes it.
func findings<R: Rule>(of rule: R.Type, in marked: String, locale: String = "fr-FR") throws -> [Finding] {
    try check(rule, marked, locale: locale).findings
}

/// The page, and what one rule finds on it.
func check<R: Rule>(
    _ rule: R.Type, _ marked: String, locale: String = "fr-FR"
) throws -> (page: TokenizedBitext, findings: [Finding]) {
    let page = try MarkedPage(marked).tokenized(locale: locale)
    return (page, Checker(rules: [.init(rule)]).check(page))
}
