import Bitext
import MarkdownSyntax

/// Inline code that is alone in its paragraph. Pages show commands like this where others have a fence.
extension MarkdownTree {
    /// The code spans of a paragraph that shows nothing else, in order; each is a code block of its own. Between two of them
    /// there must be a line break.
    ///
    /// Empty for the first paragraph of an item, which is the item's text, and in cells of tables, where names and values
    /// are written as code. Empty for a paragraph that holds another one, as HTML can: that one has the code.
    func inlineCodeBlocks(in paragraph: ID) -> [ID] {
        guard self[paragraph].kind == .paragraph else { return [] }
        var spans: [ID] = []
        var hasBreak = true
        var walk = descendants(of: paragraph)
        while let id = walk.next() {
            switch self[id].kind {
            case .codeSpan:
                // In HTML, code of several lines is preformatted text, which a code span does not keep.
                guard hasBreak, isCodeToShow(inlineCode(id)),
                    !self[id].isHTML || !self[self[id].range].contains(0x0A)
                else { return [] }
                spans.append(id)
                hasBreak = false
                walk.skipChildren(of: id)
            case .softBreak, .lineBreak: hasBreak = true
            case .paragraph where id == paragraph: break
            case .strong, .emphasis, .htmlInline: break
            case .text, .entity: if isVisible(id) { return [] }
            default: return []
            }
        }
        return spans.isEmpty || isTextOfItem(paragraph) || isInCell(paragraph) ? [] : spans
    }

    /// The code of a code span: one line, without blanks around it.
    func inlineCode(_ span: ID) -> String {
        // `<code>` has references and blanks as HTML has them.
        guard !self[span].isHTML else { return plainText(of: span) }
        var code: [UInt8] = []
        for child in children(of: span) {
            switch self[child].kind {
            case .text: code += self[self[child].range].map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
            default: code.append(0x20)
            }
        }
        return code.withUnsafeBufferPointer { $0.string($0.trimmed(0..<$0.count)) }
    }

    /// Whether code is more than the path through a menu: `File > Options`.
    private func isCodeToShow(_ code: String) -> Bool {
        let parts = code.split(separator: " > ")
        return !parts.isEmpty && (parts.count == 1 || !parts.allSatisfy { $0.allSatisfy { $0.isLetter || $0 == " " } })
    }

    private func isTextOfItem(_ paragraph: ID) -> Bool {
        guard let parent = parent(of: paragraph), self[parent].kind == .item else { return false }
        return firstChild(of: parent) == paragraph
    }

    private func isInCell(_ paragraph: ID) -> Bool {
        var ancestor = parent(of: paragraph)
        while let id = ancestor {
            if self[id].kind == .tableCell { return true }
            ancestor = parent(of: id)
        }
        return false
    }
}
