import Bitext
internal import CLibXML2

/// Reads a translation memory (TMX 1.4b, https://www.gala-global.org/tmx-14b): the variants of each unit in the source
/// language and in the target language. A unit without one of them is skipped.
///
/// The source language is the one that the caller gives, or else the `srclang` of the unit or of the header. Where that is
/// `*all*`, or missing, the English variant is the source, and the bitext has no source language.
///
/// Streamed by libxml2's reader. Entities are not expanded, and nothing is fetched. Where the XML is damaged, reading ends
/// with a defect, because nothing says to which element the text after it belongs.
public struct TMXReader: UnitReader, EncodingReader {
    public let sourceLocale: String?
    public let targetLocale: String?

    /// Only the primary languages are compared: `fr` of `fr-FR`.
    ///
    /// - Parameters:
    ///   - targetLocale: the target language.
    ///   - sourceLocale: the source language; nil for the one that the file names.
    public init(targetLocale: String, sourceLocale: String? = nil) {
        self.targetLocale = targetLocale
        self.sourceLocale = sourceLocale
    }

    /// The encoding of the XML declaration.
    func encoding(of bytes: [UInt8]) -> String? {
        // A byte order mark says UTF-8, whatever the declaration says.
        guard bytes.starts(with: "<?xml".utf8) else { return nil }
        let declaration = bytes.prefix(1024).prefix { $0 != UInt8(ascii: ">") }
        guard let name = declaration.firstRange(of: "encoding".utf8) else { return nil }
        let value = declaration[name.upperBound...].drop { $0.isASCIIBlank || $0 == UInt8(ascii: "=") }
        guard let quote = value.first, quote.isOne(of: "\"'") else { return nil }
        return String(decoding: value.dropFirst().prefix { $0 != quote }, as: UTF8.self)
    }

    public func readUnits(
        of file: SourceFile, _ defects: inout DefectList, _ each: (Unit) -> Void
    ) throws(BitextReadingError) {
        var end: FileOffset?
        let (damage, _) = readUnits(of: file) { unit in
            end = max(unit.sourceOrigin.upperBound, unit.targetOrigin.upperBound)
            each(unit)
        }
        guard let damage else { return }
        guard let end else { throw .damaged(line: damage.line, reason: damage.reason) }
        // The parser reads ahead, so some units before the damage are missing, too.
        defects.append(
            .damagedUnit, Self.range(ofLine: damage.line, in: file.bytes),
            "\(damage.reason). The last unit that was read is on line \(file.line(of: end)).")
    }

    /// The languages of a memory, as its variants name them, and how many variants each has.
    package static func languages(in input: InputFile) throws(BitextReadingError) -> [String: Int] {
        let reader = TMXReader(targetLocale: "")
        let text = try TextFile(input, encoding: reader.encoding(of: input.bytes))
        return reader.readUnits(of: text.file, countingLanguages: true) { _ in }.languages
    }

