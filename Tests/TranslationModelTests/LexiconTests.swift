import Bitext
import TestSupport
import Testing

@testable import TranslationModel

/// The file of a small lexicon.
@Suite struct LexiconTests {
    @Test func learningTwiceGivesTheSameBytes() {
        #expect(SmallLexicon.learned() == SmallLexicon.file)
    }

    // MARK: The file

    @Test func damageIsToldApart() {
        #expect(throws: LexiconFile.ReadingError.foreign) { try Lexicon(Array("no lexicon at all".utf8)) }
        #expect(throws: LexiconFile.ReadingError.foreign) { try Lexicon([]) }
        var newer = SmallLexicon.file
        newer[8] = 9
        #expect(throws: LexiconFile.ReadingError.version(9)) { try Lexicon(newer) }
        var changed = SmallLexicon.file
        changed[changed.count / 2] ^= 1
        #expect(throws: LexiconFile.ReadingError.damaged("its checksum is wrong")) { try Lexicon(changed) }
        #expect(throws: LexiconFile.ReadingError.self) { try Lexicon(Array(SmallLexicon.file.dropLast(10))) }
    }

    /// Whoever makes a file by hand can make its checksum right. The file is refused, or it says something of a page.
    @Test func mutantsWithTheRightChecksumAreRefusedOrUsable() throws {
        var random = SeededGenerator(seed: 3)
        let page = try SmallLexicon.page(SmallLexicon.pages(1, seed: 5)[0])
        let header = LexiconFile.headerSize
        var (refused, read) = (0, 0)
        for round in 0..<Mutator.rounds(200) {
            var mutant = SmallLexicon.file
            // In every third the header, which says where all else is.
            let limit = round % 3 == 0 ? header : mutant.count
            for _ in 0..<3 { mutant[12 + random.below(limit - 12)] = UInt8(truncatingIfNeeded: random.next()) }
            let sum = mutant[header...].withUnsafeBytes { LexiconFile.checksum($0) }
            withUnsafeBytes(of: sum.littleEndian) { mutant.replaceSubrange(header - 8..<header, with: $0) }
            guard let lexicon = try? Lexicon(mutant) else {
                refused += 1
                continue
            }
            read += 1
            let content = ContentAlignment(page, lexicon)
            #expect(content.scores.count == page.bitext.segments.count)
            #expect(content.scores.allSatisfy { $0.map { (0...1).contains($0.probability) } ?? true })
        }
        #expect(refused > 0 && read > 0)
    }

    /// A file whose words all have one hash would make each look-up a walk past all of them.
    @Test func wordsThatAreNotSpreadAreRefused() {
        func isRead(_ hashes: [UInt32]) -> Bool {
            hashes.withUnsafeBufferPointer { hashes in
                Array(repeating: UInt8(0), count: hashes.count).withUnsafeBufferPointer { TermTable(hashes, $0) != nil }
            }
        }
        #expect(isRead((0..<60_000).map { UInt32($0) &* 2_654_435_761 }))
        #expect(!isRead((0..<60_000).map { UInt32($0) << 16 }))
    }

    @Test func itHoldsNoText() {
        #expect(
            !SmallLexicon.file.withUnsafeBufferPointer { bytes in bytes.firstOffset(of: "serveur", from: 0) != nil })
    }
}
