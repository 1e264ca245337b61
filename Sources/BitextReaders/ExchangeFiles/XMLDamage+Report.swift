import Bitext
import XMLStreaming

extension XMLDamage {
    /// Reports that reading ends here, because nothing says to which element the text after the damage belongs.
    ///
    /// - Parameter end: where the last unit ends; nil if there was none, so that the file may be of another form.
    func report(
        in file: SourceFile, afterUnitAt end: FileOffset?, _ defects: inout DefectList
    ) throws(BitextReadingError) {
        guard let end else { throw .damaged(line: line, reason: reason) }
        // The parser reads ahead, so some units before the damage are missing, too.
        defects.append(
            .damagedUnit, Self.range(ofLine: line, in: file.bytes),
            "\(reason). The last unit that was read is on line \(file.line(of: end)).")
    }

    private static func range(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for _ in 1..<line {
                guard let end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: start) else { break }
                start = end + 1
            }
            return start..<(bytes.firstOffset(of: UInt8(ascii: "\n"), from: start) ?? bytes.count)
        }
    }
}
