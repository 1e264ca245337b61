import Bitext
import Checklists
import Code
import JSON
import MarkdownSyntax

/// The tool that made a document.
public struct Generator: Sendable, Equatable {
    public var name: String
    public var version: String

    public init(name: String, version: String) {
        self.name = name
        self.version = version
    }

    /// This release of Diptych.
    public static let diptych = Generator(name: "diptych", version: "0.2.0")
}

extension PageDocument {
    /// The document as JSON (`Schemas/page.schema.json`). Equal documents give equal bytes.
    public func json(generator: Generator = .diptych) -> [UInt8] { withJSON(generator: generator) { Array($0) } }

    /// Calls a closure with the JSON of ``json(generator:)``, without copying it. The bytes are valid during the call only.
    public func withJSON<Result, Failure: Error>(
        generator: Generator = .diptych, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var writer = JSONWriter(reserving: 4096 + segments.count * 1400)
        write(to: &writer, generator)
        return try writer.finish(body)
    }

    private func write(to writer: inout JSONWriter, _ generator: Generator) {
        writer.object { json in
            json.key("schemaVersion")
            json.number(Self.schemaVersion)
            json.member("generator") { json in
                json.key("name")
                json.string(generator.name)
                json.key("version")
                json.string(generator.version)
            }
            json.member("page") { page.write(to: &$0) }
            json.key("frontMatter")
            json.object { json in
                for entry in frontMatter?.entries ?? [] { json.write(entry) }
            }
            json.key("segments")
            segments.write(to: &json)
            json.key("checklists")
            json.array(checklists) { $1.write(to: &$0) }
            json.key("codeBlocks")
            json.array(codeBlocks) { $1.write(to: &$0) }
            json.member("summary") { json in
                json.member("segments", segments.count)
                json.member("paired", pairedSegmentCount)
                json.member("checklists", checklists.count)
                json.member("items", itemCount)
                json.member("codeBlocks", codeBlocks.count)
                if let alignment {
                    json.key("alignment")
                    json.hundredths(Int((alignment * 100).rounded()))
                }
            }
        }
    }
}

extension JSONWriter {
    @inline(__always)
    fileprivate mutating func member(_ key: StaticString, _ body: (inout JSONWriter) -> Void) {
        self.key(key)
        object(body)
    }

    @inline(__always)
    fileprivate mutating func member(_ key: StaticString, _ value: SharedText?) {
        self.key(key)
        if let value { string(value) } else { null() }
    }

    @inline(__always)
    fileprivate mutating func member(_ key: StaticString, _ value: UnsafeBufferPointer<UInt8>) {
        self.key(key)
        string(value)
    }

    @inline(__always)
    fileprivate mutating func member(_ key: StaticString, _ value: BilingualText?) {
        self.key(key)
        text(value)
    }

    @inline(__always)
    fileprivate mutating func member(_ key: StaticString, _ values: [String]) {
        self.key(key)
        inlineArray(values) { $0.string($1) }
    }

    /// Writes a text in both languages. An absent text is null.
    fileprivate mutating func text(_ value: BilingualText?) {
        guard let value else { return null() }
        inlineObject { json in
            json.member("source", value.sharedSource)
            json.member("target", value.sharedTarget)
        }
    }

    fileprivate mutating func write(_ entry: FrontMatter.Entry) {
        key(escaping: entry.key)
        write(entry.value)
    }

    private mutating func write(_ value: FrontMatter.Value) {
        switch value {
        case .scalar(let text): string(text)
        case .list(let values): array(values) { $0.write($1) }
        case .map(let entries): object { json in for entry in entries { json.write(entry) } }
        }
    }
}

extension PageRecord.SourceFile {
    /// Writes the member `source` of a page, which pages in one file lack.
    package func writeMember(to json: inout JSONWriter) {
        json.key("source")
        json.inlineObject { json in
            json.member("path", path)
            json.member("sha256", sha256)
        }
    }
}

extension PageRecord {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("path", path)
        json.member("sha256", sha256)
        source?.writeMember(to: &json)
        json.member("sourceLocale", sourceLocale)
        json.member("targetLocale", targetLocale)
        json.member("translationType", translationType)
        json.member("title", title)
    }
}

extension SegmentRecords {
    fileprivate func write(to json: inout JSONWriter) {
        withBuffers { buffers in
            json.beginArray()
            // The section of the last segment, and where it was written. The next segment often has the same.
            var heading: Int32?
            var section: Range<Int>?
            for index in rows.indices {
                let row = rows[index]
                json.object { json in
                    json.member("id", row.id)
                    json.member("ordinal", index + 1)
                    json.key("block")
                    json.plainString(row.block.name)
                    json.key("section")
                    if let section, heading == row.heading {
                        json.repeatValue(section)
                    } else {
                        section = json.place { $0.text(row.heading.map { buffers.headings[Int($0)] }) }
                        heading = row.heading
                    }
                    json.key("source")
                    row.source.write(to: &json, buffers.source, buffers.sourceTexts)
                    json.key("target")
                    row.target.write(to: &json, buffers.target, buffers.targetTexts)
                }
            }
            json.endArray()
        }
    }
}

