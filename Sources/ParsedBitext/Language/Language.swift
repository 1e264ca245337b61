/// A language, and how it writes numbers, dates and words.
public struct Language: Sendable, Equatable {
    /// The locale as written, `fr-FR`, or empty where it is unknown.
    public let locale: String
    /// The ISO 639 code in lower case: `fr`.
    public let code: String

    /// - Parameter locale: as written, with a hyphen or an underscore: `fr-FR`, `pt_BR`, `fr`. Empty where it is unknown.
    public init(locale: String) {
        self.locale = locale
        let code = String(locale.prefix { $0 != "-" && $0 != "_" }).lowercased()
        self.code = code
        hasDecimalComma = Self.decimalComma.contains(code)
        hasDottedDates = Self.dottedDates.contains(code)
        writesPercentFirst = Self.percentFirst.contains(code)
        isUnspaced = ["ja", "zh", "th", "lo", "km", "my"].contains(code)
    }

    /// A locale in the usual case of letters, with hyphens: `fr-FR` for `FR_fr`, `zh-Hans-CN` for `zh-hans-cn` (RFC 5646,
    /// 2.1.1).
    package static func canonical(_ locale: String) -> String {
        let parts = locale.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        return parts.enumerated().map { index, part in
            switch part.count {
            case _ where index == 0: part.lowercased()
            case 2: part.uppercased()
            case 4 where part.first?.isLetter == true: part.prefix(1).uppercased() + part.dropFirst().lowercased()
            default: part.lowercased()
            }
        }.joined(separator: "-")
    }

    /// The language that nearly all documentation is translated from. It is used where nothing says the source's language.
    package static let english = Language(locale: "en-US")

    /// Whether the decimal separator is a comma.
    package let hasDecimalComma: Bool

    /// Whether there are no blanks between words.
    package let isUnspaced: Bool

    /// Whether dates are written with dots: `31.12.2014`.
    let hasDottedDates: Bool

    /// Whether a percent sign may be before its number: `%5`.
    let writesPercentFirst: Bool

    /// CLDR 45, numbers, `percentFormat` of Turkish and Basque. In languages that are written from right to left, many texts
    /// have the sign before the number, too.
    private static let percentFirst: Set<String> = ["tr", "eu", "ku", "ar", "he", "fa", "ur"]

    /// CLDR 45, dates, `short`.
    private static let dottedDates: Set<String> = [
        "de", "ru", "uk", "be", "bg", "pl", "cs", "sk", "sl", "hr", "sr", "bs", "hu", "ro", "da", "nb", "no", "nn",
        "fi", "is", "tr", "et", "lv", "az", "kk",
    ]

    /// CLDR 45, numbers, `decimal` of the default numbering system.
    private static let decimalComma: Set<String> = [
        "fr", "de", "es", "it", "pt", "nl", "da", "sv", "nb", "no", "nn", "fi", "is", "pl", "cs", "sk", "sl", "hr",
        "sr", "bs", "hu", "ro", "bg", "ru", "uk", "be", "el", "tr", "lt", "lv", "et", "ca", "gl", "eu", "id", "vi",
        "kk", "az",
    ]

    /// The last folder of a path that is a locale, or ends with one after a full stop, as repositories of translations do: `fr-FR` in
    /// `docs/fr-FR/page.md`, and in `docs.fr-FR/page.md`.
    public static func locale(inPath path: String) -> String? {
        var path = path
        return path.withUTF8 { bytes in
            // The last component is the page itself.
            var isFolder = false
            var end = bytes.count
            while end > 0 {
                var start = end
                while start > 0, bytes[start - 1] != UInt8(ascii: "/") { start -= 1 }
                let name = bytes[start..<end].lastIndex(of: UInt8(ascii: ".")).map { $0 + 1 } ?? start
                // Most folders have no hyphen where a locale has one, so no string is made for them.
                if isFolder, end - name >= 5,
                    bytes[name + 2] == UInt8(ascii: "-") || bytes[name + 3] == UInt8(ascii: "-")
                {
                    let name = String(decoding: bytes[name..<end], as: UTF8.self)
                    if isLocale(name[...]) { return name }
                }
                if start < end { isFolder = true }
                end = start - 1
            }
            return nil
        }
    }