    /// Reads units to the end or to the first damage.
    private func readUnits(
        of file: SourceFile, countingLanguages: Bool = false, _ each: (Unit) -> Void
    ) -> (damage: XMLDamage?, languages: [String: Int]) {
        file.bytes.withUnsafeBufferPointer { buffer in
            let start = UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
            let options = Int32(
                XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
                    | XML_PARSE_IGNORE_ENC.rawValue)
            xmlInitParser()
            xmlResetLastError()
            guard let start,
                let reader = xmlReaderForMemory(start, Int32(clamping: buffer.count), nil, "UTF-8", options)
            else { return (XMLDamage(line: 1, reason: "damaged XML"), [:]) }
            defer { xmlFreeTextReader(reader) }
            var units = TMXUnits(reader, buffer, source: sourceLocale, target: targetLocale ?? "")
            units.countsLanguages = countingLanguages
            return (units.read(each), units.languages)
        }
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

/// Where and why the XML is not well-formed.
private struct XMLDamage {
    let line: Int
    let reason: String
}

/// Reads the units of a memory, one after the other.
private struct TMXUnits {
    private let reader: xmlTextReaderPtr
    private var segments: SegmentElements
    /// The source language that the caller gave.
    private let givenSource: String?
    /// The `srclang` of the header, and of the unit.
    private var headerSource: String?
    private var unitSource: String?
    private let targetLanguage: String
    /// Whether ``languages`` are counted.
    var countsLanguages = false
    private(set) var languages: [String: Int] = [:]
    private var id = ""
    private var number = 0
    private var ids = UnitIDs()
    private var variantLanguage = ""
    private var source: (text: String, origin: FileRange)?
    private var target: (text: String, origin: FileRange)?
    /// The text of the open `<seg>`.
    private var text: String?
    private var origin = FileOffset(0)..<FileOffset(0)

    init(_ reader: xmlTextReaderPtr, _ bytes: Bytes, source: String?, target: String) {
        self.reader = reader
        segments = SegmentElements(bytes)
        givenSource = source
        targetLanguage = Self.primaryLanguage(target)
    }

    mutating func read(_ each: (Unit) -> Void) -> XMLDamage? {
        var status = xmlTextReaderRead(reader)
        while status == 1 {
            let type = xmlTextReaderNodeType(reader)
            if type == Int32(XML_READER_TYPE_ELEMENT.rawValue) {
                begin(name)
                if xmlTextReaderIsEmptyElement(reader) == 1 { end(name, each) }
            } else if type == Int32(XML_READER_TYPE_END_ELEMENT.rawValue) {
                end(name, each)
            } else if Self.textTypes.contains(type), text != nil, let value = xmlTextReaderConstValue(reader) {
                text?.append(String(cString: value))
            } else if type == Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue) {
                // The DTD that declares the entity is not loaded. Markdown knows HTML's entities, such as `&nbsp;`.
                let entity = name
                text?.append("&\(entity);")
            }
            status = xmlTextReaderRead(reader)
        }
        return status < 0 ? damage() : nil
    }

    /// The parser's error.
    private func damage() -> XMLDamage {
        guard let last = xmlGetLastError(), last.pointee.line > 0, let message = last.pointee.message else {
            return XMLDamage(line: max(1, Int(xmlTextReaderGetParserLineNumber(reader))), reason: "damaged XML")
        }
        let reason = String(cString: message).split(whereSeparator: \.isNewline).first ?? ""
        return XMLDamage(line: Int(last.pointee.line), reason: "damaged XML: \(reason.prefix(200))")
    }

    /// The types of text nodes, blanks between inline elements included.
    private static let textTypes: Set<Int32> = [
        Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
        Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue), Int32(XML_READER_TYPE_WHITESPACE.rawValue),
    ]

    private var name: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }

    private mutating func begin(_ name: String) {
        switch name {
        case "header": headerSource = sourceAttribute
        case "tu":
            number += 1
            (source, target) = (nil, nil)
            unitSource = sourceAttribute
            id = ids.unique(attribute("tuid") ?? String(number))
        case "tuv":
            // Some tools write `XML:LANG`.
            let language = attribute("xml:lang") ?? attribute("lang") ?? attribute(inAnyCase: "xml:lang") ?? ""
            variantLanguage = Self.primaryLanguage(language)
            if countsLanguages, !language.isEmpty { languages[language, default: 0] += 1 }
        case "seg":
            text = ""
            origin = segments.next()
        default: break
        }
    }

    private mutating func end(_ name: String, _ each: (Unit) -> Void) {
        switch name {
        case "seg":
            guard let text else { return }
            if variantLanguage == targetLanguage {
                target = (text, origin)
            } else if variantLanguage == Self.primaryLanguage(sourceLocale ?? "en") {
                source = (text, origin)
            }
            self.text = nil
        case "tu":
            guard let source, let target else { return }
            each(
                Unit(
                    id: id, source: source.text, target: target.text, sourceLocale: sourceLocale,
                    sourceOrigin: source.origin, targetOrigin: target.origin))
        default: break
        }
    }

    private var sourceLocale: String? { givenSource ?? unitSource ?? headerSource }

    /// The `srclang` of an element, as a BCP 47 tag.
    private var sourceAttribute: String? {
        guard let locale = attribute("srclang"), !locale.isEmpty, locale != "*all*" else { return nil }
        return locale.replacing("_", with: "-")
    }

    private func attribute(_ name: String) -> String? {
        guard xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        return xmlTextReaderConstValue(reader).map { String(cString: $0) }
    }

    private func attribute(inAnyCase name: String) -> String? {
        defer { xmlTextReaderMoveToElement(reader) }
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            if let found = xmlTextReaderConstName(reader), String(cString: found).lowercased() == name {
                return xmlTextReaderConstValue(reader).map { String(cString: $0) }
            }
        }
        return nil
    }

    /// `fr` of `fr-FR`.
    private static func primaryLanguage(_ locale: String) -> String {
        locale.prefix { $0 != "-" && $0 != "_" }.lowercased()
    }
}

