/// Damages a text as an editor, a tool or a bad line might: cuts, copies, and inserts what means something to its reader.
package struct Mutator {
    /// What the reader looks for: markers, quotes, tags.
    private let pieces: [[UInt8]]

    /// - Parameter pieces: what the reader looks for.
    package init(pieces: [String]) { self.pieces = pieces.map { Array($0.utf8) } }

    /// How many mutants a test looks at: of `count`, a tenth under a sanitizer, which is slow and looks for other things.
    package static func rounds(_ count: Int) -> Int {
        #if ADDRESS_SANITIZER || THREAD_SANITIZER
            count / 10
        #else
            count
        #endif
    }

    /// A text with one to five changes. No change adds a NUL.
    package func mutant(of original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = original
        for _ in 0...random.below(5) { change(&bytes, &random) }
        return bytes
    }

    private func change(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let at = random.below(bytes.count + 1)
        let end = min(bytes.count, at + 1 + random.below(random.below(8) == 0 ? 60 : 6))
        let byte = UInt8(1 + random.below(255))
        switch random.below(6) {
        case 0: bytes.removeSubrange(at..<end)
        case 1: bytes.insert(contentsOf: bytes[at..<end], at: random.below(bytes.count + 1))
        case 2: bytes.insert(byte, at: at)
        case 3: if at < bytes.count { bytes[at] = byte }
        default: bytes.insert(contentsOf: random.element(of: pieces), at: at)
        }
    }
}
