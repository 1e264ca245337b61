import Bitext
import XMLStreaming

/// Reads XLIFF 1.x (http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html) and 2.x
/// (https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html): each `<trans-unit>`, or each `<segment>`
/// of a `<unit>`, that has a target.
///
/// Inline elements stand for markup. It is in the file for `ph`, `bpt`, `ept` and `it` of 1.x, and in the `<originalData>`
/// of 2.x; `g` and `x` have none. Annotations (`mrk`) are read as their text, so a target that was segmented is one text.
/// What tools add in namespaces of their own, proposals (`<alt-trans>`, `<mtc:match>`) and notes are skipped.
///
/// Streamed by libxml2's reader. Where the XML is damaged, reading ends with a defect.
public struct XLIFFReader: UnitReader, EncodingReader {
    public let sourceLocale: String?
    public let targetLocale: String?

    /// - Parameters: the languages, BCP 47 tags; nil for those that the file names.
    public init(sourceLocale: String? = nil, targetLocale: String? = nil) {
        self.sourceLocale = sourceLocale
        self.targetLocale = targetLocale
    }

    public func readUnits(
        of file: SourceFile, _ defects: inout DefectList, _ each: (Unit) -> Void
    ) throws(BitextReadingError) {
        var ids = UnitIDs()
        var end: FileOffset?
        let damage = Self.readUnits(of: file) { unit in
            guard unit.target != nil else { return }
            end = max(unit.sourceOrigin.upperBound, unit.targetOrigin.upperBound)
            var unit = unit
            unit.id = ids.unique(unit.id ?? "")
            each(Unit(unit))
        }
        if let damage { try damage.report(in: file, afterUnitAt: end, &defects) }
    }

    /// Reads units to the end or to the first damage, also those without a target.
    static func readUnits(of file: SourceFile, refusingEntities: Bool = false, _ each: (ExchangeUnit) -> Void)
        -> XMLDamage?
    {
        file.bytes.withUnsafeBufferPointer { buffer in
            guard let stream = XMLStream(buffer, refusesEntities: refusingEntities) else { return .unreadable }
            var units = XLIFFUnits(stream, buffer)
            return units.read(each)
        }
    }
}

/// Reads the units of a file, one after the other.
private struct XLIFFUnits {
    private let stream: XMLStream
    /// The contents of sources and targets, for their places.
    private var contents: ElementContents
    private var hasRoot = false
    private var isVersion2 = false
    private var sourceLocale: String?
    private var targetLocale: String?
    /// What the open `<file>` says of all its units.
    private var file = ExchangeUnit()
    /// The open unit of 2.x: its id, its hashes by segment, its original data.
    private var unitID: String?
    private var hashes: [String: String] = [:]
    private var data: [String: String] = [:]
    /// The open `<trans-unit>` or `<segment>`.
    private var unit: ExchangeUnit?
    /// The text of the open `<source>` or `<target>`.
    private var text: CodedTextBuilder?
    private var origin = FileRange(0..<0)
    /// The ids of the open `pc` and `g` elements, with the ends of their markup.
    private var pairs: [(id: String, end: String?)] = []
    /// The text of the open `<data>` or `<meta>`, and its id or type.
    private var value: (name: String, text: String)?
    private var isOwnMetadata = false
    /// How many elements are open whose content is skipped.
    private var skipped = 0

    init(_ stream: XMLStream, _ bytes: Bytes) {
        self.stream = stream
        contents = ElementContents(bytes, names: "source", "target")
    }

    mutating func read(_ each: (ExchangeUnit) -> Void) -> XMLDamage? {
        while let event = stream.next() {
            switch event {
            case .start(let name, let isEmpty):
                let range = name == "source" || name == "target" ? contents.next() : nil
                if skipped > 0 {
                    if !isEmpty { skipped += 1 }
                    continue
                }
                guard hasRoot || name == "xliff" else {
                    return XMLDamage(line: stream.line, reason: "<\(name.prefix(40))> is not the root of an XLIFF file")
                }
                guard begin(name, range) else {
                    if !isEmpty { skipped += 1 }
                    continue
                }
                if isEmpty { end(name, each) }
            case .end(let name):
                if skipped > 0 { skipped -= 1 } else { end(name, each) }
            case .text(let part): if skipped == 0 { add(part) }
            case .reference(let entity): if skipped == 0 { add("&\(entity);") }
            case .damage(let damage): return damage
            }
        }
        return nil
    }

    private mutating func add(_ part: String) {
        if text != nil { text?.append(part) } else { value?.text += part }
    }

