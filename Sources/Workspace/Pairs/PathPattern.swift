import ParsedBitext

/// A pattern of paths with parts that change: `content/{locale}/{path}`.
///
/// `{path}` is any part of a path, with its folders; `{locale}` a language tag such as `fr` or `pt-BR`; any other name a part
/// without `/`. The same name means the same text wherever it is.
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

    /// More names would make the search for them slow.
    private static let maxNames = 6

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
        let names = names
        guard names.contains("path") else { throw Problem(message: "`\(text)` has no {path}") }
        guard names.count <= Self.maxNames else {
            throw Problem(message: "`\(text)` has more than \(Self.maxNames) names")
        }
    }

    /// The names, in the order of the pattern.
    var names: [String] { parts.compactMap { if case .name(let name) = $0 { name } else { nil } } }

    /// The folder before the first name: the path where all paths of the pattern are.
    var root: String {
        guard case .text(let text)? = parts.first, let slash = text.lastIndex(of: "/") else { return "" }
        return String(text[..<slash])
    }

    /// What the names are on a path, with `/` between folders; nil for a path that the pattern does not mean.
    func values(in path: String) -> Values? { Self.match(parts[...], path[...], [:]) }

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

    /// Matches part by part, the longest value first. O(length ^ names) at worst, and paths are short.
    private static func match(_ parts: ArraySlice<Part>, _ path: Substring, _ values: Values) -> Values? {
        guard let part = parts.first else { return path.isEmpty ? values : nil }
        let rest = parts.dropFirst()
        switch part {
        case .text(let text):
            return path.hasPrefix(text) ? match(rest, path.dropFirst(text.count), values) : nil
        case .name(let name):
            if let known = values[name] {
                return path.hasPrefix(known) ? match(rest, path.dropFirst(known.count), values) : nil
            }
            var end = name == "path" ? path.endIndex : path.firstIndex(of: "/") ?? path.endIndex
            while end > path.startIndex {
                let value = path[..<end]
                var values = values
                values[name] = value
                if name != "locale" || Language.isTag(value), let found = match(rest, path[end...], values) {
                    return found
                }
                end = path.index(before: end)
            }
            return nil
        }
    }
}
