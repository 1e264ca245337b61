import Bitext
import Revisions
import Workspace

/// Text that is nothing but text to a reader of Markdown, to one of HTML, and to a code host, which looks for people, issues
/// and addresses in what was rendered.
func inertMarkdown(_ text: String) -> String {
    var result = ""
    for scalar in printable(text.collapsingBlanks().padded(like: text)).unicodeScalars {
        switch scalar {
        case "@", "#": result += "&#\(scalar.value);&#8203;"
        case ":" where result.hasSuffix("http") || result.hasSuffix("https"): result += "&#58;&#8203;"
        case "a"..."z", "A"..."Z", "0"..."9", " ", ",", ";", ":", "(", ")", "'", "?", "%", "/", "=":
            result.unicodeScalars.append(scalar)
        case ".": result += result.lowercased().hasSuffix("www") ? "&#46;&#8203;" : "."
        default:
            if scalar.isASCII { result += "&#\(scalar.value);" } else { result.unicodeScalars.append(scalar) }
        }
    }
    return result
}

/// The words that were removed and added, as Markdown.
func markdown(_ diff: WordDiff) -> String {
    diff.pieces.map { piece in
        switch piece.kind {
        case .same: inertMarkdown(piece.text)
        case .removed: tagged(piece.text, "del")
        case .added: tagged(piece.text, "ins")
        }
    }.joined()
}

/// The blanks at the end stay outside.
private func tagged(_ text: String, _ tag: String) -> String {
    let trimmed = text.trimmingBlanksAtEnd
    // Blanks alone are what differs; a blank by itself would not be seen.
    if trimmed.isEmpty { return "<\(tag)>&nbsp;</\(tag)>" }
    return "<\(tag)>\(inertMarkdown(String(trimmed)))</\(tag)>\(trimmed.endIndex == text.endIndex ? "" : " ")"
}

extension String {
    /// The text with a blank at each end where the other text has one.
    fileprivate func padded(like other: String) -> String {
        guard !isEmpty else { return other.isEmpty ? "" : " " }
        return (other.first?.isWhitespace == true ? " " : "") + self + (other.last?.isWhitespace == true ? " " : "")
    }
}
