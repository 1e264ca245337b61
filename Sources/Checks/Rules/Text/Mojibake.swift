import Bitext
import ParsedBitext

/// UTF-8 that was read as Latin-1 or Windows-1252: `Ã©` for `é`.
struct Mojibake: SegmentRule {
    static let description = RuleDescription(
        "mojibake", .error, .characterEncoding, "Text was read in the wrong encoding.",
        discussion: """
            `Ã©` is the two bytes of `é`, each read as one character, and `â€™` is the three bytes of `’`. The rule
            reports only characters that decode to a Latin letter, a typographic sign, or a letter of the target's
            script. The last three characters of `unifié »` decode to a Chinese one, so they are not a fault in French.
            Write the correct character.
            """,
        bad: .init("selected", "sÃ©lectionnÃ©"), good: .init("selected", "sélectionné"))
    static let appliesTo: SegmentContents = [.mojibake, .codeSpans, .links, .images, .htmlTags, .codeBlocks]

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let target = pair.markdown(.target)
        guard let first = find(in: target, pair.language),
            find(in: pair.markdown(.source), pair.language) == nil
        else { return }
        let text = String(decoding: target[first], as: UTF8.self)
        report.add(
            "“\(text)” was read in the wrong encoding", in: pair, .target, SideRange(first),
            evidence: .init(target: text))
    }

    /// The first characters whose Latin-1 or Windows-1252 bytes are UTF-8.
    private func find(in text: ArraySlice<UInt8>, _ language: Language) -> Range<Int>? {
        text.withUnsafeBufferPointer { buffer in
            var offset = 0
            // The first byte of a UTF-8 character becomes one of U+00C0 to U+00FF. Their UTF-8 begins with C3.
            while let lead = buffer.firstOffset(of: 0xC3, from: offset), lead + 3 < buffer.count {
                offset = lead + 2
                guard MisreadUTF8.canFollow(buffer[lead + 2]), let end = end(of: lead, buffer, language)
                else { continue }
                return text.startIndex + lead..<text.startIndex + end
            }
            return nil
        }
    }

    private func end(of lead: Int, _ text: Bytes, _ language: Language) -> Int? {
        let byte = UInt32(text[lead + 1] | 0x40)
        let rest: Int
        switch byte {
        case 0xC2...0xDF: rest = 1
        case 0xE0...0xEF: rest = 2
        case 0xF0...0xF4: rest = 3
        default: return nil
        }
        var value = byte & (0x3F >> UInt32(rest))
        var next = lead + 2
        for _ in 0..<rest {
            guard let (bits, length) = continuation(text, next) else { return nil }
            value = value << 6 | UInt32(bits & 0x3F)
            next += length
        }
        switch value {
        // Latin letters and signs, general punctuation, ™ and €.
        case 0xA0...0x24F where value != 0xD7, 0x2000...0x206F, 0x2122, 0x20AC: return next
        default: return Self.script(of: language)?.contains(value) ?? false ? next : nil
        }
    }

    /// The continuation byte that a character was: U+0080 to U+00BF, or the character of Windows-1252 for it.
    private func continuation(_ text: Bytes, _ offset: Int) -> (UInt8, Int)? {
        guard offset + 1 < text.count else { return nil }
        switch text[offset] {
        case 0xC2: return (text[offset + 1], 2)
        case 0xC5, 0xC6, 0xCB, 0xE2:
            let (scalar, length) = text.scalar(at: offset, text.count)
            return Self.windows1252[scalar].map { ($0, length) }
        default: return nil
        }
    }

    /// The code points of a language's script; nil for Latin.
    private static func script(of language: Language) -> ClosedRange<UInt32>? {
        switch language.code {
        case "el": 0x370...0x3FF
        case "ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg": 0x400...0x52F
        case "he", "yi": 0x590...0x5FF
        case "ar", "fa", "ur", "ps": 0x600...0x6FF
        case "hi", "mr", "ne", "bn", "pa", "gu", "ta", "te", "kn", "ml", "si", "th", "lo", "my", "ka", "am", "km":
            0x900...0x17FF
        case "ja", "zh", "ko": 0x3000...0xD7FF
        default: nil
        }
    }

    /// The bytes of Windows-1252 that are controls in Latin-1.
    private static let windows1252: [UInt32: UInt8] = [
        0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87, 0x02C6: 0x88,
        0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C, 0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93,
        0x201D: 0x94, 0x2022: 0x95, 0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
        0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
    ]
}
