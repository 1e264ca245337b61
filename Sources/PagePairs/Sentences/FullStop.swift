import Bitext

/// The signs that end sentences.
enum FullStop {
    struct Wide {
        let length: Int
        /// Whether the script has blanks between sentences.
        let needsBlank: Bool
    }

    /// A full stop beyond ASCII at an offset.
    static func wide(at offset: Int, in bytes: Bytes) -> Wide? {
        guard offset >= 0, offset + 1 < bytes.count else { return nil }
        switch bytes[offset] {
        case 0xE3:
            // 。
            return bytes.has("\u{3002}", at: offset) ? Wide(length: 3, needsBlank: false) : nil
        case 0xEF:
            // ！？．｡
            let isStop =
                bytes.has("\u{FF01}", at: offset) || bytes.has("\u{FF1F}", at: offset)
                || bytes.has("\u{FF0E}", at: offset) || bytes.has("\u{FF61}", at: offset)
            return isStop ? Wide(length: 3, needsBlank: false) : nil
        case 0xE0:
            // Devanagari’s danda and double danda.
            let isStop = bytes.has("\u{0964}", at: offset) || bytes.has("\u{0965}", at: offset)
            return isStop ? Wide(length: 3, needsBlank: true) : nil
        case 0xE1:
            // Myanmar, Ethiopic, Khmer.
            let isStop =
                bytes.has("\u{104B}", at: offset) || bytes.has("\u{1362}", at: offset)
                || bytes.has("\u{17D4}", at: offset)
            return isStop ? Wide(length: 3, needsBlank: true) : nil
        case 0xE2:
            // … ‼ ⁇ ⁈ ⁉
            let isStop =
                bytes.has("\u{2026}", at: offset) || bytes.has("\u{203C}", at: offset)
                || (offset + 2 < bytes.count && bytes[offset + 1] == 0x81 && (0x87...0x89).contains(bytes[offset + 2]))
            return isStop ? Wide(length: 3, needsBlank: true) : nil
        case 0xD8, 0xDB:
            // Arabic question mark and full stop.
            let isStop = bytes.has("\u{061F}", at: offset) || bytes.has("\u{06D4}", at: offset)
            return isStop ? Wide(length: 2, needsBlank: true) : nil
        case 0xD6:
            // Armenian full stop.
            return bytes.has("\u{0589}", at: offset) ? Wide(length: 2, needsBlank: true) : nil
        default: return nil
        }
    }

    /// Whether nearly all ideographic full stops inside paragraphs have a blank after them.
    static func areWideOnesBeforeBlanks(in bytes: Bytes) -> Bool {
        var (all, withBlank) = (0, 0)
        var offset = 0
        while let stop = bytes.firstOffset(of: "\u{3002}", anchor: 2, from: offset) {
            offset = stop + 3
            guard offset < bytes.count, !bytes[offset].isOne(of: "\r\n|") else { continue }
            all += 1
            if bytes[offset].isASCIIBlank { withBlank += 1 }
        }
        return all > 0 && withBlank * 5 >= all * 4
    }

    /// The end of closing quotes and brackets.
    static func endOfClosers(from start: Int, to limit: Int, in bytes: Bytes) -> Int {
        var end = start
        while end < limit {
            if bytes[end].isOne(of: "\"')]") {
                end += 1
            } else if bytes[end] >= 0xC2, let length = closer(at: end, in: bytes), end + length <= limit {
                end += length
            } else {
                break
            }
        }
        return end
    }

    /// Where closing quotes and brackets begin that end at an offset.
    static func startOfClosers(before end: Int, from limit: Int, in bytes: Bytes) -> Int {
        var start = end
        while start > limit {
            if bytes[start - 1].isOne(of: "\"')]") {
                start -= 1
            } else if start - 3 >= limit, closer(at: start - 3, in: bytes) == 3 {
                start -= 3
            } else if start - 2 >= limit, closer(at: start - 2, in: bytes) == 2 {
                start -= 2
            } else {
                break
            }
        }
        return start
    }

    private static func closer(at offset: Int, in bytes: Bytes) -> Int? {
        // » is alone in the two-byte range.
        if bytes.has("\u{BB}", at: offset) { return 2 }
        // ’ ” “ ‹› 」』）】〉》
        for closer: StaticString in [
            "\u{2019}", "\u{201D}", "\u{201C}", "\u{203A}", "\u{300D}", "\u{300F}", "\u{FF09}", "\u{3011}", "\u{3009}",
            "\u{300B}",
        ] where bytes.has(closer, at: offset) { return 3 }
        return nil
    }
}
