import Bitext
import MarkdownSyntax

/// The label of a note that is written as a paragraph: `**Note**`, `**Important:**`, `<b>Remarque</b> :`, `Tip:`.
struct NoteLabel {
    let kind: AlertKind
    /// Whether the paragraph has nothing else. The next paragraph is then the note.
    let isAlone: Bool

    /// The label at the beginning of a block, or nil.
    ///
    /// A label is bold or has a colon after it. An icon before it does not count.
    init?(of block: MarkdownTree.ID, in tree: MarkdownTree) {
        guard let opening = Self.opening(of: block, in: tree) else { return nil }
        // Nearly no paragraph begins like one.
        guard opening.isBold || Self.hasColon(tree[tree[opening.node].range]) else { return nil }
        let words = PlainText(of: opening.isStrong ? opening.node : block, in: tree).bytes.prefix(Self.maxLength)
        guard let label = Self.label(at: Array(words), opening.isStrong ? .bold : opening.isBold ? .tagged : .plain)
        else { return nil }
        kind = label.kind
        var text = PlainText()
        text.append(all: block, of: tree, except: { $0.kind == .image })
        isAlone = Self.end(of: label, in: text.bytes) == text.bytes.count
    }

    /// A text without the label that it begins with, in any language. A label that is a word of the sentence stays: "Note
    /// that …".
    static func strip(_ text: BilingualText) -> BilingualText {
        BilingualText(shared: strip(text.sharedSource), strip(text.sharedTarget))
    }

    private static func strip(_ text: SharedText?) -> SharedText? {
        guard let text else { return nil }
        let bytes = text.withUTF8 { Array($0) }
        guard let label = label(at: Array(bytes.prefix(maxLength)), .tagged) else { return text }
        let end = end(of: label, in: bytes)
        guard end > label.length else { return text }
        return SharedText(String(decoding: bytes[end...], as: UTF8.self))
    }

    /// Longer than all labels, with what comes after them.
    private static let maxLength = 48

    /// The first node of a block that shows words.
    private struct Opening {
        let node: MarkdownTree.ID
        /// Whether it is a node of kind `strong`.
        let isStrong: Bool
        /// Whether it is bold: `strong`, or text after an inline tag `<b>` or `<strong>`.
        let isBold: Bool
    }

    private static func opening(of block: MarkdownTree.ID, in tree: MarkdownTree) -> Opening? {
        var isTagged = false
        for child in tree.children(of: block) {
            switch tree[child].kind {
            case .htmlInline:
                let start = tree[child].range.lowerBound.value
                isTagged = tree.bytes.withUnsafeBufferPointer { bytes in
                    isTagged || bytes.hasTag("<b", at: start) || bytes.hasTag("<strong", at: start)
                }
            case .image, .lineBreak, .softBreak, .directive: continue
            case .text where !tree.isVisible(child): continue
            case .paragraph: return opening(of: child, in: tree)
            case .strong: return Opening(node: child, isStrong: true, isBold: true)
            default: return Opening(node: child, isStrong: false, isBold: isTagged)
            }
        }
        return nil
    }

    /// Whether a text begins with at most three words and a colon, as far as bytes show it.
    private static func hasColon(_ text: ArraySlice<UInt8>) -> Bool {
        var words = 1
        for byte in text.prefix(maxLength) {
            if byte == UInt8(ascii: ":") || byte == 0xEF { return true }
            if byte == 0x20 { words += 1 }
            if words > 3 { return false }
        }
        return false
    }

    /// How the words are written that may be a label.
    private enum Style {
        /// The bold words are all: "**Note**", "**Note:**". No label is "**Notes view**".
        case bold
        /// Bold by an HTML tag. Where it ends is not known.
        case tagged
        /// A colon must follow.
        case plain
    }

    /// What ends the words of a label.
    private static let labelEnds: [Character] = [":", "：", "\n", "–", "—", ".", "!"]

    private struct Label {
        let kind: AlertKind
        let length: Int
    }

    /// The longest label at the beginning of a text.
    private static func label(at text: [UInt8], _ style: Style) -> Label? {
        let string = String(decoding: text, as: UTF8.self)
        // Up to the end of the label: a colon, a line break, a dash or the end of the text.
        let end = string.firstIndex(where: labelEnds.contains) ?? string.endIndex
        let words = string[..<end].split(maxSplits: 3, whereSeparator: \.isWhitespace).prefix { !$0.hasPrefix("-") }
        guard !words.isEmpty else { return nil }
        // Bold words are a label as a whole, or none: "**Note pad**".
        let fewest = style == .bold ? words.count : 1
        for count in stride(from: min(words.count, 3), through: fewest, by: -1) {
            let last = words[count - 1]
            let label = folded(words.prefix(count).joined(separator: " "))
            guard let kind = kinds[label] else { continue }
            let rest = string[last.endIndex...].drop(while: \.isWhitespace)
            let hasColon = rest.first == ":" || rest.first == "："
            switch style {
            case .bold: guard rest.isEmpty || ":：–—-.!".contains(rest[rest.startIndex]) else { return nil }
            case .tagged: break
            case .plain: guard hasColon, last.first?.isLowercase != true, !fields.contains(label) else { return nil }
            }
            return Label(kind: kind, length: string[..<last.endIndex].utf8.count)
        }
        return nil
    }

