import Bitext
import XMLStreaming

/// Reads an exchange file of any form for import: all units with their codes and places, or the reason why none can be used.
///
/// Stricter than the readers of bitexts: what a damaged file says must not get into a page, so nothing of it is used.
package enum ExchangeFileReader {
    /// The size up to which files are read, in bytes. Ten times the largest that `diptych export` makes of one page; a TMX
    /// file of all pages has ``SourceFile/maxSize``.
    static let maxSize = 64 << 20

    /// - Parameter file: its name says which form it has.
    package static func units(of file: InputFile) throws(ExchangeDamage) -> [ExchangeUnit] {
        var units: [ExchangeUnit] = []
        try read(file) { units.append($0) }
        return units
    }

    /// Reads the units one after the other, so that only one of them is in memory. Whether the file is damaged is known at the end.
    ///
    /// - Parameter file: its name says which form it has.
    package static func read(_ file: InputFile, _ each: (ExchangeUnit) -> Void) throws(ExchangeDamage) {
        guard let form = ExchangeFile(path: file.path) else {
            throw ExchangeDamage(line: 1, reason: "no exchange file: the name ends in none of \(ExchangeFile.endings)")
        }
        guard form == .tmx || file.bytes.count <= maxSize else {
            throw ExchangeDamage(
                line: 1, reason: "\(file.bytes.count) bytes; a file of this form can have at most \(maxSize)")
        }
        let text = try textFile(file, form)
        let bytes = text.file.bytes
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard bytes[mark...].contains(where: { !$0.isASCIIBlank }) else { throw .emptyFile }
        var defects = text.defects
        var isEmpty = true
        func add(_ unit: ExchangeUnit) {
            isEmpty = false
            each(unit)
        }
        var damage: XMLDamage?
        switch form {
        case .xlf, .xliff, .mqxliff, .sdlxliff:
            damage = XLIFFReader.readUnits(of: text.file, refusingEntities: true, add)
        case .tmx: damage = TMXReader().readUnits(of: text.file, refusingEntities: true, add).damage
        case .po: POReader.readExchangeUnits(of: text.file, &defects, add)
        case .tsv: Self.readCorrections(of: text.file, &defects, add)
        }
        if let damage { throw ExchangeDamage(damage, text.file, form) }
        if let first = defects.inOrder().first(where: { $0.severity == .error }) {
            throw ExchangeDamage(line: text.file.line(of: first.location.range.lowerBound), reason: first.message)
        }
        guard !isEmpty else { throw ExchangeDamage.otherForm(text.file, form) ?? .noUnits }
    }

    private static func textFile(_ file: InputFile, _ form: ExchangeFile) throws(ExchangeDamage) -> TextFile {
        let encoding: String? =
            switch form {
            case .tsv: nil
            case .po: POReader(sourceLocale: nil, targetLocale: nil).encoding(of: file.bytes)
            case .tmx: TMXReader().encoding(of: file.bytes)
            case .xlf, .xliff, .mqxliff, .sdlxliff: XLIFFReader().encoding(of: file.bytes)
            }
        do {
            return try TextFile(file, noun: "file", encoding: encoding)
        } catch {
            guard case .damaged(let line, let reason) = error else {
                throw ExchangeDamage(line: 1, reason: error.description)
            }
            throw ExchangeDamage(line: line, reason: reason)
        }
    }

    /// Reads corrections: lines with a source, the old target and the new one, and tabs between them. With two columns, the
    /// second is the new target.
    private static func readCorrections(
        of file: SourceFile, _ defects: inout DefectList, _ each: (ExchangeUnit) -> Void
    ) {
        for (line, row) in TabSeparatedRows(file.bytes) {
            let fields = row.split(separator: UInt8(ascii: "\t"), maxSplits: 3, omittingEmptySubsequences: false)
            guard fields.count == 2 || fields.count == 3 else {
                defects.append(
                    .damagedUnit, row.startIndex..<row.endIndex,
                    "\(fields.count) column\(fields.count == 1 ? "" : "s"), not a source, an old target and a new target"
                )
                continue
            }
            func text(_ field: ArraySlice<UInt8>) -> String { String(decoding: field, as: UTF8.self) }
            var unit = ExchangeUnit()
            (unit.isMarkdown, unit.isOfAllPages) = (true, true)
            unit.line = line
            unit.source = CodedText(text(fields[0]))
            unit.oldTarget = fields.count == 3 ? text(fields[1]) : nil
            unit.target = CodedText(text(fields[fields.count - 1]))
            unit.sourceOrigin = FileRange(fields[0].startIndex..<fields[0].endIndex)
            unit.targetOrigin = FileRange(fields[fields.count - 1].startIndex..<fields[fields.count - 1].endIndex)
            each(unit)
        }
    }
}

extension ExchangeDamage {
    /// What is wrong with an XML file whose reading ended with damage.
    fileprivate init(_ damage: XMLDamage, _ file: SourceFile, _ form: ExchangeFile) {
        if let other = Self.otherForm(file, form) {
            self = other
            return
        }
        let end = "</\(form.root ?? "")"
        let isTruncated =
            damage.reason.hasPrefix("damaged XML") && file.bytes.suffix(4096).firstRange(of: end.utf8) == nil
        self.init(
            line: damage.line,
            reason: isTruncated
                ? "the file is cut off: it has no \(end)> at its end (\(damage.reason))" : damage.reason)
    }

    /// Says that a file is not of the form that its name says, if its first element is another one.
    fileprivate static func otherForm(_ file: SourceFile, _ form: ExchangeFile) -> ExchangeDamage? {
        guard let root = form.root else { return nil }
        let name = root == "tmx" ? "TMX" : "XLIFF"
        switch XMLRoot(file.bytes) {
        case .element(root, at: _), .cutOff: return nil
        case .element(let other, let offset):
            return ExchangeDamage(
                line: file.line(of: FileOffset(offset)),
                reason: "the file is not \(name): its root is <\(other.prefix(40))>")
        case .none: return ExchangeDamage(line: 1, reason: "the file is not \(name): it has no element")
        }
    }
}

extension ExchangeFile {
    /// The name of the first element, where the form is XML.
    fileprivate var root: String? {
        switch self {
        case .tmx: "tmx"
        case .xlf, .xliff, .mqxliff, .sdlxliff: "xliff"
        case .po, .tsv: nil
        }
    }
}
