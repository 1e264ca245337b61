import Bitext
import Testing

@testable import Alignment

/// A small lexicon, learned from sentences made of a few words in a made-up way of saying them.
@Suite struct LexiconTests {
    private static let words: [(String, String)] = [
        ("server", "serveur"), ("relay", "relais"), ("queue", "file"), ("message", "courrier"), ("folder", "dossier"),
        ("user", "membre"),
        ("policy", "règle"), ("network", "réseau"), ("account", "compte"), ("license", "licence"), ("backup", "copie"),
        ("report", "bilan"),
        ("certificate", "certificat"), ("password", "passe"), ("group", "groupe"), ("meeting", "réunion"),
        ("device", "appareil"),
        ("window", "fenêtre"), ("button", "bouton"), ("schedule", "horaire"), ("printer", "imprimante"),
        ("gateway", "passerelle"),
    ]
    private static let verbs: [(String, String)] = [
        ("Enable", "Activez"), ("Disable", "Désactivez"), ("Delete", "Supprimez"), ("Check", "Contrôlez"),
        ("Rename", "Renommez"),
        ("Move", "Déplacez"), ("Open", "Ouvrez"), ("Print", "Imprimez"),
    ]

    /// Pages of sentences like "Enable the old server before the new folder of each group."
    private static func pages(_ count: Int, seed: UInt64) -> [[(target: String, source: String)]] {
        var random = SplitMix64(state: seed)
        func pick<T>(_ list: [T]) -> T { list[Int(random.next() % UInt64(list.count))] }
        return (0..<count).map { _ in
            (0..<40).map { _ in
                let (verb, one, two, three, four) = (pick(verbs), pick(words), pick(words), pick(words), pick(words))
                return (
                    "\(verb.1) le \(one.1) avec le nouveau \(two.1) du \(three.1) et son \(four.1).",
                    "\(verb.0) the \(one.0) with the new \(two.0) of the \(three.0) and its \(four.0)."
                )
            }
        }
    }

    private static func page(_ pairs: [(target: String, source: String)]) throws -> BilingualPage {
        let text = pairs.map { "«\($0.target)|\($0.source)»" }.joined(separator: "\n\n")
        return BilingualPage(try Page(markedPage(text).bytes), path: "page.md", locale: "fr-FR")
    }

    private static let file: [UInt8] = {
        var trainer = LexiconTrainer(locale: "fr-FR")
        let all = (try? pages(60, seed: 7).map(page)) ?? []
        all.forEach { trainer.read($0) }
        trainer.learnWords()
        all.forEach { trainer.judge($0) }
        return trainer.finish()
    }()

    private func findings(_ pairs: [(target: String, source: String)]) throws -> [Finding] {
        let lexicon = try Lexicon(Self.file)
        let rules: [any Rule.Type] = [
            NeighbourShift.self, MisalignedContent.self, PolarityReversal.self, Omission.self, Addition.self,
        ]
        return Checker(rules: rules.map { .init($0) }, lexicons: Lexicons([lexicon])).check(try Self.page(pairs))
    }

