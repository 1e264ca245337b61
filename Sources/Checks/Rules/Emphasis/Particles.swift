import ParsedBitext

/// Particles, prefixes and endings that are written to a word without a blank, so that they can be directly before or after
/// a word in bold: `**저장**을`, `ב**שמור**`, `**Outlook**issa`.
enum Particles {
    /// Whether letters directly before emphasis may be particles.
    static func canPrecede(_ letters: String, _ language: Language) -> Bool {
        prefixes[language.code]?.contains(withoutMarks(letters)) ?? false
    }

    /// Whether letters directly after emphasis may be particles or endings.
    static func canFollow(_ letters: String, _ language: Language) -> Bool {
        if agglutinative.contains(language.code) { return true }
        let letters = withoutMarks(letters).lowercased()
        if language.code == "ko" { return korean.contains { letters.hasPrefix($0) } }
        // The ending "-val" takes the last consonant of the word: "Worddel".
        if language.code == "hu", letters.count == 3, letters.hasSuffix("al") || letters.hasSuffix("el") { return true }
        return endings[language.code]?.contains(letters) ?? false
    }

    /// Whether a Korean text ends in a particle, so that the letters after it are another word.
    static func end(_ text: String, before word: String) -> Bool {
        if clearParticles.contains(where: { text.hasSuffix($0) }) { return true }
        // "이" and the like are also syllables of nouns: "이름".
        return shortParticles.contains { text.hasSuffix($0) } && verbs.contains { word.hasPrefix($0) }
    }

    private static let clearParticles = ["을", "를", "에서", "으로", "에게", "부터", "까지"]
    private static let shortParticles = ["이", "가", "은", "는", "에", "로", "도", "와", "과", "의", "만"]
    /// What instructions say that somebody does with a label, or that happens to it.
    private static let verbs = [
        "클릭", "선택", "누르", "누릅", "누른", "눌러", "탭", "입력", "열", "여세", "엽니", "표시", "나타", "사용", "추가", "변경",
        "설정", "지정", "이동", "확인", "해제", "저장", "찾", "있", "없", "필요", "포함", "삭제", "복사", "켜", "켭", "끄", "끕", "닫",
        "실행", "시작", "만들", "아닌", "아니", "활성", "비활성",
    ]

    /// Without the vowel signs of Hebrew and Arabic, which are rarely written, and the tatweel, which lengthens a letter.
    static func withoutMarks(_ letters: String) -> String {
        String(
            String.UnicodeScalarView(
                letters.unicodeScalars.filter { !$0.properties.generalCategory.isMark && $0.value != 0x640 }))
    }

    /// Languages whose words get several endings at once, in more forms than a list can hold.
    private static let agglutinative: Set<String> = [
        "ta", "te", "kn", "ml", "ka", "eu", "kk", "ky", "uz", "mn", "az", "hy", "sw", "zu", "xh", "my", "km", "lo",
    ]

    /// The particles and the endings of verbs of Korean with which a run of letters after a noun begins.
    private static let korean: [String] = [
        "을", "를", "서", "이", "가", "은", "는", "에", "의", "로", "으로", "와", "과", "도", "만", "부터", "까지", "보다", "처럼",
        "마다", "께", "한테", "라", "란", "인", "일", "임", "입", "였", "나", "든", "조차", "밖", "하", "한", "할", "함",
        "합", "거나", "여야", "면", "끼리", "간", "해", "했", "되", "된", "될", "됨", "됩", "돼", "됐", "시", "적", "용", "별", "당", "들", "및",
        "등", "뿐", "만큼", "대로",
    ]

    /// One-letter words and the article, which Hebrew and Arabic write to the next word, and their combinations.
    private static let prefixes: [String: Set<String>] = [
        "he": Set(
            // And, when/from/to; that; in/to/from/as; the.
            ["", "ו", "וכש", "כש", "מש", "לכש"].flatMap { first in
                ["", "ש"].flatMap { that in
                    ["", "ב", "ל", "מ", "כ", "ה"].flatMap { second in
                        ["", "ה"].map { first + that + second + $0 }
                    }
                }
            }),
        "ar": Set(
            ["", "و", "ف"].flatMap { first in
                ["", "ب", "ل", "ك", "س"].flatMap { second in ["", "ال"].map { first + second + $0 } }
            } + ["لل", "ولل", "فلل"]),
        "fa": ["ب", "ن", "می"],
    ]

    /// The endings of cases, as written to a name.
    private static let endings: [String: Set<String>] = [
        "fi": words(
            """
            n en in hin han hän seen iin a ä ta tä ia iä ita itä ssa ssä issa issä sta stä ista istä lla llä illa illä
            lta ltä ilta iltä lle ille na nä ina inä ksi iksi tta ttä itta ittä t ien jen iden den eja ejä oita
            on ön an än un yn nsa nsä kin kaan kään ko kö ssä ssakin
            ihin oihin aan ään een oon uun yyn öön ossa össä osta östä olla öllä
            """),
        "et": words(
            """
            i e a u d t s st sse l le lt ga ni na ta ks is es as us ist est ast usse isse esse asse il el al ile ele ale
            ilt elt alt iga ega aga iks eks aks de te id sid
            """),
        "hu": words(
            """
            t at et ot öt on en ön n ba be ban ben ból ből ra re ról ről hoz hez höz tól től nál nél nak nek val vel ig
            ért ként vá vé kor k ok ek ök ak as es os ös s i ja je jai jei ját jét ában ében án én jában jében ul ül
            tal tel bal bel kal kel lal lel mal mel nal nel ral rel sal sel zal zel hoz hez a e okat eket öket
            """),
        "tr": words(
            """
            i ı u ü yi yı yu yü e a ye ya de da te ta den dan ten tan in ın un ün nin nın nun nün le la yle yla ne na nda
            nde ndan nden ni nı nu nü ki deki daki teki taki ler lar leri ları lerin ların lere lara lerde larda dir dır
            dur dür tir tır tur tür ca ce si sı su sü sini sını sinde sında
            """),
        "fa": ["ها", "های", "هایی", "ی", "م", "ش", "ت"],
        "ar": ["ه", "ها", "هم", "ك", "ي", "نا"],
    ]

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isMark: Bool { self == .nonspacingMark || self == .enclosingMark }
}
