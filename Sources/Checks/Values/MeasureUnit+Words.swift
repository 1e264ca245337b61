extension MeasureUnit {
    /// CLDR 45, units, long and short, in all cases and numbers; the forms with particles of Turkish, Finnish and Hungarian.
    static let words = WordsByLanguage<MeasureUnit>([
        (
            time(1e-3),
            [
                "en": "millisecond milliseconds", "fr": "milliseconde millisecondes", "de": "millisekunde*",
                "es": "milisegundo*", "it": "millisecond*", "pt": "milissegundo* milisegundo*", "nl": "milliseconde*",
                "sv": "millisekund*", "da": "millisekund*", "nb": "millisekund*", "no": "millisekund*",
                "fi": "millisekun*",
                "pl": "milisekund*", "cs": "milisekund*", "sk": "milisekund* milisekúnd*", "ru": "миллисекунд*",
                "uk": "мілісекунд*", "bg": "милисекунд*", "tr": "milisaniye*", "hu": "ezredmásodperc*",
                "ro": "milisecund*", "hr": "milisekund*", "el": "χιλιοστ*", "ja": "ミリ秒*", "zh": "毫秒*", "ko": "밀리초*",
                "th": "มิลลิวินาที*", "vi": "mili", "id": "milidetik", "ca": "mil·lisegon*", "ar": "مللي ميلي",
                "he": "אלפיות מילישניות",
            ]
        ),
        (
            time(1),
            [
                "en": "second seconds", "fr": "seconde secondes", "de": "sekunde*", "es": "segundo segundos",
                "it": "secondo secondi", "pt": "segundo segundos", "nl": "seconde seconden", "sv": "sekund*",
                "da": "sekund*", "nb": "sekund*", "no": "sekund*", "fi": "sekun*", "pl": "sekund*", "cs": "sekund*",
                "sk": "sekund* sekúnd*", "ru": "секунд*", "uk": "секунд*", "bg": "секунд*", "tr": "saniye*",
                "hu": "másodperc* mp", "ro": "secund*", "hr": "sekund*", "el": "δευτερόλεπτ* δευτερολέπτ*", "ja": "秒*",
                "zh": "秒*", "ko": "초*", "th": "วินาที*", "vi": "giây", "id": "detik", "ms": "saat", "ca": "segon segons",
                "ar": "ثانية ثوان ثواني ثوانٍ", "fa": "ثانیه*", "he": "שניה שנייה שניות", "hi": "सेकंड सेकेंड सेकण्ड",
            ]
        ),
        (
            time(60),
            [
                "en": "minute minutes", "fr": "minute minutes", "de": "minute*", "es": "minuto minutos",
                "it": "minuto minuti", "pt": "minuto minutos", "nl": "minuut minuten",
                "sv": "minut minuter minuten minuters minuts",
                "da": "minut minutter*", "nb": "minutt*", "no": "minutt*", "fi": "minuut*", "pl": "minut*",
                "cs": "minut*",
                "sk": "minút*", "ru": "минут*", "uk": "хвилин*", "bg": "минут*", "tr": "dakika*", "hu": "perc*",
                "ro": "minut minute minutelor", "hr": "minut*", "el": "λεπτό λεπτά λεπτών", "ja": "分間* 分*",
                "zh": "分钟* 分鐘* 分*", "ko": "분*", "th": "นาที*", "vi": "phút", "id": "menit", "ms": "minit",
                "ca": "minut minuts", "ar": "دقيقة دقائق", "fa": "دقیقه*", "he": "דקה דקות", "hi": "मिनट",
            ]
        ),
        (
            time(3600),
            [
                "en": "hour hours", "fr": "heure heures", "de": "stunde* stündig*", "es": "hora horas", "it": "ora ore",
                "pt": "hora horas", "nl": "uur uren", "sv": "timme timmar timmars timmarna timmes",
                "da": "time timer timers",
                "nb": "time timer timers", "no": "time timer timers", "fi": "tunti* tunni* tunte*",
                "pl": "godzin* godz", "cs": "hodin* hod", "sk": "hodin* hodín*",
                "ru": "час часа часов часам часами часах часовой часового",
                "uk": "годин*", "bg": "час часа часове", "tr": "saat saatte saatlik saatten saate saati saatin",
                "hu": "óra órá*",
                "ro": "oră ore orelor", "hr": "sat sata sati", "el": "ώρα ώρες ωρών", "ja": "時間*", "zh": "小时* 小時*",
                "ko": "시간*", "th": "ชั่วโมง*", "vi": "giờ", "id": "jam", "ms": "jam", "ca": "hora hores",
                "ar": "ساعة ساعات", "fa": "ساعت*", "he": "שעה שעות", "hi": "घंटा घंटे घंटों",
            ]
        ),
        (
            time(86400),
            [
                "en": "day days", "fr": "jour jours", "de": "tag tage tagen tages tägig*", "es": "día días dia dias",
                "it": "giorno giorni", "pt": "dia dias", "nl": "dag dagen", "sv": "dag dagar dagars dagarna dygn",
                "da": "dag dage dages døgn", "nb": "dag dager dagers døgn", "no": "dag dager dagers døgn",
                "fi": "päiv* vuorokau*", "pl": "dzień dnia dni dniach dniom dniowy dniową doby dób",
                "cs": "den dne dny dnů dní dnech denní",
                "sk": "deň dňa dni dní dňoch", "ru": "день дня дней дни дням днях сут*",
                "uk": "день дня дні днів діб доби",
                "bg": "ден дни дена", "tr": "gün günde günlük günden güne günü günün",
                "hu": "nap napon napos napja napig naponta napot",
                "ro": "zi zile zilelor", "hr": "dan dana", "el": "ημέρα ημέρες ημερών μέρες", "ja": "日間* 日*",
                "zh": "天*",
                "ko": "일*", "th": "วัน*", "vi": "ngày", "id": "hari", "ms": "hari", "ca": "dia dies",
                "ar": "يوم أيام يوما يومًا", "he": "יום ימים", "hi": "दिन दिनों",
            ]
        ),
        (
            time(604_800),
            [
                "en": "week weeks", "fr": "semaine semaines", "de": "woche wochen wöchig*", "es": "semana semanas",
                "it": "settimana settimane", "pt": "semana semanas", "nl": "week weken", "sv": "veck*",
                "da": "uge uger ugers",
                "nb": "uke uker ukers", "no": "uke uker ukers", "fi": "viikko* viikon viikkoa viiko*",
                "pl": "tydzień tygodni*",
                "cs": "týden týdn*", "sk": "týždeň týždň*", "ru": "недел*", "uk": "тиждень тижн*", "bg": "седмиц*",
                "tr": "hafta*", "hu": "hét hetes hete hetet héten", "ro": "săptămân*", "hr": "tjedan tjedn*",
                "el": "εβδομάδ*", "ja": "週間* 週*", "zh": "周* 週* 星期*", "ko": "주*", "th": "สัปดาห์*", "vi": "tuần",
                "id": "minggu", "ms": "minggu", "ca": "setman*", "ar": "أسبوع أسابيع أسبوعا", "he": "שבוע שבועות",
                "hi": "सप्ताह हफ़्ते हफ्ते",
            ]
        ),
        (
            calendar(1),
            [
                "en": "month months", "fr": "mois", "de": "monat monate monaten monats monatig*", "es": "mes meses",
                "it": "mese mesi", "pt": "mês mes meses", "nl": "maand maanden", "sv": "månad*", "da": "måned*",
                "nb": "måned*", "no": "måned*", "fi": "kuukau*", "pl": "miesiąc miesięc* miesiąc*", "cs": "měsíc*",
                "sk": "mesiac*", "ru": "месяц*", "uk": "місяц*", "bg": "месец*",
                "tr": "ay ayda aylık aydan aya ayı ayın",
                "hu": "hónap*", "ro": "lună luni lunilor", "hr": "mjesec*", "el": "μήνα μήνας μήνες μηνών",
                "ja": "か月* ヶ月* カ月* ヵ月* ケ月* 箇月*", "zh": "个月* 個月*", "ko": "개월*", "th": "เดือน*", "vi": "tháng",
                "id": "bulan", "ms": "bulan", "ca": "mes mesos", "ar": "شهر أشهر شهور شهرا شهرًا", "he": "חודש חודשים",
                "hi": "महीना महीने महीनों माह",
            ]
        ),
        (
            calendar(12),
            [
                "en": "year years", "fr": "an ans année années", "de": "jahr jahre jahren jahres jährig*",
                "es": "año años",
                "it": "anno anni", "pt": "ano anos", "nl": "jaar jaren", "sv": "år års året", "da": "år års",
                "nb": "år års",
                "no": "år års", "fi": "vuosi vuode* vuott* vuoti*", "pl": "rok roku lat lata latach lata",
                "cs": "rok roku roky let",
                "sk": "rok roka roky rokov", "ru": "год года лет годов годы", "uk": "рік року роки років",
                "bg": "година години",
                "tr": "yıl yılda yıllık yıldan yıla yılı yılın", "hu": "év éves évig évet", "ro": "an ani anilor",
                "hr": "godin*", "el": "έτος έτη ετών χρόνια", "ja": "年間* 年*", "zh": "年*", "ko": "년*", "th": "ปี*",
                "vi": "năm",
                "id": "tahun", "ms": "tahun", "ca": "any anys", "ar": "سنة سنوات عام أعوام", "he": "שנה שנים",
                "hi": "वर्ष वर्षों साल",
            ]
        ),
        (
            data(0),
            [
                "en": "byte bytes", "ja": "バイト*", "zh": "字节* 位元組*", "ko": "바이트*", "fi": "tavu*", "he": "בתים",
                "ar": "بايت", "sv": "byte",
            ]
        ),
        (data(1), ["en": "kilobyte kilobytes", "ja": "キロバイト*", "ko": "킬로바이트*"]),
        (data(2), ["en": "megabyte megabytes", "ja": "メガバイト*", "ko": "메가바이트*", "fr": "mégaoctet mégaoctets"]),
        (data(3), ["en": "gigabyte gigabytes", "ja": "ギガバイト*", "ko": "기가바이트*", "fr": "gigaoctet gigaoctets"]),
        (data(4), ["en": "terabyte terabytes", "ja": "テラバイト*", "ko": "테라바이트*", "fr": "téraoctet téraoctets"]),
        (
            metre,
            [
                "en": "meter meters metre metres", "fr": "mètre mètres", "de": "meter metern", "es": "metro metros",
                "it": "metro metri", "pt": "metro metros", "nl": "meter", "sv": "meter", "da": "meter", "nb": "meter",
                "pl": "metr*", "cs": "metr*", "ru": "метр*", "tr": "metre*", "fi": "metri*", "ja": "メートル*", "ko": "미터*",
                "zh": "公尺* 米*",
            ]
        ),
        (
            MeasureUnit(dimension: .length, factor: 1e6),
            [
                "en": "kilometer kilometers kilometre kilometres", "fr": "kilomètre kilomètres", "de": "kilometer*",
                "es": "kilómetro*", "ja": "キロメートル*", "ko": "킬로미터*", "zh": "公里* 千米*",
            ]
        ),
        (
            // 1,609.344 metres.
            MeasureUnit(dimension: .length, factor: 1_609_344),
            [
                "en": "mile miles", "fr": "mile miles", "de": "meile*", "es": "milla millas", "it": "miglio miglia",
                "pt": "milha milhas", "nl": "mijl mijlen", "pl": "mila mile mil", "cs": "míle mil",
                "ru": "миля мили миль",
                "uk": "миля милі миль", "tr": "mil", "ja": "マイル*", "ko": "마일*", "zh": "英里* 哩*",
            ]
        ),
        (
            share,
            [
                "en": "percent percentage", "de": "prozent*", "nl": "procent*", "sv": "procent*", "da": "procent*",
                "nb": "prosent*", "no": "prosent*", "fi": "prosent*", "pl": "procent*", "cs": "procent*",
                "sk": "percent*",
                "ru": "процент*", "uk": "відсот*", "hu": "százalék*", "ja": "パーセント*", "ko": "퍼센트*", "id": "persen",
                "fa": "درصد", "hi": "प्रतिशत", "he": "אחוז אחוזים",
            ]
        ),
    ])
}
