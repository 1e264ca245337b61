import Bitext
import BitextReaders
import Hashing

/// Writes pages as one translation memory, TMX 1.4b. A pair of texts that several segments have is in it once.
public struct TMXWriter {
    let xml = XMLWriter()
    private var known: Set<Pair> = []

    /// The hashes of a source and of a target with their languages.
    private struct Pair: Hashable {
        let source: UInt64
        let target: UInt64
    }

    /// A writer that has written nothing yet.
    public init() {}

    private static func hash(_ text: ArraySlice<UInt8>) -> UInt64 { text.withUnsafeBufferPointer { KeyHash.of($0) } }

    /// The beginning of the file.
    ///
    /// - Parameters:
    ///   - version: that of Diptych.
    ///   - sourceLocale: what the header names. A unit whose page has another one than `en-US` names its own.
    public func beginning(version: String, sourceLocale: String = "en-US") -> [UInt8] {
        xml.startDocument()
        xml.start("tmx")
        xml.attribute("version", "1.4")
        xml.newLine()
        xml.lines("header") {
            xml.attribute("creationtool", "Diptych")
            xml.attribute("creationtoolversion", version)
            xml.attribute("segtype", "sentence")
            xml.attribute("o-tmf", "Markdown")
            xml.attribute("adminlang", "en-US")
            xml.attribute("srclang", sourceLocale)
            xml.attribute("datatype", "plaintext")
        }
        xml.start("body")
        xml.newLine()
        return xml.take()
    }

    /// The units of a page that no page before it has, and how many segments of the page are in the file now.
    public mutating func units(of page: ExchangePage) -> (bytes: [UInt8], segments: Int) {
        var count = 0
        let (sources, targets) = (page.bitext.source.bytes, page.bitext[.target].bytes)
        let locale = page.targetLocale ?? ""
        for block in page.blocks {
            for segment in block.segments {
                guard let target = segment.codes.target, let range = page.bitext.segments[segment.index].target?.range,
                    let source = page.bitext.segments[segment.index].source?.range, !range.isEmpty
                else { continue }
                count += 1
                let pair = Pair(
                    source: Self.hash(sources[source.values]),
                    target: Self.hash((Array(locale.utf8) + targets[range.values])[...]))
                guard known.insert(pair).inserted else { continue }
                write(segment, target, page)
            }
        }
        return (xml.take(), count)
    }

    /// The end of the file.
    public func end() -> [UInt8] {
        xml.end()
        xml.newLine()
        xml.end()
        xml.newLine()
        return xml.take()
    }

    private func write(_ segment: ExchangeSegment, _ target: CodedVariant, _ page: ExchangePage) {
        xml.lines("tu") {
            xml.attribute("tuid", String(known.count))
            if page.sourceLocale != "en-US" { xml.attribute("srclang", page.sourceLocale) }
            for finding in segment.findings {
                xml.element("note") { xml.text(finding.note(in: page.ids[segment.index])) }
            }
            property(ExchangeProperty.page, page.name)
            property(ExchangeProperty.segment, page.ids[segment.index])
            property(ExchangeProperty.targetHash, segment.targetHash)
            variant(page.sourceLocale, segment.codes.source, page.bitext.source.bytes)
            variant(page.targetLocale ?? "", target, page.bitext[.target].bytes)
        }
    }

    func property(_ type: String, _ value: String) {
        xml.element("prop") {
            xml.attribute("type", type)
            xml.text(value)
        }
    }

    private func variant(_ locale: String, _ variant: CodedVariant, _ bytes: [UInt8]) {
        xml.newLine()
        xml.element("tuv") {
            xml.attribute("xml:lang", locale)
            xml.element("seg") { InlineXML(xml: xml, form: .tmx).write(variant, bytes) }
        }
    }
}
