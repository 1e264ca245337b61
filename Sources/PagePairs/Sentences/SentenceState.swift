import Bitext

/// A sentence of a text.
struct Sentence {
    /// Without blanks around it.
    let range: SideRange
    /// Of a sentence that is only a link, `[text](destination)`, the text.
    let linkText: SideRange?
}

/// The sentences that were read, and the one that is being read.
struct SentenceState {
    enum Stop {
        case none
        /// The sentence ends here if a blank and no small letter follow.
        case beforeBlank
        /// The sentence ends here if a blank and a capital follow: after an abbreviation that often ends sentences.
        case beforeCapital
        /// The sentence ends here.
        case certain
    }

    /// What the next part of a text begins with.
    enum Beginning {
        case smallLetter, capital, other
    }

    private(set) var sentences: [Sentence] = []
    /// Where the current sentence begins, nil before its first part.
    private(set) var start: Int?
    var stop = Stop.none
    private(set) var isAfterBlank = true
    /// The end of the last shortcode, which may be on the next line.
    var shortcodeEnd = 0

    private let bytes: Bytes
    private var end = 0
    /// The text of the link, if the sentence is only a link so far.
    private var linkText: SideRange?

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// Adds a part of the text, perhaps after the end of a sentence.
    ///
    /// - Parameter beginning: matters only where ``dependsOnBeginning``.
    mutating func add(_ range: Range<Int>, _ beginning: Beginning = .other) {
        if start != nil, isEnd(before: beginning) { endSentence() }
        if start == nil { start = range.lowerBound }
        linkText = nil
        end = max(end, range.upperBound)
        stop = .none
        isAfterBlank = false
    }

    /// Whether it depends on what the next part begins with whether a sentence ends before it.
    var dependsOnBeginning: Bool { isAfterBlank && (stop == .beforeBlank || stop == .beforeCapital) }

    private func isEnd(before beginning: Beginning) -> Bool {
        switch stop {
        case .none: false
        case .beforeBlank: isAfterBlank && beginning != .smallLetter
        case .beforeCapital: isAfterBlank && beginning == .capital
        case .certain: true
        }
    }

    /// Adds a link.
    mutating func addLink(_ range: Range<Int>, text: SideRange?) {
        add(range)
        if start == range.lowerBound { linkText = text }
    }

    /// Adds a closing quote after the blank that is before it in French.
    mutating func addCloser(_ range: Range<Int>) {
        let stop = self.stop
        self.stop = .none
        add(range)
        self.stop = stop
    }

    mutating func addBlank() { isAfterBlank = true }

    mutating func endSentence() {
        if let start, end > start {
            var range = bytes.trimmed(start..<end)
            // The parser leaves out the backslash of an escape.
            if range.lowerBound > 0, bytes[range.lowerBound - 1] == UInt8(ascii: "\\") {
                range = range.lowerBound - 1..<range.upperBound
            }
            if !range.isEmpty { sentences.append(Sentence(range: SideRange(range), linkText: linkText)) }
        }
        start = nil
        linkText = nil
        end = 0
        stop = .none
        isAfterBlank = true
    }
}
