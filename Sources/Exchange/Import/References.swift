import Bitext
import MarkdownSyntax

/// The links and footnotes of a page whose address or text is elsewhere on the page: `[text][label]`, `[^1]`.
struct References {
    private let tree: MarkdownTree
    /// The links by label in the order of the page, each with its label in brackets.
    private let links: [(start: Int, label: ArraySlice<UInt8>)]
    /// The footnotes that the page defines, in brackets.
    private let footnotes: Set<ArraySlice<UInt8>>

    init(_ tree: MarkdownTree) {
        self.tree = tree
        links = tree.ids.filter { tree[$0].kind == .link || tree[$0].kind == .image }.compactMap { id in
            Self.label(tree[tree[id].range]).map { (tree[id].range.lowerBound.value, $0) }
        }.sorted { $0.start < $1.start }
        footnotes = Self.definedFootnotes(in: tree.bytes[...])
    }

    /// The label of a link: `[label]` of `[text][label]`, `[label][]` and `[label]`. Nil for a link with its address.
    private static func label(_ link: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let close = UInt8(ascii: "]")
        guard link.last == close, let open = link.lastIndex(of: UInt8(ascii: "[")) else { return nil }
        let isEmpty = open == link.endIndex - 2
        guard isEmpty else { return link[open...] }
        let text = link[..<open]
        return text.lastIndex(of: UInt8(ascii: "[")).map { text[$0...] }
    }

    /// What a range of the page refers to, in brackets.
    func labels(in range: SideRange) -> [ArraySlice<UInt8>] {
        let low = links.partitioningIndex { $0.start >= range.lowerBound.value }
        let labels = links[low...].prefix { $0.start < range.upperBound.value }.map(\.label)
        return footnotes.isEmpty ? labels : labels + Self.footnotes(in: tree[range]).filter { footnotes.contains($0) }
    }

    /// Which labels a page does not define.
    ///
    /// - Parameters:
    ///   - page: its body.
    ///   - blocks: what comes into it.
    static func undefined(
        _ labels: Set<ArraySlice<UInt8>>, in page: ArraySlice<UInt8>, with blocks: [[UInt8]]
    ) -> Set<ArraySlice<UInt8>> {
        guard !labels.isEmpty else { return [] }
        let gap = Array("\n\n".utf8)
        let body = [Array(page)] + blocks
        let footnotes = body.reduce(into: Set()) { $0.formUnion(definedFootnotes(in: $1[...])) }
        var undefined = labels.filter { isFootnote($0) && !footnotes.contains($0) }
        // The page is parsed with each label as a paragraph: it is a link if it is defined.
        let links = labels.filter { !isFootnote($0) }
        guard !links.isEmpty else { return undefined }
        var text: [UInt8] = []
        var starts: [Int: ArraySlice<UInt8>] = [:]
        for label in links {
            starts[text.count] = label
            text += label + gap
        }
        for part in body { text += part + gap }
        let tree = MarkdownTree(parsing: text)
        for id in tree.ids where tree[id].kind == .link { starts[tree[id].range.lowerBound.value] = nil }
        undefined.formUnion(starts.values)
        return undefined
    }

    // MARK: Footnotes

    private static func isFootnote(_ label: ArraySlice<UInt8>) -> Bool { label.starts(with: "[^".utf8) }

    /// The longest label of a footnote that is looked for.
    private static let maxLabel = 100

    /// All `[^1]` of a text.
    private static func footnotes(in text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var found: [ArraySlice<UInt8>] = []
        var rest = text
        while let open = rest.firstIndex(of: UInt8(ascii: "[")) {
            rest = rest[(open + 1)...]
            guard isFootnote(text[open...]),
                let end = rest.prefix(maxLabel).firstIndex(where: { $0 == UInt8(ascii: "]") || $0.isASCIIBlank }),
                text[end] == UInt8(ascii: "]")
            else { continue }
            found.append(text[open...end])
        }
        return found
    }

    /// The labels of all lines that begin with `[^1]:`.
    private static func definedFootnotes(in text: ArraySlice<UInt8>) -> Set<ArraySlice<UInt8>> {
        var found: Set<ArraySlice<UInt8>> = []
        for label in footnotes(in: text)
        where label.endIndex < text.endIndex && text[label.endIndex] == UInt8(ascii: ":") {
            let before = text[..<label.startIndex].last { $0 != UInt8(ascii: " ") }
            if before == nil || before == UInt8(ascii: "\n") { found.insert(label) }
        }
        return found
    }
}