    /// Whether a name is like `fr-FR` or `zh-Hans-CN`, in any case.
    private static func isLocale(_ name: Substring) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.dropFirst().allSatisfy({ $0.allSatisfy(\.isASCIILetter) }),
            parts.last?.count == 2 || (parts.count == 2 && parts[1].count == 4)
        else { return false }
        return languages.contains(Substring(parts[0]).lowercased())
    }

    /// Whether a name is the tag of a language that software is localised into, with or without a script and a region: `fr`,
    /// `pt_BR`, `zh-Hans-CN`.
    package static func isTag(_ name: Substring) -> Bool {
        let parts = name.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard parts.count <= 3, languages.contains(parts[0].lowercased()) else { return false }
        return parts.dropFirst().allSatisfy { part in
            (2...4).contains(part.utf8.count) && part.utf8.allSatisfy(\.isASCIIAlphanumeric)
        }
    }

    /// Whether a locale is that of a language that software is localised into, or of any language with a code of two letters.
    package static func isKnown(_ locale: String) -> Bool {
        isTag(canonical(locale)[...]) || isoCodes.contains(Language(locale: locale).code)
    }

    /// Whether two locales are probably in each other's place: nearly all documentation is translated from English.
    package static func areSwapped(source: String, target: String) -> Bool {
        Language(locale: target).code == english.code && Language(locale: source).code != english.code
    }

    /// ISO 639 codes of languages that software is localised into. Not all codes, because `to-do` and `as-is` are no
    /// locales.
    private static let languages: Set<String> = [
        "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu",
        "fa", "fi", "fil", "fr", "ga", "gl", "gu", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk",
        "km", "kn", "ko", "lb", "lo", "lt", "lv", "mk", "ml", "mr", "ms", "mt", "nb", "nl", "nn", "pl", "pt", "ro",
        "ru", "sk", "sl", "sq", "sr", "sv", "ta", "te", "th", "tr", "uk", "ur", "uz", "vi", "zh",
    ]

    /// All codes of ISO 639-1.
    private static let isoCodes: Set<String> = [
        "aa", "ab", "ae", "af", "ak", "am", "an", "ar", "as", "av", "ay", "az", "ba", "be", "bg", "bh", "bi", "bm",
        "bn", "bo", "br", "bs", "ca", "ce", "ch", "co", "cr", "cs", "cu", "cv", "cy", "da", "de", "dv", "dz", "ee",
        "el", "en", "eo", "es", "et", "eu", "fa", "ff", "fi", "fj", "fo", "fr", "fy", "ga", "gd", "gl", "gn", "gu",
        "gv", "ha", "he", "hi", "ho", "hr", "ht", "hu", "hy", "hz", "ia", "id", "ie", "ig", "ii", "ik", "io", "is",
        "it", "iu", "ja", "jv", "ka", "kg", "ki", "kj", "kk", "kl", "km", "kn", "ko", "kr", "ks", "ku", "kv", "kw",
        "ky", "la", "lb", "lg", "li", "ln", "lo", "lt", "lu", "lv", "mg", "mh", "mi", "mk", "ml", "mn", "mr", "ms",
        "mt", "my", "na", "nb", "nd", "ne", "ng", "nl", "nn", "no", "nr", "nv", "ny", "oc", "oj", "om", "or", "os",
        "pa", "pi", "pl", "ps", "pt", "qu", "rm", "rn", "ro", "ru", "rw", "sa", "sc", "sd", "se", "sg", "sh", "si",
        "sk", "sl", "sm", "sn", "so", "sq", "sr", "ss", "st", "su", "sv", "sw", "ta", "te", "tg", "th", "ti", "tk",
        "tl", "tn", "to", "tr", "ts", "tt", "tw", "ty", "ug", "uk", "ur", "uz", "ve", "vi", "vo", "wa", "wo", "xh",
        "yi", "yo", "za", "zh", "zu",
    ]
}