extension SegmentRecords.Row.Variant? {
    fileprivate func write(to json: inout JSONWriter, _ side: Bytes, _ texts: Bytes) {
        guard let variant = self else { return json.null() }
        json.inlineObject { json in
            let markdown = Bytes(rebasing: side[variant.markdown.range])
            json.key("markdown")
            let written = json.place { $0.string(markdown) }
            json.key("text")
            let text = variant.text.map { Bytes(rebasing: texts[$0.range]) } ?? markdown
            // Most segments have no markup.
            if Bytes.areEqual(text, markdown) { json.repeatValue(written) } else { json.string(text) }
            json.member("line", variant.position.line)
            json.member("column", variant.position.column)
        }
    }
}

extension SegmentRecord.Block {
    /// The raw value as a `StaticString`, which is written without escaping.
    fileprivate var name: StaticString {
        switch self {
        case .heading: "heading"
        case .tab: "tab"
        case .paragraph: "paragraph"
        case .item: "item"
        case .tableCell: "tableCell"
        case .alert: "alert"
        case .blockQuote: "blockQuote"
        case .codeBlock: "codeBlock"
        case .htmlBlock: "htmlBlock"
        }
    }
}

extension Checklist {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("kind", kind.rawValue)
            if let confidence {
                json.key("confidence")
                json.hundredths(Int((confidence * 100).rounded()))
            }
            json.member("title", title)
            json.key("leadIn")
            if let leadIn {
                json.object { json in
                    json.member("source", leadIn.text.sharedSource)
                    json.member("target", leadIn.text.sharedTarget)
                    json.member("segments", leadIn.segments)
                }
            } else {
                json.null()
            }
            json.key("section")
            json.array(section) { $0.text($1) }
            json.member("line", line)
            json.key("items")
            json.array(items) { $1.write(to: &$0) }
        }
    }
}

extension Item {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("position", position)
            json.member("marker", marker)
            json.member("text", text)
            json.member("segments", segments)
            json.member("line", line)
            json.key("content")
            json.array(content) { json, part in part.write(to: &json, of: self) }
            json.key("details")
            json.array(details) { json, detail in
                json.object { json in
                    json.member("kind", detail.kind.rawValue)
                    json.member("text", detail.text)
                    if let url = detail.url { json.member("url", url) }
                    json.member("segments", detail.segments)
                    json.member("line", detail.line)
                }
            }
            json.key("notes")
            json.array(notes) { json, note in
                json.object { json in
                    json.member("kind", note.kind.rawValue)
                    json.member("text", note.text)
                    json.member("segments", note.segments)
                    json.member("line", note.line)
                }
            }
            json.member("codeBlocks", codeBlocks)
            json.key("links")
            json.array(links) { json, link in
                json.inlineObject { json in
                    json.member("text", link.text)
                    json.member("url", link.url)
                }
            }
            json.key("items")
            json.array(items) { $1.write(to: &$0) }
        }
    }
}

extension Item.Part {
    fileprivate func write(to json: inout JSONWriter, of item: Item) {
        json.inlineObject { json in
            switch content {
            case .text(let text):
                json.member("kind", "text")
                json.member("text", text)
            case .note(let kind, let text):
                json.member("kind", "note")
                json.member("note", kind.rawValue)
                json.member("text", text)
            case .code(let id, let isAlternative):
                json.member("kind", "code")
                json.member("codeBlock", id)
                json.key("alternative")
                json.bool(isAlternative)
            case .items(let range, let isChoice):
                json.member("kind", "items")
                json.member("items", item.items[range].map(\.id))
                json.key("choice")
                json.bool(isChoice)
            case .table(let table):
                json.member("kind", "table")
                json.key("header")
                if let header = table.header { json.inlineArray(header) { $0.text($1) } } else { json.null() }
                json.key("rows")
                json.inlineArray(table.rows) { json, row in json.inlineArray(row) { $0.text($1) } }
            case .image(let text, let url):
                json.member("kind", "image")
                json.member("text", text)
                json.member("url", url)
            }
            json.member("segments", segments)
            json.member("line", line)
            json.member("column", column)
        }
    }
}

extension CodeBlockRecord {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("kind", kind.rawValue)
            json.member("declared", declared)
            json.member("language", language)
            json.key("inferred")
            json.bool(inferred)
            json.member("code", code)
            json.member("input", input)
            json.member("line", line)
            json.member("item", item)
            json.key("commands")
            json.array(commands) { json, command in
                json.inlineObject { json in
                    json.member("name", command.name)
                    json.member("parameters", command.parameters)
                }
            }
            json.member("placeholders", placeholders)
        }
    }
}
