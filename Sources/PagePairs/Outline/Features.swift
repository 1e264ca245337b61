import Bitext

/// What of a text a translation keeps: numbers, code, addresses, names. Hashes of words, as they are in the Markdown.
///
/// A word in code, an address and a word with a digit are *hard*: a translation that lacks one is unlikely. Other words are
/// *soft*: names and product names stay, other words do not.
struct Feature: Comparable {
    let hash: UInt32
    let isHard: Bool

    static func < (left: Feature, right: Feature) -> Bool { left.hash < right.hash }
    static func == (left: Feature, right: Feature) -> Bool { left.hash == right.hash }
}

/// Reads features of ranges of a text.
struct FeatureReader {
    private let bytes: Bytes

    /// A block has at most so many features. Only code that is longer than a screen has more.
    static let maxFeatures = 96
    /// In bytes. Shorter words are no evidence.
    private static let minWordLength = 3

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// Appends the features of a range, sorted, each once.
    ///
    /// - Parameter isCode: whether the range is a code block, in which all words are hard.
    func append(_ range: Range<Int>, isCode: Bool, to features: inout [Feature]) {
        let first = features.count
        let limit = first + Self.maxFeatures
        var offset = range.lowerBound
        var endOfSpan = range.lowerBound
        while offset < range.upperBound, features.count < limit {
            let byte = bytes[offset]
            if byte.isWordByte {
                let end = endOfWord(from: offset, to: range.upperBound)
                addWord(offset..<end, isHard: isCode || offset < endOfSpan, to: &features)
                offset = end
            } else if byte == UInt8(ascii: "`"), !isCode, offset >= endOfSpan {
                let ticks = offset
                while offset < range.upperBound, bytes[offset] == byte { offset += 1 }
                endOfSpan = self.endOfSpan(from: offset, ticks: offset - ticks, to: range.upperBound)
            } else if byte == UInt8(ascii: "("), offset > range.lowerBound, bytes[offset - 1] == UInt8(ascii: "]"),
                offset >= endOfSpan
            {
                offset = addDestination(from: offset + 1, to: range.upperBound, &features)
            } else if byte == UInt8(ascii: "<"), bytes.has("http", at: offset + 1), offset >= endOfSpan {
                offset = addDestination(from: offset + 1, to: range.upperBound, &features)
            } else {
                offset += 1
            }
        }
        sort(from: first, &features)
    }

    /// Where a code span ends that begins at an offset, or the offset. Spans of more than 256 bytes are none.
    private func endOfSpan(from start: Int, ticks: Int, to end: Int) -> Int {
        let limit = min(end, start + 256)
        var offset = start
        while offset < limit {
            let run = offset
            while offset < limit, bytes[offset] == UInt8(ascii: "`") { offset += 1 }
            if offset - run == ticks { return offset }
            if offset == run { offset += 1 }
        }
        return start
    }

    private func sort(from first: Int, _ features: inout [Feature]) {
        guard features.count - first > 1 else { return }
        // A hard feature is before a soft one of the same word, and is kept.
        features[first...].sort { $0.hash != $1.hash ? $0.hash < $1.hash : $0.isHard && !$1.isHard }
        var kept = first
        for index in first + 1..<features.count where features[index].hash != features[kept].hash {
            kept += 1
            features[kept] = features[index]
        }
        features.removeSubrange((kept + 1)...)
    }

