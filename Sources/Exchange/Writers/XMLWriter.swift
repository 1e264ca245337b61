import BitextReaders
internal import CLibXML2

/// Writes XML with libxml2's writer, into memory.
///
/// Elements are closed by the nesting of calls. Line breaks between elements are written by the caller, because in a text
/// each blank counts.
final class XMLWriter {
    private let buffer: xmlBufferPtr
    private let writer: xmlTextWriterPtr
    /// The text that is being written, with a NUL at its end.
    private var scratch: [UInt8] = []

    init() {
        // Fails only where there is no memory.
        guard let buffer = xmlBufferCreate(), let writer = xmlNewTextWriterMemory(buffer, 0) else {
            preconditionFailure("no memory")
        }
        self.buffer = buffer
        self.writer = writer
    }

    deinit {
        xmlFreeTextWriter(writer)
        xmlBufferFree(buffer)
    }

    /// The declaration.
    func startDocument() { xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil) }

    /// An element without line breaks around it.
    func element(_ name: StaticString, _ content: () -> Void = {}) {
        start(name)
        content()
        end()
    }

    /// An element on lines of its own.
    func lines(_ name: StaticString, _ content: () -> Void) {
        start(name)
        content()
        end()
        newLine()
    }

    func start(_ name: StaticString) { xmlTextWriterStartElement(writer, name.xmlPointer) }

    func end() { xmlTextWriterEndElement(writer) }

    func newLine() { xmlTextWriterWriteString(writer, ("\n" as StaticString).xmlPointer) }

    func attribute(_ name: StaticString, _ value: StaticString) {
        xmlTextWriterWriteAttribute(writer, name.xmlPointer, value.xmlPointer)
    }

    /// An attribute. A character that XML does not allow is escaped, see ``CodedText/safe(_:)``.
    func attribute(_ name: StaticString, _ value: String) {
        withPointer(CodedText.safe(value).utf8) { _ = xmlTextWriterWriteAttribute(writer, name.xmlPointer, $0) }
    }

    /// Text that has only characters that XML allows.
    func text(_ bytes: some Sequence<UInt8>) {
        withPointer(bytes) { _ = xmlTextWriterWriteString(writer, $0) }
    }

    func text(_ string: String) { text(string.utf8) }

    /// What was written since the last call.
    func take() -> [UInt8] {
        xmlTextWriterFlush(writer)
        let written = Array(UnsafeBufferPointer(start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer))))
        xmlBufferEmpty(buffer)
        return written
    }

    private func withPointer(_ bytes: some Sequence<UInt8>, _ body: (UnsafePointer<UInt8>) -> Void) {
        scratch.removeAll(keepingCapacity: true)
        scratch.append(contentsOf: bytes)
        scratch.append(0)
        scratch.withUnsafeBufferPointer { if let start = $0.baseAddress { body(start) } }
    }
}

extension StaticString {
    /// The bytes, with a NUL at the end as in each static string.
    fileprivate var xmlPointer: UnsafePointer<UInt8> { utf8Start }
}
