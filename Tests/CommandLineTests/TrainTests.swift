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

    @Test(arguments: ["a.tmx", "a.tsv", "a.po", "a.PO"])
    func generalLearnsFromPagesOnly(file: String) throws {
        let result = try Tool.run("train", "--general", file, "-o", "a.lexicon")
        #expect(result.error.contains("--general learns from pages only, not from .tmx, .tsv and .po files."))
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
}