    /// Appends what names a heading: its words as the id that sites make of them, and the ids that are written in it
    /// (`<a name="id">`, `{#id}`).
    ///
    /// - Returns: the id that links to the heading use; nil where it has no letters.
    func appendIDs(ofHeading range: Range<Int>, to features: inout [Feature]) -> BlockKey? {
        var slug = KeyHash32(salt: Self.idSalt)
        var hasLetter = false
        var isInTag = false
        var written: UInt32?
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            if let id = explicitID(at: offset, to: range.upperBound) {
                var hash = KeyHash32(salt: Self.idSalt)
                for index in id { hash.add(bytes[index].asciiLowercased) }
                features.append(Feature(hash: hash.value, isHard: false))
                written = hash.value
                offset = id.upperBound
            } else if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") {
                // A tag is no part of the heading's own id.
                isInTag = byte == UInt8(ascii: "<")
            } else if !isInTag, byte.isASCIIAlphanumeric || byte >= 0x80 || byte.isOne(of: "-_") {
                slug.add(byte.asciiLowercased)
                hasLetter = true
            } else if !isInTag, byte.isASCIIBlank, hasLetter {
                slug.add(UInt8(ascii: "-"))
            }
            offset += 1
        }
        if hasLetter, features.last?.hash != slug.value { features.append(Feature(hash: slug.value, isHard: false)) }
        if let written { return BlockKey(hash: written, isExplicit: true) }
        return hasLetter ? BlockKey(hash: slug.value, isExplicit: false) : nil
    }

    /// The code span that a row begins with.
    func key(ofRow range: Range<Int>) -> BlockKey? {
        var start = range.lowerBound
        while start < range.upperBound, bytes[start].isASCIIBlank || bytes[start] == UInt8(ascii: "|") { start += 1 }
        guard start < range.upperBound, bytes[start] == UInt8(ascii: "`"),
            let end = bytes.firstOffset(of: UInt8(ascii: "`"), from: start + 1, to: range.upperBound), end > start + 1
        else { return nil }
        var hash = KeyHash32(salt: Self.rowSalt)
        for offset in start + 1..<end { hash.add(bytes[offset]) }
        return BlockKey(hash: hash.value, isExplicit: true)
    }

    /// The code span that an item begins with, or the destination of its only link.
    func key(ofItem range: Range<Int>) -> BlockKey? {
        if range.lowerBound < range.upperBound, bytes[range.lowerBound] == UInt8(ascii: "`") {
            return key(ofRow: range)
        }
        var key: UInt32?
        var offset = range.lowerBound
        while offset < range.upperBound {
            let isInline = bytes.has("](", at: offset)
            guard isInline || bytes.has("<http", at: offset) else {
                offset += 1
                continue
            }
            let (hash, end) = destination(from: offset + (isInline ? 2 : 1), to: range.upperBound)
            guard key == nil else { return nil }
            (key, offset) = (hash, max(end, offset + 1))
        }
        return key.map { BlockKey(hash: $0 ^ Self.rowSalt, isExplicit: true) }
    }

    /// So that the code `syntax` of a row is another key than the id of a heading.
    private static let rowSalt: UInt32 = 0x0C0DE

    /// So that the id `syntax` is another feature than the word.
    private static let idSalt: UInt32 = 0x5EED

    /// The range of an id that is written at an offset.
    private func explicitID(at offset: Int, to end: Int) -> Range<Int>? {
        let start: Int
        if bytes.has("{#", at: offset) {
            start = offset + 2
        } else if bytes.has("name=\"", at: offset) {
            start = offset + 6
        } else if bytes.has("id=\"", at: offset) {
            start = offset + 4
        } else {
            return nil
        }
        var last = start
        while last < end, bytes[last] > 0x20, !bytes[last].isOne(of: "\"}>") { last += 1 }
        return last > start ? start..<last : nil
    }

    private func endOfWord(from start: Int, to end: Int) -> Int {
        var offset = start + 1
        while offset < end, bytes[offset].isWordByte || bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        return offset
    }

    private func addWord(_ word: Range<Int>, isHard: Bool, to features: inout [Feature]) {
        let range = isOrdinal(word) ? word.dropLast(2) : word
        var hash = KeyHash32()
        var hasDigit = false
        for offset in range {
            let byte = bytes[offset]
            if byte.isASCIIDigit { hasDigit = true }
            hash.add(byte.asciiLowercased)
        }
        guard hasDigit || isHard || range.count >= Self.minWordLength else { return }
        features.append(Feature(hash: hash.value, isHard: isHard || hasDigit))
    }

    /// Whether a word is an ordinal, `200th`: other languages have other endings.
    private func isOrdinal(_ word: Range<Int>) -> Bool {
        guard word.count > 2, bytes[word.upperBound - 3].isASCIIDigit, bytes[word.lowerBound].isASCIIDigit else {
            return false
        }
        return ["st", "nd", "rd", "th"].contains { bytes.has($0, at: word.upperBound - 2) }
    }

    /// Adds the destination of a link as one feature.
    ///
    /// - Returns: the offset after the destination.
    private func addDestination(from start: Int, to end: Int, _ features: inout [Feature]) -> Int {
        let (hash, end) = destination(from: start, to: end)
        features.append(Feature(hash: hash, isHard: true))
        return end
    }

    /// The hash of a destination, without parts that name a locale, and where it ends.
    private func destination(from start: Int, to end: Int) -> (hash: UInt32, end: Int) {
        var hash = KeyHash32()
        var part = start
        var offset = start
        while offset <= end {
            let isEnd = offset == end || bytes[offset].isOne(of: ")>") || bytes[offset].isASCIIBlank
            if isEnd || bytes[offset] == UInt8(ascii: "/") {
                if !isLocale(part..<offset) {
                    for index in part..<offset { hash.add(bytes[index].asciiLowercased) }
                    hash.add(UInt8(ascii: "/"))
                }
                part = offset + 1
            }
            if isEnd { break }
            offset += 1
        }
        return (hash.value, min(offset, end))
    }

    /// `en-us`, `ja`, `zh-hans` and the like.
    private func isLocale(_ range: Range<Int>) -> Bool {
        guard range.count == 2 || range.count == 5 || range.count == 7 else { return false }
        let start = range.lowerBound
        guard bytes[start].isASCIILetter, bytes[start + 1].isASCIILetter else { return false }
        return range.count == 2 || bytes[start + 2] == UInt8(ascii: "-")
    }
}

/// A 32-bit hash of bytes (FNV-1a).
struct KeyHash32 {
    private(set) var value: UInt32 = 0x811c_9dc5

    init(salt: UInt32 = 0) { value ^= salt }

    @inline(__always)
    mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
}

extension UInt8 {
    /// A letter of the Latin script, a digit or `_`: the first byte of a character of a word. Letters beyond ASCII are in the
    /// two-byte range from U+00C0 to U+024F.
    fileprivate var isWordByte: Bool {
        isASCIIAlphanumeric || self == UInt8(ascii: "_") || (self >= 0xC3 && self <= 0xC9)
    }
}
