import Bitext
import ParsedBitext
import TestSupport
import Testing

@testable import TranslationModel

/// What is in a lexicon file, and what is not read.
@Suite struct LexiconFileTests {
    @Test func trainingTwiceGivesTheSameBytes() throws { #expect(SmallLexicon.learned() == SmallLexicon.file) }

    @Test func theHeaderSaysWhatItHolds() throws {
        let lexicon = try Lexicon(SmallLexicon.file)
        #expect(lexicon.locale == "fr-FR")
        #expect(lexicon.pairs == 560)
        #expect(!lexicon.isGeneral)
        let header = try LexiconFile.Header(SmallLexicon.file, fileSize: SmallLexicon.file.count)
        #expect(header.bytes == Array(SmallLexicon.file[..<LexiconFile.headerSize]))
    }

    @Test func itHoldsNoText() {
        #expect(!SmallLexicon.file.withUnsafeBufferPointer { $0.firstOffset(of: "serveur", from: 0) != nil })
    }

    @Test func aWordLeadsToItsTranslation() throws {
        let lexicon = try Lexicon(SmallLexicon.file)
        func number(_ word: String, _ table: TermTable) -> Int32 { table[WordHash(stemOf: word[...]).value].number }
        let (source, target) = (number("server", lexicon.sourceTerms), number("serveur", lexicon.targetTerms))
        #expect(lexicon.translations.probability(of: target, given: source) > 0.9)
        #expect(lexicon.translations.probability(of: number("relais", lexicon.targetTerms), given: source) < 0.01)
        #expect(number("nowhere", lexicon.sourceTerms) == -1)
    }

    /// The checksum is part of the format: another one would refuse all lexicons that people have.
    @Test func theChecksumStays() {
        let bytes: [UInt8] = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89]
        #expect(bytes.withUnsafeBytes { LexiconFile.checksum($0) } == 0xf745_cb74_63d3_844a)
        #expect([UInt8]().withUnsafeBytes { LexiconFile.checksum($0) } == 0xaf63_bd4c_8601_b7df)
    }

    // MARK: Damage

    @Test func eachKindOfDamageHasItsMessage() {
        #expect(throws: LexiconFile.ReadingError.foreign) { try Lexicon(Array("no lexicon at all".utf8)) }
        #expect(throws: LexiconFile.ReadingError.foreign) { try Lexicon([UInt8]()) }
        var newer = SmallLexicon.file
        newer[8] = 9
        #expect(throws: LexiconFile.ReadingError.version(9)) { try Lexicon(newer) }
        var changed = SmallLexicon.file
        changed[changed.count / 2] ^= 1
        #expect(throws: LexiconFile.ReadingError.damaged("its checksum is wrong")) { try Lexicon(changed) }
        #expect(throws: LexiconFile.ReadingError.self) { try Lexicon(Array(SmallLexicon.file.dropLast(10))) }
    }

    /// Whatever is changed, with a checksum that is right: the file is refused, or it is a lexicon that gives probabilities.
    @Test func aChangedFileIsRefusedOrUsable() throws {
        let page = try SmallLexicon.page(SmallLexicon.pages(1, seed: 4)[0])
        var random = SeededGenerator(seed: 3)
        var (refused, read) = (0, 0)
        for round in 0..<300 {
            var file = SmallLexicon.file
            // The header first of all, and then anything.
            let end = round % 2 == 0 ? LexiconFile.headerSize : file.count
            for _ in 0..<3 { file[Int(random.next() % UInt64(end))] = UInt8(truncatingIfNeeded: random.next()) }
            let checksum = file[LexiconFile.headerSize...].withUnsafeBytes { LexiconFile.checksum($0) }
            withUnsafeBytes(of: checksum.littleEndian) {
                file.replaceSubrange(LexiconFile.headerSize - 8..<LexiconFile.headerSize, with: $0)
            }
            do {
                let content = ContentAlignment(page, try Lexicon(file))
                read += 1
                let probabilities = content.scores.compactMap { $0?.probability }
                #expect(probabilities.allSatisfy { (0...1).contains($0) })
            } catch {
                refused += 1
            }
        }
        #expect(refused > 50 && read > 50, "\(refused) refused, \(read) read")
    }

    /// A file whose words all have one hash would make each look-up a walk past all of them.
    @Test func wordsThatAreNotSpreadAreRefused() {
        func isRead(_ hashes: [UInt32]) -> Bool {
            TermTable(hashes: hashes, rarities: Array(repeating: 0, count: hashes.count)) != nil
        }
        #expect(isRead((0..<60_000).map { UInt32($0) &* 2_654_435_761 }))
        #expect(!isRead((0..<60_000).map { UInt32($0) << 16 }))
    }

    // MARK: Its parts

    @Test func classifiersAreReadAsTheyWereWritten() throws {
        let lexicon = try Lexicon(SmallLexicon.file)
        let bytes = lexicon.classifiers.bytes
        #expect(lexicon.classifiers[.content].treeCount == 100)
        #expect(PerFault<FaultClassifier>(bytes[...]) == lexicon.classifiers)
        #expect(PerFault<FaultClassifier>(bytes.dropLast()) == nil)
        #expect(PerFault<FaultClassifier>((bytes + [0])[...]) == nil)
    }

    @Test func weightsAreReadAsTheyWereWritten() throws {
        let lexicon = try Lexicon(SmallLexicon.file)
        let weights = lexicon.polarity.weights
        func read(_ bytes: ArraySlice<UInt8>) -> PolarityWeights? {
            PolarityWeights(bytes, sourceSize: lexicon.sourceSize, targetSize: lexicon.targetSize)
        }
        #expect(!weights.target.others.isEmpty)
        #expect(read(weights.bytes[...]) == weights)
        #expect(read(weights.bytes.dropLast()) == nil)
        // Of another list of opposites.
        var others = weights.bytes
        others[0] ^= 1
        #expect(read(others[...])?.isEmpty == true)
    }

    @Test(arguments: [1, 0.5, 0.25, 0.001])
    func aByteHoldsAProbabilityToOneTwentieth(probability: Float) {
        let read = ByteProbability.probability[Int(ByteProbability.byte(probability))]
        #expect(abs(read / probability - 1) < 0.05)
    }
}
