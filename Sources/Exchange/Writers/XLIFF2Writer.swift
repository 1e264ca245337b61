import Bitext
import BitextReaders
import Checks

/// Writes a page as XLIFF 2.1: a unit for each block, a segment for each segment of the page.
final class XLIFF2Writer {
    private let page: ExchangePage
    private let xml = XMLWriter()
    private let sourceBytes: [UInt8]
    private let targetBytes: [UInt8]

    init(_ page: ExchangePage) {
        self.page = page
        sourceBytes = page.bitext.source.bytes
        targetBytes = page.bitext[.target].bytes
    }

    func document() -> [UInt8] {
        xml.startDocument()
        xml.lines("xliff") {
            xml.attribute("xmlns", "urn:oasis:names:tc:xliff:document:2.0")
            xml.attribute("xmlns:mda", "urn:oasis:names:tc:xliff:metadata:2.0")
            xml.attribute("xmlns:its", "http://www.w3.org/2005/11/its")
            xml.attribute("version", "2.1")
            xml.attribute("srcLang", page.sourceLocale)
            if let locale = page.targetLocale { xml.attribute("trgLang", locale) }
            xml.attribute("its:version", "2.0")
            xml.newLine()
            xml.lines("file") {
                xml.attribute("id", "page")
                xml.attribute("original", page.name)
                xml.attribute("xml:space", "preserve")
                xml.newLine()
                metadata {
                    meta(ExchangeProperty.pageHash, page.sha256)
                    if let revision = page.sourceRevision { meta(ExchangeProperty.sourceRevision, revision) }
                }
                for block in page.blocks { write(block) }
            }
        }
        return xml.take()
    }

    private func metadata(_ write: () -> Void) {
        xml.element("mda:metadata") {
            xml.element("mda:metaGroup") {
                xml.attribute("category", ExchangeProperty.category)
                write()
            }
        }
        xml.newLine()
    }

    private func meta(_ type: String, _ value: String) {
        xml.element("mda:meta") {
            xml.attribute("type", type)
            xml.text(value)
        }
    }

    private func write(_ block: ExchangePage.Block) {
        guard let first = block.segments.first else { return }
        let data = OriginalData(block.segments, sourceBytes, targetBytes)
        xml.lines("unit") {
            xml.attribute("id", "unit." + page.ids[first.index])
            // A segment of the page is a segment when it comes back.
            xml.attribute("canResegment", "no")
            xml.newLine()
            metadata {
                for segment in block.segments { meta(page.ids[segment.index], segment.targetHash) }
            }
            for segment in block.segments where !segment.findings.isEmpty { issues(of: segment) }
            notes(of: block)
            if !data.texts.isEmpty { write(data) }
            var firstID = 0
            var last: ExchangeSegment?
            for segment in block.segments {
                if let last, let blanks = page.blanks(between: last, segment) {
                    xml.lines("ignorable") { xml.element("source") { xml.text(blanks) } }
                }
                last = segment
                write(segment, firstID: firstID, data)
                firstID += segment.codes.codeCount
            }
        }
    }

    /// The findings of a segment as ITS 2.0 has them.
    private func issues(of segment: ExchangeSegment) {
        xml.lines("its:locQualityIssues") {
            xml.attribute("xml:id", "issues." + page.ids[segment.index])
            for finding in segment.findings {
                xml.element("its:locQualityIssue") {
                    xml.attribute("locQualityIssueType", finding.category.itsType)
                    xml.attribute("locQualityIssueSeverity", finding.severity.itsSeverity)
                    xml.attribute("locQualityIssueComment", "\(finding.rule): \(finding.message)")
                }
            }
        }
    }

    private func notes(of block: ExchangePage.Block) {
        xml.lines("notes") {
            for (index, segment) in block.segments.enumerated() {
                if index == 0 {
                    xml.lines("note") {
                        xml.attribute("category", "location")
                        page.addPlace(of: segment, in: block) { xml.text($0) }
                    }
                }
                if !segment.hasPlace {
                    xml.lines("note") {
                        xml.attribute("category", "place")
                        xml.attribute("appliesTo", "target")
                        xml.text("\(ExchangeSegment.noPlace) (\(page.ids[segment.index]))")
                    }
                }
                for finding in segment.findings {
                    xml.lines("note") {
                        xml.attribute("category", "finding")
                        xml.attribute("appliesTo", "target")
                        xml.attribute("priority", finding.severity.priority)
                        xml.text(finding.note(in: page.ids[segment.index]))
                    }
                }
            }
        }
    }

