import Bitext
import ParsedBitext

extension TokenizedBitext {
    /// The beginning of the target's front matter, as an empty range.
    var frontMatterStart: Location {
        let side = bitext[.target]
        let start = side.frontMatter?.range.lowerBound ?? FileOffset(0)
        return Location(file: side.file, range: start..<start)
    }

    /// A line of the target's front matter, without its line break.
    func location(ofLine line: Int) -> Location {
        let side = bitext[.target]
        let bytes = bitext.files[side.file].bytes
        let limit = side.frontMatter?.range.upperBound.value ?? bytes.count
        var start = 0
        var current = 1
        return bytes.withUnsafeBufferPointer { bytes in
            while current < line, let feed = bytes.firstOffset(of: UInt8(ascii: "\n"), from: start, to: limit) {
                start = feed + 1
                current += 1
            }
            var end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: start, to: limit) ?? limit
            if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
            return Location(file: side.file, range: FileRange(start..<end))
        }
    }
}