    /// Where the text begins that a label belongs to, or the end of the label if the text goes on as one sentence with it.
    private static func end(of label: Label, in text: [UInt8]) -> Int {
        let rest = String(decoding: text[min(label.length, text.count)...], as: UTF8.self)
        let after = rest.drop(while: \.isWhitespace)
        guard let first = after.first else { return text.count }
        let isSentence = first.isLetter && first.isLowercase && !rest.hasPrefix("\n")
        guard !isSentence else { return label.length }
        let content = ":：–—-.!".contains(first) ? after.dropFirst().drop(while: \.isWhitespace) : after
        return text.count - content.utf8.count
    }

    /// In lower case, where it does not matter whether an i has its dot, or a Greek vowel its accent: ÖNEMLİ is “önemli” and UYARI
    /// is “uyarı” in Turkish, and Greek capitals have no accents.
    private static func folded(_ words: some StringProtocol) -> String {
        let lower = String(words.map { $0 == "İ" || $0 == "ı" ? "i" : $0 }).lowercased()
        return String(lower.map { greekVowels[$0] ?? $0 })
    }

    private static let greekVowels: [Character: Character] = [
        "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ό": "ο", "ύ": "υ", "ώ": "ω",
    ]

    /// Labels that also name a field of a form or a table, such as 说明 (“description”) and 备注 (“remarks”). They are labels where they
    /// are bold.
    private static let fields: Set<String> = ["说明", "說明", "备注", "備註", "備考", "메모"]

    /// The labels of notes in documentation, in lower case. Collected from published pages of several vendors.
    private static let kinds: [String: AlertKind] = {
        let words: [AlertKind: String] = [
            .note:
                "note, notes, remarque, remarques, hinweis, hinweise, anmerkung, anmerkungen, nota, notas, osservazione, "
                + "observação, observações, примечание, примечания, заметка, 注, 注意事項, メモ, 備考, 备注, 備註, 说明, 說明, 附註, 참고, "
                + "메모, not, uwaga, uwagi, הערה, הערות, ملاحظة, opmerking, obs, anteckning, poznámka, megjegyzés, huomautus, "
                + "huomautuksia, bemærk, merk, merknad, "
                + "à noter, nb, примітка, σημείωση, lưu ý, ghi chú, catatan, notă, หมายเหตุ, 補足, 注記, 노트",
            .important:
                "important, wichtig, importante, важно, 重要, 重要事项, 重要事項, 重要提示, 중요, önemli, ważne, חשוב, هام, مهم, "
                + "belangrijk, viktigt, viktig, vigtigt, důležité, fontos, tärkeää, "
                + "важливо, σημαντικό, quan trọng, penting, สำคัญ",
            .tip:
                "tip, tips, conseil, conseils, astuce, tipp, tipps, sugerencia, consejo, suggerimento, dica, совет, ヒント, 提示, "
                + "秘訣, 팁, ipucu, porada, wskazówka, עצה, טיפ, تلميح, tipy, vihje, truco, подсказка, порада, συμβουλή, mẹo, sfat, เคล็ดลับ",
            .caution:
                "caution, attention, mise en garde, vorsicht, achtung, precaución, cuidado, attenzione, atenção, внимание, "
                + "осторожно, 注意, 小心, 주의, dikkat, przestroga, זהירות, تنبيه, let op, försiktighet, forsiktig, upozornění, figyelem, "
                + "atención, precaução, voorzichtig, увага, προσοχή, thận trọng, perhatian, atenție, ข้อควรระวัง",
            .warning:
                "warning, avertissement, warnung, advertencia, avviso, aviso, advertência, предупреждение, 警告, 경고, uyarı, "
                + "ostrzeżenie, אזהרה, تحذير, waarschuwing, varning, advarsel, varování, figyelmeztetés, varoitus, "
                + "avvertenza, попередження, προειδοποίηση, cảnh báo, peringatan, avertisment, คำเตือน",
        ]
        var kinds: [String: AlertKind] = [:]
        for (kind, list) in words {
            for word in list.split(separator: ",") { kinds[folded(word.drop { $0 == " " })] = kind }
        }
        return kinds
    }()
}
