import Bitext
import MarkdownSyntax

/// What the reader of a translation gets from its source: words, numbers, code and shortcodes, in the order of the page.
///
/// Two revisions of a source with the same tokens differ in nothing that a translation must follow: in line breaks, blanks,
/// punctuation, emphasis, destinations of links, comments, languages of code blocks.
struct ReaderTokens {
    struct Token {
        /// What is compared.
        let text: String
        /// Where it begins on the side.
        let start: Int
        /// The node that it is in.
        let node: MarkdownTree.ID
        let kind: Kind
    }

    enum Kind {
        /// A word, a number or a sign outside of code.
        case text
        /// A word of inline code.
        case code
        /// A sign of inline code. Text has none, so that a name in a sentence that becomes code stays the same words.
        case codeSign
        /// A whole block of code.
        case codeBlock
        /// A shortcode or an include.
        case markup
    }

    private(set) var tokens: [Token] = []
    let tree: MarkdownTree

    init(_ tree: MarkdownTree) {
        self.tree = tree
        tree.bytes.withUnsafeBufferPointer { bytes in
            let markup = MarkupScanner(tree, bytes)
            read(markup, bytes)
            for value in markup.values { append(value.text, at: value.start, in: MarkdownTree.root, .text) }
        }
        tokens.sort { $0.start < $1.start }
    }

    private mutating func read(_ markup: MarkupScanner, _ bytes: Bytes) {
        var walk = tree.descendants(of: MarkdownTree.root)
        while let id = walk.next() {
            let node = tree[id]
            switch node.kind {
            case .text:
                // Not those in destinations of links and in attributes, which no text has.
                for name in markup.names(in: node.range.values) {
                    tokens.append(Token(text: name.text, start: name.start, node: id, kind: .markup))
                }
                for range in markup.unmasked(node.range.values) {
                    append(bytes.string(range), at: range.lowerBound, in: id, .text)
                }
            case .entity:
                append(
                    String(
                        decoding: Entity.resolved(UnsafeBufferPointer(rebasing: bytes[node.range.values])),
                        as: UTF8.self),
                    at: node.range.lowerBound.value, in: id, .text)
            case .codeSpan:
                walk.skipChildren(of: id)
                append(bytes.string(node.range.values), at: node.range.lowerBound.value, in: id, .code)
            case .codeBlock:
                let code = tree.codeBlock(id).map { CodeShape.of($0.bytes) } ?? ""
                let info = node.range.lowerBound.value
                if !code.isEmpty { tokens.append(Token(text: code, start: info, node: id, kind: .codeBlock)) }
            case .link where isBareAddress(id):
                // Only a destination, which a reader follows and does not read.
                walk.skipChildren(of: id)
                tokens.append(Token(text: "address", start: node.range.lowerBound.value, node: id, kind: .markup))
            case .include:
                walk.skipChildren(of: id)
                let path = tree.destination(of: id)?.url ?? ""
                tokens.append(
                    Token(text: "include \(path)", start: node.range.lowerBound.value, node: id, kind: .markup))
            case .directive:
                walk.skipChildren(of: id)
            default: break
            }
        }
    }

    /// Whether a link shows its own address.
    private func isBareAddress(_ id: MarkdownTree.ID) -> Bool {
        guard let child = tree.firstChild(of: id), tree[child].kind == .text else { return false }
        let text = tree[tree[child].range]
        return text.starts(with: "http://".utf8) || text.starts(with: "https://".utf8) || text.starts(with: "www.".utf8)
            || text.starts(with: "mailto:".utf8)
    }

    private mutating func append(_ text: String, at start: Int, in node: MarkdownTree.ID, _ kind: Kind) {
        var lexer = WordLexer(text, isCode: kind == .code)
        while let word = lexer.next() {
            let kind = kind == .code && word.isSign ? Kind.codeSign : kind
            tokens.append(Token(text: word.text, start: start + word.offset, node: node, kind: kind))
        }
    }
}

/// The text of code without what changes nothing in it: blank lines, blanks at the ends of lines, and how many blanks a
/// level of indentation has.
private enum CodeShape {
    static func of(_ bytes: [UInt8]) -> String {
        var shape = ""
        // How far the lines around the current one are indented, each more than the one before it.
        var levels: [Int] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            var indent = 0
            var start = line.startIndex
            while start < line.endIndex, line[start].isASCIIBlank {
                indent += line[start] == 0x09 ? 4 : 1
                start += 1
            }
            var end = line.endIndex
            while end > start, line[end - 1].isASCIIBlank { end -= 1 }
            guard start < end else { continue }
            while let last = levels.last, last > indent { levels.removeLast() }
            if levels.last != indent { levels.append(indent) }
            shape += String(repeating: "\t", count: levels.count - 1)
            shape += String(decoding: line[start..<end], as: UTF8.self)
            shape += "\n"
        }
        return shape
    }
}
