/// A phrase to look for, in lower case. It begins with two letters and matches at the beginning of a word.
struct Cue: Sendable, ExpressibleByStringLiteral {
    let text: StaticString
    /// The hash of its first three bytes, below 256. nil if it has only two.
    let prefixHash: Int?

    init(stringLiteral text: StaticString) {
        let start = text.utf8Start
        self.text = text
        prefixHash = text.utf8CodeUnitCount < 3 ? nil : Self.prefixHash(start[0], start[1], start[2])
    }

    /// A hash of the first three bytes of a word, below 256.
    @inline(__always)
    static func prefixHash(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        let bytes = UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
        return Int((bytes &* 0x9E37_79B1) >> 24)
    }
}
