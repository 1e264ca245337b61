import Bitext
import BitextReaders
import Checks
import MarkdownSyntax

/// What of a Markdown text must not be lost or invented: code spans, addresses, tags, includes. Where a file has codes, the
/// text around them can have such markup, too.
enum MarkdownCodes {
    /// Checks a new target: what both the source and the old target have must be in it, and what is in it must be in one of
    /// them.
    static func check(_ new: String, source: String, target: String) throws(TargetText.Refusal) {
        guard new != target else { return }
        let (inNew, inSource, inTarget) = (counts(of: new), counts(of: source), counts(of: target))
        for (code, count) in inNew.sorted(by: { $0.key < $1.key }) {
            let most = max(inSource[code] ?? 0, inTarget[code] ?? 0)
            // A tag may be text that somebody typed, such as `<name>`.
            if most == 0, isPlaceholder(code) { continue }
            if most == 0 {
                throw TargetText.Refusal(
                    message:
                        "unknown code “\(code)”: neither the source nor the old target has it; change it in the page")
            }
            if count > most { throw TargetText.Refusal(message: "code “\(code)” is doubled") }
        }
        for (code, count) in inSource.sorted(by: { $0.key < $1.key }) {
            let least = target.isEmpty ? count : min(count, inTarget[code] ?? 0)
            if inNew[code] ?? 0 < least { throw TargetText.Refusal(message: "code “\(code)” is missing") }
        }
    }

    /// Whether a code is a tag of no element that HTML knows, and no address such as `<https://contoso.com>`.
    private static func isPlaceholder(_ code: String) -> Bool {
        guard code.hasPrefix("<"), HTMLTag(Array(code.utf8)[...]).isPlaceholder else { return false }
        let end = code.utf8.dropFirst().first { !$0.isASCIIAlphanumeric && $0 != UInt8(ascii: "-") }
        return end.map { $0.isASCIIBlank || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") } ?? false
    }

    /// The codes of a text and how many there are of each. An address counts without its locale.
    private static func counts(of text: String) -> [String: Int] {
        // As a whole, a text can be a block, such as `<script>`, whose tags are no inline nodes.
        let line = "x " + text.map { $0.isNewline ? " " : String($0) }.joined()
        return codes(of: text).merging(codes(of: line)) { max($0, $1) }
    }

    private static func codes(of text: String) -> [String: Int] {
        let bytes = Array(text.utf8)
        let marks = InlineMarks(MarkdownTree(parsing: bytes), bytes)
        var counts: [String: Int] = [:]
        bytes.withUnsafeBufferPointer { buffer in
            let variant = CodedVariant(0..<buffer.count, marks, buffer)
            for piece in variant.pieces {
                let text = buffer.string(piece.range)
                switch (piece.role, piece.kind) {
                case (nil, _), (.open, _): break
                case (.close, .link), (.close, .image), (.single, .link), (.single, .image):
                    counts[withoutLocale(text), default: 0] += 1
                case (.single, .codeSpan), (.single, .tag), (.single, .directive), (.single, .include),
                    (.single, .noLoc),
                    (.single, .character):
                    counts[text, default: 0] += 1
                default: break
                }
            }
        }
        return counts
    }

    /// An address without folders such as `fr-fr`.
    private static func withoutLocale(_ address: String) -> String {
        address.split(separator: "/", omittingEmptySubsequences: false).filter { folder in
            let parts = folder.split(separator: "-", omittingEmptySubsequences: false)
            let isLocale =
                (2...3).contains(parts.count) && parts[0].count == 2
                && parts.allSatisfy { (2...4).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isLetter } }
            return !isLocale
        }.joined(separator: "/")
    }
}
