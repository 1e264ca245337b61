import Bitext
import ParsedBitext

/// A Korean noun that is repeated with a particle (“서버 서버를”), and a particle that is repeated (“파일을 을”).
enum RepeatedKorean {
    static func find(in pair: SegmentPair) -> [RepeatedCharacters.Found] {
        let tokens = pair.tokens(.target)
        return zip(tokens, tokens.dropFirst()).compactMap { first, second in
            guard first.kind == .word, second.kind == .word, first.hash != second.hash,
                pair.text(first.range.upperBound..<second.range.lowerBound, .target).allSatisfy({ $0 == 0x20 })
            else { return nil }
            let (noun, text) = (pair.string(first.range, .target), pair.string(second.range, .target))
            if ["을", "를"].contains(text), noun.count >= 2, noun.hasSuffix(text) {
                return .init(first: first.range, second: second.range, isContent: false)
            }
            guard noun.count >= 2, text.hasPrefix(noun), let last = noun.unicodeScalars.last,
                particles(after: last).contains(String(text.dropFirst(noun.count))),
                !Reduplication.repeats(noun, before: [], pair.language)
            else { return nil }
            return .init(first: first.range, second: second.range, isContent: true)
        }
    }

    /// The particles that can follow a syllable; with another one, the second word is longer: “전문 전문가”.
    private static func particles(after syllable: Unicode.Scalar) -> Set<String> {
        // Precomposed syllables are in blocks of 28: without a final consonant, and with each of 27 (Unicode 15, 3.12).
        guard (0xAC00...0xD7A3).contains(syllable.value) else { return [] }
        let endsInVowel = (syllable.value - 0xAC00).isMultiple(of: 28)
        return endsInVowel ? ["를", "가", "는", "와", "로", "에", "에서", "의"] : ["을", "이", "은", "과", "으로", "에", "에서", "의"]
    }
}
