/// The metadata that a page begins with: `key: value` lines between two lines of `---`.
///
/// Front matter is YAML that was not always written as YAML. What a YAML parser takes is read as YAML says; what it does
/// not take is reported as a ``FrontMatterProblem`` and read key by key, so that a damaged block still is front matter
/// and its page still is a page.
public struct FrontMatter: Sendable, Equatable {
    /// The keys with their values, in the page's order. No key stands here twice.
    public let entries: [Entry]

    /// Where the block stands in the page, in bytes: from the first `-` of the opening line (after a byte order mark, if
    /// there is one) to the first byte of the body, after the closing line and its line break.
    ///
    /// Of a block that is never closed, it ends where the body begins.
    public let range: Range<Int>

    /// Front matter with these entries at this place.
    public init(entries: [Entry], range: Range<Int>) {
        self.entries = entries
        self.range = range
    }

    /// The first scalar with this key, or nil. Case-sensitive; looks at the top level only.
    ///
    /// - Complexity: O(*n*), where *n* is the number of entries.
    public subscript(key: String) -> String? {
        for entry in entries where entry.key == key {
            if case .scalar(let text) = entry.value { return text }
        }
        return nil
    }
}

extension FrontMatter {
    /// One key and what it says.
    public struct Entry: Sendable, Equatable {
        /// The key exactly as the author spelled it: `ms:assetid`, `TOCTitle`.
        public let key: String
        /// What the key says.
        public let value: Value
        /// The page's line that the key stands on, counted from 1. Lines end at a line feed.
        public let line: Int

        /// An entry of front matter.
        public init(key: String, value: Value, line: Int) {
            self.key = key
            self.value = value
            self.line = line
        }
    }

    /// What a key says: text, several values, or further keys.
    public enum Value: Sendable, Equatable {
        /// The text the author wrote, never a number, a date or a Boolean: `true` is "true", `1.0` is "1.0".
        ///
        /// Quotes and escapes are resolved and block scalars folded; nothing at all, `~` and `null` are "".
        case scalar(String)
        /// The items of a list.
        case list([Value])
        /// Keys below a key. No key stands here twice.
        case map([Entry])
    }
}

/// Damage in a page's front matter. The page is read all the same.
public struct FrontMatterProblem: Sendable, Equatable {
    /// Where the damage is: a byte of the page, at most its size.
    public let offset: Int
    /// What is wrong and what was read instead, as a sentence part for a person to read.
    public let message: String

    /// A problem at this byte of the page.
    public init(offset: Int, message: String) {
        self.offset = offset
        self.message = message
    }
}

extension FrontMatterProblem {
    /// Text short enough to stand in a message, on one line.
    static func excerpt(_ text: some StringProtocol) -> String {
        let limit = 80
        let scalars = text.unicodeScalars.prefix(limit + 1)
        var result = String.UnicodeScalarView()
        for scalar in scalars.prefix(limit) {
            result.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        return String(result) + (scalars.count > limit ? "…" : "")
    }
}
