import Bitext
import Checklists
import Code
import Hashing
import JSON
import MarkdownSyntax
import PageDocuments

extension PageRevision {
    /// Why bytes are no page document that can be read.
    public enum ReadingError: Error, Sendable, Equatable, CustomStringConvertible {
        /// The text is no JSON, or a member is not what the schema says.
        case damaged(line: Int, reason: String)
        /// Written by a release that knows another shape.
        case schemaVersion(Int)
        /// JSON, but of something else.
        case notAPageDocument

        public var description: String {
            switch self {
            case .damaged(let line, let reason): "damaged page document, line \(line): \(reason); write it anew"
            case .schemaVersion(let version):
                "page document of schema version \(version); this release reads \(PageDocument.schemaVersion)"
            case .notAPageDocument: "no page document (`diptych extract` writes them)"
            }
        }
    }

    /// Reads a page document that ``PageDocument/json(generator:)`` wrote. Members that it does not know are left alone.
    public init(json bytes: [UInt8]) throws(ReadingError) {
        do {
            let head = try DocumentHead(bytes)
            guard head.isPageDocument else { throw ReadingError.notAPageDocument }
            guard head.schemaVersion == PageDocument.schemaVersion else {
                throw ReadingError.schemaVersion(head.schemaVersion ?? 0)
            }
            var json = JSONReader(bytes)
            self = try json.pageRevision()
        } catch let error as JSONReader.Failure {
            let line = bytes[..<error.offset].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
            throw .damaged(line: line, reason: error.reason)
        } catch let error as ReadingError {
            throw error
        } catch {
            preconditionFailure("the reader throws nothing else: \(error)")
        }
    }
}

/// What kind of document it is. A first pass, because the members may come in any order.
private struct DocumentHead {
    private(set) var schemaVersion: Int?
    private var keys: Set<String> = []

    init(_ bytes: [UInt8]) throws(JSONReader.Failure) {
        var json = JSONReader(bytes)
        guard json.isAtObject else {
            try json.skip()
            return
        }
        var (version, keys): (Int?, Set<String>) = (nil, [])
        try json.object { json, key throws(JSONReader.Failure) in
            keys.insert(key)
            if key == "schemaVersion" { version = try json.integer() } else { try json.skip() }
        }
        try json.end()
        (schemaVersion, self.keys) = (version, keys)
    }

    /// The members that no other document of Diptych has together.
    var isPageDocument: Bool {
        keys.isSuperset(of: ["schemaVersion", "generator", "page", "checklists", "codeBlocks"])
    }
}

/// The readers of the members, each the counterpart of a writer in `PageDocument+JSON.swift`.
extension JSONReader {
    fileprivate mutating func pageRevision() throws(Failure) -> PageRevision {
        var page: PageRecord?
        var checklists: [Checklist]?
        var codeBlocks: [CodeBlockRecord]?
        try object { json, key throws(Failure) in
            switch key {
            case "page": page = try json.page()
            case "checklists": checklists = try json.array { json throws(Failure) in try json.checklist() }
            case "codeBlocks": codeBlocks = try json.array { json throws(Failure) in try json.codeBlock() }
            default: try json.skip()
            }
        }
        return PageRevision(
            page: try there(page, "page"), checklists: try there(checklists, "checklists"),
            codeBlocks: try there(codeBlocks, "codeBlocks"))
    }

    private mutating func page() throws(Failure) -> PageRecord {
        var (path, sha256): (String?, String?)
        var (sourceLocale, targetLocale, translationType): (String?, String?, String?)
        var title = BilingualText(source: nil, target: nil)
        try object { json, key throws(Failure) in
            switch key {
            case "path": path = try json.string()
            case "sha256": sha256 = try json.string()
            case "sourceLocale": sourceLocale = try json.optionalString()
            case "targetLocale": targetLocale = try json.optionalString()
            case "translationType": translationType = try json.optionalString()
            case "title": title = try json.text()
            default: try json.skip()
            }
        }
        return PageRecord(
            path: try there(path, "path"), sha256: try there(sha256, "sha256"), sourceLocale: sourceLocale,
            targetLocale: targetLocale, translationType: translationType, title: title)
    }

    private mutating func checklist() throws(Failure) -> Checklist {
        var (id, kind, line): (String?, Checklist.Kind?, Int?)
        var (title, leadIn): (BilingualText?, Checklist.LeadIn?)
        var (section, items): ([BilingualText], [Item]?) = ([], nil)
        try object { json, key throws(Failure) in
            switch key {
            case "id": id = try json.string()
            case "kind": kind = try json.named()
            case "title": title = try json.optional { json throws(Failure) in try json.text() }
            case "leadIn":
                leadIn = try json.optional { json throws(Failure) in
                    let (text, segments) = try json.textWithSegments()
                    return Checklist.LeadIn(text: text, segments: segments)
                }
            case "section": section = try json.array { json throws(Failure) in try json.text() }
            case "line": line = try json.integer()
            case "items": items = try json.array { json throws(Failure) in try json.item() }
            default: try json.skip()
            }
        }
        return Checklist(
            id: try there(id, "id"), kind: try there(kind, "kind"), title: title, leadIn: leadIn, section: section,
            line: try there(line, "line"), items: try there(items, "items"))
    }

