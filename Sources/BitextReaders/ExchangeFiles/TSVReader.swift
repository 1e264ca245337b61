import Bitext

/// Reads tab-separated pairs: each line is a source, a tab and a target. Further columns are ignored, and empty lines are
/// skipped.
public struct TSVReader: UnitReader {
    public let sourceLocale: String?
    public let targetLocale: String?

    /// - Parameters: the languages, BCP 47 tags. The form does not contain them.
    public init(sourceLocale: String?, targetLocale: String?) {
        self.sourceLocale = sourceLocale
        self.targetLocale = targetLocale
    }

    public func readUnits(
        of file: SourceFile, _ defects: inout DefectList, _ each: (Unit) -> Void
    ) throws(BitextReadingError) {
        for (line, row) in TabSeparatedRows(file.bytes) {
            let fields = row.split(separator: UInt8(ascii: "\t"), maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count >= 2 else {
                defects.append(.damagedUnit, row.startIndex..<row.endIndex, "no tab between source and target")
                continue
            }
            each(
                Unit(
                    id: String(line), source: String(decoding: fields[0], as: UTF8.self),
                    target: String(decoding: fields[1], as: UTF8.self),
                    sourceOrigin: FileRange(fields[0].startIndex..<fields[0].endIndex),
                    targetOrigin: FileRange(fields[1].startIndex..<fields[1].endIndex)))
        }
    }
}
