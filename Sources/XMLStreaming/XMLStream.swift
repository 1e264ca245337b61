import Bitext
internal import CLibXML2

/// Where and why XML is not well-formed.
package struct XMLDamage: Sendable {
    /// 1-based.
    package let line: Int
    package let reason: String

    /// Nothing can be said of it.
    package static let unreadable = XMLDamage(line: 1, reason: "damaged XML")

    package init(line: Int, reason: String) { (self.line, self.reason) = (line, reason) }
}

/// Streams the bytes of an XML file through libxml2's reader. Entities are not expanded, nothing is fetched, and the depth and
/// the length of a text have the bounds of libxml2.
package final class XMLStream {
    package enum Event {
        /// An element begins. The name has no namespace.
        case start(String, isEmpty: Bool)
        case end(String)
        case text(String)
        /// An entity that a DTD would declare.
        case reference(String)
        /// The XML is damaged; the last event.
        case damage(XMLDamage)
    }

    private let reader: xmlTextReaderPtr
    private let refusesEntities: Bool
    /// The first attribute with an entity that would have to be expanded.
    private var entityInAttribute: XMLDamage?

    /// - Parameters:
    ///   - bytes: as UTF-8. They must outlive the stream.
    ///   - refusesEntities: whether an entity that a DTD would declare is damage. Its name is not what the author meant.
    package init?(_ bytes: Bytes, refusesEntities: Bool = false) {
        self.refusesEntities = refusesEntities
        let options = Int32(
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
                | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_BIG_LINES.rawValue)
        xmlInitParser()
        xmlResetLastError()
        guard let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self),
            let reader = xmlReaderForMemory(start, Int32(clamping: bytes.count), nil, "UTF-8", options)
        else { return nil }
        self.reader = reader
        // Without a function, libxml2 prints on standard error that a text is too long, whatever the options say.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
    }

    deinit {
        xmlSetStructuredErrorFunc(nil, nil)
        xmlFreeTextReader(reader)
    }

    /// The next event; nil at the end of the file.
    package func next() -> Event? {
        while true {
            if let entityInAttribute { return .damage(entityInAttribute) }
            let status = xmlTextReaderRead(reader)
            guard status == 1 else { return status < 0 ? .damage(damage()) : nil }
            switch xmlTextReaderNodeType(reader) {
            case Self.element: return .start(name, isEmpty: xmlTextReaderIsEmptyElement(reader) == 1)
            case Self.endElement: return .end(name)
            case Self.entityReference: return refusesEntities ? .damage(entity(name)) : .reference(name)
            case let type where Self.textTypes.contains(type):
                if let value = xmlTextReaderConstValue(reader) { return .text(String(cString: value)) }
            default: break
            }
        }
    }

    private static let element = Int32(XML_READER_TYPE_ELEMENT.rawValue)
    private static let endElement = Int32(XML_READER_TYPE_END_ELEMENT.rawValue)
    private static let entityReference = Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue)
    /// The types of text nodes, blanks between inline elements included.
    private static let textTypes: [Int32] = [
        Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
        Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue), Int32(XML_READER_TYPE_WHITESPACE.rawValue),
    ]

    private var name: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }

    /// The namespace of the element; empty where it has none.
    package var namespace: String { xmlTextReaderConstNamespaceUri(reader).map { String(cString: $0) } ?? "" }

    /// The language of the element, by its own `xml:lang` or that of an element around it; empty where none has one.
    package var language: String { xmlTextReaderConstXmlLang(reader).map { String(cString: $0) } ?? "" }

    /// How many elements are around the element.
    package var depth: Int { Int(xmlTextReaderDepth(reader)) }

    /// The 1-based line of the element.
    package var line: Int {
        guard let node = xmlTextReaderCurrentNode(reader) else { return 1 }
        return max(1, xmlGetLineNo(node))
    }

    /// An attribute of the element that has just begun.
    package func attribute(_ name: String) -> String? {
        guard xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        if refusesEntities, let name = entityInValue {
            entityInAttribute = entityInAttribute ?? entity(name)
            return nil
        }
        return xmlTextReaderConstValue(reader).map { String(cString: $0) }
    }

    /// The same, whatever the case of its name.
    package func attribute(inAnyCase name: String) -> String? {
        defer { xmlTextReaderMoveToElement(reader) }
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            if let found = xmlTextReaderConstName(reader), String(cString: found).lowercased() == name {
                return xmlTextReaderConstValue(reader).map { String(cString: $0) }
            }
        }
        return nil
    }

    /// The entity in the value of the current attribute, which libxml2 would expand.
    private var entityInValue: String? {
        var part = xmlTextReaderCurrentNode(reader).flatMap { $0.pointee.children }
        while let node = part {
            if node.pointee.type == XML_ENTITY_REF_NODE { return node.pointee.name.map { String(cString: $0) } ?? "" }
            part = node.pointee.next
        }
        return nil
    }

    private func entity(_ name: String) -> XMLDamage {
        XMLDamage(
            line: line,
            reason: "the entity &\(name.prefix(40)); is not expanded; write the text that it stands for in its place")
    }

    /// The parser's error.
    private func damage() -> XMLDamage {
        guard let last = xmlGetLastError(), last.pointee.line > 0, let message = last.pointee.message else {
            return XMLDamage(line: max(1, Int(xmlTextReaderGetParserLineNumber(reader))), reason: "damaged XML")
        }
        let reason = String(cString: message).split(whereSeparator: \.isNewline).first ?? ""
        // XML_MAX_TEXT_LENGTH and XML_MAX_LOOKUP_LIMIT of libxml2.
        if reason.contains("huge text") || reason.contains("Huge input") {
            return XMLDamage(line: Int(last.pointee.line), reason: "a text, comment or attribute of more than 10 MB")
        }
        return XMLDamage(line: Int(last.pointee.line), reason: "damaged XML: \(reason.prefix(200))")
    }
}
