import Bitext
import Code

/// What a run of letters, digits and joining punctuation is, by its shape.
struct IdentifierShape {
    /// nil for ordinary words.
    let kind: Token.Kind?

    init(_ text: Bytes, _ range: Range<Int>) {
        kind = Self.kind(of: UnsafeBufferPointer(rebasing: text[range]))
    }

    private static func kind(of text: Bytes) -> Token.Kind? {
        var dots = 0
        var slashes = 0
        var hyphens = 0
        var capitals = 0
        var digits = 0
        var letters = 0
        var hasBackslash = false
        var hasUnderscore = false
        var hasWide = false
        var hasColon = false
        var at: Int?
        for (index, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "."): dots += 1
            case UInt8(ascii: "/"): slashes += 1
            case UInt8(ascii: "-"): hyphens += 1
            case UInt8(ascii: "\\"): hasBackslash = true
            case UInt8(ascii: "_"): hasUnderscore = true
            case UInt8(ascii: ":"): hasColon = true
            case UInt8(ascii: "@"): at = at ?? index
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                capitals += 1
                letters += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"): letters += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case 0x80...:
                hasWide = true
                letters += 1
            default: break
            }
        }
        guard letters > 0 else { return nil }
        if let scheme = text.firstOffset(of: "://", from: 0), scheme > 0 { return .url }
        if hasBackslash { return .path }
        if let at, at > 0, at < text.count - 1, dots > 0 {
            // "Address:ann@contoso.com": the first word is not part of the address; "sip:" is.
            guard let colon = text.firstOffset(of: UInt8(ascii: ":"), from: 0, to: at) else { return .email }
            return ["sip", "sips", "mailto", "tel", "im"].contains(String(decoding: text[..<colon], as: UTF8.self))
                ? .email : nil
        }
        if dots > 0, slashes > 0, hasHost(text) { return .url }
        if slashes > 0 {
            // "and/or" is prose, and so is "TCP/IP".
            guard text[0] == UInt8(ascii: "~") || hasUnderscore || (dots > 0 && slashes > 1) else { return nil }
            return .path
        }
        if hyphens == 1, isCommand(text) { return .command }
        if hasUnderscore { return .identifier }
        if hasColon, isScoped(text) { return .identifier }
        if dots > 0, hasWide { return isFile(text) ? .file : nil }
        if dots > 0 { return dotted(text, dots: dots, capitals: capitals, digits: digits) }
        if isDrive(text) { return .path }
        // A GUID.
        if hyphens == 4, text.count == 36, digits > 0 { return .identifier }
        return nil
    }

    /// Whether the text is like `std::vector`: names with two colons between them.
    private static func isScoped(_ text: Bytes) -> Bool {
        var from = 0
        var isScoped = false
        while let colons = text.firstOffset(of: "::", from: from) {
            guard colons > 0, text[colons - 1].isASCIIAlphanumeric || text[colons - 1] == UInt8(ascii: "_"),
                colons + 2 < text.count,
                text[colons + 2].isASCIILetter || text[colons + 2] == UInt8(ascii: "_")
            else { return false }
            isScoped = true
            from = colons + 2
        }
        return isScoped
    }

    /// Whether the text is like `Get-CsUser`: one of PowerShell's verbs, a hyphen, a capital.
    private static func isCommand(_ text: Bytes) -> Bool {
        guard let hyphen = text.firstOffset(of: UInt8(ascii: "-"), from: 0), hyphen >= 2, hyphen + 2 < text.count,
            text[hyphen + 1] >= UInt8(ascii: "A"), text[hyphen + 1] <= UInt8(ascii: "Z"),
            text[(hyphen + 1)...].allSatisfy(\.isASCIIAlphanumeric)
        else { return false }
        let verb = String(decoding: text[..<hyphen].map(\.asciiLowercased), as: UTF8.self)
        guard PowerShellVerbs.all.contains(verb) else { return false }
        // "Read-Only" and "Add-In" are English; "Add-CsSlaDelegates" and "Read-Host" are not.
        guard PowerShellVerbs.compounds.contains(verb) else { return true }
        let noun = text[(hyphen + 1)...]
        // "Request-URI" is a term.
        return noun.dropFirst().contains { $0 <= UInt8(ascii: "Z") && $0 >= UInt8(ascii: "A") }
            && noun.contains { $0 >= UInt8(ascii: "a") }
            || PowerShellVerbs.nouns.contains(String(decoding: noun.map(\.asciiLowercased), as: UTF8.self))
    }

    /// Whether the text with letters beyond ASCII is a file: `réglages.ini`. Types and hosts are written in ASCII, so other
    /// texts with a dot are sentences whose blank is missing.
    private static func isFile(_ text: Bytes) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty }), let last = parts.last else { return false }
        return FileSuffixes.all.contains(String(decoding: last.map(\.asciiLowercased), as: UTF8.self))
    }

    private static func dotted(_ text: Bytes, dots: Int, capitals: Int, digits: Int) -> Token.Kind? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if parts.count == 2, parts[0].isEmpty {
            // ".NET", ".dll". A longer one, ".Next", is a sentence whose blank is missing.
            return parts[1].count <= 5 ? .file : nil
        }
        guard parts.allSatisfy({ !$0.isEmpty }), let last = parts.last else { return nil }
        let suffix = String(decoding: last.map(\.asciiLowercased), as: UTF8.self)
        if FileSuffixes.all.contains(suffix) { return .file }
        if FileSuffixes.domains.contains(suffix), last.allSatisfy({ $0 >= 0x61 }) { return .url }
        if text.firstOffset(of: "U.S", from: 0) != nil { return nil }
        // "e.g.", "U.S.A": initials.
        if parts.contains(where: { $0.count == 1 }), parts.allSatisfy({ $0.count <= 3 }) { return nil }
        // "windows.Next": two sentences whose blank is missing.
        if parts.count == 2, isWord(parts[0]), isWord(parts[1]), parts[0].first.map({ $0 >= 0x61 }) ?? false {
            return nil
        }
        if digits > 0, capitals == 0, parts.count == 2 { return digits == text.count - 1 ? nil : .identifier }
        return .identifier
    }

    private static func isWord(_ part: Slice<Bytes>) -> Bool {
        part.dropFirst().allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
    }

    /// Whether the text begins with a host: `contoso.com/…`.
    private static func hasHost(_ text: Bytes) -> Bool {
        let host = text.prefix { $0 != UInt8(ascii: "/") }
        guard let last = host.split(separator: UInt8(ascii: ".")).last, host.contains(UInt8(ascii: ".")) else {
            return false
        }
        return FileSuffixes.domains.contains(String(decoding: last, as: UTF8.self))
    }

    /// Whether the text is a drive: `C:`.
    private static func isDrive(_ text: Bytes) -> Bool { text.count == 2 && text[1] == UInt8(ascii: ":") }
}
