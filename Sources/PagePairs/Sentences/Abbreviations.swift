import Bitext

/// Abbreviations with a full stop that ends no sentence, by language. From the lists of CLDR 45 (segmentation suppressions)
/// and of style guides, those that occur in documentation.
struct Abbreviations: Sendable {
    enum Kind {
        /// The sentence goes on.
        case inside
        /// The sentence goes on, or ends here if a capital follows.
        case inOrAtEnd
    }

    private let words: Set<String>
    private let wordsBeforeOrdinals: Set<String>

    /// The abbreviations of a language.
    ///
    /// - Parameter code: the ISO 639 code; for an unknown language all abbreviations count.
    static func of(language code: String) -> Abbreviations { tables[code] ?? other }

    private static let tables = Dictionary(
        uniqueKeysWithValues: (byLanguage.keys + [""]).map { ($0, Abbreviations(language: $0)) })
    private static let other = Abbreviations(language: "other")

    private init(language code: String) {
        var words = Self.common
        if let own = Self.byLanguage[code] {
            words.formUnion(own)
        } else if code.isEmpty {
            for own in Self.byLanguage.values { words.formUnion(own) }
        }
        self.words = words
        wordsBeforeOrdinals = code == "de" ? Self.beforeGermanOrdinals : []
    }

    /// What a word is that a full stop follows, or nil if it is no abbreviation.
    ///
    /// - Parameter word: with the full stops inside it, without the last one.
    func kind(of word: Slice<Bytes>) -> Kind? {
        guard word.count <= Self.maxLength else { return nil }
        let name = String(decoding: word, as: UTF8.self).lowercased()
        guard words.contains(name) else { return nil }
        return Self.atEnd.contains(name) ? .inOrAtEnd : .inside
    }

    /// Whether a number with a full stop after this word is an ordinal. In languages other than German, a small letter is
    /// after it.
    func isBeforeOrdinal(_ word: Slice<Bytes>) -> Bool {
        guard !wordsBeforeOrdinals.isEmpty, word.count <= Self.maxLength else { return false }
        return wordsBeforeOrdinals.contains(String(decoding: word, as: UTF8.self).lowercased())
    }

    /// In bytes.
    static let maxLength = 16

    private static let beforeGermanOrdinals: Set<String> = [
        "am", "vom", "zum", "zur", "beim", "im", "ab", "bis", "seit", "der", "die", "das", "den", "dem", "des", "jeder",
        "jede", "jedes", "jeden",
    ]

    /// Those that are often the last word of a sentence.
    private static let atEnd: Set<String> = [
        "etc", "usw", "u.v.m", "ecc", "enz", "osv", "o.s.v", "m.m", "m.fl", "itd", "itp", "atd", "apod", "atď", "stb",
        "jne", "yms", "dll", "dst", "vb", "д", "т.д", "п", "т.п", "др", "пр", "a.m", "p.m", "inc", "ltd", "corp", "co",
    ]

    /// In lower case, without the last full stop.
    private static let common: Set<String> = [
        "e.g", "i.e", "eg", "ie", "cf", "vs", "etc", "approx", "ca", "fig", "no", "nr", "vol", "pp", "ed", "eds", "al",
        "dr", "mr", "mrs", "ms", "prof", "st", "sr", "jr", "inc", "ltd", "corp", "co", "v", "ver", "resp", "incl",
        "min", "max", "a.k.a", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]

