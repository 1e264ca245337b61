import Checks

/// Writes a glossary as TBX-Basic of 2019 (ISO 30042, style `dca`).
package enum TBXWriter {
    /// - Returns: nil where a term has no locale.
    package static func document(_ terms: [Glossary.Term]) -> [UInt8]? {
        guard terms.allSatisfy({ $0.locale != nil }) else { return nil }
        let xml = XMLWriter()
        xml.startDocument()
        xml.start("tbx")
        xml.attribute("type", "TBX-Basic")
        xml.attribute("style", "dca")
        xml.attribute("xml:lang", "en")
        xml.attribute("xmlns", "urn:iso:std:iso:30042:ed-2")
        xml.newLine()
        xml.lines("tbxHeader") {
            xml.element("fileDesc") {
                xml.element("sourceDesc") { xml.element("p") { xml.text("Glossary written by Diptych") } }
            }
        }
        xml.start("text")
        xml.start("body")
        xml.newLine()
        for (index, concept) in concepts(of: terms).enumerated() { write(concept, number: index + 1, xml) }
        xml.end()
        xml.end()
        xml.newLine()
        xml.end()
        xml.newLine()
        return xml.take()
    }

    /// Terms with the same source and note follow each other: one for each locale are one concept.
    private static func concepts(of terms: [Glossary.Term]) -> [[Glossary.Term]] {
        var concepts: [[Glossary.Term]] = []
        for term in terms {
            if let last = concepts.last, let first = last.first, first.source == term.source, first.note == term.note,
                !last.contains(where: { $0.locale == term.locale })
            {
                concepts[concepts.count - 1].append(term)
            } else {
                concepts.append([term])
            }
        }
        return concepts
    }

    private static func write(_ concept: [Glossary.Term], number: Int, _ xml: XMLWriter) {
        guard let first = concept.first else { return }
        xml.lines("conceptEntry") {
            xml.attribute("id", "c\(number)")
            xml.newLine()
            if let note = first.note { xml.lines("note") { xml.text(note) } }
            xml.lines("langSec") {
                xml.attribute("xml:lang", "en")
                write(first.source, nil, xml)
            }
            for term in concept {
                xml.lines("langSec") {
                    xml.attribute("xml:lang", term.locale ?? "")
                    for (index, target) in term.targets.enumerated() {
                        write(target, index == 0 ? "preferredTerm-admn-sts" : "admittedTerm-admn-sts", xml)
                    }
                    for word in term.forbidden { write(word, "deprecatedTerm-admn-sts", xml) }
                }
            }
        }
    }

    private static func write(_ term: String, _ status: String?, _ xml: XMLWriter) {
        xml.element("termSec") {
            xml.element("term") { xml.text(term) }
            if let status {
                xml.element("termNote") {
                    xml.attribute("type", "administrativeStatus")
                    xml.text(status)
                }
            }
        }
    }
}
