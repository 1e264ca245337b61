/// The words of the target's language that ``ReversalFinder`` asks for, by the code of the language. A language that is not in a
/// list has no such words, as far as we know.
///
/// The lexicon knows which words negate. These lists have what it does not know: whole phrases, what is said without a negation, and
/// how words begin or end. An entry is the beginning of words, in any case of letters, where its list does not say otherwise.
///
/// Words that negate are in ``WordsOfNegation``, negations inside words in ``NegationsInWords``.
enum PolarityWords {
    // MARK: Lost negations

    /// How words begin that can say a "not" without one: "instead of", "missing", "avoid", "prevent", and also "error", "empty",
    /// "furthermore".
    ///
    /// A target with one of them may have kept the negation in other words, so a lost one is only a note. ``WordsOfNegation`` has many
    /// of these words too, for the opposite question: whether a target has nothing at all that negates, so that there is no doubt. It has
    /// the plain negations ("nicht", "pas"), which are not here, because the lexicon knows them better. And it does not have the words
    /// here that negate only sometimes ("erreur", "vide", "weiterhin").
    static let otherNegations: [String: [StaticString]] = [
        "cs": ["místo", "chyb", "bez", "brán", "zabrán", "nemož"],
        "de": [
            "statt", "anstatt", "anstelle", "weiterhin", "fehl", "vermeid", "verhinder", "verweiger", "abgelehn",
            "verzicht", "ausschließ", "leer", "sonst",
        ],
        "es": ["lugar", "vez", "evit", "impid", "imped", "falta", "ausen", "carec", "deja", "error", "prohib"],
        "fr": [
            "lieu", "plutôt", "cess", "évit", "empêch", "absen", "manqu", "erreur", "distinct", "refus", "faute",
            "exclu", "interdi", "vide", "échou", "échec",
        ],
        "it": [
            "anziché", "invece", "piuttosto", "evit", "imped", "manc", "assen", "smett", "vieta", "errore", "esclus",
        ],
        "nl": ["plaats", "voorkom", "ontbre", "vermijd", "weiger"],
        "pl": ["zamiast", "brak", "unik", "zapobieg", "bez", "poza"],
        "pt": ["vez", "invés", "evit", "imped", "falta", "ausên", "deix", "proib", "erro"],
        "ru": ["вместо", "отсут", "избег", "предотвр", "запрещ", "недо", "переста", "исключ"],
        "sv": ["stället", "sakna", "undvik", "förhindr", "uteslut"],
    ]

    /// How words for "only" begin: "it cannot be changed by others" is "only you can change it".
    static let onlyWords: [String: [StaticString]] = [
        "cs": ["pouze", "jen", "výhradně"], "de": ["nur ", "lediglich", "ausschließ", "hinaus"],
        "es": ["solo", "sólo", "única", "exclusiv", "aparte", "allá"], "fr": ["seul", "unique", "exclusiv", "plafonn"],
        "it": ["solo", "soltanto", "unica", "esclusiv", "differenza"], "nl": ["alleen", "slechts", "uitsluitend"],
        "pl": ["tylko", "wyłącznie", "jedynie"], "pt": ["só", "apenas", "somente", "exclusiv"],
        "ru": ["только", "лишь", "исключ"], "sv": ["bara", "endast", "enbart", "uteslut"],
    ]

    /// The words for "whether", whole words: "check that it is not set" and "prüfen Sie, ob es gesetzt ist" ask for the same thing.
    static let whether: [String: [StaticString]] = [
        "cs": ["zda", "jestli"], "de": ["ob"], "es": ["si"], "fr": ["si", "s"], "it": ["se"], "nl": ["of"],
        "pl": ["czy"], "pt": ["se"], "ru": ["ли"], "sv": ["om"],
    ]

    /// How words begin that are negated without a word of its own for it: "neodpověděl" is "has not answered".
    static let negativeBeginningsOfVerbs: [String: StaticString] = ["cs": "ne", "pl": "nie", "ru": "не"]

    /// How words begin that are the opposite of the rest: "unzulässig", "irréversible". For all languages: these are of those that
    /// borrow from Latin, and of those that are related to English.
    static let negativePrefixes: [StaticString] = [
        "in", "im", "ir", "il", "un", "non", "dis", "des", "dés", "mis",
    ]

    // MARK: Added negations

    /// The words of negations that have two parts, whole words: one of each list must be there. A French "pas" without a "ne" is a step,
    /// a "ne" without a "pas" is "only".
    static let negationsInTwoParts: [String: [[StaticString]]] = [
        "fr": [
            ["ne", "n"],
            ["pas", "aucun", "aucune", "jamais", "plus", "rien", "ni", "personne", "nulle", "guère"],
        ]
    ]

