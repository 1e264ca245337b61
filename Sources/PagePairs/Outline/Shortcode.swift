import Bitext

/// Shortcodes of Hugo and Liquid: `{{< name >}}`, `{{% name %}}`, `{% name %}`.
enum Shortcode {
    /// Whether a text is one shortcode.
    static func isWhole(_ range: Range<Int>, of bytes: Bytes) -> Bool {
        guard let end = end(from: range.lowerBound, to: range.upperBound, in: bytes) else { return false }
        return end == range.upperBound
    }

    /// The offset after the shortcode that begins at an offset, or nil.
    static func end(from start: Int, to limit: Int, in bytes: Bytes) -> Int? {
        if bytes.has("{{", at: start) {
            return bytes.firstOffset(of: "}}", from: start + 2, to: limit).map { $0 + 2 }
        }
        if bytes.has("{%", at: start) {
            return bytes.firstOffset(of: "%}", from: start + 2, to: limit).map { $0 + 2 }
        }
        return nil
    }
}
