import Bitext
internal import CLibXML2

/// Sentence pairs from a file that is no page: TMX 1.4 or tab-separated text.
public enum PairFile {
    /// Why a file gives no pairs.
    public struct ReadingError: Error, Equatable, CustomStringConvertible {
        public let line: Int
        public let reason: String
        public var description: String { "line \(line): \(reason)" }
    }

    /// Reads tab-separated pairs: source, target, and whatever stands behind; empty lines are skipped.
    public static func readTSV(_ bytes: [UInt8], each: (_ source: String, _ target: String) -> Void)
        throws(ReadingError)
    {
        var line = 0
        for row in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            let row = row.last == UInt8(ascii: "\r") ? row.dropLast() : row
            guard !row.isEmpty else { continue }
            let fields = row.split(separator: UInt8(ascii: "\t"), maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count >= 2 else { throw ReadingError(line: line, reason: "no tab between source and target") }
            each(String(decoding: fields[0], as: UTF8.self), String(decoding: fields[1], as: UTF8.self))
        }
    }

    /// Reads a translation memory (TMX 1.4b, https://www.gala-global.org/tmx-14b): of each unit the segment in the header's
    /// source language and the one in the target's.
    ///
    /// Streamed by libxml2's reader; entities are not expanded and nothing is fetched.
    ///
    /// - Parameter language: the target's, by its code; a unit without it is skipped.
    public static func readTMX(
        _ bytes: [UInt8], language: Language, each: (_ source: String, _ target: String) -> Void
    ) throws(ReadingError) {
        let result: ReadingError? = bytes.withUnsafeBufferPointer { buffer in
            let start = UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
            let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
            guard let start, let reader = xmlReaderForMemory(start, Int32(clamping: buffer.count), nil, nil, options)
            else {
                return ReadingError(line: 1, reason: "no XML")
            }
            defer { xmlFreeTextReader(reader) }
            return read(reader, language, each)
        }
        if let result { throw result }
    }

    private static func read(
        _ reader: xmlTextReaderPtr, _ language: Language, _ each: (String, String) -> Void
    ) -> ReadingError? {
        var sourceCode = "en"
        var variantCode = ""
        var source: String?
        var target: String?
        var text: String?
        var status = xmlTextReaderRead(reader)
        while status == 1 {
            let type = xmlTextReaderNodeType(reader)
            let name = xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
            if type == Int32(XML_READER_TYPE_ELEMENT.rawValue) {
                switch name {
                case "header": sourceCode = code(attribute("srclang", reader)) ?? sourceCode
                case "tu": (source, target) = (nil, nil)
                case "tuv": variantCode = code(attribute("xml:lang", reader) ?? attribute("lang", reader)) ?? ""
                case "seg": text = ""
                default: break
                }
            } else if type == Int32(XML_READER_TYPE_TEXT.rawValue) || type == Int32(XML_READER_TYPE_CDATA.rawValue) {
                if text != nil, let value = xmlTextReaderConstValue(reader) { text?.append(String(cString: value)) }
            } else if type == Int32(XML_READER_TYPE_END_ELEMENT.rawValue) {
                if name == "seg", let segment = text {
                    if variantCode == language.code {
                        target = segment
                    } else if variantCode == sourceCode {
                        source = segment
                    }
                    text = nil
                } else if name == "tu", let source, let target {
                    each(source, target)
                }
            }
            status = xmlTextReaderRead(reader)
        }
        guard status < 0 else { return nil }
        return ReadingError(line: Int(xmlTextReaderGetParserLineNumber(reader)), reason: "the XML is damaged")
    }

    private static func attribute(_ name: String, _ reader: xmlTextReaderPtr) -> String? {
        guard xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        return xmlTextReaderConstValue(reader).map { String(cString: $0) }
    }

    private static func code(_ locale: String?) -> String? { locale.map { Language(locale: $0).code } }
}
