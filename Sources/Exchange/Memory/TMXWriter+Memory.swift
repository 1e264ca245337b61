import BitextReaders

extension TMXWriter {
    /// Writes a pair as a unit, in two parts: how often it occurs is known at the end, and is between them.
    ///
    /// - Parameter number: of the unit, from 1 on.
    package func unit(of pair: MemoryPair, number: Int) -> (beginning: [UInt8], end: [UInt8]) {
        xml.start("tu")
        xml.attribute("tuid", String(number))
        if pair.sourceLocale != SpanPageReader.defaultSourceLocale { xml.attribute("srclang", pair.sourceLocale) }
        xml.newLine()
        if let page = pair.page { property(ExchangeProperty.page, page) }
        if let segment = pair.segment { property(ExchangeProperty.segment, segment) }
        let beginning = xml.take()
        variant(pair.sourceLocale, pair.source)
        variant(pair.targetLocale, pair.target)
        xml.end()
        xml.newLine()
        return (beginning, xml.take())
    }

    /// The property with the number of occurrences.
    package static func countProperty(_ count: Int) -> [UInt8] {
        Array("<prop type=\"\(ExchangeProperty.count)\">\(count)</prop>".utf8)
    }

    private func variant(_ locale: String, _ text: CodedText) {
        xml.newLine()
        xml.element("tuv") {
            xml.attribute("xml:lang", locale)
            xml.element("seg") {
                for part in text.parts {
                    switch part {
                    case .text(let text): xml.text(text)
                    case .code(let code): write(code)
                    }
                }
            }
        }
    }

    private func write(_ code: CodedText.Code) {
        let name: StaticString =
            switch code.role {
            case .open: "bpt"
            case .close: "ept"
            case .single: "ph"
            }
        xml.element(name) {
            if code.role != .single { xml.attribute("i", code.id) }
            if code.role != .close {
                xml.attribute("x", code.id)
                xml.attribute("type", code.tmxType)
            }
            xml.text(code.data ?? "")
        }
    }
}

extension CodedText.Code {
    /// The type of a code in TMX, by its Markdown.
    fileprivate var tmxType: StaticString {
        guard role == .open, let data else { return "x-other" }
        if data.hasPrefix("**") || data.hasPrefix("__") { return "bold" }
        if data.hasPrefix("*") || data.hasPrefix("_") { return "italic" }
        if data.hasPrefix("![") { return "image" }
        return data.hasPrefix("[") ? "link" : "x-other"
    }
}
