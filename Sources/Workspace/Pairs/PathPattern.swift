import Bitext
import ParsedBitext

/// A pattern of paths with parts that change: `content/{locale}/{path}`.
///
/// `{path}` is any part of a path, with its folders; `{locale}` a language tag such as `fr` or `pt-BR`, or one of ``locales``; any
/// other name a part without `/`. The same name means the same text wherever it is.
struct PathPattern: Sendable, Equatable {
    /// What the names of a pattern are on one path.
    typealias Values = [String: Substring]

    private enum Part: Sendable, Equatable {
        case text(String)
        case name(String)
    }

    /// Why a text is no pattern.
    struct Problem: Error {
        let message: String
    }

    /// As the user wrote it.
    let text: String
    private let parts: [Part]
    /// The names, in the order of the pattern.
    let names: [String]
    /// What `{locale}` is besides the tags of common languages: the locales that the user lists, with hyphens and in the usual case.
    var locales: Set<String> = []
    /// Whether a name is there twice.
    private let repeatsNames: Bool

    /// More names, and more if one is repeated, would make the search for them slow.
    private static let (maxNames, maxRepeatedNames) = (6, 3)

    /// - Throws: ``Problem``.
    init(_ text: String) throws(Problem) {
        var parts: [Part] = []
        var rest = Substring(text.hasPrefix("./") ? text.dropFirst(2) : text[...])
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else {
                throw Problem(message: "`\(text)` has a { without a }")
            }
            let name = rest[rest.index(after: open)..<close]
            guard !name.isEmpty, name.allSatisfy({ $0.isASCII && $0.isLetter }) else {
                throw Problem(message: "a name in braces is made of letters: {path}, {locale}")
            }
            if rest.startIndex < open { parts.append(.text(String(rest[..<open]))) }
            parts.append(.name(String(name)))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        self.text = text
        self.parts = parts
        names = parts.compactMap { if case .name(let name) = $0 { name } else { nil } }
        repeatsNames = Set(names).count < names.count
        guard names.contains("path") else { throw Problem(message: "`\(text)` has no {path}") }
        let limit = repeatsNames ? Self.maxRepeatedNames : Self.maxNames
        guard names.count <= limit else { throw Problem(message: "`\(text)` has more than \(limit) names") }
    }

    /// The folder before the first name, with the `/` at its end: all paths of the pattern begin with it.
    var root: String {
        guard case .text(let text)? = parts.first, let slash = text.lastIndex(of: "/") else { return "" }
        return String(text[...slash])
    }

    /// What the names are on a path, with `/` between folders; nil for a path that the pattern does not mean.
    func values(in path: String) -> Values? {
        var matcher = Matcher(parts, path, locales: locales, repeatsNames: repeatsNames)
        return matcher.values()
    }

    /// The path of some values; nil where one is missing.
    func path(_ values: Values) -> String? {
        var path = ""
        for part in parts {
            switch part {
            case .text(let text): path += text
            case .name(let name):
                guard let value = values[name] else { return nil }
                path += value
            }
        }
        return path
    }

    /// Matches part by part, the longest value first. O(parts × length²), or O(length³) where a name is repeated.
    private struct Matcher {
        private let parts: [Part]
        private let path: String
        private let bytes: [UInt8]
        private let repeatsNames: Bool
        private var ranges: [String: Range<Int>] = [:]
        /// Parts and offsets from where the rest does not match, whatever came before. Not used where a name is repeated.
        private var failed: Set<Int> = []
        private let locales: Set<String>
        /// A longer name is no locale.
        private let longestLocale: Int

        init(_ parts: [Part], _ path: String, locales: Set<String>, repeatsNames: Bool) {
            (self.parts, self.path, self.repeatsNames) = (parts, path, repeatsNames)
            self.locales = locales
            longestLocale = max(16, locales.lazy.map(\.utf8.count).max() ?? 0)
            bytes = Array(path.utf8)
        }

        mutating func values() -> Values? {
            guard match(0, 0) else { return nil }
            return ranges.mapValues { range in
                let start = path.utf8.index(path.startIndex, offsetBy: range.lowerBound)
                return path[start..<path.utf8.index(start, offsetBy: range.count)]
            }
        }

        private mutating func match(_ part: Int, _ offset: Int) -> Bool {
            guard part < parts.count else { return offset == bytes.count }
            let state = part * (bytes.count + 1) + offset
            if !repeatsNames, failed.contains(state) { return false }
            let isMatch =
                switch parts[part] {
                case .text(let text):
                    bytes[offset...].starts(with: text.utf8) && match(part + 1, offset + text.utf8.count)
                case .name(let name): matchName(name, part, offset)
                }
            if !isMatch { failed.insert(state) }
            return isMatch
        }

        private mutating func matchName(_ name: String, _ part: Int, _ offset: Int) -> Bool {
            if let known = ranges[name] {
                return bytes[offset...].starts(with: bytes[known]) && match(part + 1, offset + known.count)
            }
            var end = name == "path" ? bytes.count : bytes[offset...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
            if name == "locale" { end = min(end, offset + longestLocale) }
            while end > offset {
                // Not inside a character.
                let isWhole = end == bytes.count || !bytes[end].isUTF8Continuation
                if isWhole, name != "locale" || isLocale(Substring(decoding: bytes[offset..<end], as: UTF8.self)) {
                    ranges[name] = offset..<end
                    if match(part + 1, end) { return true }
                    ranges[name] = nil
                }
                end -= 1
            }
            return false
        }

        private func isLocale(_ name: Substring) -> Bool {
            Language.isTag(name) || !locales.isEmpty && locales.contains(Language.canonical(String(name)))
        }
    }
}
