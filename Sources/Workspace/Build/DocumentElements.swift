/// Takes a document that tells of all pages apart, so that what it says of an unchanged page need not be made anew.
///
/// The documents are ours, made by `JSONWriter`: strings hold no line break, and the elements of an array right below the
/// document are what stands between a line `    {` and a line `    }`. Who calls has compared the bytes with the manifest.
struct DocumentElements {
    let bytes: [UInt8]
    /// Each from the line break in front of it up to its closing brace.
    let ranges: [Range<Int>]

    private static let begin = Array("\n    {".utf8)
    private static let end = Array("\n    }".utf8)

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var ranges: [Range<Int>] = []
        bytes.withUnsafeBufferPointer { buffer in
            var start: Int?
            var offset = 0
            while let line = buffer[offset...].firstIndex(of: UInt8(ascii: "\n")) {
                let rest = buffer[line...]
                let isLineOf = { (text: [UInt8]) in
                    rest.starts(with: text)
                        && (rest.count == text.count
                            || rest[line + text.count] == UInt8(ascii: "\n")
                            || rest[line + text.count] == UInt8(ascii: ","))
                }
                if start == nil, isLineOf(Self.begin) {
                    start = line
                } else if let first = start, isLineOf(Self.end) {
                    ranges.append(first..<line + Self.end.count)
                    start = nil
                }
                offset = line + 1
            }
        }
        self.ranges = ranges
    }

    subscript(indices: Range<Int>) -> [UInt8] {
        guard let first = indices.first, let last = indices.last, last < ranges.count else { return [] }
        return Array(bytes[ranges[first].lowerBound..<ranges[last].upperBound])
    }
}