    private func write(_ data: OriginalData) {
        xml.lines("originalData") {
            for (index, text) in data.texts.enumerated() {
                xml.element("data") {
                    xml.attribute("id", "d\(index + 1)")
                    xml.text(text)
                }
            }
        }
    }

    private func write(_ segment: ExchangeSegment, firstID: Int, _ data: OriginalData) {
        xml.lines("segment") {
            xml.attribute("id", page.ids[segment.index])
            switch segment.state {
            case .untranslated: xml.attribute("state", "initial")
            case .translated: xml.attribute("state", "translated")
            case .needsReview:
                xml.attribute("state", "translated")
                xml.attribute("subState", "diptych:needs-review")
            }
            xml.element("source") { write(segment.codes.source, sourceBytes, firstID, data) }
            guard let target = segment.codes.target, !target.pieces.isEmpty else { return }
            let targetBytes = segment.targetBytes(targetBytes)
            xml.element("target") {
                guard !segment.findings.isEmpty else { return write(target, targetBytes, firstID, data) }
                xml.element("mrk") {
                    xml.attribute("id", "mrk." + page.ids[segment.index])
                    xml.attribute("type", "its:any")
                    xml.attribute("its:locQualityIssuesRef", "#its=issues." + page.ids[segment.index])
                    write(target, targetBytes, firstID, data)
                }
            }
        }
    }

    private func write(_ variant: CodedVariant, _ bytes: [UInt8], _ firstID: Int, _ data: OriginalData) {
        var closings: [Int: Range<Int>] = [:]
        for piece in variant.pieces where piece.role == .close { closings[piece.id] = piece.range }
        for piece in variant.pieces {
            switch piece.role {
            case nil: xml.text(bytes[piece.range])
            case .close: xml.end()
            case .single:
                xml.element("ph") {
                    attributes(of: piece, firstID)
                    xml.attribute("dataRef", data.reference(to: piece.range, bytes))
                    xml.attribute("disp", bytes[piece.range])
                }
            case .open:
                let closing = closings[piece.id] ?? piece.range
                xml.start("pc")
                attributes(of: piece, firstID)
                xml.attribute("dataRefStart", data.reference(to: piece.range, bytes))
                xml.attribute("dataRefEnd", data.reference(to: closing, bytes))
                xml.attribute("dispStart", bytes[piece.range])
                xml.attribute("dispEnd", bytes[closing])
            }
        }
    }

    private func attributes(of piece: CodedVariant.Piece, _ firstID: Int) {
        xml.attribute("id", String(firstID + piece.id))
        xml.attribute("canCopy", "no")
        xml.attribute("canDelete", "no")
        switch piece.kind {
        case .strong, .emphasis:
            xml.attribute("type", "fmt")
            xml.attribute("subType", piece.kind == .strong ? "xlf:b" : "xlf:i")
        case .strikethrough: xml.attribute("type", "fmt")
        case .link: xml.attribute("type", "link")
        case .image: xml.attribute("type", "image")
        default: xml.attribute("type", "other")
        }
    }
}

/// The markup of all codes of a unit, each text once.
private struct OriginalData {
    private(set) var texts: [ArraySlice<UInt8>] = []
    /// The numbers of the texts, where there are so many that a search takes longer.
    private var numbers: [ArraySlice<UInt8>: Int] = [:]
    private static let mostSearched = 8

    init(_ segments: ArraySlice<ExchangeSegment>, _ sourceBytes: [UInt8], _ targetBytes: [UInt8]) {
        for segment in segments {
            for piece in segment.codes.source.pieces where piece.role != nil { add(sourceBytes[piece.range]) }
            let bytes = segment.targetBytes(targetBytes)
            for piece in segment.codes.target?.pieces ?? [] where piece.role != nil { add(bytes[piece.range]) }
        }
    }

    private mutating func add(_ text: ArraySlice<UInt8>) {
        guard number(of: text) == nil else { return }
        texts.append(text)
        if texts.count == Self.mostSearched + 1 {
            for (index, text) in texts.enumerated() { numbers[text] = index + 1 }
        } else if texts.count > Self.mostSearched {
            numbers[text] = texts.count
        }
    }

    private func number(of text: ArraySlice<UInt8>) -> Int? {
        texts.count > Self.mostSearched ? numbers[text] : texts.firstIndex(of: text).map { $0 + 1 }
    }

    func reference(to range: Range<Int>, _ bytes: [UInt8]) -> String { "d\(number(of: bytes[range]) ?? 0)" }
}
