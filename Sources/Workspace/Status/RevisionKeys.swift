import Bitext
import BitextReaders

/// Where a page says which revision of its source it was translated from.
struct RevisionKeys: Sendable {
    /// Those of Microsoft Learn, Hugo sites such as OpenTelemetry's, MDN and Adobe Experience League.
    static let known = ["ms.sourcegitcommit", "default_lang_commit", "l10n.sourceCommit", "source-git-commit"]

    /// In the order of precedence.
    let keys: [String]

    /// - Parameter configured: keys that come before the known ones.
    init(configured: [String]) { keys = configured + Self.known }

    /// What a page names.
    struct Claim: Sendable, Equatable {
        let key: String
        /// As written, without a comment after it.
        let value: String
    }

    /// - Parameter page: the bytes of the file.
    func claim(of page: [UInt8]) -> Claim? {
        guard let text = try? TextFile(InputFile(path: "", bytes: page)) else { return nil }
        var defects = text.defects
        guard let frontMatter = PageHead(of: text.file, &defects).frontMatter else { return nil }
        for key in keys {
            guard let text = Self.value(of: key[...], in: frontMatter.entries) else { continue }
            let value = text.prefix { !$0.isWhitespace && $0 != "#" }
            if !value.isEmpty { return Claim(key: key, value: String(value)) }
        }
        return nil
    }

    /// The value of a key that is written as such, or below the keys between its full stops.
    private static func value(of key: Substring, in entries: [FrontMatter.Entry]) -> String? {
        for entry in entries {
            switch entry.value {
            case .scalar(let text) where entry.key == key: return text
            case .map(let inner) where key.hasPrefix(entry.key + "."):
                if let text = value(of: key.dropFirst(entry.key.count + 1), in: inner) { return text }
            default: break
            }
        }
        return nil
    }

    /// Whether a value can name a commit: by its hash, whole or its beginning, or by a tag. No expression, and no option.
    static func isCommit(_ value: String) -> Bool {
        let signs = Set("._-/+".unicodeScalars)
        return !value.hasPrefix("-") && !value.hasPrefix(".") && !value.contains("..") && value.utf8.count <= 200
            && !value.isEmpty
            && value.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII && (scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value))
                    || signs.contains(scalar)
            }
    }
}