/// Finds the contents of the `<seg>` elements in the bytes, one after the other. libxml2's reader reads ahead and does not
/// report where an element is.
private struct SegmentElements {
    private struct Tag {
        var range: Range<Int>
        /// Whether the element is a `<seg>`, in any namespace.
        var isSegment: Bool
        var isEnd: Bool
        /// `<seg/>`
        var isEmpty: Bool
    }

    private let bytes: Bytes
    private var offset = 0

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// The content of the next element, between its tags; an empty range if there is none.
    mutating func next() -> FileRange {
        while let open = nextTag() {
            guard open.isSegment, !open.isEnd else { continue }
            let start = open.range.upperBound
            var ahead = self
            while !open.isEmpty, let tag = ahead.nextTag() {
                if tag.isSegment, tag.isEnd { return FileRange(start..<tag.range.lowerBound) }
            }
            return FileRange(start..<start)
        }
        return FileRange(offset..<offset)
    }

    /// The next tag. Comments, CDATA and instructions are skipped, because they may contain text that looks like a tag.
    private mutating func nextTag() -> Tag? {
        while let open = bytes.firstOffset(of: UInt8(ascii: "<"), from: offset) {
            if bytes.has("<!--", at: open) {
                skip(to: "-->", from: open + 4)
            } else if bytes.has("<![CDATA[", at: open) {
                skip(to: "]]>", from: open + 9)
            } else if bytes.has("<?", at: open) {
                skip(to: "?>", from: open + 2)
            } else if bytes.has("<!", at: open) {
                offset = open + 2
            } else {
                let tag = tag(at: open)
                offset = tag.range.upperBound
                return tag
            }
        }
        offset = bytes.count
        return nil
    }

    private mutating func skip(to end: StaticString, from start: Int) {
        offset = bytes.firstOffset(of: end, from: start).map { $0 + end.utf8CodeUnitCount } ?? bytes.count
    }

    private func tag(at open: Int) -> Tag {
        var end = open + 1
        // The values of attributes may contain `>`.
        var quote: UInt8?
        while end < bytes.count, quote != nil || bytes[end] != UInt8(ascii: ">") {
            if bytes[end] == quote {
                quote = nil
            } else if quote == nil, bytes[end].isOne(of: "\"'") {
                quote = bytes[end]
            }
            end += 1
        }
        let isEnd = bytes.has("</", at: open)
        var name = bytes[open + (isEnd ? 2 : 1)..<end].prefix { !$0.isASCIIBlank && $0 != UInt8(ascii: "/") }
        if let colon = name.firstIndex(of: UInt8(ascii: ":")) { name = name[(colon + 1)...] }
        return Tag(
            range: open..<min(end + 1, bytes.count), isSegment: name.elementsEqual("seg".utf8), isEnd: isEnd,
            isEmpty: end - 1 > open && bytes[end - 1] == UInt8(ascii: "/"))
    }
}
