import Bitext
import MarkdownSyntax

/// Splits the text of a block into sentences. Never inside code, links, emphasis, tags and addresses.
struct SentenceSplitter {
    private let tree: MarkdownTree
    private let bytes: Bytes
    private let abbreviations: Abbreviations
    private let shortcodes: Shortcodes
    /// Whether the page has blanks between sentences, although its script needs none, as machine translation writes them.
    /// A full stop without one is then inside a segment that translates one sentence by two.
    private let hasBlanksAfterWideStops: Bool

    init(_ tree: MarkdownTree, _ bytes: Bytes, _ abbreviations: Abbreviations) {
        self.tree = tree
        self.bytes = bytes
        self.abbreviations = abbreviations
        shortcodes = Shortcodes(bytes, from: 0)
        hasBlanksAfterWideStops = FullStop.areWideOnesBeforeBlanks(in: bytes)
    }

    /// The sentences of a text.
    ///
    /// - Parameter count: how many sentences are expected. If there are fewer, the text is also split at full stops without
    ///   a blank.
    func sentences(from first: MarkdownTree.ID, to last: MarkdownTree.ID, expecting count: Int) -> [Sentence] {
        let sentences = split(from: first, to: last, needsBlank: hasBlanksAfterWideStops)
        guard hasBlanksAfterWideStops, sentences.count < count else { return sentences }
        return split(from: first, to: last, needsBlank: false)
    }

    /// - Parameter needsBlank: whether a full stop of a script without blanks ends a sentence only before a blank.
    private func split(from first: MarkdownTree.ID, to last: MarkdownTree.ID, needsBlank: Bool) -> [Sentence] {
        var state = SentenceState(bytes)
        let end = tree[last].range.upperBound.value
        var next: MarkdownTree.ID? = first
        while let id = next {
            add(id, needsBlank: needsBlank, end: end, &state)
            next = id == last ? nil : tree.nextSibling(of: id)
        }
        state.endSentence()
        return state.sentences
    }

    /// - Parameter end: the end of the whole text.
    private func add(_ id: MarkdownTree.ID, needsBlank: Bool, end: Int, _ state: inout SentenceState) {
        let node = tree[id]
        let range = node.range.values
        // The rest of a shortcode: `{{%⏎/config_option %}}`.
        guard range.lowerBound >= state.shortcodeEnd || range.upperBound > state.shortcodeEnd else { return }
        switch node.kind {
        case .text: addText(range, needsBlank: needsBlank, end: end, &state)
        case .softBreak: state.addBlank()
        case .lineBreak, .directive, .include: state.endSentence()
        // An anchor is part of no sentence, unless it is inside one.
        case .htmlInline where isAnchor(range): break
        case .htmlInline where HTMLTag.isBlock(at: range.lowerBound, in: bytes): state.endSentence()
        case _ where node.isHTML: state.add(range.lowerBound..<HTMLTag.endOfEndTags(from: range.upperBound, in: bytes))
        case .emphasis, .strong, .strikethrough:
            let content = content(ofEmphasis: range)
            state.add(range, state.dependsOnBeginning ? beginning(at: content.lowerBound) : .other)
            // The full stop of `**Save it.** Then close it.` is inside.
            state.stop = isFullStop(before: content) ? .beforeBlank : .none
        case .link: state.addLink(range, text: linkText(id))
        default: state.add(range)
        }
    }

    /// The text of an inline link.
    private func linkText(_ id: MarkdownTree.ID) -> SideRange? {
        let start = tree[id].range.lowerBound + 1
        var end = start
        for child in tree.children(of: id) { end = tree[child].range.upperBound }
        guard end > start, bytes[start.value - 1] == UInt8(ascii: "["), bytes.has("](", at: end.value) else {
            return nil
        }
        return start..<end
    }

    private func isAnchor(_ range: Range<Int>) -> Bool {
        bytes.hasTag("<a", at: range.lowerBound) || bytes.hasTag("</a", at: range.lowerBound)
            || bytes.has("<!--", at: range.lowerBound)
    }

