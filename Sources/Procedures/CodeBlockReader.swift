import Bitext
import Markdown

/// Reads the code blocks of a page, wherever they stand.
struct CodeBlockReader {
    private(set) var records: [CodeBlockRecord] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var nodes: [MarkdownTree.ID] = []

    /// Ids by node.
    var ids: [MarkdownTree.ID: String] {
        Dictionary(uniqueKeysWithValues: zip(nodes, records.map(\.id)))
    }

    init(_ panels: Panels) {
        let tree = panels.source.tree
        var identity = Identity()
        for id in tree.ids where tree[id].kind == .codeBlock {
            guard let block = tree.codeBlock(id) else { continue }
            let code = Self.dedent(block.bytes)
            let declared = block.info.isEmpty ? nil : block.info
            nodes.append(id)
            records.append(
                CodeBlockRecord(
                    id: identity.id("code", String(decoding: code, as: UTF8.self)),
                    kind: block.isFenced ? .fenced : .indented, declared: declared, language: "text",
                    inferred: declared == nil, code: String(decoding: code, as: UTF8.self),
                    line: panels.line(of: tree[id].range.lowerBound), item: nil, commands: [], placeholders: []))
        }
    }

    /// Names the item that each block belongs to.
    mutating func assign(_ items: [MarkdownTree.ID: String]) {
        for index in nodes.indices { records[index].item = items[nodes[index]] }
    }

    static func dedent(_ b: [UInt8]) -> [UInt8] { b }
}
public struct Command: Sendable, Equatable { public var name: String; public var parameters: [String] }
