@testable import MarkdownSyntax

func tree(_ markdown: String) -> MarkdownTree { MarkdownTree(parsing: Array(markdown.utf8)) }

/// A tree as text, one line per node below the document, children indented: kind, what is told apart by more than the
/// kind, and the bytes of the node's range, line breaks shown as `⏎`. A long range is shown by its beginning and end.
///
///     heading 1 "# A *b*"
///       text "A "
///       emphasis "*b*"
///         text "b"
func outline(_ markdown: String) -> String { tree(markdown).outline }

extension MarkdownTree {
    var outline: String {
        var lines: [String] = []
        var depths = [0: -1]
        for id in descendants(of: Self.root) where id != Self.root {
            let depth = (parent(of: id).flatMap { depths[$0] } ?? -1) + 1
            depths[id] = depth
            lines.append(String(repeating: "  ", count: depth) + line(of: id))
        }
        return lines.joined(separator: "\n")
    }

    /// The lines of the outline without inlines.
    var blocks: String {
        let inlines = [
            "text", "softBreak", "lineBreak", "entity", "codeSpan", "emphasis", "strong", "link", "htmlInline",
        ]
        return outline.split(separator: "\n")
            .filter { line in !inlines.contains { line.drop { $0 == " " }.hasPrefix($0) } }
            .joined(separator: "\n")
    }

    func text(of id: ID) -> String { String(decoding: self[self[id].range], as: UTF8.self) }

    func nodes(_ kind: Node.Kind) -> [ID] { descendants(of: Self.root).filter { self[$0].kind == kind } }

    private func line(of id: ID) -> String {
        let node = self[id]
        var words = ["\(node.kind)" + (node.isHTML ? "!" : "")]
        switch node.kind {
        case .heading: words.append("\(node.level)")
        case .list:
            words.append((node.isOrdered ? "\(node.number)" : "") + (marker(of: id).map { String($0) } ?? ""))
            if !node.isHTML { words.append(node.isTight ? "tight" : "loose") }
        case .item:
            words.append((node.isOrdered ? "\(node.number)" : "") + (marker(of: id).map { String($0) } ?? ""))
            if node.isTask { words.append(node.isChecked ? "done" : "open") }
        case .alert: words.append(alert(id)?.rawValue ?? "?")
        case .codeBlock:
            if let block = codeBlock(id) {
                words.append(block.isFenced ? "fenced" : "indented")
                if !block.info.isEmpty { words.append("<\(block.info)>") }
                words.append("{" + String(decoding: block.bytes, as: UTF8.self).shown + "}")
            }
        case .tableCell where node.isHeader: words.append("header")
        case .link, .image, .include, .tab:
            if let destination = destination(of: id) {
                words.append("(" + destination.url + (destination.title.isEmpty ? "" : " '\(destination.title)'") + ")")
            }
        default: break
        }
        words.append("\"" + text(of: id).shown + "\"")
        return words.joined(separator: " ")
    }
}

extension String {
    fileprivate var shown: String {
        let flat = replacing("\n", with: "⏎")
        return flat.count <= 60 ? flat : flat.prefix(28) + " … " + flat.suffix(28)
    }
}
