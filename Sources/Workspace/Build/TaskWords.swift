import Bitext
import Checklists
import MarkdownSyntax

/// What the lists of tasks say themselves, in the language of the list.
///
/// The languages are those of the lexicons; all others have the English words.
struct TaskWords: Sendable {
    let checklists: String
    let source: String
    let target: String
    let allFolders: String
    private let procedure: String
    private let prerequisites: String
    /// After an item that was done before it changed.
    private let changed: String
    /// After an item of which the source was edited and the translation was not.
    private let outdated: String
    let insteadOfCode: String
    let choice: String
    let image: String
    /// The labels of notes.
    let notes: [AlertKind: String]

    /// - Parameter side: the side of the list; the source is English.
    init(locale: String, _ side: Side) { self = side == .source ? Self.english : Self.words(of: locale) }

    /// The words of a locale, `fr-FR` or `zh-Hant-TW`.
    private static func words(of locale: String) -> TaskWords {
        let parts = locale.lowercased().split(separator: "-").map(String.init)
        guard let language = parts.first else { return english }
        if language == "zh", parts.contains(where: ["tw", "hk", "mo", "hant"].contains) {
            return byLanguage["zh-tw"] ?? english
        }
        return byLanguage[language] ?? english
    }

    /// How ``changed`` is written, in each language: a build reads lists of another locale, and of older versions.
    static let changedMarks: [[UInt8]] = ([english] + byLanguage.values).map { Array($0.changedMark.utf8) }

    func label(of note: AlertKind) -> String { notes[note] ?? note.rawValue.uppercased() }

    func label(of kind: Checklist.Kind) -> String { kind == .prerequisites ? prerequisites : procedure }

    var changedMark: String { " **(\(changed))**" }
    var outdatedMark: String { " **(\(outdated))**" }

    private init(
        _ checklists: String, source: String, target: String, allFolders: String, procedure: String,
        prerequisites: String, changed: String, outdated: String, insteadOfCode: String, choice: String, image: String,
        notes: String
    ) {
        self.checklists = checklists
        self.source = source
        self.target = target
        self.allFolders = allFolders
        self.procedure = procedure
        self.prerequisites = prerequisites
        self.changed = changed
        self.outdated = outdated
        self.insteadOfCode = insteadOfCode
        self.choice = choice
        self.image = image
        let labels = notes.split(separator: ",").map { String($0.drop { $0 == " " }) }
        self.notes = Dictionary(
            zip([.note, .tip, .important, .caution, .warning], labels), uniquingKeysWith: { first, _ in first })
    }

    static let english = TaskWords(
        "Checklists", source: "source", target: "target", allFolders: "All folders", procedure: "Procedure",
        prerequisites: "Prerequisites", changed: "changed since it was done", outdated: "translation not updated",
        insteadOfCode: "Instead of the code above:", choice: "Do one of these:", image: "Image:",
        notes: "NOTE, TIP, IMPORTANT, CAUTION, WARNING")

