import Bitext

/// One translation unit of an exchange file.
public struct Unit: Sendable, Equatable {
    /// The unit's id in its file, or its number.
    public let id: String
    public let source: String
    public let target: String
    /// Where both were read, as exactly as the form allows.
    package let sourceOrigin: FileRange
    package let targetOrigin: FileRange

    public init(id: String, source: String, target: String, sourceOrigin: FileRange, targetOrigin: FileRange) {
        self.id = id
        self.source = source
        self.target = target
        self.sourceOrigin = sourceOrigin
        self.targetOrigin = targetOrigin
    }
}

/// A reader of a form that is a list of units: TMX, PO, tab-separated pairs.
///
/// Long lists can be read in parts with ``readInParts(_:unitCount:_:)``, which saves memory. A new reader of this kind
/// implements only ``readUnits(of:_:)``.
public protocol UnitReader: BitextReader {
    /// The source language, a BCP 47 tag, if the file does not name it.
    var sourceLocale: String? { get }
    /// The target language, a BCP 47 tag, if the file does not name it.
    var targetLocale: String? { get }

    /// Reads the units of a file, in order.
    ///
    /// - Throws: ``BitextReadingError/damaged(line:reason:)`` if the rest of the file cannot be read.
    func readUnits(of file: SourceFile, _ each: (Unit) -> Void) throws(BitextReadingError)
}

extension UnitReader {
    public func read(_ files: [InputFile]) throws(BitextReadingError) -> Bitext {
        let text = try TextFile(files.single())
        var assembly = UnitAssembly(text.file, sourceLocale: sourceLocale, targetLocale: targetLocale)
        try readUnits(of: text.file) { assembly.add($0) }
        return assembly.bitext(defects: text.defects.inOrder())
    }

    /// Reads a file as several bitexts, one after the other, so that memory stays bounded.
    ///
    /// - Parameters:
    ///   - unitCount: the maximum number of units in one part.
    ///   - body: called with each part.
    public func readInParts(
        _ input: InputFile, unitCount: Int = 1_000, _ body: (Bitext) -> Void
    ) throws(BitextReadingError) {
        let text = try TextFile(input)
        var assembly = UnitAssembly(text.file, sourceLocale: sourceLocale, targetLocale: targetLocale)
        try readUnits(of: text.file) { unit in
            assembly.add(unit)
            if assembly.count == unitCount {
                body(assembly.bitext(defects: []))
                assembly = UnitAssembly(text.file, sourceLocale: sourceLocale, targetLocale: targetLocale)
            }
        }
        if assembly.count > 0 { body(assembly.bitext(defects: [])) }
    }
}
