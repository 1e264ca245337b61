import Bitext

/// Follows the parts of an item to find code that replaces the code before it, and lists of which the reader does one item.
struct Alternatives {
    private var hasCode = false
    private var saidOr = false
    /// How many tabs there were in the group of tabs that is open.
    private var tabs = 0
    /// The paragraph directly before the next part, or nil.
    private var lastText: SharedText?

    /// Whether the last paragraph announces a choice: "Do one of the following:". Computed when a list follows, because most
    /// paragraphs have none.
    var announcesChoice: Bool { lastText.map { Phrase(lastSentenceOf: $0).offersChoice } ?? false }

    mutating func readText(_ text: BilingualText) {
        saidOr = Self.beginsWithOr(text.sharedSource)
        lastText = text.sharedSource
    }

    mutating func readTab() {
        tabs += 1
        lastText = nil
    }

    mutating func endTabs() { tabs = 0 }

    /// - Returns: whether the code is an alternative to the code before it.
    mutating func readCode() -> Bool {
        defer {
            hasCode = true
            saidOr = false
            lastText = nil
        }
        return hasCode && (saidOr || tabs > 1)
    }

    /// "Or:", "— OR —", "Or, use the shell:", "Alternatively, …".
    private static func beginsWithOr(_ text: SharedText?) -> Bool {
        guard let text else { return false }
        var words = Words(text.withUTF8 { $0.prefix(40).map(\.asciiLowercased) }, from: 0)
        guard let word = words.next() else { return false }
        return word == or || word == alternatively
    }

    private static let or = Word("or")
    private static let alternatively = Word("alternatively")
}
