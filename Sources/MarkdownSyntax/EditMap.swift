import Bitext

/// What was inserted into and removed from a text to make a copy of it. Maps offsets of the copy to the text.
struct EditMap<Copy, Original> {
    private struct Edit {
        /// Where the edit is in the copy.
        var start: Int
        /// How many bytes of the copy were inserted.
        var length: Int
        /// The offset in the original text after the edit.
        var original: Int
    }

    private var edits: [Edit] = []

    var isEmpty: Bool { edits.isEmpty }

    /// - Parameters:
    ///   - start: where the edit is in the copy, at or after the end of the last edit.
    ///   - length: how many bytes are in the copy only.
    ///   - original: where the original text continues after the edit.
    mutating func append(at start: Int, inserting length: Int, thenFrom original: Int) {
        edits.append(Edit(start: start, length: length, original: original))
    }

    /// The offset in the original text of a byte of the copy. What was inserted has the offset after it. O(log edits).
    func original(of offset: ByteOffset<Copy>) -> ByteOffset<Original> {
        let next = edits.partitioningIndex { $0.start > offset.value }
        guard next > 0 else { return ByteOffset<Original>(offset.value) }
        let edit = edits[next - 1]
        return ByteOffset<Original>(edit.original + max(0, offset.value - edit.start - edit.length))
    }
}