    /// - Parameter range: the content, if it is a source or a target.
    /// - Returns: whether the element is read, and not skipped.
    private mutating func begin(_ name: String, _ range: FileRange?) -> Bool {
        let namespace = stream.namespace
        guard namespace.isEmpty || namespace.hasPrefix("urn:oasis:names:tc:xliff:document:") else {
            return beginMetadata(name, namespace)
        }
        if text != nil { return beginCode(name) }
        switch name {
        case "xliff":
            hasRoot = true
            isVersion2 = stream.attribute("version")?.hasPrefix("2") ?? false
            sourceLocale = stream.attribute("srcLang")
            targetLocale = stream.attribute("trgLang")
        case "file":
            file = ExchangeUnit()
            file.page = stream.attribute("original")
            if !isVersion2 {
                sourceLocale = stream.attribute("source-language")
                targetLocale = stream.attribute("target-language")
                let prefix = ExchangeProperty.pageHash + ":"
                if let hash = stream.attribute("product-version"), hash.hasPrefix(prefix) {
                    file.pageHash = String(hash.dropFirst(prefix.count))
                }
            }
        case "unit":
            unitID = stream.attribute("id")
            (hashes, data) = ([:], [:])
        case "data": value = (stream.attribute("id") ?? "", "")
        case "cp": add(codePoint)
        case "trans-unit", "segment", "ignorable":
            var new = file
            new.id = stream.attribute("id") ?? unitID
            new.line = stream.line
            (new.sourceLocale, new.targetLocale) = (sourceLocale, targetLocale)
            new.targetHash = new.id.flatMap { hashes[$0] }
            let prefix = ExchangeProperty.targetHash + ":"
            if let hash = stream.attribute("extradata"), hash.hasPrefix(prefix) {
                new.targetHash = String(hash.dropFirst(prefix.count))
            }
            if isVersion2 { new.isUntranslated = isUntranslated(stream.attribute("state")) }
            unit = new
        case "source", "target":
            guard unit != nil, let range else { return false }
            if name == "target", !isVersion2 {
                let isNew = isUntranslated(stream.attribute("state"))
                unit?.isUntranslated = isNew
            }
            text = CodedTextBuilder()
            origin = range
        case "alt-trans", "seg-source", "skeleton", "note", "bin-unit": return false
        default: break
        }
        return true
    }

    /// Whether a state is that of a unit without a translation. Files of tools often have no states.
    private func isUntranslated(_ state: String?) -> Bool {
        switch state {
        case nil, "initial", "new", "needs-translation": true
        default: false
        }
    }

    /// Begins an element of another namespace: of the metadata, Diptych's own are read.
    private mutating func beginMetadata(_ name: String, _ namespace: String) -> Bool {
        guard namespace == "urn:oasis:names:tc:xliff:metadata:2.0" else { return false }
        switch name {
        case "metadata": break
        case "metaGroup": isOwnMetadata = stream.attribute("category") == ExchangeProperty.category
        case "meta": value = (stream.attribute("type") ?? "", "")
        default: return false
        }
        return true
    }

    /// Begins an element inside a source or a target.
    private mutating func beginCode(_ name: String) -> Bool {
        let id = stream.attribute("id") ?? ""
        switch name {
        case "pc":
            pairs.append((id, original("dataRefEnd")))
            append(.open, id: id, data: original("dataRefStart"))
        case "g":
            pairs.append((id, nil))
            append(.open, id: id, data: nil)
        case "ph" where isVersion2: append(.single, id: id, data: original("dataRef"))
        case "sc":
            let role: CodedText.Role = stream.attribute("isolated") == "yes" ? .single : .open
            append(role, id: id, data: original("dataRef"))
        case "ec":
            let role: CodedText.Role = stream.attribute("isolated") == "yes" ? .single : .close
            append(role, id: stream.attribute("startRef") ?? id, data: original("dataRef"))
        case "cp": add(codePoint)
        case "x": append(.single, id: id, data: nil)
        case "bx": append(.open, id: stream.attribute("rid") ?? id, data: nil)
        case "ex": append(.close, id: stream.attribute("rid") ?? id, data: nil)
        case "bpt", "ept":
            let pair = stream.attribute("rid") ?? id
            text?.beginCode(name == "bpt" ? .open : .close, id: pair)
        case "ph", "it": text?.beginCode(.single, id: id)
        default: break
        }
        return true
    }

    private mutating func append(_ role: CodedText.Role, id: String, data: String?) {
        text?.append(CodedText.Code(role, id: id, data: data))
    }

    /// The original markup that an attribute refers to.
    private func original(_ attribute: String) -> String? { stream.attribute(attribute).flatMap { data[$0] } }

    /// The character of a `<cp>`.
    private var codePoint: String {
        let scalar = stream.attribute("hex").flatMap { UInt32($0, radix: 16) }.flatMap(Unicode.Scalar.init)
        return String(Character(scalar ?? "\u{FFFD}"))
    }

    private mutating func end(_ name: String, _ each: (ExchangeUnit) -> Void) {
        switch name {
        case "source":
            unit?.source = text?.text ?? CodedText()
            unit?.sourceOrigin = origin
            endText()
        case "target":
            unit?.target = text?.text
            unit?.targetOrigin = origin
            endText()
        case "pc", "g":
            guard let pair = pairs.popLast() else { return }
            append(.close, id: pair.id, data: pair.end)
        case "bpt", "ept", "it": text?.endCode()
        case "ph": if !isVersion2 { text?.endCode() }
        case "data":
            if let value { data[value.name] = value.text }
            value = nil
        case "meta":
            if isOwnMetadata, let value {
                if unitID != nil {
                    hashes[value.name] = value.text
                } else if value.name == ExchangeProperty.pageHash {
                    file.pageHash = value.text
                }
            }
            value = nil
        case "metaGroup": isOwnMetadata = false
        case "trans-unit", "segment":
            if let unit { each(unit) }
            unit = nil
        case "ignorable": unit = nil
        case "unit", "file": unitID = nil
        default: break
        }
    }

    private mutating func endText() {
        text = nil
        pairs = []
    }
}
