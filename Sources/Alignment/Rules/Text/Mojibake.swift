import Bitext

/// UTF-8 that was read as Latin-1 or Windows-1252 on the way: `Ã©` for `é`.
struct Mojibake: SegmentRule {
    static let description = RuleDescription(
        "mojibake", .error, .characterEncoding, "Text was read in the wrong encoding on the way.",
        discussion: """
            `Ã©` is the two bytes of `é`, each read as a character of its own; `â€™` are the three of `’`. Both characters
            of such a pair are letters that hardly ever meet, and the rule speaks only where the pair decodes to a letter or
            a typographic sign that text has.
            """,
        bad: .init("selected", "sÃ©lectionnÃ©"), good: .init("selected", "sélectionné"))
    static let looksFor = SegmentTraits.words

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let target = pair.markdown(.target)
        // Â, Ã, â, Ð, Ñ and their kin begin what was two bytes or three.
        guard target.contains(0xC3), let first = find(in: target) else { return }
        guard find(in: pair.markdown(.source)) == nil else { return }
        let text = String(decoding: target[first], as: UTF8.self)
        report.add(
            "“\(text)” was read in the wrong encoding", segment: pair.index, side: .target, at: first,
            evidence: .init(target: text))
    }

    /// The first run that is UTF-8 once its characters are bytes again.
    private func find(in text: ArraySlice<UInt8>) -> Range<Int>? {
        var index = text.startIndex
        while let lead = text[index...].firstIndex(of: 0xC3) {
            index = lead + 1
            guard lead + 1 < text.endIndex else { return nil }
            // The character as the byte that it was: U+00C0 to U+00FF.
            let byte = text[lead + 1] | 0x40
            var length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            guard byte >= 0xC2, byte <= 0xF4 else { continue }
            var next = lead + 2
            var decoded = [byte]
            while length > 1, let (value, size) = continuation(text, next) {
                decoded.append(value)
                next += size
                length -= 1
            }
            guard length == 1, let scalar = String(validating: decoded, as: UTF8.self)?.unicodeScalars.first else {
                continue
            }
            // What text has: letters of Latin, Greek, Cyrillic and beyond, general punctuation.
            switch scalar.value {
            case 0xA0...0x24F where scalar.value != 0xD7, 0x370...0x52F, 0x2010...0x203A, 0x2122, 0x20AC,
                0x3000...0xD7FF:
                return lead..<next
            default: continue
            }
        }
        return nil
    }

    /// A character that was a continuation byte: U+0080 to U+00BF, or what Windows-1252 shows for one.
    private func continuation(_ text: ArraySlice<UInt8>, _ index: Int) -> (UInt8, Int)? {
        guard index + 1 < text.endIndex else { return nil }
        if text[index] == 0xC2, (0x80...0xBF).contains(text[index + 1]) { return (text[index + 1], 2) }
        return text.withUnsafeBufferPointer { buffer in
            let (scalar, length) = buffer.scalar(at: index - text.startIndex, buffer.count)
            return Self.windows1252[scalar].map { ($0, length) }
        }
    }

    /// The characters that Windows-1252 has where Latin-1 has controls.
    private static let windows1252: [UInt32: UInt8] = [
        0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87, 0x02C6: 0x88,
        0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C, 0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93,
        0x201D: 0x94, 0x2022: 0x95, 0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
        0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
    ]
}
