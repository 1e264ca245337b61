import Bitext

/// One translation unit of an exchange file.
public struct Unit: Sendable, Equatable {
    /// The unit's id in its file, or its number.
    public let id: String
    public let source: String
    public let target: String
    /// The languages that the file names for this unit, BCP 47 tags.
    public let sourceLocale: String?
    public let targetLocale: String?
    /// Where both were read, as exactly as the form allows.
    package let sourceOrigin: FileRange
    package let targetOrigin: FileRange

    public init(
        id: String, source: String, target: String, sourceLocale: String? = nil, targetLocale: String? = nil,
        sourceOrigin: FileRange, targetOrigin: FileRange
    ) {
        self.id = id
        self.source = source
        self.target = target
        self.sourceLocale = sourceLocale
        self.targetLocale = targetLocale
        self.sourceOrigin = sourceOrigin
        self.targetOrigin = targetOrigin
    }
}

/// A reader of a form that is a list of units: TMX, PO, tab-separated pairs.
///
/// Long lists can be read in parts with ``readInParts(_:unitCount:_:)``, which saves memory. A new reader of this kind
/// implements only ``readUnits(of:_:_:)``.
public protocol UnitReader: BitextReader {
    /// The source language, a BCP 47 tag; nil for the one that the file names.
    var sourceLocale: String? { get }
    /// The target language, a BCP 47 tag; nil for the one that the file names.
    var targetLocale: String? { get }

    /// Reads the units of a file, in order.
    ///
    /// - Parameters:
    ///   - defects: the damaged places are added here; the units after them are read.
    ///   - each: called with each unit.
    /// - Throws: ``BitextReadingError/damaged(line:reason:)`` if the file is not of this form at all.
    func readUnits(
        of file: SourceFile, _ defects: inout DefectList, _ each: (Unit) -> Void
    ) throws(BitextReadingError)
}

/// A reader of a form whose files name their encoding.
protocol EncodingReader: UnitReader {
    /// The name of the encoding, such as `ISO-8859-1`. The file is converted to UTF-8 before it is read.
    func encoding(of bytes: [UInt8]) -> String?
}

extension UnitReader {
    public func read(_ files: [InputFile]) throws(BitextReadingError) -> Bitext {
        let text = try textFile(files.single())
        var assembly = UnitAssembly(text.file, sourceLocale: sourceLocale, targetLocale: targetLocale)
        var defects = text.defects
        try readUnits(of: text.file, &defects) { assembly.add($0) }
        return assembly.bitext(defects: defects.inOrder())
    }

    private func textFile(_ input: InputFile) throws(BitextReadingError) -> TextFile {
        try TextFile(input, noun: "file", encoding: (self as? any EncodingReader)?.encoding(of: input.bytes))
    }

    /// Reads a file as several bitexts, one after the other, so that memory stays bounded.
    ///
    /// - Parameters:
    ///   - unitCount: the maximum number of units in one part.
    ///   - body: called with each part. The last part has the defects of the whole file. It has no units only if the
    ///     file has none.
    public func readInParts(
        _ input: InputFile, unitCount: Int = 1_000, _ body: (Bitext) -> Void
    ) throws(BitextReadingError) {
        let text = try textFile(input)
        var assembly = UnitAssembly(text.file, sourceLocale: sourceLocale, targetLocale: targetLocale)
        var defects = text.defects
        try readUnits(of: text.file, &defects) { unit in
            // A full part waits for the next unit, because it may be the last part.
            if assembly.count == unitCount {
                body(assembly.bitext(defects: []))
                assembly = UnitAssembly(text.file, sourceLocale: sourceLocale, targetLocale: targetLocale)
            }
            assembly.add(unit)
        }
        let last = assembly.bitext(defects: defects.inOrder())
        if !last.segments.isEmpty || !last.defects.isEmpty { body(last) }
    }
}

extension EncodingReader {
    /// That of the XML declaration.
    func encoding(of bytes: [UInt8]) -> String? {
        // A byte order mark says UTF-8, whatever the declaration says.
        guard bytes.starts(with: "<?xml".utf8) else { return nil }
        let declaration = bytes.prefix(1024).prefix { $0 != UInt8(ascii: ">") }
        guard let name = declaration.firstRange(of: "encoding".utf8) else { return nil }
        let value = declaration[name.upperBound...].drop { $0.isASCIIBlank || $0 == UInt8(ascii: "=") }
        guard let quote = value.first, quote.isOne(of: "\"'") else { return nil }
        return String(decoding: value.dropFirst().prefix { $0 != quote }, as: UTF8.self)
    }
}
