import Bitext
import ParsedBitext

/// How a language negates inside words: 未実行 is “not run”, and “kullanılmaz” is “is not used”.
///
/// A lexicon cuts words after some letters, or knows two characters at a time, so it does not see these. The lists have what makes a
/// negation likely: a target with any of it is not said to have lost its negation, and one without is not said to have
/// added one. As they leave little doubt, the limits of other languages do not hold for what is lost then.
struct NegationsInWords: Sendable {
    /// Anywhere in the text.
    private let inside: [[UInt8]]
    /// At the beginning of a word.
    private let beginnings: [[UInt8]]
    /// Words that have one of these and negate nothing.
    private let exceptions: [[UInt8]]

    private init(_ inside: String, beginnings: String = "", exceptions: String = "") {
        func list(_ words: String) -> [[UInt8]] { words.split(separator: " ").map { Array($0.utf8) } }
        (self.inside, self.beginnings, self.exceptions) = (list(inside), list(beginnings), list(exceptions))
    }

    /// That of a language; nil for languages that negate by words of their own.
    static func of(_ language: Language) -> NegationsInWords? { byLanguage[language.code] }

    /// Whether a text has a negation.
    func isNegated(_ text: ArraySlice<UInt8>) -> Bool {
        var index = text.startIndex
        while index < text.endIndex {
            let rest = text[index...]
            if let exception = exceptions.first(where: { rest.starts(with: $0) }) {
                index += exception.count
                continue
            }
            if inside.contains(where: { rest.starts(with: $0) }) { return true }
            let startsWord = index == text.startIndex || text[index - 1] < 0x80 && !text[index - 1].isASCIILetter
            if startsWord, beginnings.contains(where: { rest.starts(with: $0) }) { return true }
            index += 1
        }
        return false
    }

    private static let byLanguage: [String: NegationsInWords] = [
        "zh": .init(
            "不 未 非 无 無 没 沒 勿 否 莫 免 禁 防止 避 请别 請別 拒 缺 以外 之外 误 誤 难 難 失败 失敗 取消 忘",
            exceptions: "非常 无线 無線 不仅 不僅 不断 不斷 不同"),
        "ja": .init(
            "ない なかっ ません なく いけま なけれ なし ぬ ず ねば ざる 不 未 非 無 否 禁 避け 防 以外 欠 拒 失敗 にくい にくく 難し 困難 誤って 異な 控え 抵抗 用外 象外 囲外 計画外 開始前",
            exceptions: "必ず まず 非常 無線 無料 いずれ わずか はず "
                // The stems of verbs in -nau, idioms, and words with the same letters.
                + "おこない 行ない 伴ない ともない 損ない そこない 失ない うしない 賄ない まかない 補ない おぎない 担ない 養ない やしない "
                + "類を見ない 類のない 申し訳 かもしれない かもしれません しかない ながら"),
        "ko": .init(
            "않 없 못 아니 아닌 아닙 지말 지마 금지 차단 제외 방지 거부 실패 어렵 어려", beginnings: "안 불 비 미 무 말 마",
            exceptions:
                "비즈니스 비밀번호 비디오 비교 비용 비율 비트 비상 미디어 미리 미팅 미국 무선 무료 무엇 불러 안내 안전 안에 안정 안드로이드 "
                + "마지막 마이크 마법사 마우스 마찬가지 말합니다 마스터 마크 마이그레이션"),
        // The negation is a syllable between the stem and the ending.
        "tr": .init(
            "maz mez mıyor miyor muyor müyor madı medi madan meden mamış memiş mamalı memeli mayan meyen mayaca meyece amasa emese "
                + "maması memesi mamak memek mamas memes mayın meyin maksızın meksizin emem amam değil yok hiç dışında mayabil meyebil ziyade "
                + "yerine olmadığ sız siz suz süz",
            exceptions: "sizin size sizi"),
    ]
}