    /// How the words begin that make another phrase of a negation before them: "non appena" is "as soon as".
    static let idioms: [String: [StaticString]] = [
        "de": ["nur", "zuletzt"], "es": ["solo", "sólo", "obstante", "olvid"],
        "it": ["appena", "solo", "soltanto", "dimentic"], "ja": ["んか"], "nl": ["alleen"], "pl": ["tylko"],
        "pt": ["só", "apenas", "obstante", "esque"], "ru": ["только"], "sv": ["bara", "minst"],
    ]

    /// The words that make another phrase of a negation after them, whole words in small letters: the Polish "na nie" is "on them".
    static let wordsBeforeIdioms: [String: [String]] = ["pl": ["na", "o", "przez", "w", "za", "po", "we", "pod"]]

    /// What follows a negation that says what should not happen, which English can say without one: "遅れないように" for "act now".
    static let advice: [String: [String]] = ["ja": ["ように", "いように"]]

    /// What a target has that negates twice, or negates to say "only": "it takes effect only after a restart" as
    /// "再起動しないと反映されません".
    static let doubleNegations: [String: [String]] = [
        "ja": ["ないと", "なければ", "なくては", "ない限り", "しか", "ざるを得"], "ko": ["지 않으면", "지 않고는", "밖에", "아니면"],
        "zh": ["不得不", "不能不", "非得", "必不可少"],
    ]

    /// The languages in which a negation follows what it negates: "supprimez pas", 削除しない.
    static let negationsAfterWords: Set<String> = ["fr", "ja", "ko"]

    /// How languages forbid by words of which a lexicon knows little.
    static let prohibitions: [String: Prohibition] = [
        "zh": Prohibition(beginnings: ["请勿", "請勿", "不要", "请不要", "請不要", "切勿"]),
        // "Unutmayın" is "remember".
        "tr": Prohibition(isLast: true, endings: ["mayın", "meyin", "mayınız", "meyiniz"], exceptions: ["unut"]),
        // "Nezapomeňte" is "remember", "nechte" is "let".
        "cs": Prohibition(
            beginnings: ["Ne"], endings: ["te"], exceptions: ["Nezapom", "Nech", "Nebud", "Nejs", "Nemá", "Nemů"]),
    ]

    /// What the word of a prohibition is like, in this case of letters.
    struct Prohibition: Sendable {
        /// Whether it is the last word of the sentence. Otherwise it is the first.
        var isLast = false
        /// The text from the word on begins with one of these.
        var beginnings = [""]
        /// The word ends with one of these.
        var endings = [""]
        /// The text from the word on does not begin with any of these.
        var exceptions: [String] = []
    }

    // MARK: Opposites

    /// How words begin that turn others round from anywhere in the sentence, as "trennen" turns "Verbindung", and of words that
    /// mean another thing as well ("ausschließlich" is "only").
    static let undoing: [String: [StaticString]] = [
        "cs": ["zruš", "odeb", "výhradně"],
        "de": ["trenn", "getrenn", "abgetrenn", "unterbr", "aufheb", "aufgehoben", "abbr", "abgebr", "ausschließlich"],
        "es": ["anul", "cancel", "desactiv", "quit", "borr", "deshac", "exclusivamente"],
        "fr": ["annul", "désactiv", "désélec", "retir", "exclusivement", "correctement"],
        "it": ["annull", "deselez", "disattiv", "rimuov", "esclusivamente"],
        "nl": ["verbr", "ophef", "annul", "uitsluitend"], "pl": ["odzna", "wyczyś", "usuń", "anul", "wyłącznie"],
        "pt": ["anul", "cancel", "desmar", "desativ", "limp", "exclusivamente"],
        "ru": ["отмен", "сня", "исключительно"], "sv": ["avmark", "avbry", "uteslutande"],
    ]

    /// The words that turn the next word round, whole words: "hors connexion" is the opposite of "connexion".
    static let reversers: [String: [StaticString]] = [
        "cs": ["bez", "mimo", "méně"], "de": ["ohne", "außer", "weniger"], "es": ["sin", "fuera", "menos"],
        "fr": ["hors", "sans", "non", "moins"], "it": ["senza", "fuori", "meno"], "nl": ["zonder", "buiten", "minder"],
        "pl": ["bez", "poza", "mniej"], "pt": ["sem", "fora", "menos"], "ru": ["без", "вне", "менее"],
        "sv": ["utan", "ej", "mindre"],
    ]

    /// The words that only compare, whole words in small letters, of all languages: "più" of "la più vecchia" is no opposite of "older".
    static let comparatives = ["plus", "moins", "más", "menos", "più", "meno", "mais"]
}
