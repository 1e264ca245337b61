import Trials

/// Words of the target's prose that are long enough to be damaged.
private func words(_ sample: Sample) -> [Half.Token] {
    sample.target.tokens.filter {
        !$0.isCode && ($0.kind == .word && $0.range.count >= 4 || $0.kind == .unspaced && $0.range.count >= 9)
    }
}

/// Where a character of a word other than its first begins.
private func places(_ sample: Sample, in word: Half.Token) -> [Int] {
    word.range.dropFirst().filter { sample.target.bytes[$0] & 0xC0 != 0x80 }
}

/// A character became U+FFFD.
struct CharacterReplaced: SegmentInjection {
    let name = "replacement-character"
    let namedBy = ["control-character", "replacement-character", "mojibake", "invalid-utf8"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let word = random.pick(words(sample)), let place = random.pick(places(sample, in: word)) else {
            return nil
        }
        var end = place + 1
        while end < word.range.upperBound, sample.target.bytes[end] & 0xC0 == 0x80 { end += 1 }
        return sample.changing(place..<end, to: "\u{FFFD}")
    }
}

/// A character that nobody sees stands inside a word.
struct CharacterInserted: SegmentInjection {
    let name: String
    let character: Unicode.Scalar
    let namedBy = ["control-character", "invisible-character", "bidirectional-character"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let word = random.pick(words(sample)), let place = random.pick(places(sample, in: word)) else {
            return nil
        }
        return sample.inserting(String(Character(character)), at: place)
    }
}

/// A word's UTF-8 was read as Windows-1252.
struct WordMisread: SegmentInjection {
    let name = "mojibake"
    let namedBy = ["mojibake", "invisible-character", "control-character"]

    /// What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
    private static let high: [UInt32] = [
        0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0, 0,
        0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
    ]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let accented = words(sample).filter { word in sample.target.bytes[word.range].contains { $0 >= 0x80 } }
        guard let word = random.pick(accented) else { return nil }
        var misread = String.UnicodeScalarView()
        for byte in sample.target.bytes[word.range] {
            let code = (0x80..<0xA0).contains(byte) ? Self.high[Int(byte) - 0x80] : UInt32(byte)
            if code != 0, let scalar = Unicode.Scalar(code) { misread.append(scalar) }
        }
        return sample.changing(word.range, to: String(misread))
    }
}
