extension Language {
    /// Whether two locales are the same as far as both say it: `fr` goes with `fr-FR`, and `zh-Hans` with `zh-CN`, but `fr-CA` does not
    /// go with `fr-FR`.
    package static func agree(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Parts(one), Parts(other))
        func areEqual(_ left: String?, _ right: String?) -> Bool { left == nil || right == nil || left == right }
        return one.language == other.language && areEqual(one.region, other.region)
            && areEqual(one.script, other.script)
    }

    /// The subtags of a locale that say which texts are in it.
    private struct Parts {
        let language: String
        var script: String?
        var region: String?

        init(_ locale: String) {
            var parts = Language.canonical(locale).split(separator: "-").map { String($0) }[...]
            let name = parts.popFirst() ?? ""
            language = Self.newNames[name] ?? name
            for part in parts {
                if script == nil, region == nil, part.count == 4, part.first?.isLetter == true {
                    script = part
                } else if region == nil, part.count == 2 || part.count == 3 && part.allSatisfy(\.isNumber) {
                    region = part
                }
            }
            if script == nil, language == "zh", let region { script = Self.chineseScripts[region] }
        }

        /// Codes that tools still write, with those of today (IANA Language Subtag Registry, `Preferred-Value`). `no` is nearly always `nb`.
        private static let newNames = ["iw": "he", "in": "id", "ji": "yi", "no": "nb"]
        /// The script that a region has (CLDR, likely subtags).
        private static let chineseScripts = ["CN": "Hans", "SG": "Hans", "TW": "Hant", "HK": "Hant", "MO": "Hant"]
    }
}
