import ParsedBitext

/// Words that are repeated in correct sentences: pronouns (“nous nous”), adverbs (“via via”, “tek tek”), and in some languages
/// nearly any word (“satu satu”, “बार बार”).
enum Reduplication {
    /// Whether a language repeats a word in correct sentences. German articles are in ``RepeatedArticle``.
    ///
    /// - Parameter rest: the words after the repeated one.
    static func repeats(_ word: String, before rest: [String], _ language: Language) -> Bool {
        let word = Particles.withoutMarks(word.lowercased())
        if repeated[language.code]?.contains(word) ?? false { return true }
        guard let words = repeatedBefore[language.code]?[word] else { return false }
        let rest = rest.map { $0.lowercased() }
        return words.contains { pattern in
            pattern.first == "…"
                ? rest.contains { matches($0, String(pattern.dropFirst())) }
                : rest.first.map { matches($0, pattern) } ?? false
        }
    }

    /// Whether a word is one of those that a pattern stands for: `s*`, `*ant`, `#` (a number), or itself.
    private static func matches(_ word: String, _ pattern: String) -> Bool {
        if pattern == "#" { return word.first?.isNumber ?? false }
        if pattern.last == "*" { return word.hasPrefix(pattern.dropLast()) }
        return pattern.first == "*" ? word.hasSuffix(pattern.dropFirst()) : word == pattern
    }

    /// Whether a word may be repeated on purpose: its language does so with any word but function words.
    static func mayRepeat(_ word: String, _ language: Language) -> Bool {
        guard let never = neverRepeated[language.code],
            inLatinScript.contains(language.code) || !word.utf8.allSatisfy({ $0 < 0x80 })
        else { return false }
        let word = word.lowercased()
        return !never.contains(word) && !FunctionWords.contains(hash: Token.hash(of: word))
            && !(language.code == "tr" && isTurkishCase(word))
    }

    /// Whether a Turkish noun has an ending that repeated nouns do not have: “sunucuyu”, “sunucuda”, “sunucunun”, “sunucularda”.
    /// What is repeated is a bare noun, an adverb, a number or a form of a verb (“adım adım”, “koşa koşa”).
    private static func isTurkishCase(_ word: String) -> Bool {
        let accusative = ["yı", "yi", "yu", "yü"].contains { ending in
            word.hasSuffix(ending) && word.dropLast(2).last.map { "aeıioöuü".contains($0) } ?? false
        }
        return accusative && word.count >= 6
            || word.count >= 7 && !bareTurkishNouns.contains(word) && turkishCases.contains { word.hasSuffix($0) }
    }

    private static let turkishCases = [
        "da", "de", "ta", "te", "ının", "inin", "unun", "ünün", "ları", "leri", "ların", "lerin", "lara", "lere",
        "lardan", "lerden",
    ]
    private static let bareTurkishNouns = words("kumanda propaganda müsvedde")

    /// From grammars and dictionaries of each language, and from doubles on real pages that are right.
    private static let repeated: [String: Set<String>] = [
        "fr": words("nous vous actif actifs très bien petit faut"),
        "de": words("sie ihr sehr ganz viel aktiv"),
        "es": words("muy casi poco activo activos activa activas paso luego ya tal despacio"),
        "it": words(
            "si le via mano piano poco passo uno man ben così quasi subito appena or attivo attivi pari quatto zitto lemme"
        ),
        "pt": words("se logo já quase muito passo pouco ativo ativos ativa ativas"),
        "ca": words("que se poc pas gairebé"), "ro": words("care încet rând pas abia foarte mult ușor"),
        "gl": words("que se pouco pouquiño"),
        "nl": words("die dat zijn ze je jullie heel"), "sv": words("var mycket sakta"),
        "da": words("der som den lidt meget"),
        "nb": words("som den der litt veldig"), "no": words("som den der litt veldig"), "is": words("sem mjög"),
        "ru": words("самое самый самые еле едва чуть мало долго очень то"),
        "uk": words("що ледь ледве трохи дуже то"), "pl": words("co tuż zaraz"),
        "bg": words("едва малко полека много съвсем"),
        "hr": words("malo jedva polako"), "sr": words("malo jedva polako мало једва полако"),
        "sl": words("komaj počasi zelo"), "mk": words("малку полека едвај"), "bs": words("malo jedva polako"),
        "lt": words("vos labai pamažu"), "lv": words("ļoti lēni"), "sq": words("pak shumë"),
        "eu": words("banan poliki astiro bete apurka"), "mt": words("ftit wieħed pass biċċa kważi"),
        "af": words("gou nou kort stuk"), "hy": words("մեկ քիչ կամաց առանձին հատ քայլ շատ մաս"),
        "ka": words("ნელა ცოტა თითო ნაბიჯ"), "mn": words("тус"),
        "kk": words("жеке қайта бөлек ақырын топ қадам түрлі жиі"), "ky": words("өзүнчө кайра бөлөк акырын"),
        "uz": words("bitta ikkita uchta asta sekin tez qadam alohida qayta dona guruh xil ozgina"),
        "el": words(
            """
            μου σου μας σας λίγο λίγα λίγη λίγες σιγά αργά ένα ένας έναν μία μια μίας δύο δυο πρώτα κομμάτι βήμα που όσο
            πότε κάπου μόλις στιγμή σειρά γραμμή λέξη σελίδα φύλλο μέρα γύρω
            """),
        "hu": words("az ez egy már alig csak nagyon néha külön"), "fi": words("se joka yhä hyvin aina pian"),
        "et": words("see aina üha ikka väga tasa"),
        "he": words(
            "אחד אחת לאט אט מעט קצת פעם חלק מילה אות פרט שכבה סוג מיד עוד שלב צעד יום זוג מדי יותר שורה קבוצה שתי שני מאוד בדיוק רק"
        ),
        "ar": words(
            "ما خطوة واحدا واحدة جدا رويدا شيئا سطرا يوما صفا حرفا كلمة دكا قليلا فردا جزءا بندا عنصرا ملفا صفحة درجة دفعة نقطة لحظة تباعا"
        ),
        "fa": words(
            """
            یک یکی تک دو سه گام قدم پله کم خیلی خط سطر کلمه حرف صفحه دانه ذره لایه دسته گروه تکه قطعه پاره بخش جدا آرام یواش
            نرم اندک رفته لحظه قطره مرحله جزء نفر نوبت
            """
        ),
        "tr": words(
            """
            bir tek ayrı zaman adım birim teker yavaş sık uzun çeşit tür türlü parça satır sayfa bölüm grup gün ağır hızlı
            iyi kısa kolay sıra dizi kat yer birer ikişer üçer dörder beşer onar kademe seviye aşama başlık blok hafta ay
            yıl saat dakika saniye öbek küme renk boy çok az pek bol büyük küçük derin açık doğru düzgün kat katman harf
            kelime kişi ülke bölge alan sütun hücre madde nokta usul art peş başka farklı aynı diye
            """),
        "az": words("bir tək ayrı addım yavaş tez vaxt"),
        "ko": words(
            """
            하나 따로 차례 조금 가끔 점점 서로 하나하나 자주 종종 두고 아주 매우 매일 그때 구석 순간 하루 마디 골목
            걸음 여기
            """),
        "ja": words("ますます"), "sw": words("moja pole sawa mbali hatua"),
    ]

