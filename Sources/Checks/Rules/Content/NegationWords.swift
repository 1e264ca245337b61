import ParsedBitext

/// The words by which ``PlainNegation`` knows a negation, by the code of the target's language, as lists of ``WordPattern``.
///
/// Where a lexicon or ``PolarityWords`` finds a negation, the language has no list for it. The lists of languages without a lexicon
/// were not tried on pages, so they have only words that always negate.
struct NegationWords: Sendable {
    /// What is said to forbid a thing.
    let prohibitions: [WordPattern]
    let cannot: [WordPattern]
    let needless: [WordPattern]
    let unsupported: [WordPattern]
    let unavailable: [WordPattern]
    let without: [WordPattern]
    /// Whatever can say a "do not", and more than that: a target with none of it has lost it. Empty where a lexicon says that.
    let negations: [WordPattern]

    private init(
        prohibitions: String = "", cannot: String, needless: String, unsupported: String, unavailable: String,
        without: String = "", negations: String = ""
    ) {
        self.prohibitions = WordPattern.list(prohibitions)
        self.cannot = WordPattern.list(cannot)
        self.needless = WordPattern.list(needless)
        self.unsupported = WordPattern.list(unsupported)
        self.unavailable = WordPattern.list(unavailable)
        self.without = WordPattern.list(without)
        self.negations = WordPattern.list(negations)
    }

    /// The languages whose words are parts of a run of characters, or end in many ways.
    static let unspaced: Set<String> = ["ja", "ko", "th", "zh"]

    /// English words whose sentence another language may negate: "keep it open" is "do not close it".
    static let reasons = WordPattern.list(
        """
        t,not,no,none,nor,neither,never,nothing,nobody,nowhere,without,cannot,dont,cant,wont,~less,un~,non~,until,till,only,just,\
        except~,keep~,kept,leav~,left,prevent~,avoid~,fail~,too,rather,instead,stop~,block~,restrict~,limit~,deny~,denied,denies,\
        prohibit~,forbid~,refus~,reject~,skip~,omit~,ignor~,less,few,fewer,little,least,most,minim~,max,maxim~,up,lack~,miss~,absen~,\
        empty,blank,null,zero,beyond,exceed~,outside,otherwise,else,still,yet,remain~,stay~,hold~,let,lets,unlike,but,hard~,rare~,\
        seldom,barely,difficult,imposs~,invalid,illegal,inactive,incomp~,incor~,insuff~,inelig~,invis~,inacc~,indep~,disab~,disall~,\
        disconn~,discont~,disc~,dismiss~,disreg~,expir~,deprec~,obsolete,retire~,gone,lost,error~,problem~,trouble~,wrong,remember,\
        sure,ensure~,free,off,out,optional~,alone,sole~,exclu~,differ~,separat~,distinct~,lock~,resist~,hide,hides,hidden,mute~,\
        suppress~,bypass~,constant~,fixed,permanent~,safe~,exempt~,aware,same,cancel~,abort~,partial~,extern~,than,though,\
        although,however,prior,before,after,loss,lose,loses,unique~,all,worr~,whether,why,or,clear~,\
        revok~,declin~,paus~
        """)

