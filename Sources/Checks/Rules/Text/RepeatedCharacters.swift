import Bitext
import ParsedBitext

/// Words that are repeated without a blank between them, in Chinese and Japanese: only those that no correct sentence has. It has
/// “ものの”, “目的的” and “存在在”.
struct RepeatedCharacters {
    struct Found {
        var first: TextRange
        var second: TextRange
        /// Whether it is no particle, so that a name or a compound of the source may be the reason.
        var isContent: Bool
    }

    private let isJapanese: Bool
    private var scalars: [UInt32] = []
    /// Where each scalar begins in the text, and where the last one ends.
    private var offsets: [Int] = []

    init(_ text: ArraySlice<UInt8>, _ language: Language) {
        isJapanese = language.code == "ja"
        scalars.reserveCapacity(text.count / 3 + 1)
        offsets.reserveCapacity(text.count / 3 + 2)
        text.withUnsafeBufferPointer { buffer in
            var offset = 0
            while offset < buffer.count {
                let (scalar, length) = buffer.scalar(at: offset, buffer.count)
                scalars.append(scalar)
                offsets.append(text.startIndex + offset)
                offset += length
            }
        }
        offsets.append(text.endIndex)
    }

    func find() -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < scalars.count {
            guard let one = repetition(at: index) else {
                index += 1
                continue
            }
            let second = index + one.length + one.gap
            found.append(
                Found(
                    first: range(index, one.length), second: range(second, one.length), isContent: one.isContent))
            index = second + one.length
        }
        return found
    }

    private typealias Repetition = (length: Int, gap: Int, isContent: Bool)

    private func repetition(at index: Int) -> Repetition? {
        guard scalars[index].isUnspacedLetter else { return nil }
        if isParticle(at: index) { return (1, 0, false) }
        if let length = lengthOfWord(at: index) { return (length, 0, false) }
        return isJapanese ? phrase(at: index) ?? run(at: index) : lastWordOfClause(at: index)
    }

    private func scalar(_ index: Int) -> UInt32? { scalars.indices.contains(index) ? scalars[index] : nil }

    private func range(_ start: Int, _ length: Int) -> TextRange {
        TextOffset(offsets[start])..<TextOffset(offsets[start + length])
    }

    private func isRepeated(_ index: Int, _ length: Int) -> Bool {
        index + 2 * length <= scalars.count
            && scalars[index..<(index + length)].elementsEqual(scalars[(index + length)..<(index + 2 * length)])
    }

    // MARK: Function words

    /// Whether a particle is repeated, and neither is a part of another word.
    private func isParticle(at index: Int) -> Bool {
        guard isRepeated(index, 1), let neighbours = (isJapanese ? Self.particles : Self.words)[scalars[index]] else {
            return false
        }
        let (before, after) = (scalar(index - 1), scalar(index + 2))
        // Three are a mask or a sound.
        guard before != scalars[index], after != scalars[index] else { return false }
        if isJapanese, let after, after.isHiragana, scalars[index] != ("を" as Unicode.Scalar).value { return false }
        // In a clause, the first one can end a word: “现在在服务器上”.
        if scalars[index] == ("在" as Unicode.Scalar).value, let before, !Self.clauseEnds.contains(before) {
            return false
        }
        return !neighbours.before.contains { $0.value == before } && !neighbours.after.contains { $0.value == after }
    }

    private typealias Neighbours = (before: String.UnicodeScalarView, after: String.UnicodeScalarView)

    /// Japanese particles, and the characters before them that end another word. No hiragana follows, as they may begin a word:
    /// “はるか”, “できる”.
    private static let particles = table([
        ("を", "", ""), ("が", "うなまい", ""), ("の", "もそ", ""), ("に", "なかおたわく", ""), ("で", "まそふうのゆ", ""),
        ("は", "あわうい", ""),
    ])

    /// Chinese words of one character, and the neighbours with which they are another word.
    private static let words = table([
        ("请", "", ""), ("請", "", ""), ("您", "", ""), ("这", "", ""), ("這", "", ""), ("的", "目", "确確士"),
        ("在", "", "线線场場职職校家世位乎意"),
        ("了", "不明罢罷末", "解结結如然断斷之却卻不"),
    ])

    private static func table(_ rows: [(Unicode.Scalar, String, String)]) -> [UInt32: Neighbours] {
        Dictionary(uniqueKeysWithValues: rows.map { ($0.0.value, ($0.1.unicodeScalars, $0.2.unicodeScalars)) })
    }

    /// The length of a longer word that no sentence repeats.
    private func lengthOfWord(at index: Int) -> Int? {
        (isJapanese ? Self.japanese : Self.chinese).first { word in
            scalars[index...].starts(with: word) && isRepeated(index, word.count)
                // "するすると" is "smoothly".
                && scalar(index + 2 * word.count) != ("と" as Unicode.Scalar).value
        }?.count
    }

    private static let japanese = list("する します されます できます ください している されている")
    private static let chinese = list("可以 如果 因为 因為 由于 由於 但是 并且 並且 以及 或者 为了 為了 所以")

    private static func list(_ words: String) -> [[UInt32]] {
        words.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
    }

    // MARK: Other words

    /// A Japanese noun and its particle: “設定を設定を保存”. Not “本当に本当に”.
    private func phrase(at index: Int) -> Repetition? {
        guard isWordStart(index) else { return nil }
        for length in 3...Self.longestPhrase where isRepeated(index, length) {
            let last = scalars[index + length - 1]
            let content = scalars[index..<(index + length - 1)].count { $0.isKatakana || $0.isHan }
            if Self.cases.contains(last), content >= (last == Self.cases[2] ? 3 : 2),
                scalars[index..<(index + length)].allSatisfy(\.isUnspacedLetter)
            {
                return (length, 0, true)
            }
        }
        return nil
    }

    private static let cases = "をがに".unicodeScalars.map(\.value)
    private static let longestPhrase = 16

    /// A word of kanji or katakana between other characters: “サーバーサーバーを”, “サーバー サーバーを”. Shorter ones are
    /// sounds (“ワクワク”) and counts (“一歩一歩”).
    private func run(at index: Int) -> Repetition? {
        guard isWordStart(index) else { return nil }
        let length = scalars[index...].prefix { $0.isHan == scalars[index].isHan && ($0.isHan || $0.isKatakana) }.count
        guard !isWordPart(index + length) else { return nil }
        if length.isMultiple(of: 2), isRepeated(index, length / 2), isNoun(index, length / 2) {
            return (length / 2, 0, true)
        }
        // A label of kanji has a blank after it, too.
        guard scalars[index].isKatakana, scalar(index + length) == 0x20, isNoun(index, length) else { return nil }
        let second = index + length + 1
        let isSame = scalars[second...].starts(with: scalars[index..<(index + length)]) && !isWordPart(second + length)
        return isSame ? (length, 1, true) : nil
    }

    private func isWordPart(_ index: Int) -> Bool { scalar(index).map { $0.isKatakana || $0.isHan } ?? false }
    private func isWordStart(_ index: Int) -> Bool { isWordPart(index) && !isWordPart(index - 1) }

    private func isNoun(_ index: Int, _ length: Int) -> Bool {
        if scalars[index].isKatakana { return length >= 4 }
        return length >= 2 && !Self.repeatedStarts.contains(scalars[index])
            && !scalars[index..<(index + length)].contains(("々" as Unicode.Scalar).value)
    }

    /// A Chinese word at the end of a clause, where a compound cannot begin with the second one: “服务器服务器。” is wrong,
    /// “配置配置文件” (configure the profile) is right.
    private func lastWordOfClause(at index: Int) -> Repetition? {
        for length in 2...8 where isRepeated(index, length) {
            let word = scalars[index..<(index + length)]
            let end = index + 2 * length
            let endsClause = end == scalars.count || Self.clauseEnds.contains(scalars[end])
            if endsClause, word.allSatisfy(\.isHan), Set(word).count > 1, !Self.repeatedStarts.contains(scalars[index]),
                !word.contains(("的" as Unicode.Scalar).value),
                !Self.repeatedVerbs.contains(where: { word.elementsEqual($0) })
            {
                return (length, 0, true)
            }
        }
        return nil
    }

    private static let clauseEnds = Set("。，；！？：、）)」”,;:!?\n".unicodeScalars.map(\.value))
    /// What begins words that are repeated: “一步一步”, “毎日毎日”, “很多很多”.
    private static let repeatedStarts = Set("一二三毎每各何是很好非慢逐谢謝".unicodeScalars.map(\.value))
    /// Verbs that are repeated to say “a little”.
    private static let repeatedVerbs = list("考虑 考慮 讨论 討論 商量 休息 了解 学习 學習 认识 認識")
}

extension UInt32 {
    fileprivate var isHiragana: Bool { (0x3041...0x309F).contains(self) }
    fileprivate var isKatakana: Bool { (0x30A1...0x30FA).contains(self) || self == 0x30FC }
    fileprivate var isHan: Bool { (0x3400...0x9FFF).contains(self) || self == 0x3005 }
}
