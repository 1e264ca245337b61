import Bitext

/// Follows the parts of an item to find code that replaces the code before it, and lists of which the reader does one item.
struct Alternatives {
    private var hasCode = false
    /// The paragraph before the next part, or nil.
    private var lastText: SharedText?
    /// Whether code came after that paragraph.
    private var hasCodeAfterText = false
    /// How many tabs there were in the group of tabs that is open.
    private var tabs = 0

    /// Whether the last paragraph announces a choice: "Do one of the following:". Computed when a list or a second code block
    /// follows, because most paragraphs have none.
    private var offersChoice: Bool { lastText.map { Phrase(lastSentenceOf: $0).offersChoice } ?? false }

    /// Whether the reader does one of the items of a list that comes next.
    var announcesChoice: Bool { !hasCodeAfterText && offersChoice }

    mutating func readText(_ text: BilingualText) {
        lastText = text.sharedSource
        hasCodeAfterText = false
    }

    /// A list or a table: the paragraph before it announces nothing after it.
    mutating func readList() { lastText = nil }

    mutating func readTab() {
        tabs += 1
        lastText = nil
    }

    mutating func endTabs() { tabs = 0 }

    /// - Returns: whether the code is an alternative to the code before it.
    mutating func readCode() -> Bool {
        defer {
            hasCode = true
            hasCodeAfterText = true
        }
        guard hasCode else { return false }
        if tabs > 1 { return true }
        return hasCodeAfterText ? offersChoice : Self.announcesReplacement(lastText)
    }

    /// "Or:", "-or-", "Or, use the shell:", "Alternatively, …", "For example:", "Instead, you can run:".
    private static func announcesReplacement(_ text: SharedText?) -> Bool {
        guard let text else { return false }
        let beginning = text.withUTF8 { text in
            String(decoding: text.prefix(60).map(\.asciiLowercased).drop { !$0.isASCIIAlphanumeric }, as: UTF8.self)
        }
        // What the page does here, and no other way to do it.
        if beginning.hasPrefix("in this example, we ") { return false }
        return beginnings.contains {
            beginning.hasPrefix($0) && !(beginning.dropFirst($0.count).first?.isLetter ?? false)
        }
    }

    private static let beginnings = [
        "or", "alternatively", "alternately", "as an alternative", "otherwise", "instead", "if you prefer",
        "you can also run", "you can also use", "for example", "in this example", "this example",
        "the following example", "here's an example", "here is an example", "example",
    ]
}