    static let byLanguage: [String: NegationWords] = [
        "ar": .init(
            prohibitions: "^ لا ت~", cannot: "لا يمكن~,لا تستطيع,لا يستطيع,لا يستطيعون",
            needless: "لا يلزم,ليس من الضروري,غير مطلوب~,لا يتطلب,لا تتطلب,لا تحتاج,غير ضروري~",
            unsupported: "غير معتمد~,غير مدعوم~,لا يدعم,لا تدعم,لا يتم دعم",
            unavailable: "غير متوفر~,غير متاح~,لا يتوفر,لا تتوفر", without: "^ بدون,^ بلا,^ دون",
            negations:
                "لا,ولا,فلا,لم,لن,ليس,ليست,عدم,بعدم,وعدم,غير,دون,بدون,بلا,تجنب~,يتجنب,ممنوع,يمنع,يحظر,يجب,ينبغي,احذر,امتنع"
        ),
        "bg": .init(
            prohibitions: "^ не", cannot: "не може~,не могат,невъзможно",
            needless: "не е необход~,не е задълж~,не се изисква~,не е нужно,незадълж~,не трябва",
            unsupported: "не се поддърж~,не поддърж~",
            unavailable: "не е достъп~,не са достъп~,не е налич~,не са налич~,недостъп~", without: "^ без",
            negations: "не~,ни~,без,избяг~,избягв~,забран~,въздърж~"),
        "ca": .init(
            prohibitions: "^ no", cannot: "no pot,no poden,no podeu,no podreu,no es pot,no es poden,no és possible",
            needless: "no cal,no és necess~,no és oblig~,no es requer~,no requer~,no heu de",
            unsupported: "no és compat~,no són compat~,no s admet~,no admet~",
            unavailable: "no està dispon~,no estan dispon~,no és dispon~", without: "^ sense",
            negations: "no,mai,sense,evit~,ni,prohib~,cap,abst~"),
        "cs": .init(
            cannot: "nelze,nemůže~,nemoh~",
            needless: "nemus~,není nutn~,není potřeb~,není vyžad~,nejsou vyžad~,nevyžad~,není povinn~,netřeba",
            unsupported: "není podpor~,nejsou podpor~,nepodpor~",
            unavailable: "není k dispozici,nejsou k dispozici,nedostup~,není dostup~,nejsou dostup~", without: "^ bez"),
        "da": .init(
            prohibitions: "^ ikke,^ ~ ikke", cannot: "kan ikke,kan du ikke,ikke mulig~",
            needless: "behøver ikke,kræves ikke,ikke nødvendig~,ikke påkrævet,ikke obligator~,skal ikke,skal du ikke",
            unsupported: "understøttes ikke,understøtter ikke,ikke understøtte~",
            unavailable: "ikke tilgængelig~,utilgængelig~", without: "^ uden",
            negations: "ikke,aldrig,uden,undgå~,undlad~,ingen,intet,ej,hverken,forbud~,må"),
        "de": .init(
            cannot: "kann nicht,können nicht,können sie nicht,nicht möglich",
            needless:
                "nicht erforder~,nicht notwend~,nicht nötig,nicht obligat~,müssen nicht,muss nicht,müssen sie nicht,^ kein~",
            unsupported: "nicht unterstütz~", unavailable: "nicht verfügbar~", without: "^ ohne"),
        "el": .init(
            prohibitions: "^ μην,^ μη", cannot: "δεν μπορ~,δεν είναι δυνατ~",
            needless: "δεν απαιτ~,δεν χρειάζ~,δεν είναι απαραίτητ~,δεν είναι υποχρεωτικ~",
            unsupported: "δεν υποστηρίζ~", unavailable: "δεν είναι διαθέσιμ~", without: "^ χωρίς",
            negations: "μη,μην,δεν,δε,ποτέ,χωρίς,αποφ~,αποφύγ~,απαγορ~,ούτε,όχι"),
        "es": .init(
            cannot: "no puede,no pueden,no se puede,no se pueden,no es posible,no podrá~",
            needless:
                "no es necesari~,no son necesari~,no necesit~,no se necesit~,no requier~,no se requier~,no es obligat~,no hace falta,no tiene que",
            unsupported: "no es compatible,no son compatibles,no se admite~,no admite~",
            unavailable: "no está disponib~,no están disponib~", without: "^ sin"),
        "fi": .init(
            prohibitions: "^ älä,^ älkää", cannot: "et voi,ei voi,eivät voi,ette voi,ei ole mahdollista,ei pysty",
            needless:
                "ei tarvitse,et tarvitse,ei tarvita,ei vaadita,ei ole pakoll~,ei ole välttämät~,ei edellytä,ei ole tarpeen",
            unsupported: "ei tueta,ei tue,eivät tue,ei ole tuett~",
            unavailable: "ei ole käytettävissä,eivät ole käytettävissä,ei ole saatavilla,eivät ole saatavilla",
            without: "^ ilman",
            negations: "älä,älkää,ei,et,ette,emme,eivät,en,ilman,koskaan,vältä~,vältt~,estä~,kielle~"),
        "fr": .init(
            cannot: "ne pouvez pas,ne peut pas,ne peuvent pas,n est pas possible,est impossible",
            needless:
                "n est pas nécess~,n est pas oblig~,n est pas requis~,n est pas obligatoire,ne sont pas nécess~,ne sont pas requis~,n est nécess~,n est requis~,n avez pas besoin,n a pas besoin",
            unsupported: "n est pas pris~,ne sont pas pris~,n est pas support~",
            unavailable: "n est pas disponib~,ne sont pas disponib~,indisponib~", without: "^ sans"),
        "he": .init(
            prohibitions: "^ אל,^ אין ל~",
            cannot: "לא ניתן,אי אפשר,אינך יכול~,אינו יכול,אינם יכולים,לא יכול~,אין אפשרות,לא תוכל~",
            needless: "אין צורך,לא נדרש~,אינו נדרש,אינה נדרשת,אינך צריך,לא חובה",
            unsupported: "לא נתמך~,אינו נתמך,אינה נתמכת,אינם נתמכים,לא תומך",
            unavailable: "לא זמין~,לא זמינה,אינו זמין,אינה זמינה,אינם זמינים", without: "^ ללא,^ בלי",
            negations: "אל,ואל,לא,ולא,שלא,אין,אינ~,בלי,ללא,מבלי,לעולם,הימנע~,להימנע,אסור,מומלץ,יש"),
        "hi": .init(
            prohibitions: "न ~ $,मत ~ $", cannot: "नहीं सकत~,नहीं ~ सकत~,नहीं ~ जा सकत~",
            needless: "आवश्यक नहीं,आवश्यकता नहीं,ज़रूरी नहीं,ज़रूरत नहीं", unsupported: "समर्थित नहीं,समर्थन नहीं", unavailable: "उपलब्ध नहीं",
            without: "^ बिना", negations: "न,ना,नहीं,मत,बिना,बच~,कभी"),
        "hr": .init(
            prohibitions: "^ ne,^ nemoj~", cannot: "ne može~,ne mogu,nije moguće",
            needless: "nije potreb~,ne mora~,nije obavez~,nije nužn~,ne zahtijeva~",
            unsupported: "nije podrž~,nisu podrž~,ne podrž~", unavailable: "nije dostup~,nisu dostup~,nedostup~",
            without: "^ bez", negations: "ne~,nikad~,bez,izbjeg~,zabran~,ni~"),
        "hu": .init(
            prohibitions: "^ ne",
            cannot:
                "nem lehet~,nem tud~,nem ~ható,nem ~hető,nem ~hatja,nem ~heti,nem ~hatják,nem ~hetik,nem ~hat,nem ~het",
            needless: "nem kell,nem szükséges,nem kötelező,nincs szükség~", unsupported: "nem támogat~",
            unavailable: "nem érhető el,nem érhetők el,nem elérhető",
            negations: "ne,nem,nincs~,se,sem,soha,nélkül,kerül~,tilos,mell~,tilt~,tartózkod~,~talan,~telen"),
        "id": .init(
            prohibitions: "^ jangan", cannot: "tidak dapat,tidak bisa,tidak mungkin",
            needless: "tidak perlu,tidak diperlukan,tidak wajib,tidak harus,tidak memerlukan",
            unsupported: "tidak didukung,tidak mendukung", unavailable: "tidak tersedia", without: "^ tanpa",
            negations: "jangan~,tidak,tak,tanpa,hindar~,menghindar~,dilarang,belum,bukan"),
        "it": .init(
            cannot: "non può,non possono,non è possibile,non puoi",
            needless:
                "non è necess~,non sono necess~,non è richiest~,non richied~,non occorr~,non è obbligat~,non serve",
            unsupported: "non è support~,non sono support~", unavailable: "non è dispon~,non sono dispon~",
            without: "^ senza"),
        "ja": .init(
            cannot: "できません,できない,不可能", needless: "必要はありません,必要ありません,必要がありません,不要です,必須ではあり",
            unsupported: "サポートされていません,サポートされません,サポートしていません", unavailable: "利用できません,使用できません,利用できない,ご利用いただけません"),
        "ko": .init(
            cannot: "수 없습니다,수 없음", needless: "필요가 없,필요 없,필요는 없,필요하지 않,필수가 아", unsupported: "지원되지 않,지원하지 않",
            unavailable: "사용할 수 없,이용할 수 없"),
        "nb": .init(
            prohibitions: "^ ikke,^ ~ ikke", cannot: "kan ikke,kan du ikke,ikke mulig",
            needless: "trenger ikke,kreves ikke,ikke nødvendig~,ikke obligator~,ikke påkrevd~,behøver ikke,må du ikke",
            unsupported: "støttes ikke,støtter ikke,ikke støttet", unavailable: "ikke tilgjengelig~,utilgjengelig~",
            without: "^ uten", negations: "ikke,aldri,uten,unngå~,unnlat~,ingen,intet,ei,verken,forbud~"),
        "nl": .init(
            cannot: "kan niet,kunt niet,kunnen niet,niet mogelijk",
            needless: "niet nodig,niet vereist,niet verplicht,hoeft niet,hoeven niet,hoeft u niet,niet noodz~",
            unsupported: "niet ondersteund,ondersteunt geen", unavailable: "niet beschikbaar", without: "^ zonder"),
        "pl": .init(
            prohibitions: "^ nie", cannot: "nie można,nie może~,nie mog~",
            needless:
                "nie musi~,nie trzeba,nie jest wymag~,nie są wymag~,nie jest koniecz~,nie jest potrzeb~,nie wymag~",
            unsupported: "nie jest obsług~,nie są obsług~,nie obsług~",
            unavailable: "nie jest dostęp~,nie są dostęp~,niedostęp~", without: "^ bez"),
        "pt": .init(
            prohibitions: "^ não,^ nunca", cannot: "não pode,não podem,não é possível,não poder~",
            needless: "não é necess~,não são necess~,não precis~,não requer~,não é obrig~,não é precis~,desnecess~",
            unsupported: "não é compat~,não são compat~,não é suport~,não são suport~,não suport~",
            unavailable: "não está dispon~,não estão dispon~,indispon~", without: "^ sem",
            negations: "não,nunca,jamais,sem,nem,evit~,proib~,deix~,imped~,imposs~,abst~"),
        "ro": .init(
            prohibitions: "^ nu", cannot: "nu poate,nu pute~,nu pot,nu se poate,nu se pot,nu este posibil",
            needless: "nu este neces~,nu sunt neces~,nu este oblig~,nu este nevoie,nu necesit~,nu trebuie",
            unsupported: "nu este accept~,nu sunt accept~,nu accept~,nu este compat~",
            unavailable: "nu este dispon~,nu sunt dispon~,indispon~", without: "^ fără",
            negations: "nu,n,nici~,fără,evit~,interzi~,abți~"),
        "ru": .init(
            prohibitions: "^ не", cannot: "нельзя,не може~,не могут,невозможно",
            needless: "не нужн~,не нужен,не требу~,не обязательн~,необязательн~,необязателен,не надо,не необходим~",
            unsupported: "не поддержив~", unavailable: "недоступ~,не доступ~", without: "^ без"),
        "sk": .init(
            prohibitions: "^ ne~te", cannot: "nemôž~,nie je možné,nedá sa,nedajú sa",
            needless: "nemus~,nie je potreb~,nie je nutn~,nie je povinn~,nevyžad~,nie je požad~",
            unsupported: "nie je podpor~,nie sú podpor~,nepodpor~",
            unavailable: "nie je k dispoz~,nie sú k dispoz~,nedostup~,nie je dostup~", without: "^ bez",
            negations: "ne~,nie,nik~,ni~,bez,vyhn~,vyhýb~,zakáz~,zabrá~,ani"),
        "sv": .init(
            cannot: "kan inte,går inte,inte möjlig~",
            needless: "behöver inte,krävs inte,behövs inte,inte nödvänd~,inte obligator~",
            unsupported: "stöds inte,stöder inte,inte stöd", unavailable: "inte tillgänglig~,otillgänglig~",
            without: "^ utan"),
        "th": .init(
            prohibitions: "^ อย่า,^ ห้าม", cannot: "ไม่สามารถ", needless: "ไม่จำเป็น,ไม่ต้อง", unsupported: "ไม่รองรับ,ไม่สนับสนุน",
            unavailable: "ไม่พร้อมใช้", negations: "อย่า,ห้าม,ไม่,เลี่ยง,งด,มิ"),
        "tr": .init(
            cannot: "~amaz $,~emez $,~amıyor $,~emiyor $,~amazsınız $,~emezsiniz $,~amazlar $,~emezler $",
            needless: "gerekmez $,gerekmiyor $,gerek yoktur $,gerek yok $,gerekli değil~ $,zorunlu değil~ $",
            unsupported: "desteklenmez $,desteklenmiyor $,desteklemez $,desteklemiyor $",
            unavailable: "kullanılamaz $,kullanılamıyor $,kullanılabilir değil~ $,mevcut değil~ $"),
        "uk": .init(
            prohibitions: "^ не", cannot: "не може~,не можна,не можуть,неможлив~",
            needless: "не потріб~,не обов~,необов~,не вимага~,не треба", unsupported: "не підтрим~",
            unavailable: "недоступ~,не доступ~", without: "^ без",
            negations: "не~,ні~,без,уник~,заборон~,жодн~,утрим~,утримай~"),
        "vi": .init(
            prohibitions: "^ không,^ đừng", cannot: "không thể,không được",
            needless: "không cần,không bắt buộc,không yêu cầu,không phải",
            unsupported: "không hỗ trợ,không được hỗ trợ", unavailable: "không có sẵn,không khả dụng,không sẵn dùng",
            negations: "không,đừng,chớ,tránh,cấm,chưa,chẳng,miễn"),
        "zh": .init(
            prohibitions: "^ 从不,^ 從不,^ 绝不,^ 絕不", cannot: "不能,无法,無法,不可以", needless: "无需,無需,不需要,不必,无须,無須,不是必需",
            unsupported: "不支持,不支援,不受支持", unavailable: "不可用,无法使用,無法使用,不能使用"),
    ]
}
