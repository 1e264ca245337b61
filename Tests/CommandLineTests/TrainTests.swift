import Foundation
import TestSupport
import Testing

@testable import diptych

/// `diptych train` with exchange files.
@Suite struct TrainTests {
    private static let words = ["relay", "server", "page", "list", "user", "call", "queue", "policy", "room", "phone"]

    /// So many different pairs, one a line.
    private func pairs(_ count: Int) -> [String] {
        (0..<count).map { index in
            let words = [index % 10, index / 10 % 10, index / 100].map { Self.words[$0] }
            return "Open the \(words[0]) \(words[1]) \(words[2]).\tOuvrez le \(words[2]) \(words[1]) \(words[0])."
        }
    }

    @Test func damagedLinesAreSaidAndTheRestIsLearned() throws {
        let folder = try TemporaryFolder()
        let lines = pairs(150) + ["no tab"] + pairs(300).dropFirst(150) + ["none", "here"]
        let file = try folder.write("pairs.tsv", lines.joined(separator: "\n"))
        let result = try Tool.run("train", file, "-o", "\(folder.path)/a.lexicon", "--locale", "fr-FR")
        #expect(
            result.error
                == "\(file):151:1: warning: no tab between source and target (and 2 more defects in this file) "
                + "[damaged-unit]\n")
        #expect(result.status == 0)
        #expect(folder.contents("a.lexicon") != nil)
    }

    private func memory(_ source: String, _ targets: [String], attribute: String = "xml:lang") -> String {
        let units = pairs(300).map { line in
            let texts = line.split(separator: "\t")
            let variants = targets.map { "<tuv \(attribute)=\"\($0)\"><seg>\(texts[1])</seg></tuv>" }.joined()
            return "<tu><tuv \(attribute)=\"\(source)\"><seg>\(texts[0])</seg></tuv>\(variants)</tu>\n"
        }
        return "<tmx version=\"1.4\"><header srclang=\"en-US\"/><body>\n\(units.joined())</body></tmx>"
    }

    /// A language is the same in any case, with a hyphen or an underscore, and named or not.
    @Test(arguments: [
        ("EN-us", "FR-fr", "xml:lang", "fr-FR"), ("en_us", "fr_FR", "xml:lang", "FR_fr"),
        ("EN", "FR", "XML:LANG", "fr-fr"), ("en-US", "fr-FR", "xml:lang", nil), ("EN-US", "FR-FR", "lang", nil),
    ])
    func theCaseOfALanguageDoesNotMatter(source: String, target: String, attribute: String, locale: String?) throws {
        let folder = try TemporaryFolder()
        try folder.write("a.tmx", memory(source, [target], attribute: attribute))
        let option = locale.map { ["--locale", $0] } ?? []
        let result = try Tool.run(["train", "a.tmx", "-o", "a.lexicon"] + option, in: folder.path)
        #expect(result.error == "")
        #expect(result.output.hasPrefix("a.lexicon: fr-FR, learned from 300 pairs"))
    }

    @Test func aLocaleThatNothingHasIsSaidWithThoseThatThereAre() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.tmx", memory("en-US", ["fr-FR", "de-DE"]))
        let none = try Tool.run("train", "a.tmx", "-o", "a.lexicon", "--locale", "xx", in: folder.path)
        #expect(none.status == 2)
        #expect(
            none.error
                == "diptych: error: nothing is in the language of --locale xx; the pages and files have de-DE, fr-FR\n")
        let several = try Tool.run("train", "a.tmx", "-o", "a.lexicon", in: folder.path)
        #expect(several.error.contains("translations into de-DE, fr-FR; choose one, such as --locale de-DE"))
        let page = "---\nms.contentlocale: de-de\n---\n" + pair("101", "Warten.", "Wait.") + "\n"
        try folder.write("page.md", page)
        let other = try Tool.run("train", "page.md", "-o", "a.lexicon", "--locale", "fr-FR", in: folder.path)
        #expect(other.error.contains("nothing is in the language of --locale fr-FR; the pages and files have de-DE\n"))
    }

    @Test(arguments: ["a.tmx", "a.tsv", "a.po", "a.PO"])
    func generalLearnsFromPagesOnly(file: String) throws {
        let result = try Tool.run("train", "--general", file, "-o", "a.lexicon")
        #expect(result.error.contains("--general learns from pages only, not from .tmx, .tsv, .po, .xlf, "))
        #expect(result.status != 0)
    }

    @Test func damageIsSaidWhenTooLittleIsLeft() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("pairs.tsv", "a b\n")
        let result = try Tool.run("train", file, "-o", "\(folder.path)/a.lexicon", "--locale", "fr-FR")
        #expect(result.error.hasPrefix("\(file):1:1: warning: no tab between source and target [damaged-unit]\n"))
        #expect(result.error.contains("0 different pairs"))
        #expect(result.status == 2)
    }

    /// Each file is a product; which one comes first changes nothing that can be seen here, and the pairs of both count.
    @Test func eachListIsAProduct() throws {
        let folder = try TemporaryFolder()
        let lines = pairs(600)
        try folder.write("one.tsv", lines.prefix(300).joined(separator: "\n"))
        try folder.write("two.tsv", lines.dropFirst(300).joined(separator: "\n"))
        let result = try Tool.run(
            "train", "one.tsv", "two.tsv", "-o", "a.lexicon", "--locale", "fr-FR", in: folder.path)
        #expect(result.error == "")
        #expect(result.output.hasPrefix("a.lexicon: fr-FR, learned from 600 pairs"))
    }

    // MARK: check --learn

    /// A lexicon of the language is there: its pages add to it, and its faults are found still.
    @Test func whatPagesTeachIsAddedToTheLexiconOfTheirLanguage() throws {
        let folder = try TemporaryFolder()
        let right = (0..<30).map { index in
            pair("\(101 + index)", "Le grisbi \(index) est ici.", "The wobbler \(index) is here.")
        }
        let wrong = pair(
            "201", "Vous devez activer la stratégie pour ces utilisateurs.",
            "You must not enable the policy for these users.")
        let text = "---\nms.contentlocale: fr-FR\n---\n" + (right + [wrong]).joined(separator: "\n\n") + "\n"
        try folder.write("docs/page.md", text)
        // Thirty pairs teach no lexicon of their own.
        let result = try Tool.run("check", "docs", "--learn", in: folder.path)
        #expect(result.output.contains("[polarity]"))
        #expect(result.error == "")
    }
}