    /// Words that are repeated only before other words; those that end in `*` begin them, those that begin with `*` end them,
    /// `#` is a number, and the others stand right after them but for those that begin with `…`, which can stand later. Czech has “se” (oneself)
    /// before “se” (with), which is “s” before most sounds: “setkejte se se správcem”. Polish, Czech and Slovak have
    /// “to to samo” (it is the same), Italian has “se se ne usa uno” (if one uses one of them), French “en en modifiant un”
    /// (by changing one of them), Swedish “gör den den 3 maj” and “som som standard är” (which by default is), Russian “решите, что что-то не так”.
    private static let repeatedBefore: [String: [String: Set<String>]] = [
        "cs": [
            "se": words("s* z* š* ž* čty* čtv* mnou dv* vš* vz* vs* ct* jm* lv* lž* rt*"),
            "to": words("samé stejné"),
        ],
        "sk": ["to": words("isté")], "pl": ["to": words("samo")], "it": ["se": words("ne")],
        "fr": ["en": words("*ant")], "sv": ["den": words("#"), "som": words("standard regel mest minst")],
        // "Als u u aanmeldt": the verb's object is "u", too.
        "nl": [
            "u": words(
                """
                …aanmeld* …aangemeld …afmeld* …afgemeld …abonne* …geabonneerd …registre* …geregistreerd …inschrij*
                …ingeschreven …uitschrij* …uitgeschreven …bevind* …identificeer* …realise* …herinner* …voorbereid*
                """)
        ], "ru": ["что": words("то либо нибудь бы угодно")],
    ]

    /// Languages that repeat any word to say “each”, “many” or “again and again”, and the function words that they do not
    /// repeat.
    private static let neverRepeated: [String: Set<String>] = [
        "tr": words("ve ile için bu şu veya ya olarak olan da de ki gibi kadar sonra önce her tüm en ise değil"),
        "az": words("və ilə üçün bu və ya olan da də ki kimi"),
        "id": words(
            "yang dan di ke dari untuk dengan pada adalah ini itu akan dapat tidak atau oleh dalam bisa jika telah sebagai"
        ),
        "ms": words("yang dan di ke dari untuk dengan pada adalah ini itu akan boleh tidak atau oleh dalam jika telah"),
        "jv": words("sing lan ing saka kanggo karo iki iku"), "su": words("nu jeung di ka ti pikeun ieu eta"),
        "fil": words("ang ng sa mga at na ay para kung hindi ito"),
        "tl": words("ang ng sa mga at na ay para kung hindi ito"),
        "vi": words("của và các là được cho trong với một có không này  trên để khi bạn hoặc bằng sẽ những"),
        "sw": words("ya wa na kwa za la ni katika cha vya kama hii"),
        "hi": words("के का की को में से है हैं और पर ने यह इस लिए या नहीं करें"),
        "ne": words("को का की मा र छ यो हो लाई बाट"), "mr": words("आणि आहे हे या च्या ला मध्ये"),
        "bn": words("এবং এই জন্য থেকে একটি করুন হয় না বা"), "gu": words("અને છે આ માટે થી એક માં"),
        "pa": words("ਦੇ ਦਾ ਦੀ ਨੂੰ ਵਿੱਚ ਅਤੇ ਹੈ ਹਨ ਇਹ ਲਈ"), "ur": words("کے کا کی کو میں سے ہے ہیں اور پر نے یہ اس لیے یا"),
        "as": [], "or": [], "si": [], "am": [], "ta": words("மற்றும் இந்த ஒரு உள்ள"), "te": words("మరియు ఈ ఒక కోసం లో"),
        "kn": words("ಮತ್ತು ಈ ಒಂದು"), "ml": words("ഒരു ഈ"), "mi": [], "haw": [],
        "yo": [], "ig": [], "ha": [], "zu": [], "xh": [], "st": [], "mg": [],
    ]

    /// Of these languages, those in Latin script. In the others, a repeated Latin word is a name.
    private static let inLatinScript: Set<String> = [
        "tr", "az", "id", "ms", "jv", "su", "fil", "tl", "vi", "sw", "mi", "haw", "yo", "ig", "ha", "zu", "xh", "st",
        "mg",
    ]

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
