import Bitext
import Hashing

extension String {
    /// The text without what looks like a tag.
    var withoutTags: String {
        guard contains("<") else { return self }
        var text = ""
        var rest = self[...]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let next = rest[rest.index(after: open)]
            let isTag = next.isLetter || next == "/"
            text += isTag ? rest[..<open] : rest[...close]
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}

/// What a reader sees of the front matter: title and description.
struct FrontMatterTexts: Sendable {
    static let keys: [(key: String, part: SourceChange.Part)] = [("title", .title), ("description", .description)]

    private let texts: [SourceChange.Part: String]

    init(_ side: SideText) {
        var texts: [SourceChange.Part: String] = [:]
        for (key, part) in Self.keys {
            if let text = side.frontMatter?[key], !text.isEmpty { texts[part] = text }
        }
        self.texts = texts
    }

    subscript(part: SourceChange.Part) -> String? { texts[part] }

    private static func words(_ text: String) -> [String] {
        // Some generators take HTML here.
        var lexer = WordLexer(text.withoutTags, isCode: false)
        var words: [String] = []
        while let word = lexer.next() { words.append(word.text) }
        return words
    }

    /// One hash for each text, 0 where there is none.
    var hashes: [UInt64] {
        Self.keys.map { _, part in
            texts[part].map { KeyHash.of(Self.words($0).joined(separator: "\u{0}").utf8).shortened } ?? 0
        }
    }

    /// What differs.
    static func changes(from old: Self, to new: Self) -> [SourceChange] {
        keys.compactMap { _, part in
            let (before, after) = (old[part], new[part])
            guard words(before ?? "") != words(after ?? "") else { return nil }
            return SourceChange(
                kind: before == nil ? .added : after == nil ? .removed : .changed, part: part, oldText: before,
                newText: after)
        }
    }
}
