import Checklists
import Code
import JSON
import MarkdownSyntax
import PageDocuments

extension PageRevision {
    /// Why bytes are no page document that can be read.
    public enum ReadingError: Error, Sendable, Equatable, CustomStringConvertible {
        /// The text is no JSON, or a member is not what the schema says. With the line where it is known.
        case damaged(line: Int?, reason: String)
        /// Written by a release that knows another shape.
        case schemaVersion(Int)
        /// JSON, but of something else.
        case notAPageDocument

        public var description: String {
            switch self {
            case .damaged(let line, let reason):
                "damaged page document\(line.map { ", line \($0)" } ?? ""): \(reason); write it anew"
            case .schemaVersion(let version):
                "page document of schema version \(version); this release reads \(PageDocument.schemaVersion)"
            case .notAPageDocument: "no page document (`diptych extract` writes them)"
            }
        }
    }

    /// Reads a page document that ``PageDocument/json(generator:)`` wrote. Members that it does not know are left alone.
    public init(json bytes: [UInt8]) throws(ReadingError) {
        do {
            self = try JSONReading.decode(DocumentJSON.self, from: bytes).revision
        } catch let error as JSONReading.Failure {
            throw .damaged(line: error.line, reason: error.reason)
        } catch let error as ReadingError {
            throw error
        } catch {
            preconditionFailure("the decoder throws nothing else: \(error)")
        }
    }
}

// What the page document has as JSON, as far as a revision needs it: `Schemas/page.schema.json`, and the writers in
// `PageDocument+JSON.swift`.

private struct DocumentJSON: Decodable {
    let revision: PageRevision

    private enum Member: String, CodingKey, CaseIterable {
        case schemaVersion, generator, page, checklists, codeBlocks
    }

    init(from decoder: any Decoder) throws {
        // No other document of Diptych has all of these members. JSON that is no object has none.
        guard let members = try? decoder.container(keyedBy: Member.self),
            Member.allCases.allSatisfy(members.contains)
        else {
            throw PageRevision.ReadingError.notAPageDocument
        }
        let version = try members.decode(Int.self, forKey: .schemaVersion)
        // Version 1 had no content in page order.
        guard (1...PageDocument.schemaVersion).contains(version) else {
            throw PageRevision.ReadingError.schemaVersion(version)
        }
        revision = PageRevision(
            page: try members.decode(PageJSON.self, forKey: .page).record,
            checklists: try members.decode([ChecklistJSON].self, forKey: .checklists).map(\.checklist),
            codeBlocks: try members.decode([CodeBlockJSON].self, forKey: .codeBlocks).map(\.record))
    }
}

private struct TextJSON: Decodable {
    let source: String?
    let target: String?

    var text: BilingualText { BilingualText(source: source, target: target) }
}

private struct PageJSON: Decodable {
    let path: String
    let sha256: String
    let sourceLocale: String?
    let targetLocale: String?
    let translationType: String?
    let title: TextJSON

    var record: PageRecord {
        PageRecord(
            path: path, sha256: sha256, sourceLocale: sourceLocale, targetLocale: targetLocale,
            translationType: translationType, title: title.text)
    }
}

private struct ChecklistJSON: Decodable {
    struct LeadIn: Decodable {
        let source: String?
        let target: String?
        let segments: [String]
    }

    let id: String
    let kind: Checklist.Kind
    let confidence: Double?
    let title: TextJSON?
    let leadIn: LeadIn?
    let section: [TextJSON]
    let line: Int
    let items: [ItemJSON]

    var checklist: Checklist {
        Checklist(
            id: id, kind: kind, confidence: confidence, title: title?.text,
            leadIn: leadIn.map {
                Checklist.LeadIn(text: BilingualText(source: $0.source, target: $0.target), segments: $0.segments)
            }, section: section.map(\.text), line: line, items: items.map(\.item))
    }
}

private struct ItemJSON: Decodable {
    /// A part of the content. Which members it has depends on its kind.
    struct Part: Decodable {
        enum Kind: String, Decodable {
            case text, note, code, items, table, image
        }

