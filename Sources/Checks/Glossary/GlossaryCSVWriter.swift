/// Writes terms as the CSV that ``GlossaryCSV`` reads.
package enum GlossaryCSVWriter {
    /// - Throws: ``Glossary/ReadingError`` for a term that the form cannot hold.
    package static func document(_ terms: [Glossary.Term]) throws(Glossary.ReadingError) -> [UInt8] {
        var document = "source,target,forbidden,note,locale\n"
        for term in terms {
            guard !(term.targets + term.forbidden).contains(where: { $0.contains("|") }) else {
                throw Glossary.ReadingError(
                    line: nil,
                    reason: "a target of “\(term.source.prefix(80))” has a |, which is between targets in CSV")
            }
            let fields = [
                term.source, term.targets.joined(separator: "|"), term.forbidden.joined(separator: "|"),
                term.note ?? "", term.locale ?? "",
            ]
            document += fields.map(field).joined(separator: ",") + "\n"
        }
        return Array(document.utf8)
    }

    private static func field(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 < 0x20 }
        return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }
}
