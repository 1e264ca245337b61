import Bitext
internal import CLibXML2

/// Reads a translation memory (TMX 1.4b, https://www.gala-global.org/tmx-14b): the variants of each unit in the source
/// language, which the header names, and in the target language. A unit without one of them is skipped.
///
/// Streamed by libxml2's reader. Entities are not expanded, and nothing is fetched.
public struct TMXReader: UnitReader {
    /// The source language if the header does not name it.
    public let sourceLocale: String?
    public let targetLocale: String?

    /// - Parameter targetLocale: the target language. Only its primary language is compared: `fr` of `fr-FR`.
    public init(targetLocale: String, sourceLocale: String = "en") {
        self.targetLocale = targetLocale
        self.sourceLocale = sourceLocale
    }

    public func readUnits(of file: SourceFile, _ each: (Unit) -> Void) throws(BitextReadingError) {
        let failure: BitextReadingError? = file.bytes.withUnsafeBufferPointer { buffer in
            let start = UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
            let options = Int32(
                XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
                    | XML_PARSE_IGNORE_ENC.rawValue)
            guard let start,
                let reader = xmlReaderForMemory(start, Int32(clamping: buffer.count), nil, "UTF-8", options)
            else { return .damaged(line: 1, reason: "not XML") }
            defer { xmlFreeTextReader(reader) }
            var units = TMXUnits(reader, buffer, source: sourceLocale ?? "en", target: targetLocale ?? "")
            return units.read(each)
        }
        if let failure { throw failure }
    }
}

/// Reads the units of a memory, one after the other.
private struct TMXUnits {
    private let reader: xmlTextReaderPtr
    private var segments: SegmentElements
    private var sourceLanguage: String
    private let targetLanguage: String
    private var id = ""
    private var number = 0
    private var variantLanguage = ""
    private var source: (text: String, origin: FileRange)?
    private var target: (text: String, origin: FileRange)?
    /// The text of the open `<seg>`.
    private var text: String?
    private var origin = FileOffset(0)..<FileOffset(0)

    init(_ reader: xmlTextReaderPtr, _ bytes: Bytes, source: String, target: String) {
        self.reader = reader
        segments = SegmentElements(bytes)
        sourceLanguage = Self.primaryLanguage(source)
        targetLanguage = Self.primaryLanguage(target)
    }

    mutating func read(_ each: (Unit) -> Void) -> BitextReadingError? {
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
            }
            status = xmlTextReaderRead(reader)
        }
        guard status < 0 else { return nil }
        return .damaged(line: Int(xmlTextReaderGetParserLineNumber(reader)), reason: "the XML is damaged")
    }

    /// The types of text nodes, blanks between inline elements included.
    private static let textTypes: Set<Int32> = [
        Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
        Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue), Int32(XML_READER_TYPE_WHITESPACE.rawValue),
    ]

    private var name: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }

    private mutating func begin(_ name: String) {
        switch name {
        case "header":
            guard let locale = attribute("srclang"), locale != "*all*" else { return }
            sourceLanguage = Self.primaryLanguage(locale)
        case "tu":
            number += 1
            (source, target) = (nil, nil)
            id = attribute("tuid") ?? String(number)
        case "tuv": variantLanguage = Self.primaryLanguage(attribute("xml:lang") ?? attribute("lang") ?? "")
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
            } else if variantLanguage == sourceLanguage {
                source = (text, origin)
            }
            self.text = nil
        case "tu":
            guard let source, let target else { return }
            each(
                Unit(
                    id: id, source: source.text, target: target.text, sourceOrigin: source.origin,
                    targetOrigin: target.origin))
        default: break
        }
    }

    private func attribute(_ name: String) -> String? {
        guard xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        return xmlTextReaderConstValue(reader).map { String(cString: $0) }
    }

    /// `fr` of `fr-FR`.
    private static func primaryLanguage(_ locale: String) -> String {
        locale.prefix { $0 != "-" && $0 != "_" }.lowercased()
    }
}

/// Finds the contents of the `<seg>` elements in the bytes, one after the other. libxml2's reader reads ahead and does not
/// report where an element is.
private struct SegmentElements {
    private let bytes: Bytes
    private var offset = 0

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// The content of the next element, between its tags; an empty range if there is none.
    mutating func next() -> FileRange {
        while let open = bytes.firstOffset(of: UInt8(ascii: "<"), from: offset) {
            offset = open + 1
            if bytes.has("<!--", at: open) {
                offset = bytes.firstOffset(of: "-->", from: open) ?? bytes.count
            } else if bytes.has("<![CDATA[", at: open) {
                offset = bytes.firstOffset(of: "]]>", from: open) ?? bytes.count
            } else if bytes.has("<seg>", at: open) || bytes.has("<seg ", at: open) || bytes.has("<seg/", at: open) {
                guard let close = bytes.firstOffset(of: UInt8(ascii: ">"), from: open) else { break }
                offset = close + 1
                if bytes[close - 1] == UInt8(ascii: "/") { return FileOffset(offset)..<FileOffset(offset) }
                let end = bytes.firstOffset(of: "</seg", anchor: 1, from: offset) ?? offset
                return FileOffset(offset)..<FileOffset(end)
            }
        }
        return FileOffset(offset)..<FileOffset(offset)
    }
}
