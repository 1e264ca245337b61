import Bitext
import ParsedBitext

/// A segment whose target is equal to its source.
struct Untranslated: Rule {
    static let description = RuleDescription(
        "untranslated", .warning, .untranslated, "The target is not translated: it is equal to the source.",
        discussion: """
            Product names, commands, paths, parameters and single terms may be equal on both sides (Docs/markup.md: 13%
            of all segments are). The rule reports sentences: at least three lower-case words outside code, with at
            least one function word, such as “the” or “with”, and at least one other word. Names (most words have capitals, no
            full stop) and conditions (`else if type = 3`) are a note; on page pairs also titles of links to other sites,
            texts of four words at most, badges, and what is between `{{% comment %}}` shortcodes. Translate the target.
            """,
        bad: .init("Restart the server before you go on.", "Restart the server before you go on."),
        good: .init("Restart the server before you go on.", "Redémarrez le serveur avant de continuer."),
        precision:
            """
            16.5 of 25 on unseen pages (es-ES, it-IT, pl-PL, pt-BR, ru-RU, tr-TR; November 2026), before the \
            rule was improved
            """,
        coversSegment: true)

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.language.code != "en", !tokenized.language.code.isEmpty else { return }
        for pair in tokenized.pairs() {
            guard pair.contents.contains(.isSame) || isNearlySame(pair), isProse(pair) else { continue }
            report.add(
                "untranslated: the target is equal to the source", in: pair, .target,
                evidence: .init(source: pair.excerpt(.source), target: pair.excerpt(.target)),
                severity: isOnPurpose(pair) ? .note : nil)
        }
    }

    /// Whether a segment of a page pair is the text of a link to another site, such as the title of an article in English.
    private func isTitleElsewhere(_ pair: SegmentPair) -> Bool {
        let bitext = pair.tokenized.bitext
        guard bitext.isPagePair, let range = bitext.segments[pair.index].target?.range else { return false }
        let text = pair.text(.target)
        if pair.elements(.target).contains(where: { element in
            element.kind == .link && element.textRange.count * 10 >= text.count * 9
                && pair.destination(of: element, .target)?.url.hasPrefix("http") ?? false
        }) {
            return true
        }
        let rest = bitext[.target].bytes[range.upperBound.value...].prefix(16)
        return rest.drop { $0.isOne(of: "*_") }.starts(with: "](http".utf8)
    }

    /// Whether a text may be left as it is on purpose.
    private func isOnPurpose(_ pair: SegmentPair) -> Bool {
        isTitleElsewhere(pair) || isName(pair) || isNameWithAbbreviation(pair) || isFormula(pair) || isImage(pair)
            || isLabel(pair) || isInComment(pair)
    }

    /// Whether a segment of a page pair is a few words without a full stop, such as a type in a table, "list of strings".
    private func isLabel(_ pair: SegmentPair) -> Bool {
        pair.tokenized.bitext.isPagePair && pair.tokens(.source).count <= 4
            && !(pair.text(.source).last?.isOne(of: ".?!:") ?? false)
    }

    /// Whether a segment of a page pair is between shortcodes that keep a text from the reader.
    private func isInComment(_ pair: SegmentPair) -> Bool {
        let bitext = pair.tokenized.bitext
        guard bitext.isPagePair, let range = bitext.segments[pair.index].target?.range else { return false }
        let before = bitext[.target].bytes[..<range.lowerBound.value].suffix(Self.longestComment)
        let mark = Array("comment %}}".utf8)
        guard let last = before.indices.last(where: { before[$0...].starts(with: mark) }) else { return false }
        return !before[..<last].suffix(3).contains(UInt8(ascii: "/"))
    }

    /// In bytes.
    private static let longestComment = 4096

    /// Whether the segment is only an image, whose alternative text can be a label that the page refers to.
    private func isImage(_ pair: SegmentPair) -> Bool {
        pair.tokenized.bitext.isPagePair && pair.markdown(.source).starts(with: "[![".utf8)
    }

    /// Whether the translator wrote the words as a name, with an abbreviation after it: "Azure Commit to Consume (CtC)".
    private func isNameWithAbbreviation(_ pair: SegmentPair) -> Bool {
        !pair.contents.contains(.isSame) && pair.text(.source).last == UInt8(ascii: ")")
            && pair.tokens(.target).first?.isCapitalised ?? false
    }

    /// Whether most words have capitals, as in the name of a product or of an offer, and no full stop ends the segment.
    private func isName(_ pair: SegmentPair) -> Bool {
        var (capitals, others) = (0, 0)
        for token in pair.tokens(.source).dropFirst() {
            if token.isCapitalised || token.kind != .word {
                capitals += 1
            } else if !FunctionWords.contains(hash: token.hash) {
                others += 1
            } else if !Self.inNames.contains(token.hash) {
                return false
            }
        }
        return capitals > others && !(pair.text(.source).last?.isOne(of: ".?!:") ?? false)
    }

    /// The function words that names have.
    private static let inNames = Set(
        ["for", "and", "of", "in", "on", "with", "the", "by", "from", "using"].map(Token.hash(of:)))

    /// Whether the source is written like a formula or a condition: `else if billing_type = 3, then Chargeable`.
    private func isFormula(_ pair: SegmentPair) -> Bool {
        [" = ", " == ", " != ", " <> ", " := ", " >= ", " <= ", " => "].contains { pair.contains($0, .source) }
    }

    /// Whether the source is a sentence and not a name, a formula or a list of codes.
    private func isProse(_ pair: SegmentPair) -> Bool {
        let text = pair.text(.source)
        let trimmed = text.trimmingBlanks
        guard trimmed.contains(where: \.isASCIIBlank), !isFile(pair) else { return false }
        // A shortcode alone is a command to the system that publishes the page.
        if trimmed.starts(with: "{{".utf8), trimmed.suffix(2).elementsEqual("}}".utf8) { return false }
        var quotes = straightQuotes(text)[...]
        var (words, functionWords) = (0, 0)
        for token in pair.tokens(.source) where token.kind == .word && !token.isCapitalised {
            let range = token.range.values
            // `CONCATENATE("Not found: ", …)` prints English text.
            while let quote = quotes.first, quote.upperBound <= range.lowerBound { quotes.removeFirst() }
            if let quote = quotes.first, quote.contains(range.lowerBound) { continue }
            // The "on" of "on-premises" is a part of a name.
            if text[range.upperBound...].first == UInt8(ascii: "-"), FunctionWords.contains(hash: token.hash),
                text[..<range.lowerBound].last != UInt8(ascii: "-")
            {
                continue
            }
            words += 1
            if FunctionWords.contains(hash: token.hash), !isInLocale(range, text) { functionWords += 1 }
        }
        return words >= 3 && functionWords >= 1 && functionWords < words
    }

    /// Whether a word is part of a locale: "is-is", "it-it".
    private func isInLocale(_ word: Range<Int>, _ text: ArraySlice<UInt8>) -> Bool {
        guard word.count == 2 else { return false }
        func isCode(_ part: ArraySlice<UInt8>) -> Bool { part.count == 2 && part.allSatisfy(\.isASCIILetter) }
        let hyphen = UInt8(ascii: "-")
        let after = text[word.upperBound...]
        if after.first == hyphen, isCode(after.dropFirst().prefix(3).prefix(while: \.isASCIILetter)) { return true }
        let before = text[..<word.lowerBound]
        return before.last == hyphen && isCode(before.dropLast().suffix(3).suffix(2))
            && !(before.dropLast(3).last?.isASCIILetter ?? false)
    }

    /// Whether the source is the name of a file, with words in it: "Model to learn.version.1.xml".
    private func isFile(_ pair: SegmentPair) -> Bool {
        let tokens = pair.tokens(.source)
        guard let last = tokens.last, last.kind == .file, tokens.count > 1 else { return false }
        return last.range.upperBound.value == pair.text(.source).endIndex
            && !tokens.contains { Self.determiners.contains($0.hash) }
    }

    private static let determiners = Set(["the", "a", "an", "this", "your", "these", "its"].map(Token.hash(of:)))

    /// The ranges in straight quotes, if the text outside of them has the form of code.
    private func straightQuotes(_ text: ArraySlice<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var open: Int?
        var isCode = false
        for index in text.indices where text[index] == UInt8(ascii: "\"") {
            if let start = open {
                ranges.append(start..<index)
                open = nil
            } else {
                open = index
                // An opening bracket or a comma is before the quote, as in a call.
                let before = text[..<index].last { !$0.isASCIIBlank }
                if before == UInt8(ascii: "(") || before == UInt8(ascii: ",") || before == UInt8(ascii: "=") {
                    isCode = true
                }
            }
        }
        return isCode ? ranges : []
    }

    /// Whether the variants differ only in markup, spaces and punctuation.
    private func isNearlySame(_ pair: SegmentPair) -> Bool {
        // The fast path: nearly all translations have more words than their source, or fewer.
        guard pair.tokenCount(.source) == pair.tokenCount(.target) else { return false }
        let (source, target) = (pair.tokens(.source), pair.tokens(.target))
        guard source.count >= 4, zip(source, target).allSatisfy({ $0.hash == $1.hash }) else { return false }
        // A compound of English names: "Project Service Automation-Desktop-Add-In".
        func hyphens(_ side: Side) -> Int { pair.text(side).count { $0 == UInt8(ascii: "-") } }
        return hyphens(.target) <= hyphens(.source)
    }
}
