import Hashing
import ParsedBitext

/// The destination of a link, normalized for comparison.
///
/// These make no difference: a locale in the path or the query (`/en-us/`, `/fr/`, `?lang=de`, none), `http` or `https`, the
/// case of scheme and host, a final slash, punctuation at the end, and `+` or `%20` for a blank of a query.
struct LinkKey: Equatable {
    /// The normalized address, without the fragment.
    let address: String
    /// ``address`` in lower case, to compare it in any case of letters.
    var addressInLowerCase: String { address.lowercased() }
    /// The part after `#`.
    let fragment: String
    /// Whether a locale was removed from the path.
    private let hasLocale: Bool

    init(_ url: String) {
        var bytes = Array(url.utf8)
        while let last = bytes.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ",") || last.isASCIIBlank {
            bytes.removeLast()
        }
        var fragment: [UInt8] = []
        if let hash = bytes.firstIndex(of: UInt8(ascii: "#")) {
            fragment = Array(bytes[(hash + 1)...])
            bytes.removeSubrange(hash...)
        }
        bytes = Self.withoutLanguage(bytes)
        let count = bytes.count
        bytes = Self.withoutLocale(bytes)
        hasLocale = bytes.count < count
        let hostEnd = Self.hostEnd(bytes)
        for index in 0..<hostEnd { bytes[index] = bytes[index].asciiLowercased }
        if bytes.starts(with: "http://".utf8) { bytes.insert(UInt8(ascii: "s"), at: 4) }
        if bytes.starts(with: "https://www.".utf8) { bytes.removeSubrange(8..<12) }
        if bytes.last == UInt8(ascii: "/"), bytes.count > 1 { bytes.removeLast() }
        let address = String(decoding: bytes, as: UTF8.self)
        self.address = address.contains("+") ? Self.withEqualBlanks(address) : address
        self.fragment = String(decoding: fragment, as: UTF8.self)
    }

    /// Equal for destinations with equal addresses, whatever their fragments.
    var key: UInt64 { KeyHash.of(address.utf8) }

    private static func withEqualBlanks(_ address: String) -> String {
        guard let mark = address.firstIndex(of: "?") else { return address }
        return String(address[..<mark]) + address[mark...].replacing("+", with: "%20")
    }

    /// Equal for equal destinations, whether or not they had a locale.
    static func == (left: LinkKey, right: LinkKey) -> Bool {
        left.address == right.address && left.fragment == right.fragment
    }

    /// The index after the host; 0 without a scheme.
    private static func hostEnd(_ bytes: [UInt8]) -> Int {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes.dropFirst(colon).starts(with: "://".utf8)
        else { return 0 }
        return bytes[(colon + 3)...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
    }

    /// Removes the first folder that is a locale: `/fr-fr/`.
    private static func withoutLocale(_ bytes: [UInt8]) -> [UInt8] {
        var start = bytes.startIndex
        while let slash = bytes[start...].firstIndex(of: UInt8(ascii: "/")) {
            let end = bytes[(slash + 1)...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.endIndex
            let folder = bytes[(slash + 1)..<end]
            if isLocale(folder) {
                return Array(bytes[..<slash]) + bytes[end...]
            }
            start = slash + 1
        }
        return bytes
    }

    /// `fr`, `fr-fr`, `sr-latn`; of longer names, those that look like one.
    private static func isLocale(_ folder: ArraySlice<UInt8>) -> Bool {
        switch folder.count {
        case 2:
            Language.isTag(Substring(decoding: folder, as: UTF8.self))
                || countries.contains(String(decoding: folder, as: UTF8.self).lowercased())
        case 5, 7:
            folder[folder.startIndex + 2] == UInt8(ascii: "-")
                && folder.enumerated().allSatisfy {
                    $0.offset == 2 || $0.element.isASCIILetter || $0.element == UInt8(ascii: "-")
                }
        default: false
        }
    }

    /// ISO 3166 codes that sites have in the place of a language, and that are no codes of languages.
    private static let countries: Set<String> = [
        "au", "at", "br", "cn", "cz", "dk", "gb", "gr", "in", "jp", "kr", "mx", "tw", "ua", "uk", "us",
    ]

    /// Removes the part of a query that names a language: `?lang=de`.
    private static func withoutLanguage(_ bytes: [UInt8]) -> [UInt8] {
        guard let mark = bytes.firstIndex(of: UInt8(ascii: "?")) else { return bytes }
        let parts = bytes[(mark + 1)...].split(separator: UInt8(ascii: "&"))
        let kept = parts.filter { part in !languageKeys.contains { part.starts(with: $0.utf8) } }
        guard kept.count < parts.count else { return bytes }
        return Array(bytes[..<mark]) + (kept.isEmpty ? [] : [UInt8(ascii: "?")] + kept.joined(separator: "&".utf8))
    }

    private static let languageKeys = [
        "lang=", "hl=", "locale=", "setlang=", "language=", "profile.language=", "captions=", "cc_lang_pref=",
    ]

    /// The address without what is after `?`, and without a final slash.
    var path: Substring {
        let path = address.prefix { $0 != "?" }
        return path.last == "/" ? path.dropLast() : path
    }

    /// Whether both are films of one site: each language can have a film of its own.
    func isFilm(like other: LinkKey) -> Bool {
        guard let site, site == other.site else { return false }
        return ["video", "youtube", "youtu.be", "vimeo"].contains { site.contains($0) }
    }

    /// Whether both are articles of one encyclopedia in two languages: `en.wikipedia.org` and `fr.wikipedia.org`.
    func isArticle(like other: LinkKey) -> Bool {
        guard let site = site?.split(separator: "."), let otherSite = other.site?.split(separator: ".") else {
            return false
        }
        return site.count == 3 && site.dropFirst() == otherSite.dropFirst() && site[1].hasPrefix("wiki")
            && Language.isTag(site[0]) && Language.isTag(otherSite[0])
    }

    /// Whether both are one file of a repository in two states: `…/blob/main/a.md` and the same at a commit.
    func isSameFile(as other: LinkKey) -> Bool {
        let (parts, others) = (path.split(separator: "/"), other.path.split(separator: "/"))
        guard parts.count == others.count, let mark = parts.firstIndex(where: { $0 == "blob" || $0 == "tree" }),
            mark + 1 < parts.count
        else { return false }
        return zip(parts, others).enumerated().allSatisfy { $0.offset == mark + 1 || $0.element.0 == $0.element.1 }
    }

    /// Whether both are an address with words that the reader replaces: `https://portal.contoso.com/[domain]`; or mailboxes of one
    /// made-up site: `mailto:ann@contoso.com`.
    func isSample(like other: LinkKey) -> Bool {
        guard address.utf8.count <= Self.longestSample, other.address.utf8.count <= Self.longestSample else {
            return false
        }
        func withoutNames(_ text: String) -> String {
            text.replacing(/\[[^\]]*\]|%5B.*?%5D|<[^>]*>|\{[^}]*\}/, with: "[]")
        }
        if address.hasPrefix("mailto:"),
            isOfSampleSite
                || ["example", "user", "someone", "name"].contains(where: { address.hasPrefix("mailto:\($0)") })
        {
            return other.address.split(separator: "@").last == address.split(separator: "@").last
        }
        let kept = withoutNames(address)
        return kept != address && kept == withoutNames(other.address)
    }

    /// In bytes.
    private static let longestSample = 500

    /// Whether the address is of a made-up site, which nobody opens.
    var isOfSampleSite: Bool { sampleSite != nil }

    /// The made-up name in the host: "contoso" in `contosowest.com`.
    private var sampleSite: String? {
        let host = (address.split(separator: "/").first { !$0.hasSuffix(":") } ?? "").lowercased()
        return Self.sampleSites.first { host.contains($0) }
    }

    /// Whether both are one mailbox at made-up sites of one company: `ann@contosowest.com` and `ann@contosooeste.com`.
    func isOfSameMailbox(like other: LinkKey) -> Bool {
        guard address.hasPrefix("mailto:"), let site = sampleSite else { return false }
        return site == other.sampleSite && mailbox == other.mailbox
    }

    /// What is before the `@`, with `mailto:`.
    private var mailbox: String { address.prefix { $0 != "@" }.lowercased() }

    /// Whether an address of a mailbox is none, but the id of something that has its form: `19:meeting_MzB...zIw@thread.v2`. No domain at
    /// the top has a digit, and no mailbox two dots in a row.
    static func isIdentifier(mail url: String) -> Bool {
        guard url.hasPrefix("mailto:") else { return false }
        let end = url.split(separator: ".").last ?? ""
        return url.contains("..") || end.contains { $0.isNumber }
    }

    /// The names of RFC 2606, and Microsoft's names of companies that do not exist.
    private static let sampleSites = [
        "example.com", "example.net", "example.org", "contoso", "fabrikam", "northwind", "adatum", "litware",
        "tailspintoys", "wingtiptoys", "woodgrove", "proseware",
    ]

    /// Where a bare address ends without the words of the sentence that it has taken in: at a bracket that closes none
    /// of its own, `)의` of `https://contoso.com)의`, or at the first letter or sign of a script that needs no blank
    /// after an address. Nil if it has taken in nothing.
    static func end(ofBareAddress url: String) -> String.Index? {
        var (round, square) = (0, 0)
        for index in url.unicodeScalars.indices {
            switch url.unicodeScalars[index] {
            case "(": round += 1
            case ")": round -= 1
            case "[": square += 1
            case "]": square -= 1
            // From the signs of Chinese to the full-width forms.
            case let scalar where (0x2E80...0xFFEF).contains(scalar.value): return index
            default: break
            }
            if round < 0 || square < 0 { return index }
        }
        return nil
    }

    /// The host of an address with one.
    private var site: Substring? {
        let parts = address.split(separator: "/", maxSplits: 2)
        return parts.count == 3 && parts[0] == "https:" ? parts[1] : nil
    }

    /// Whether one is a path from the root of the site, and the other a relative one that may lead to the same page:
    /// `/docs/concepts/signals` and `../concepts/signals`. Or one has a locale, and the other the end of a file's name:
    /// `https://contoso.com/fr/plan` and `https://contoso.com/plan.html`.
    func mayBeSamePage(as other: LinkKey) -> Bool {
        let (left, right) = (address, other.address)
        if hasLocale != other.hasLocale, left == right + ".html" || right == left + ".html" { return true }
        guard left.hasPrefix("/") != right.hasPrefix("/"), !left.contains("://"), !right.contains("://") else {
            return false
        }
        let (root, relative) = left.hasPrefix("/") ? (left, right) : (right, left)
        let path = relative.split(separator: "/").drop { $0 == ".." || $0 == "." }.joined(separator: "/")
        // `../#part` and `/site/build/#part`
        if path.isEmpty, !fragment.isEmpty { return fragment == other.fragment }
        return !path.isEmpty && (root.hasSuffix("/" + path) || root == path)
    }
}
