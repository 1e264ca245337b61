import ParsedBitext
import XMLStreaming

/// Reads a glossary from TBX (ISO 30042): `martif` of 2008 and `tbx` of 2019.
///
/// Files are not trusted: libxml2 reads them as a stream, with its limits on, without network and without loading DTDs.
/// Files that declare entities are refused before parsing.
enum GlossaryTBX {
    static func terms(in bytes: [UInt8]) throws(Glossary.ReadingError) -> [Glossary.Term] {
        try refuseOthers(bytes)
        try refuseEntities(bytes)
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<[Glossary.Term], Glossary.ReadingError> in
            guard let stream = XMLStream(buffer, refusesEntities: true) else {
                return .failure(Glossary.ReadingError(line: nil, reason: "not enough memory to read it"))
            }
            do throws(Glossary.ReadingError) {
                var document = Document(stream)
                return .success(try document.read())
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Refuses a file that does not begin as TBX does.
    ///
    /// Before the XML parser sees it, whose messages quote the file: a file that is not a glossary may hold secrets, and
    /// messages end up in public logs.
    private static func refuseOthers(_ bytes: [UInt8]) throws(Glossary.ReadingError) {
        let root = firstTag(in: bytes)
        let end = root?.upperBound ?? bytes.count
        // Without a namespace.
        let name = root.flatMap { bytes[$0].split(separator: UInt8(ascii: ":")).last } ?? []
        guard ["martif", "tbx"].contains(String(decoding: name, as: UTF8.self).lowercased()) else {
            throw Glossary.ReadingError(
                line: bytes[..<end].count { $0 == UInt8(ascii: "\n") } + 1,
                reason: "not a glossary; TBX begins with <martif> or <tbx>")
        }
    }

    /// Where the name of the first element is, after declarations, comments and a document type.
    private static func firstTag(in bytes: [UInt8]) -> Range<Int>? {
        bytes.withUnsafeBufferPointer { buffer in
            var offset = 0
            while let start = buffer[offset...].firstIndex(of: UInt8(ascii: "<")), start + 1 < buffer.count {
                let name = start + 1
                switch buffer[name] {
                case UInt8(ascii: "!") where buffer[name...].starts(with: "!--".utf8):
                    guard let end = buffer.firstOffset(of: "-->", from: name) else { return nil }
                    offset = end
                case UInt8(ascii: "?"):
                    guard let end = buffer.firstOffset(of: "?>", from: name) else { return nil }
                    offset = end
                case UInt8(ascii: "!"): offset = name
                default:
                    let end = buffer[name...].firstIndex { byte in
                        byte.isASCIIBlank || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
                    }
                    return name..<(end ?? buffer.count)
                }
            }
            return nil
        }
    }

    private static func refuseEntities(_ bytes: [UInt8]) throws(Glossary.ReadingError) {
        let line: Int? = bytes.withUnsafeBufferPointer { buffer in
            guard let offset = buffer.firstOffset(of: "<!ENTITY", from: 0) else { return nil }
            return buffer[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
        }
        guard let line else { return }
        throw Glossary.ReadingError(line: line, reason: "declares an entity; a glossary needs none, so remove it")
    }

    /// A term in one language.
    private struct Wording {
        var text = ""
        var status = ""

        var isForbidden: Bool { ["deprecated", "superseded", "forbidden", "obsolete"].contains(usage) }
        var isPreferred: Bool { usage == "preferred" }

        /// The status without what the pick list of ISO 12620 adds: `preferred` of `preferredTerm-admn-sts`.
        private var usage: String {
            var usage = status.lowercased()
            for ending in ["-admn-sts", "term"] where usage.hasSuffix(ending) { usage.removeLast(ending.count) }
            return usage
        }
    }

    /// The state of the parser and the terms read so far.
    private struct Document {
        /// The elements whose text is used.
        private enum Field {
            case term, status, note
        }

        private let stream: XMLStream
        private var terms: [Glossary.Term] = []
        private var languages: [(locale: String, wordings: [Wording])] = []
        private var note: String?
        private var wording: Wording?
        private var field: Field?
        private var fieldDepth = 0
        private var text = ""

        init(_ stream: XMLStream) { self.stream = stream }

        mutating func read() throws(Glossary.ReadingError) -> [Glossary.Term] {
            while let event = stream.next() {
                switch event {
                case .start(let name, let isEmpty):
                    open(name)
                    if isEmpty { try close(name) }
                case .end(let name): try close(name)
                case .text(let value) where field != nil: text += value
                case .damage(let damage): throw Glossary.ReadingError(line: damage.line, reason: damage.reason)
                case .text, .reference: break
                }
            }
            return terms
        }

        private mutating func open(_ name: String) {
            switch name {
            case "termEntry", "conceptEntry":
                languages = []
                note = nil
            case "langSet", "langSec":
                languages.append((stream.language, []))
            case "tig", "ntig", "termSec": wording = Wording()
            case "term" where wording != nil: begin(.term)
            case "administrativeStatus" where wording != nil: begin(.status)
            case "termNote" where wording != nil:
                let type = stream.attribute("type")
                if type == "administrativeStatus" || type == "normativeAuthorization" { begin(.status) }
            // Only the first note on the whole concept.
            case "note" where languages.isEmpty && note == nil: begin(.note)
            default: break
            }
        }

        private mutating func begin(_ field: Field) {
            self.field = field
            fieldDepth = stream.depth
            text = ""
        }

        private mutating func close(_ name: String) throws(Glossary.ReadingError) {
            if let field, stream.depth == fieldDepth {
                let value = text.trimmingWhitespace()
                self.field = nil
                switch field {
                case .term:
                    guard value.utf8.count <= Glossary.maxTermLength else {
                        throw error(
                            "a term of \(value.utf8.count) bytes; the longest may have \(Glossary.maxTermLength)")
                    }
                    wording?.text = value
                case .status: wording?.status = value
                case .note: note = value.isEmpty ? nil : value
                }
            }
            switch name {
            case "tig", "ntig", "termSec":
                if let wording, !wording.text.isEmpty, !languages.isEmpty {
                    languages[languages.count - 1].wordings.append(wording)
                }
                wording = nil
            case "termEntry", "conceptEntry": try endConcept()
            default: break
            }
        }

        /// All terms of the source are the same concept, so each gets all targets.
        private mutating func endConcept() throws(Glossary.ReadingError) {
            let source = languages.filter { Language(locale: $0.locale).code == Language.english.code }
            for (locale, wordings) in languages where Language(locale: locale).code != Language.english.code {
                let allowed = wordings.filter { !$0.isForbidden }
                let targets = (allowed.filter(\.isPreferred) + allowed.filter { !$0.isPreferred }).map(\.text)
                let forbidden = wordings.filter(\.isForbidden).map(\.text)
                guard !targets.isEmpty || !forbidden.isEmpty else { continue }
                for term in source.flatMap(\.wordings) {
                    guard terms.count < Glossary.maxTerms else { throw error("more than \(Glossary.maxTerms) terms") }
                    terms.append(
                        Glossary.Term(
                            term.text, targets: targets, forbidden: forbidden, note: note,
                            locale: locale.isEmpty ? nil : locale))
                }
            }
            languages = []
            note = nil
        }

        private func error(_ reason: String) -> Glossary.ReadingError {
            Glossary.ReadingError(line: stream.line, reason: reason)
        }
    }
}
