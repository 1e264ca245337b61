import Checks
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

    /// Each word of such a run could begin an identifier: without a limit, the search for its end takes hours. What is
    /// beside the run is found all the same.
    @Test(arguments: ["~~a~b", "a@", "1_", "at:", "a.b/", "a-"])
    func runsWithoutBlanks(piece: String) throws {
        let run = String(repeating: piece, count: 400)
        #expect(try rules(source: run + " [see](b.md)", target: run + "x voir").contains("link"))
    }

    /// All findings of a rule in a segment begin their fingerprints alike, and none has another's.
    @Test func manyFindingsInOneSegmentHaveTheirOwnFingerprints() throws {
        let text = String(repeating: "a \u{FEFF}b ", count: 300)
        let findings = Checker().check(try read(pair("101", text, "x y")).tokenized())
        #expect(!findings.isEmpty)
        #expect(Set(findings.map(\.fingerprint)).count == findings.count)
    }
}