    private mutating func item() throws(Failure) -> Item {
        var (id, marker, text): (String?, String?, BilingualText?)
        var (position, line): (Int?, Int?)
        var (segments, codeBlocks): ([String], [String]) = ([], [])
        var (details, notes, links): ([Item.Detail], [Item.Note], [Item.Link]) = ([], [], [])
        var items: [Item]?
        try object { json, key throws(Failure) in
            switch key {
            case "id": id = try json.string()
            case "position": position = try json.integer()
            case "marker": marker = try json.string()
            case "text": text = try json.text()
            case "segments": segments = try json.strings()
            case "line": line = try json.integer()
            case "details": details = try json.array { json throws(Failure) in try json.detail() }
            case "notes": notes = try json.array { json throws(Failure) in try json.note() }
            case "codeBlocks": codeBlocks = try json.strings()
            case "links": links = try json.array { json throws(Failure) in try json.link() }
            case "items": items = try json.array { json throws(Failure) in try json.item() }
            default: try json.skip()
            }
        }
        return Item(
            id: try there(id, "id"), position: try there(position, "position"), marker: try there(marker, "marker"),
            text: try there(text, "text"), segments: segments, line: try there(line, "line"), details: details,
            notes: notes, codeBlocks: codeBlocks, links: links, items: try there(items, "items"))
    }

    private mutating func detail() throws(Failure) -> Item.Detail {
        var (kind, text, url): (Item.Detail.Kind?, BilingualText?, BilingualText?)
        var (segments, line): ([String], Int?) = ([], nil)
        try object { json, key throws(Failure) in
            switch key {
            case "kind": kind = try json.named()
            case "text": text = try json.text()
            case "url": url = try json.text()
            case "segments": segments = try json.strings()
            case "line": line = try json.integer()
            default: try json.skip()
            }
        }
        return Item.Detail(
            kind: try there(kind, "kind"), text: try there(text, "text"), url: url, segments: segments,
            line: try there(line, "line"))
    }

    private mutating func note() throws(Failure) -> Item.Note {
        var (kind, text): (AlertKind?, BilingualText?)
        var (segments, line): ([String], Int?) = ([], nil)
        try object { json, key throws(Failure) in
            switch key {
            case "kind": kind = try json.named()
            case "text": text = try json.text()
            case "segments": segments = try json.strings()
            case "line": line = try json.integer()
            default: try json.skip()
            }
        }
        return Item.Note(
            kind: try there(kind, "kind"), text: try there(text, "text"), segments: segments,
            line: try there(line, "line"))
    }

    private mutating func link() throws(Failure) -> Item.Link {
        var (text, url): (BilingualText?, BilingualText?)
        try object { json, key throws(Failure) in
            switch key {
            case "text": text = try json.text()
            case "url": url = try json.text()
            default: try json.skip()
            }
        }
        return Item.Link(text: try there(text, "text"), url: try there(url, "url"))
    }

    private mutating func codeBlock() throws(Failure) -> CodeBlockRecord {
        var (id, kind, declared, language): (String?, CodeBlockRecord.Kind?, String?, String?)
        var (code, line, item): (String?, Int?, String?)
        var inferred = false
        var (commands, placeholders): ([Command], [String]) = ([], [])
        try object { json, key throws(Failure) in
            switch key {
            case "id": id = try json.string()
            case "kind": kind = try json.named()
            case "declared": declared = try json.optionalString()
            case "language": language = try json.string()
            case "inferred": inferred = try json.bool()
            case "code": code = try json.string()
            case "line": line = try json.integer()
            case "item": item = try json.optionalString()
            case "commands": commands = try json.array { json throws(Failure) in try json.command() }
            case "placeholders": placeholders = try json.strings()
            default: try json.skip()
            }
        }
        return CodeBlockRecord(
            id: try there(id, "id"), kind: try there(kind, "kind"), declared: declared,
            language: try there(language, "language"), inferred: inferred, code: try there(code, "code"),
            line: try there(line, "line"), item: item, commands: commands, placeholders: placeholders)
    }

    private mutating func command() throws(Failure) -> Command {
        var (name, parameters): (String?, [String]) = (nil, [])
        try object { json, key throws(Failure) in
            switch key {
            case "name": name = try json.string()
            case "parameters": parameters = try json.strings()
            default: try json.skip()
            }
        }
        return Command(name: try there(name, "name"), parameters: parameters)
    }

    // MARK: Small things

    private mutating func text() throws(Failure) -> BilingualText { try textWithSegments().text }

    private mutating func textWithSegments() throws(Failure) -> (text: BilingualText, segments: [String]) {
        var text = BilingualText(source: nil, target: nil)
        var segments: [String] = []
        try object { json, key throws(Failure) in
            switch key {
            case "source": text.source = try json.optionalString()
            case "target": text.target = try json.optionalString()
            case "segments": segments = try json.strings()
            default: try json.skip()
            }
        }
        return (text, segments)
    }

    private mutating func optionalString() throws(Failure) -> String? {
        try optional { json throws(Failure) in try json.string() }
    }

    private mutating func strings() throws(Failure) -> [String] {
        try array { json throws(Failure) in try json.string() }
    }

    /// One of the names that the schema lists.
    private mutating func named<Name: RawRepresentable>() throws(Failure) -> Name where Name.RawValue == String {
        let name = try string()
        guard let value = Name(rawValue: name) else { throw failure("`\(name)` is no known kind") }
        return value
    }

    private func there<Value>(_ value: Value?, _ key: StaticString) throws(Failure) -> Value {
        guard let value else { throw failure("`\(key)` is missing") }
        return value
    }
}