    private static let byLanguage: [String: TaskWords] = [
        "cs": TaskWords(
            "Kontrolní seznamy", source: "zdroj", target: "překlad", allFolders: "Všechny složky",
            procedure: "Postup", prerequisites: "Předpoklady", changed: "po dokončení změněno",
            outdated: "překlad není aktuální", insteadOfCode: "Místo kódu výše:",
            choice: "Proveďte jednu z těchto možností:", image: "Obrázek:",
            notes: "POZNÁMKA, TIP, DŮLEŽITÉ, UPOZORNĚNÍ, VAROVÁNÍ"),
        "de": TaskWords(
            "Checklisten", source: "Original", target: "Übersetzung", allFolders: "Alle Ordner",
            procedure: "Vorgehensweise", prerequisites: "Voraussetzungen", changed: "seit der Erledigung geändert",
            outdated: "Übersetzung nicht aktualisiert", insteadOfCode: "Statt des Codes oben:",
            choice: "Führen Sie einen dieser Schritte aus:", image: "Bild:",
            notes: "HINWEIS, TIPP, WICHTIG, VORSICHT, WARNUNG"),
        "es": TaskWords(
            "Listas de comprobación", source: "original", target: "traducción", allFolders: "Todas las carpetas",
            procedure: "Procedimiento", prerequisites: "Requisitos previos", changed: "modificado después de hacerlo",
            outdated: "traducción sin actualizar", insteadOfCode: "En lugar del código anterior:",
            choice: "Haga una de estas cosas:", image: "Imagen:",
            notes: "NOTA, SUGERENCIA, IMPORTANTE, PRECAUCIÓN, ADVERTENCIA"),
        "fr": TaskWords(
            "Listes de contrôle", source: "original", target: "traduction", allFolders: "Tous les dossiers",
            procedure: "Procédure", prerequisites: "Prérequis", changed: "modifié depuis son exécution",
            outdated: "traduction non mise à jour", insteadOfCode: "À la place du code ci-dessus :",
            choice: "Effectuez l’une de ces actions :", image: "Image :",
            notes: "REMARQUE, CONSEIL, IMPORTANT, ATTENTION, AVERTISSEMENT"),
        "it": TaskWords(
            "Elenchi di controllo", source: "originale", target: "traduzione", allFolders: "Tutte le cartelle",
            procedure: "Procedura", prerequisites: "Prerequisiti", changed: "modificato dopo l’esecuzione",
            outdated: "traduzione non aggiornata", insteadOfCode: "Al posto del codice precedente:",
            choice: "Eseguire una di queste operazioni:", image: "Immagine:",
            notes: "NOTA, SUGGERIMENTO, IMPORTANTE, ATTENZIONE, AVVISO"),
        "ja": TaskWords(
            "チェックリスト", source: "原文", target: "翻訳", allFolders: "すべてのフォルダー", procedure: "手順",
            prerequisites: "前提条件", changed: "完了後に変更されました", outdated: "翻訳は更新されていません",
            insteadOfCode: "上のコードの代わり:", choice: "次のいずれかを行います:", image: "画像:",
            notes: "注, ヒント, 重要, 注意, 警告"),
        "ko": TaskWords(
            "체크리스트", source: "원문", target: "번역", allFolders: "모든 폴더", procedure: "절차", prerequisites: "필수 조건",
            changed: "완료한 후 변경됨", outdated: "번역이 업데이트되지 않음", insteadOfCode: "위의 코드 대신:",
            choice: "다음 중 하나를 수행합니다.", image: "이미지:",
            notes: "참고, 팁, 중요, 주의, 경고"),
        "nl": TaskWords(
            "Controlelijsten", source: "origineel", target: "vertaling", allFolders: "Alle mappen",
            procedure: "Procedure", prerequisites: "Vereisten", changed: "gewijzigd sinds de uitvoering",
            outdated: "vertaling niet bijgewerkt", insteadOfCode: "In plaats van de code hierboven:",
            choice: "Voer een van deze handelingen uit:", image: "Afbeelding:",
            notes: "OPMERKING, TIP, BELANGRIJK, LET OP, WAARSCHUWING"),
        "pl": TaskWords(
            "Listy kontrolne", source: "oryginał", target: "tłumaczenie", allFolders: "Wszystkie foldery",
            procedure: "Procedura", prerequisites: "Wymagania wstępne", changed: "zmieniono po wykonaniu",
            outdated: "tłumaczenie nieaktualne", insteadOfCode: "Zamiast powyższego kodu:",
            choice: "Wykonaj jedną z tych czynności:", image: "Obraz:",
            notes: "UWAGA, PORADA, WAŻNE, PRZESTROGA, OSTRZEŻENIE"),
        "pt": TaskWords(
            "Listas de verificação", source: "original", target: "tradução", allFolders: "Todas as pastas",
            procedure: "Procedimento", prerequisites: "Pré-requisitos", changed: "alterado depois de concluído",
            outdated: "tradução não atualizada", insteadOfCode: "Em vez do código acima:",
            choice: "Siga uma destas opções:", image: "Imagem:",
            notes: "OBSERVAÇÃO, DICA, IMPORTANTE, CUIDADO, AVISO"),
        "ru": TaskWords(
            "Контрольные списки", source: "оригинал", target: "перевод", allFolders: "Все папки",
            procedure: "Процедура",
            prerequisites: "Предварительные требования", changed: "изменено после выполнения",
            outdated: "перевод не обновлён", insteadOfCode: "Вместо кода выше:",
            choice: "Выполните одно из следующих действий:", image: "Изображение:",
            notes: "ПРИМЕЧАНИЕ, СОВЕТ, ВАЖНО, ВНИМАНИЕ, ПРЕДУПРЕЖДЕНИЕ"),
        "sv": TaskWords(
            "Checklistor", source: "original", target: "översättning", allFolders: "Alla mappar", procedure: "Procedur",
            prerequisites: "Förutsättningar", changed: "ändrat sedan det gjordes",
            outdated: "översättningen är inte uppdaterad", insteadOfCode: "I stället för koden ovan:",
            choice: "Gör något av följande:", image: "Bild:",
            notes: "OBS, TIPS, VIKTIGT, FÖRSIKTIGHET, VARNING"),
        "tr": TaskWords(
            "Denetim listeleri", source: "özgün", target: "çeviri", allFolders: "Tüm klasörler", procedure: "Yordam",
            prerequisites: "Önkoşullar", changed: "tamamlandıktan sonra değişti", outdated: "çeviri güncellenmedi",
            insteadOfCode: "Yukarıdaki kodun yerine:", choice: "Bunlardan birini yapın:", image: "Resim:",
            notes: "NOT, İPUCU, ÖNEMLİ, DİKKAT, UYARI"),
        "zh": TaskWords(
            "检查清单", source: "原文", target: "译文", allFolders: "所有文件夹", procedure: "步骤", prerequisites: "先决条件",
            changed: "完成后有更改", outdated: "译文未更新", insteadOfCode: "代替上面的代码：", choice: "执行以下操作之一：",
            image: "图像：",
            notes: "备注, 提示, 重要, 注意, 警告"),
        "zh-tw": TaskWords(
            "檢查清單", source: "原文", target: "譯文", allFolders: "所有資料夾", procedure: "步驟", prerequisites: "必要條件",
            changed: "完成後有變更", outdated: "譯文未更新", insteadOfCode: "取代上面的程式碼：", choice: "執行下列其中一項：",
            image: "影像：",
            notes: "附註, 提示, 重要, 注意, 警告"),
    ]
}
