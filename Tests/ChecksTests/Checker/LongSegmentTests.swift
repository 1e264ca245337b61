import Checks
import ParsedBitext
import TestSupport
import Testing

/// Segments that no author wrote: a pair that is damaged and swallows a page, or a page that is made to keep a reader busy.
@Suite struct LongSegmentTests {
    private func rules(source: String, target: String) throws -> Set<String> {
        Set(Checker().check(try read(pair("101", target, source) + "\n").tokenized()).map(\.rule))
    }

    @Test func halvesAreComparedWhileTheyAreSegments() throws {
        let source = String(repeating: "the relay takes one message ", count: 150)
        let target = String(repeating: "le relais reçoit un message ", count: 150)
        #expect(try rules(source: "\(source)[a](b.md) 4711", target: "\(target)x").contains("link"))
    }

    @Test func ofAPageInOneHalfOnlyTheWholeIsLookedAt() throws {
        let source = String(repeating: "the relay takes one message ", count: 800)
        let target = String(repeating: "le relais reçoit un message ", count: 800)
        let found = try rules(source: "\(source)[a](b.md) 4711", target: "\(target)x")
        #expect(found.isDisjoint(with: ["link", "number"]))
        #expect(try rules(source: source, target: " ").contains("empty-target"))
        #expect(
            try rules(source: "Open the relay now.", target: String(repeating: "xxxx ", count: 5000)).contains(
                "garbage"))
    }

    /// Each word of such a run could begin an identifier, so the search for its end has a limit. With it each word is read
    /// for itself, and the rules find nothing that is not there.
    @Test(
        arguments: [
            ("~~a~b", 3000, [], "a"), ("a@", 1500, [], "a"), ("1_", 1500, ["number"], "1"),
            ("at:", 1500, ["end-punctuation"], "at"), ("a-", 1500, [], "a"),
        ] as [(String, Int, Set<String>, String)])
    func runsWithoutBlanks(piece: String, count: Int, found: Set<String>, first: String) throws {
        let run = String(repeating: piece, count: 1500)
        let words = tokens(run)
        #expect(words.count == count)
        #expect(words.first == first)
        #expect(words.allSatisfy { $0.count <= 2 })
        // The rules take a shorter one, as in a debug build they compare its words for seconds.
        let short = String(repeating: piece, count: 300)
        #expect(try rules(source: short, target: short + "x") == found)
    }

    /// No identifier is longer than the limit, and the text after it is read on.
    @Test func anIdentifierWithoutEndIsCut() throws {
        let run = String(repeating: "a.b/", count: 1500)
        let paths = tokens(run)
        #expect(paths.map(\.utf8.count) == [2047, 2047, 1903])
        #expect(tokens("\(run)c end").last == "end")
        // One that ends in time is one token.
        #expect(tokens(String(repeating: "a.b/", count: 500) + "c end").map(\.utf8.count) == [2001, 3])
    }

    private func tokens(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            var lexer = Lexer(buffer, 0..<buffer.count, Language(locale: "fr-FR"))
            return lexer.tokens().map { String(decoding: bytes[$0.range.values], as: UTF8.self) }
        }
    }

    /// All findings of a rule in a segment begin their fingerprints alike, and none has another's.
    @Test func manyFindingsInOneSegmentHaveTheirOwnFingerprints() throws {
        let text = String(repeating: "a \u{FEFF}b ", count: 300)
        let findings = Checker().check(try read(pair("101", text, "x y")).tokenized())
        #expect(!findings.isEmpty)
        #expect(Set(findings.map(\.fingerprint)).count == findings.count)
    }
}
