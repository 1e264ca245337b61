import Bitext

/// Hides single tildes from md4c, which takes `~text~` for struck-through text. Microsoft's pages are built with Markdig,
/// where only `~~text~~` is, and a single tilde is a sign like any other: `1~5`, `PROGRA~1`, `~/folder`.
///
/// Each is replaced by another sign in md4c's input. The text of nodes is read from the side's bytes, which keep the tilde. Only
/// what md4c decoded has to be restored: destinations and titles with entities or escapes.
enum SingleTildes {
    /// ASCII punctuation without a meaning for md4c, so the rules for emphasis beside it stay the same. The first is not
    /// allowed in addresses.
    private static let substitutes = [UInt8]("^}{?%$".utf8)

    /// Replaces the single tildes of md4c's input.
    ///
    /// - Returns: the substitute: a sign that the input does not have, or the first one if it has them all. nil if nothing
    ///   was replaced.
    static func hide(in input: UnsafeMutableBufferPointer<UInt8>) -> UInt8? {
        let text = Bytes(input)
        let tilde = UInt8(ascii: "~")
        var start = 0
        var substitute: UInt8?
        while let first = text.firstOffset(of: tilde, from: start) {
            var end = first + 1
            while end < text.count, text[end] == tilde { end += 1 }
            start = end
            let count = isEscaped(first, in: text) ? end - first - 1 : end - first
            guard count == 1 else { continue }
            let sign = substitute ?? substitutes.first { text.firstOffset(of: $0, from: 0) == nil } ?? substitutes[0]
            substitute = sign
            for offset in first..<end { input[offset] = sign }
        }
        return substitute
    }

    /// Whether a backslash escapes the byte at `offset`: an odd number of them is before it.
    private static func isEscaped(_ offset: Int, in text: Bytes) -> Bool {
        var start = offset
        while start > 0, text[start - 1] == UInt8(ascii: "\\") { start -= 1 }
        return (offset - start) % 2 == 1
    }
}
