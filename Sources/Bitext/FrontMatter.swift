/// The metadata that a page begins with: `key: value` lines between two lines of `---`.
///
/// It should be YAML, and valid YAML is read as such. Anything else is reported as a ``Defect`` and read key by key.
public struct FrontMatter: Sendable, Equatable {
    /// The keys with their values, in the page's order. Each key occurs once.
    public let entries: [Entry]

    /// The block in its file: from the first `-` of the opening line (after a byte order mark, if there is one) to the
    /// first byte of the body, after the closing line and its line break.
    public let range: FileRange

    /// - Parameters:
    ///   - entries: in the page's order, each key once.
    ///   - range: of the whole block in its file.
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
    /// A key and its value.
    public struct Entry: Sendable, Equatable {
        /// The key exactly as the author spelled it: `ms:assetid`, `TOCTitle`.
        public let key: String
        /// What the key says.
        public let value: Value
        /// The line of the page that the key is on, counted from 1. Lines end at a line feed.
        public let line: Int

        /// - Parameter line: of the key, counted from 1.
        public init(key: String, value: Value, line: Int) {
            self.key = key
            self.value = value
            self.line = line
        }
    }

    /// The value of a key: text, several values, or further keys.
    public enum Value: Sendable, Equatable {
        /// The text that the author wrote, never a number, a date or a Boolean: `true` is "true", `1.0` is "1.0".
        ///
        /// Quotes and escapes are resolved and block scalars folded. An empty value, `~` and `null` are "".
        case scalar(String)
        /// The items of a list.
        case list([Value])
        /// Keys below a key. Each key occurs once.
        case map([Entry])
    }
}
