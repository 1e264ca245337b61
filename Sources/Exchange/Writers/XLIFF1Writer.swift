import Bitext
import BitextReaders
import Checks

/// Writes a page as XLIFF 1.2: a group for each block, a `<trans-unit>` for each segment.
///
/// Findings are notes only: the strict schema allows no elements of ITS.
struct XLIFF1Writer {
    private let page: ExchangePage
    private let xml = XMLWriter()

    init(_ page: ExchangePage) { self.page = page }

    func document() -> [UInt8] {
        xml.startDocument()
        xml.lines("xliff") {
            xml.attribute("xmlns", "urn:oasis:names:tc:xliff:document:1.2")
            xml.attribute("version", "1.2")
            xml.newLine()
            xml.lines("file") {
                xml.attribute("original", page.name)
                xml.attribute("source-language", page.sourceLocale)
                if let locale = page.targetLocale { xml.attribute("target-language", locale) }
                xml.attribute("datatype", "x-markdown")
                xml.attribute("tool-id", "diptych")
                xml.attribute("product-name", "diptych")
                xml.attribute("product-version", "\(ExchangeProperty.pageHash):\(page.sha256)")
                if let revision = page.sourceRevision { xml.attribute("build-num", revision) }
                xml.newLine()
                xml.lines("header") {
                    xml.element("tool") {
                        xml.attribute("tool-id", "diptych")
                        xml.attribute("tool-name", "Diptych")
                    }
                }
                xml.lines("body") {
                    xml.newLine()
                    for (index, block) in page.blocks.enumerated() {
                        xml.lines("group") {
                            xml.attribute("id", "block.\(index + 1)")
                            xml.newLine()
                            for segment in block.segments { write(segment, in: block) }
                        }
                    }
                }
            }
        }
        return xml.take()
    }

    private func write(_ segment: ExchangeSegment, in block: ExchangePage.Block) {
        let id = page.ids[segment.index]
        let inline = InlineXML(xml: xml, form: .xliff12)
        xml.lines("trans-unit") {
            xml.attribute("id", id)
            xml.attribute("xml:space", "preserve")
            xml.attribute("extradata", "\(ExchangeProperty.targetHash):\(segment.targetHash)")
            xml.newLine()
            xml.lines("source") { inline.write(segment.codes.source, page.bitext.source.bytes) }
            xml.lines("target") {
                switch segment.state {
                case .untranslated: xml.attribute("state", "needs-translation")
                case .needsReview: xml.attribute("state", "needs-review-translation")
                case .translated: xml.attribute("state", "translated")
                }
                if let target = segment.codes.target, !target.pieces.isEmpty {
                    inline.write(target, segment.targetBytes(page.bitext[.target].bytes))
                } else {
                    // Tools such as OmegaT translate what is in the target.
                    inline.write(segment.codes.source, page.bitext.source.bytes)
                }
            }
            note(page.place(of: segment, in: block), "general", priority: nil)
            if !segment.hasPlace { note(ExchangeSegment.noPlace, "target", priority: nil) }
            for finding in segment.findings {
                note(finding.note(in: id), "target", priority: finding.severity.priority)
            }
        }
    }

    private func note(_ text: String, _ annotates: StaticString, priority: String?) {
        xml.lines("note") {
            xml.attribute("from", "diptych")
            xml.attribute("annotates", annotates)
            if let priority { xml.attribute("priority", priority) }
            xml.text(text)
        }
    }
}
