/// Reads a glossary from CSV (RFC 4180), with `,`, `;` or tabs between the fields.
///
/// The first row names the columns: `source`, `target`, and optionally `forbidden`, `note` and `locale`, in any order
/// and case. Several targets or forbidden words have `|` between them.
enum GlossaryCSV {
    private enum Column: String, CaseIterable {
        case source, target, forbidden, note, locale
    }

    static func terms(in bytes: [UInt8], locale: String?) throws(Glossary.ReadingError) -> [Glossary.Term] {
        var rows = Rows(bytes)
        guard let header = try rows.next() else { return [] }
        let columns = try columns(of: header)
        var terms: [Glossary.Term] = []
        while let row = try rows.next() {
            guard row.fields.count == columns.count else {
                throw Glossary.ReadingError(
                    line: row.line, reason: "\(count(row.fields.count)), the header has \(columns.count)")
            }
            var cells: [Column: String] = [:]
            for (column, field) in zip(columns, row.fields) {
                let cell = field.trimmingWhitespace()
                if !cell.isEmpty { cells[column] = cell }
            }
            // Spreadsheets leave empty rows.
            guard !cells.isEmpty else { continue }
            guard let source = cells[.source] else {
                throw Glossary.ReadingError(line: row.line, reason: "the source term is missing")
            }
            let targets = alternatives(cells[.target])
            let forbidden = alternatives(cells[.forbidden])
            if let long = ([source] + targets + forbidden).first(where: { $0.utf8.count > Glossary.maxTermLength }) {
                throw Glossary.ReadingError(
                    line: row.line,
                    reason: "a term of \(long.utf8.count) bytes; the longest may have \(Glossary.maxTermLength)")
            }
            // Not translated yet.
            guard !targets.isEmpty || !forbidden.isEmpty else { continue }
            terms.append(
                Glossary.Term(
                    source, targets: targets, forbidden: forbidden, note: cells[.note],
                    locale: cells[.locale] ?? locale))
        }
        return terms
    }

    private static func columns(of header: Rows.Row) throws(Glossary.ReadingError) -> [Column] {
        var columns: [Column] = []
        let names = header.fields.map { $0.trimmingWhitespace() }
        let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
        // A file that is not a glossary may hold secrets, and messages end up in public logs: nothing of it is quoted.
        guard names.contains(where: { [Column.source, .target].contains(Column(rawValue: $0.lowercased())) }) else {
            throw Glossary.ReadingError(
                line: header.line, reason: "not a glossary; the first line of one names its columns: \(known)")
        }
        for name in names {
            guard let column = Column(rawValue: name.lowercased()) else {
                throw Glossary.ReadingError(
                    line: header.line, reason: "no column is called “\(name.prefix(40))”; the columns are \(known)")
            }
            guard !columns.contains(column) else {
                throw Glossary.ReadingError(line: header.line, reason: "two columns are called “\(column.rawValue)”")
            }
            columns.append(column)
        }
        for needed in [Column.source, .target] where !columns.contains(needed) {
            throw Glossary.ReadingError(line: header.line, reason: "no column is called “\(needed.rawValue)”")
        }
        return columns
    }

    private static func alternatives(_ cell: String?) -> [String] {
        (cell ?? "").split(separator: "|").map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
    }

    private static func count(_ fields: Int) -> String { fields == 1 ? "1 field" : "\(fields) fields" }

    /// Reads the rows of a CSV file one at a time.
    private struct Rows {
        struct Row {
            /// The line that it begins on, 1-based.
            let line: Int
            let fields: [String]
        }

        private let bytes: [UInt8]
        private let separator: UInt8
        private var offset = 0
        private var line = 1

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            // Spreadsheets write `;` in locales with a decimal comma.
            let header = bytes.drop(while: \.isASCIIBlank).prefix {
                $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
            }
            let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]
            separator = candidates.first(where: header.contains) ?? UInt8(ascii: ",")
        }

        mutating func next() throws(Glossary.ReadingError) -> Row? {
            skipEmptyLines()
            guard offset < bytes.count else { return nil }
            let start = line
            var fields: [String] = []
            while true {
                let isQuoted = offset < bytes.count && bytes[offset] == UInt8(ascii: "\"")
                fields.append(isQuoted ? try readQuoted() : try readPlain())
                guard fields.count <= Column.allCases.count * 8 else {
                    throw Glossary.ReadingError(line: start, reason: "more than \(fields.count - 1) fields")
                }
                guard offset < bytes.count, bytes[offset] == separator else { break }
                offset += 1
            }
            return Row(line: start, fields: fields)
        }

        private mutating func skipEmptyLines() {
            while offset < bytes.count, isLineEnd(bytes[offset]) { skipLineEnd() }
        }

        private mutating func skipLineEnd() {
            let isPair =
                bytes[offset] == UInt8(ascii: "\r") && offset + 1 < bytes.count
                && bytes[offset + 1] == UInt8(ascii: "\n")
            offset += isPair ? 2 : 1
            line += 1
        }

        private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

        private mutating func readPlain() throws(Glossary.ReadingError) -> String {
            let start = offset
            while offset < bytes.count, bytes[offset] != separator, !isLineEnd(bytes[offset]) {
                guard bytes[offset] != UInt8(ascii: "\"") else {
                    throw Glossary.ReadingError(
                        line: line,
                        reason: "a quote inside a field; put the field into quotes and write the quote twice")
                }
                offset += 1
            }
            return String(decoding: bytes[start..<offset], as: UTF8.self)
        }

        private mutating func readQuoted() throws(Glossary.ReadingError) -> String {
            let start = line
            var field: [UInt8] = []
            offset += 1
            while offset < bytes.count {
                let byte = bytes[offset]
                if byte == UInt8(ascii: "\"") {
                    offset += 1
                    guard offset < bytes.count, bytes[offset] == byte else {
                        guard offset == bytes.count || bytes[offset] == separator || isLineEnd(bytes[offset]) else {
                            throw Glossary.ReadingError(line: line, reason: "text after the closing quote of a field")
                        }
                        return String(decoding: field, as: UTF8.self)
                    }
                    field.append(byte)
                    offset += 1
                } else if isLineEnd(byte) {
                    field.append(UInt8(ascii: "\n"))
                    skipLineEnd()
                } else {
                    field.append(byte)
                    offset += 1
                }
            }
            throw Glossary.ReadingError(line: start, reason: "the quote that opens here is never closed")
        }
    }
}