    private static let byLanguage: [String: Set<String>] = [
        "en": ["u.s", "u.k", "dept", "est", "misc", "tel", "sec", "ex"],
        "de": [
            "z", "z.b", "u.a", "u", "a", "d.h", "d", "h", "b", "bzw", "usw", "ggf", "evtl", "vgl", "s.o", "s.u", "s",
            "o",
            "abs", "abb", "art", "bsp", "bspw", "ca", "inkl", "exkl", "zzgl", "max", "min", "mind", "o.ä", "ä", "o.a",
            "i.d.r", "i",
            "r", "sog", "std", "tab", "tel", "u.u", "u.v.m", "v.a", "zz", "z.t", "t", "zt", "str", "lt", "gem",
            "entspr",
            "einschl", "allg", "beisp", "kap", "bd", "ff", "f", "hrsg", "jh", "mio", "mrd", "nr", "z.z",
        ],
        "fr": [
            "p.ex", "ex", "p", "c.-à-d", "c.à.d", "env", "m", "mm", "mme", "mlle", "art", "chap", "n", "réf", "tél",
            "vol",
            "av", "apr", "cf", "éd", "i.e", "janv", "févr", "juil", "sept", "oct", "nov", "déc",
        ],
        "es": [
            "p.ej", "ej", "p", "pág", "págs", "sr", "sra", "srta", "ud", "uds", "dpto", "núm", "n.º", "tel", "aprox",
            "art",
            "cap", "ee.uu", "a.m", "p.m", "máx", "mín",
        ],
        "pt": [
            "p.ex", "ex", "p", "pág", "págs", "sr", "sra", "núm", "n.º", "tel", "aprox", "art", "cap", "a.m", "p.m",
            "máx",
            "mín", "dra", "av",
        ],
        "it": [
            "p.es", "es", "p", "pag", "pagg", "sig", "sig.ra", "dott", "ecc", "art", "cap", "tel", "ca", "max", "min",
            "n", "vol", "ss",
        ],
        "nl": [
            "b.v", "bv", "bijv", "d.w.z", "dwz", "o.a", "m.b.t", "t.o.v", "i.p.v", "enz", "evt", "nr", "p", "blz",
            "mevr",
            "dhr", "z.g", "zgn", "incl", "excl", "t/m", "m.u.v", "i.v.m", "n.v.t",
        ],
        "sv": [
            "t.ex", "t", "ex", "bl.a", "bl", "d.v.s", "dvs", "o.s.v", "osv", "m.m", "m.fl", "ev", "exkl", "inkl", "nr",
            "s", "kap", "jfr", "f.d", "s.k",
        ],
        "da": [
            "f.eks", "fx", "bl.a", "bl", "dvs", "osv", "m.m", "m.fl", "evt", "ekskl", "inkl", "nr", "s", "kap", "jf",
            "ca", "pga", "mht",
        ],
        "nb": [
            "f.eks", "bl.a", "bl", "dvs", "osv", "m.m", "evt", "ekskl", "inkl", "nr", "s", "kap", "jf", "ca", "pga",
            "mht",
        ],
        "fi": ["esim", "ym", "yms", "jne", "mm", "ks", "vrt", "n", "nro", "s", "ts", "eli", "ent", "huom", "puh"],
        "pl": [
            "np", "tzn", "tj", "itp", "itd", "m.in", "in", "ok", "nr", "str", "ul", "pkt", "rys", "tab", "tzw", "wg",
            "zob", "por", "ww",
        ],
        "cs": [
            "např", "tj", "tzn", "tzv", "atd", "apod", "mj", "č", "str", "obr", "tab", "viz", "cca", "resp", "popř",
            "kap",
        ],
        "sk": ["napr", "tj", "tzn", "tzv", "atď", "apod", "č", "str", "obr", "tab", "resp", "príp", "kap"],
        "hu": ["pl", "stb", "ill", "kb", "ún", "vö", "ld", "pld", "old", "sz", "szt", "u.i", "ti"],
        "ru": [
            "т.е", "т", "е", "т.д", "д", "т.п", "п", "т.к", "к", "др", "пр", "см", "напр", "рис", "табл", "стр", "г",
            "гг", "им", "ср", "млн", "млрд", "тыс",
        ],
        "uk": ["т.зв", "т", "д", "п", "др", "див", "напр", "рис", "табл", "стор", "р", "рр", "ім"],
        "tr": ["vb", "vs", "örn", "bkz", "s", "sn", "dr", "no", "yy"],
        "ro": ["de ex", "ex", "etc", "dl", "dna", "nr", "pag", "art", "cap", "str"],
        "id": ["dll", "dsb", "dst", "mis", "no", "hal", "yth"],
    ]
}