    @Test func rightPairsAreLeftAlone() throws {
        let found = try Self.pages(5, seed: 99).flatMap(findings).filter { $0.severity > .note }
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test func aTargetFromElsewhereIsFound() throws {
        var pairs = Self.pages(1, seed: 5)[0]
        pairs[10].target = "Imprimez le bouton avec le nouveau réseau du compte et son horaire."
        pairs[10].source = "Delete the gateway with the new policy of the folder and its license."
        #expect(try findings(pairs).contains { $0.segmentIndex == 10 && $0.rule == "misaligned-content" })
    }

    @Test func targetsThatChangedPlacesAreOneFindingEach() throws {
        var pairs = Self.pages(1, seed: 5)[0]
        // Four sentences that share no word.
        pairs[9] = (
            "Ouvrez le bouton avec le nouveau réseau du compte et son horaire.",
            "Open the button with the new network of the account and its schedule."
        )
        pairs[10] = (
            "Renommez le relais avec le nouveau courrier du groupe et son bilan.",
            "Move the server with the new queue of the user and its folder."
        )
        pairs[11] = (
            "Déplacez le serveur avec le nouveau file du membre et son dossier.",
            "Rename the relay with the new message of the group and its report."
        )
        pairs[12] = (
            "Supprimez le passe avec le nouveau appareil du fenêtre et son licence.",
            "Delete the password with the new device of the window and its license."
        )
        let found = try findings(pairs).filter { $0.rule == "neighbour-shift" }
        #expect(found.map(\.segmentIndex) == [10, 11])
    }

    @Test func aRunThatMovedIsOneFinding() throws {
        var pairs = Self.pages(1, seed: 5)[0]
        for index in 10..<16 { pairs[index].target = pairs[index + 1].target }
        let found = try findings(pairs).filter { $0.rule == "neighbour-shift" }
        #expect(found.first?.segmentIndex == 10)
        #expect(found.count == 1, "\(found.map(\.message))")
        #expect(found.first?.message.contains("segments from here on") == true)
    }

    @Test func theOppositeIsFound() throws {
        var pairs = Self.pages(1, seed: 5)[0]
        pairs[3] = (
            "Désactivez le relais avec le nouveau dossier du groupe et son compte.",
            "Enable the relay with the new folder of the group and its account."
        )
        let found = try findings(pairs).filter { $0.rule == "polarity" }
        #expect(found.map(\.segmentIndex) == [3])
        #expect(found.first?.evidence == .init(source: "Enable", target: "Désactivez"))
    }

    @Test func learningTwiceGivesTheSameBytes() {
        var trainer = LexiconTrainer(locale: "fr-FR")
        let all = (try? Self.pages(60, seed: 7).map(Self.page)) ?? []
        all.forEach { trainer.read($0) }
        trainer.learnWords()
        all.forEach { trainer.judge($0) }
        #expect(trainer.finish() == Self.file)
    }

    // MARK: The file

    @Test func damageIsToldApart() {
        #expect(throws: LexiconFile.ReadingError.foreign) { try Lexicon(Array("no lexicon at all".utf8)) }
        #expect(throws: LexiconFile.ReadingError.foreign) { try Lexicon([]) }
        var newer = Self.file
        newer[8] = 9
        #expect(throws: LexiconFile.ReadingError.version(9)) { try Lexicon(newer) }
        var changed = Self.file
        changed[changed.count / 2] ^= 1
        #expect(throws: LexiconFile.ReadingError.damaged("its checksum is wrong")) { try Lexicon(changed) }
        #expect(throws: LexiconFile.ReadingError.self) { try Lexicon(Array(Self.file.dropLast(10))) }
    }

    /// The file with a change and a checksum that is right again, as an attacker would make it.
    private static func changed(_ change: (inout [UInt8]) -> Void) -> [UInt8] {
        var bytes = file
        change(&bytes)
        let body = LexiconFile.headerSize
        let sum = bytes.withUnsafeBytes { LexiconFile.checksum(UnsafeRawBufferPointer(rebasing: $0[body...])) }
        withUnsafeBytes(of: sum.littleEndian) { bytes.replaceSubrange(body - 8..<body, with: $0) }
        return bytes
    }

    private static func put(_ number: Int, _ size: Int, at offset: Int, in bytes: inout [UInt8]) {
        for index in 0..<size { bytes[offset + index] = UInt8(truncatingIfNeeded: number >> (8 * index)) }
    }

    @Test func whatLeadsOutsideItsMemoryIsRefused() throws {
        let layout = try Lexicon(Self.file).layout
        func damage(_ number: Int, _ size: Int, at offset: Int) -> LexiconFile.ReadingError? {
            do throws(LexiconFile.ReadingError) {
                _ = try Lexicon(Self.changed { Self.put(number, size, at: offset, in: &$0) })
                return nil
            } catch {
                return error
            }
        }
        // A row that ends after the last link, and rows that end before it.
        #expect(damage(layout.cells + 1, 4, at: layout.rows + 4) == .damaged("its rows are out of order"))
        #expect(damage(layout.cells + 1, 4, at: layout.cellsStart - 4) == .damaged("its rows are out of order"))
        #expect(damage(layout.cells - 1, 4, at: layout.cellsStart - 4) == .damaged("its rows are out of order"))
        // A link to a term that does not exist, and to the last one that does.
        #expect(damage(layout.targetSize, 2, at: layout.cellsStart) == .damaged("a link leads nowhere"))
        #expect(damage(layout.targetSize - 1, 2, at: layout.cellsStart) == nil)
        // Parts that are longer than the file.
        let sizes = [(12, layout.sourceSize), (16, layout.targetSize), (20, layout.cells), (28, layout.judges)]
        for (offset, size) in sizes {
            guard case .damaged(let what) = damage(size + 1, 4, at: offset) else {
                Issue.record("a part is read that is longer than the file")
                continue
            }
            #expect(what.contains("where its header says"))
        }
    }

    @Test func aMutantIsRefusedOrReadInsideItsMemory() throws {
        var random = SplitMix64(state: 3)
        let page = try Self.page(Self.pages(1, seed: 5)[0])
        var (read, refused) = (0, 0)
        for number in 0..<200 {
            // Half of them are changed in the header only.
            let mutant = Self.changed { bytes in
                let size = number % 2 == 0 ? 64 : bytes.count
                for _ in 0..<3 { bytes[Int(random.next() % UInt64(size))] = UInt8(truncatingIfNeeded: random.next()) }
            }
            guard let lexicon = try? Lexicon(mutant) else {
                refused += 1
                continue
            }
            read += 1
            #expect(lexicon.layout.end == mutant.count)
            #expect(lexicon.rows.first == 0 && lexicon.rows.last == UInt32(lexicon.cells.count))
            #expect(zip(lexicon.rows, lexicon.rows.dropFirst()).allSatisfy(<=))
            #expect(lexicon.cells.allSatisfy { Int($0.target) < lexicon.layout.targetSize })
            if let score = ContentAlignment(page, lexicon).alignment { #expect((0...1).contains(score)) }
        }
        #expect(read > 20 && refused > 20, "\(read) read, \(refused) refused")
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
        #expect(!Self.file.withUnsafeBufferPointer { bytes in bytes.firstOffset(of: "serveur", from: 0) != nil })
    }

    // MARK: Pairs from files

    @Test func tabSeparatedPairs() throws {
        var pairs: [[String]] = []
        try PairFile.readTSV(Array("a b\tc d\nE\tF\tnote\r\n\n".utf8)) { pairs.append([$0, $1]) }
        #expect(pairs == [["a b", "c d"], ["E", "F"]])
        #expect(throws: PairFile.ReadingError(line: 2, reason: "no tab between source and target")) {
            try PairFile.readTSV(Array("a\tb\nno tab\n".utf8)) { _, _ in }
        }
    }

    @Test func translationMemories() throws {
        let memory = """
            <?xml version="1.0"?><tmx version="1.4"><header srclang="en-US"/><body>
            <tu><tuv xml:lang="en-US"><seg>Restart <bpt i="1"/>it</seg></tuv><tuv xml:lang="fr-FR"><seg>Redémarrez-le</seg></tuv></tu>
            <tu><tuv xml:lang="en-US"><seg>No French</seg></tuv><tuv xml:lang="de-DE"><seg>Kein Französisch</seg></tuv></tu>
            </body></tmx>
            """
        var pairs: [[String]] = []
        try PairFile.readTMX(Array(memory.utf8), language: Language(locale: "fr-FR")) { pairs.append([$0, $1]) }
        #expect(pairs == [["Restart it", "Redémarrez-le"]])
        #expect(throws: PairFile.ReadingError.self) {
            try PairFile.readTMX(Array("<tmx><body><tu>".utf8), language: Language(locale: "fr-FR")) { _, _ in }
        }
    }
}