        let kind: Kind
        let text: TextJSON?
        let note: AlertKind?
        let codeBlock: String?
        let alternative: Bool?
        let items: [String]?
        let choice: Bool?
        let header: [TextJSON]?
        let rows: [[TextJSON]]?
        let url: TextJSON?
        let segments: [String]
        let line: Int
        let column: Int
    }

    struct Detail: Decodable {
        let kind: Item.Detail.Kind
        let text: TextJSON
        let url: TextJSON?
        let segments: [String]
        let line: Int
    }

    struct Note: Decodable {
        let kind: AlertKind
        let text: TextJSON
        let segments: [String]
        let line: Int
    }

    struct Link: Decodable {
        let text: TextJSON
        let url: TextJSON
    }

    let id: String
    let position: Int
    let marker: String
    let text: TextJSON
    let segments: [String]
    let line: Int
    let content: [Part]?
    let details: [Detail]
    let notes: [Note]
    let codeBlocks: [String]
    let links: [Link]
    let items: [ItemJSON]

    var item: Item {
        Item(
            id: id, position: position, marker: marker, text: text.text, segments: segments, line: line,
            content: content.map(parts) ?? groupedParts,
            links: links.map { Item.Link(text: $0.text.text, url: $0.url.text) }, items: items.map(\.item))
    }

    /// The parts in page order. Nested items are taken in their order, so each part only says how many.
    private func parts(_ content: [Part]) -> [Item.Part] {
        var next = 0
        return content.compactMap { part in
            let text = part.text?.text ?? BilingualText(source: nil, target: nil)
            let content: Item.Part.Content
            switch part.kind {
            case .text: content = .text(text)
            case .note: content = .note(part.note ?? .note, text)
            case .code:
                guard let id = part.codeBlock else { return nil }
                content = .code(id, isAlternative: part.alternative ?? false)
            case .items:
                let end = min(next + (part.items?.count ?? 0), items.count)
                content = .items(next..<end, isChoice: part.choice ?? false)
                next = end
            case .table:
                content = .table(
                    Item.Part.Table(
                        header: part.header?.map(\.text), rows: (part.rows ?? []).map { $0.map(\.text) }))
            case .image: content = .image(text, url: part.url?.text ?? BilingualText(source: nil, target: nil))
            }
            return Item.Part(content, segments: part.segments, line: part.line, column: part.column)
        }
    }

    /// The parts of a document of version 1, which had them by kind.
    private var groupedParts: [Item.Part] {
        func part(_ content: Item.Part.Content, _ segments: [String] = [], line: Int) -> Item.Part {
            Item.Part(content, segments: segments, line: line, column: 1)
        }
        var parts: [Item.Part] = []
        if text.source?.isEmpty == false { parts.append(part(.text(text.text), segments, line: line)) }
        for detail in details {
            let content: Item.Part.Content =
                switch detail.kind {
                case .paragraph: .text(detail.text.text)
                case .image:
                    .image(detail.text.text, url: detail.url?.text ?? BilingualText(source: nil, target: nil))
                case .table: .table(Item.Part.Table(header: nil, rows: [[detail.text.text]]))
                }
            parts.append(part(content, detail.segments, line: detail.line))
        }
        parts += notes.map { part(.note($0.kind, $0.text.text), $0.segments, line: $0.line) }
        parts += codeBlocks.map { part(.code($0, isAlternative: false), line: line) }
        if !items.isEmpty { parts.append(part(.items(0..<items.count, isChoice: false), line: items[0].line)) }
        return parts
    }
}

private struct CodeBlockJSON: Decodable {
    struct Command: Decodable {
        let name: String
        let parameters: [String]
    }

    let id: String
    let kind: CodeBlockRecord.Kind
    let declared: String?
    let language: String
    let inferred: Bool
    let code: String
    let line: Int
    let item: String?
    let commands: [Command]
    let placeholders: [String]

    var record: CodeBlockRecord {
        CodeBlockRecord(
            id: id, kind: kind, declared: declared, language: language, inferred: inferred, code: code, line: line,
            item: item, commands: commands.map { Code.Command(name: $0.name, parameters: $0.parameters) },
            placeholders: placeholders)
    }
}

extension Checklist.Kind: Decodable {}
extension Item.Detail.Kind: Decodable {}
extension CodeBlockRecord.Kind: Decodable {}
extension AlertKind: Decodable {}
