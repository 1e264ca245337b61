import Bitext
import Testing

@testable import PagePairs

/// A lexicon of the words in pairs of the form `house Haus`.
struct WordList: WordMeanings {
    private var numbers: [Side: [String: Int32]] = [.source: [:], .target: [:]]

    init(_ pairs: String) {
        for (number, pair) in pairs.split(separator: ",").enumerated() {
            let words = pair.lowercased().split(separator: " ").map(String.init)
            numbers[.source]?[words[0]] = Int32(number)
            numbers[.target]?[words[1]] = Int32(number)
        }
    }

    func meanings(of text: Bytes, _ range: Range<Int>, on side: Side) -> [Int32] {
        let words = String(decoding: text[range], as: UTF8.self).lowercased().split { !$0.isLetter }
        return words.compactMap { numbers[side]?[String($0)] }
    }
}

/// What a lexicon adds to the alignment of blocks that are alike in their form.
@Suite struct WordMeaningsTests {
    private let words = WordList(
        """
        printer Drucker,paper Papier,tray Fach,fill füllen,ink Tinte,cartridge Patrone,replace ersetzen,network Netzwerk,cable Kabel,
        plug stecken,socket Buchse,screen Bildschirm,clean reinigen,cloth Tuch,dust Staub,cover Deckel
        """)

    /// Of three paragraphs that are equally long, the second one is missing; only the words tell which.
    @Test func theParagraphThatIsMissing() throws {
        let source = """
            Fill the tray of the printer with paper.

            Replace the cartridge when its ink is empty.

            Clean the screen with a cloth from its dust.

            """
        let target = """
            Füllen Sie das Fach im Drucker mit Papier.

            Reinigen Sie den Bildschirm mit Tuch von Staub.

            """
        let bitext = try readPair(source, target, words: words)
        #expect(bitext.unpaired == ["missing paragraph: Replace the cartridge when its ink is empty."])
    }

    /// A paragraph of the source is in the item before it.
    @Test func aParagraphThatWasJoinedWithAnItem() throws {
        let source = """
            - Clean the screen with a cloth from its dust.
            - Fill the tray of the printer with paper.

            Plug the cable of the network into its socket.

            ## Next

            """
        let target = """
            - Reinigen Sie den Bildschirm mit Tuch von Staub.
            - Füllen Sie das Fach im Drucker mit Papier. Stecken Sie das Kabel vom Netzwerk in seine Buchse.

            ## Weiter

            """
        let bitext = try readPair(source, target, words: words)
        #expect(bitext.unpaired == [])
        #expect(
            bitext.pairs.contains(
                "Plug the cable of the network into its socket. | Stecken Sie das Kabel vom Netzwerk in seine Buchse."))
    }

    /// One sentence became a paragraph and an item. A segment is in one block, so the item has no counterpart.
    @Test func aSegmentEndsWithItsBlock() throws {
        let source = """
            # Printer

            Fill the tray of the printer with paper and plug the cable of the network into its socket.

            The end of it.

            """
        let target = """
            # Drucker

            Füllen Sie das Fach im Drucker mit Papier.

            - Stecken Sie das Kabel vom Netzwerk in die Buchse.

            Ende davon.

            """
        let bitext = try readPair(source, target, words: words)
        #expect(bitext.pairs.allSatisfy { !$0.contains("\n") }, "\(bitext.pairs)")
        #expect(bitext.segments.contains { $0.source == nil })
    }

    /// One paragraph of the source is two of the target, with other lengths.
    @Test func aParagraphThatWasSplit() throws {
        let source = """
            Clean the screen with a cloth.

            Fill the tray of the printer with paper, and plug the cable of the network into its socket.

            ## Next

            """
        let target = """
            Reinigen Sie den Bildschirm mit Tuch.

            Füllen Sie das Fach im Drucker mit Papier.

            Stecken Sie das Kabel vom Netzwerk in seine Buchse.

            ## Weiter

            """
        #expect(try readPair(source, target, words: words).unpaired == [])
    }

    /// Blocks that say something else are not joined to hide that they differ.
    @Test func threeParagraphsOfOtherThings() throws {
        let words = WordList(
            "alpha eins,beta zwei,gamma drei,delta vier,epsilon fünf,zeta sechs,eta sieben,theta acht,iota neun,kappa zehn,"
                + "a1 elf,b1 zwölf,c1 dreizehn,d1 vierzehn,e1 fünfzehn,f1 sechzehn,g1 siebzehn,h1 achtzehn,i1 neunzehn,j1 zwanzig,"
                + "k1 einsa,l1 zweia,m1 dreia,n1 viera,o1 fünfa,p1 sechsa,q1 siebena,r1 achta,s1 neuna,t1 zehna")
        let source =
            "Alpha beta gamma delta epsilon zeta eta theta iota kappa.\n\nThese are some plain words for a paragraph of this page.\n\n"
            + "And those are other words of the next one, about as long.\n\n# End\n"
        let target =
            "Eins zwei drei vier fünf sechs sieben acht neun zehn.\n\nElf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn "
            + "neunzehn zwanzig einsa zweia dreia viera fünfa sechsa siebena achta neuna zehna.\n\n# Ende\n"
        #expect(try readPair(source, target, words: words).unpaired.count == 3)
    }

    /// A few words without a counterpart part nothing: a translation may be free.
    @Test func aFreeTranslation() throws {
        let source = "Intro.\n\nAdd more.\n\nFill the tray.\n\nThe end of it.\n"
        let target = "Einleitung.\n\nPapier und Tinte.\n\nSchluss damit.\n"
        let bitext = try readPair(source, target, words: words)
        #expect(bitext.unpaired.count == 1)
    }

    /// Where both sides have the same blocks, nobody asks for words.
    @Test func pagesInStepNeedNoWords() throws {
        let files = ["One line here.\n\nAnother one.\n", "Eine Zeile hier.\n\nNoch eine.\n"].map {
            InputFile(path: "page.md", bytes: Array($0.utf8))
        }
        let reader = PagePairReader(sourceLocale: nil, targetLocale: "de-DE") { _ in
            Issue.record("a lexicon was asked for")
            return nil
        }
        #expect(try reader.read(files).segments.count == 2)
    }
}
