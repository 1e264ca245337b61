/// The metadata that a page begins with: `key: value` lines between two lines of `---`.
///
/// Front matter is YAML that was not always written as YAML. What a YAML parser takes is read as YAML says; what it does
/// not take is reported as a ``Defect`` and read key by key, so that a damaged block still is front matter
/// and its page still is a page.
public struct FrontMatter: Sendable, Equatable {
    /// The keys with their values, in the page's order. No key is here twice.
    public let entries: [Entry]

    /// Where the block is in its file: from the first `-` of the opening line (after a byte order mark, if
    /// there is one) to the first byte of the body, after the closing line and its line break.
    ///
    /// Of a block that is never closed, it ends where the body begins.
    public let range: FileRange

    /// Front matter with these entries at this place.
    public init(entries: [Entry], range: FileRange) {
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
        /// Keys below a key. No key is here twice.
        case map([Entry])
    }
}
