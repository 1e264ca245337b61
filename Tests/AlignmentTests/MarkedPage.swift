import Bitext
import Testing

@testable import Alignment

/// Checks one rule on a page written as a person would, and says what it finds where.
///
/// `«Cible|Source»` stands for a pair; ids are given from 101 on. `⟦` and `⟧` stand around each fault that the rule is
/// to find; they are taken out before the page is read. A fault without length is `⟦⟧`.
///
///     expect(DoubledWord.self, "«Le ⟦le⟧ serveur|The server»", finds: ["“le” stands twice"])
///
/// - Parameters:
///   - messages: what each finding says, or part of it, in the page's order; none where the page is right.
func expect<R: Rule>(
    _ rule: R.Type, _ marked: String, locale: String = "fr-FR", finds messages: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let (bytes, marks) = markedPage(marked)
    let page = BilingualPage(try Page(bytes), path: "page.md", locale: locale)
    let findings = Checker(rules: [.init(rule)]).check(page)
    let found = findings.map { "\($0.start.line):\($0.start.column)-\($0.end.line):\($0.end.column)" }
    let places = marks.map { range in
        let (start, end) = (page.page.place(of: range.lowerBound), page.page.place(of: range.upperBound))
        return "\(start.line):\(start.column)-\(end.line):\(end.column)"
    }
    #expect(found == places, "\(findings.map(\.message))", sourceLocation: sourceLocation)
    #expect(findings.count == messages.count, "\(findings.map(\.message))", sourceLocation: sourceLocation)
    for (finding, message) in zip(findings, messages) {
        #expect(finding.message.contains(message), sourceLocation: sourceLocation)
        #expect(finding.rule == R.description.name, sourceLocation: sourceLocation)
    }
}

/// The page without its marks, and where they stood.
func markedPage(_ marked: String, prefix: String = "1a2b3") -> (bytes: [UInt8], marks: [Range<Int>]) {
    var bytes: [UInt8] = []
    var marks: [Range<Int>] = []
    var open: [Int] = []
    var id = 101
    var isInTarget = false
    for character in marked.unicodeScalars {
        switch character {
        case "«":
            bytes += "<span data-ttu-id=\"\(prefix)-\(id)\">".utf8
            isInTarget = true
        case "|" where isInTarget:
            bytes += "</span><span class=\"sxs-lookup\"><span data-stu-id=\"\(prefix)-\(id)\">".utf8
            isInTarget = false
        case "»":
            bytes += "</span></span>".utf8
            id += 1
        case "⟦": open.append(bytes.count)
        case "⟧": if let start = open.popLast() { marks.append(start..<bytes.count) }
        default: bytes += String(character).utf8
        }
    }
    return (bytes, marks.sorted { $0.lowerBound < $1.lowerBound })
}

/// What one rule finds on a page written as ``expect(_:_:locale:finds:sourceLocation:)`` takes it.
func findings<R: Rule>(of rule: R.Type, in marked: String, locale: String = "fr-FR") throws -> [Finding] {
    try check(rule, marked, locale: locale).findings
}

/// The page, and what one rule finds on it.
func check<R: Rule>(
    _ rule: R.Type, _ marked: String, locale: String = "fr-FR"
) throws -> (page: BilingualPage, findings: [Finding]) {
    let page = BilingualPage(try Page(markedPage(marked).bytes), path: "page.md", locale: locale)
    return (page, Checker(rules: [.init(rule)]).check(page))
}