    /// The range without its markers.
    private func content(ofEmphasis range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start].isOne(of: "*_~") { start += 1 }
        while end > start, bytes[end - 1].isOne(of: "*_~") { end -= 1 }
        return start..<end
    }

    /// Whether a text ends with a full stop, or with one and closing quotes.
    private func isFullStop(before content: Range<Int>) -> Bool {
        let end = FullStop.startOfClosers(before: content.upperBound, from: content.lowerBound, in: bytes)
        guard end > content.lowerBound else { return false }
        return bytes[end - 1].isOne(of: ".!?")
            || end - 3 >= content.lowerBound && FullStop.wide(at: end - 3, in: bytes) != nil
    }

    /// What a text at an offset begins with.
    private func beginning(at offset: Int) -> SentenceState.Beginning {
        guard offset < bytes.count else { return .other }
        if bytes[offset] < 0x80 {
            guard bytes[offset].isASCIILetter else { return .other }
            return bytes[offset] >= 0x61 ? .smallLetter : .capital
        }
        var decoder = UTF8()
        var iterator = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return .other }
        return scalar.properties.isLowercase ? .smallLetter : scalar.properties.isUppercase ? .capital : .other
    }

    // MARK: Text

    private func addText(_ range: Range<Int>, needsBlank: Bool, end textEnd: Int, _ state: inout SentenceState) {
        var offset = max(range.lowerBound, state.shortcodeEnd)
        while offset < range.upperBound {
            let byte = bytes[offset]
            if byte.isASCIIBlank {
                state.addBlank()
                offset += 1
            } else if byte >= 0xC2, let wide = FullStop.wide(at: offset, in: bytes) {
                offset = addWideStop(wide, from: offset, to: range.upperBound, needsBlank: needsBlank, &state)
            } else if byte.isOne(of: ".!?") {
                offset = addStop(from: offset, to: range.upperBound, &state)
            } else if byte == UInt8(ascii: "{"),
                let end = shortcodes.end(from: offset, to: textEnd)
            {
                state.shortcodeEnd = end
                if shortcodes.isMarkup(offset..<end) { state.endSentence() } else { state.add(offset..<end) }
                offset = end
            } else if bytes.has("»", at: offset), state.stop == .beforeBlank {
                state.addCloser(offset..<offset + 2)
                offset += 2
            } else {
                var end = offset + 1
                while end < range.upperBound, !bytes[end].endsPlainText { end += 1 }
                state.add(offset..<end, state.dependsOnBeginning ? beginning(at: offset) : .other)
                offset = end
            }
        }
    }

    /// Adds full stops of ASCII, and what closes quotes and brackets after them.
    private func addStop(from start: Int, to limit: Int, _ state: inout SentenceState) -> Int {
        var end = start
        while end < limit, bytes[end].isOne(of: ".!?") { end += 1 }
        let isPlainStop = end == start + 1 && bytes[start] == UInt8(ascii: ".")
        let stops = end
        end = FullStop.endOfClosers(from: end, to: limit, in: bytes)
        // `.NET` and `... and so on`: a full stop that begins a word ends nothing.
        let beginsWord = state.isAfterBlank
        state.add(start..<end)
        if beginsWord, end < limit, !bytes[end].isASCIIBlank { return end }
        state.stop = isPlainStop && end == stops ? stop(at: start, from: state.start ?? start) : .beforeBlank
        return end
    }

    /// Adds full stops of scripts without blanks, after which a sentence can begin at once.
    private func addWideStop(
        _ first: FullStop.Wide, from start: Int, to limit: Int, needsBlank: Bool, _ state: inout SentenceState
    ) -> Int {
        var end = start + first.length
        while end < limit, bytes[end] >= 0xC2, let next = FullStop.wide(at: end, in: bytes) { end += next.length }
        let stops = end
        end = FullStop.endOfClosers(from: end, to: limit, in: bytes)
        state.add(start..<end)
        // 「…。」と: the sentence around the quote goes on.
        state.stop = first.needsBlank || end > stops || needsBlank ? .beforeBlank : .certain
        return end
    }

    // MARK: Abbreviations

    /// What the full stop after a word does.
    ///
    /// - Parameter sentence: where the sentence begins.
    private func stop(at stop: Int, from sentence: Int) -> SentenceState.Stop {
        // An escaped full stop, `1\.`.
        let end = stop > sentence && bytes[stop - 1] == UInt8(ascii: "\\") ? stop - 1 : stop
        let word = self.word(before: end, from: sentence)
        guard !word.isEmpty else { return .beforeBlank }
        if word.allSatisfy({ bytes[$0].isASCIIDigit }) {
            // The number of a step at the beginning, or an ordinal.
            return word.lowerBound == sentence || isOrdinal(word, stop, from: sentence) ? .none : .beforeBlank
        }
        // Initials of names.
        if word.count == 1, bytes[word.lowerBound] >= 0x41, bytes[word.lowerBound] <= 0x5A,
            word.lowerBound == sentence || isInitial(at: word.lowerBound, from: sentence)
        {
            return .none
        }
        switch abbreviations.kind(of: bytes[word]) {
        case .inside: return .none
        case .inOrAtEnd: return .beforeCapital
        case nil: return .beforeBlank
        }
    }

    /// The word that ends at an offset, without the quotes and brackets before it.
    private func word(before end: Int, from lower: Int) -> Range<Int> {
        var start = end
        while start > lower, end - start <= Abbreviations.maxLength, !bytes[start - 1].isASCIIBlank,
            !bytes[start - 1].isOne(of: "(\"'[*_/>"), !isNoBreakSpace(before: start)
        {
            start -= 1
        }
        return start..<end
    }

    /// The word before a word.
    private func previousWord(before word: Int, from lower: Int) -> Range<Int> {
        var end = word
        while end > lower, bytes[end - 1].isASCIIBlank || bytes[end - 1] == UInt8(ascii: ">") { end -= 1 }
        return self.word(before: end, from: lower)
    }

    private func isNoBreakSpace(before offset: Int) -> Bool {
        bytes.has("\u{A0}", at: offset - 2) || bytes.has("\u{202F}", at: offset - 3)
    }

    /// Whether a number with a full stop is an ordinal before a noun: “am 3. Mai”.
    private func isOrdinal(_ number: Range<Int>, _ stop: Int, from sentence: Int) -> Bool {
        guard number.count <= 2 else { return false }
        return abbreviations.isBeforeOrdinal(bytes[previousWord(before: number.lowerBound, from: sentence)])
    }

    /// Whether the word before a single letter begins with a capital, as in “Mike F. Robbins”.
    private func isInitial(at letter: Int, from sentence: Int) -> Bool {
        let name = previousWord(before: letter, from: sentence)
        guard name.count > 2 else { return false }
        return beginning(at: name.lowerBound) == .capital && bytes[name.lowerBound + 1] >= 0x61
            && bytes[name.upperBound - 1] != UInt8(ascii: ".")
    }
}

extension UInt8 {
    /// Whether plain text inside a sentence ends before the byte: a blank, a full stop or the first byte of one.
    @inline(__always)
    fileprivate var endsPlainText: Bool {
        if self < 0x40 { return isASCIIBlank || isOne(of: ".!?") }
        if self < 0x80 { return self == UInt8(ascii: "{") }
        return self == 0xE3 || self == 0xEF || self >= 0xE0 && self <= 0xE2 || self == 0xD8 || self == 0xDB
            || self == 0xD6
    }
}
