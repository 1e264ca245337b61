import Bitext
import MarkdownSyntax
import ParsedBitext

/// A heading that is missing, added, of another level or with another id in the target.
struct HeadingStructure: StructureRule {
    static let description = RuleDescription(
        "heading", .error, .markup, "A heading was lost or added, or has another level or id.",
        discussion: """
            Headings make the outline of the page, and links lead to them. Most often a `#` is missing or too many.
            Write as many as in the source. In `# of calls`, the source has the sign of a number, and in `##Title` it
            lost a blank: the target need not be like these. An id that was lost, changed or broken, `{#set-up}`, is a
            warning: links to it lead to the top of the page. An id that only the target has is right. On page
            pairs, another id is a note: the headings may be no pair.
            """,
        bad: .init("## Set up", "Configurer"), good: .init("## Set up", "## Configurer"))
    static let kind = StructureDifference.Kind.heading

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        reportDifferences(&report)
        // Few pages have ids.
        guard tokenized.bitext.source.bytes[...].contains(Array("{#".utf8)) else { return }
        var checked: Set<MarkdownTree.ID> = []
        for pair in tokenized.pairs() {
            guard let source = heading(pair, .source), let id = id(of: source, pair, .source),
                checked.insert(source).inserted, let target = heading(pair, .target)
            else { continue }
            check(id.name, target, pair, &report)
        }
    }

    private func check(_ id: String, _ target: MarkdownTree.ID, _ pair: SegmentPair, _ report: inout Report) {
        guard let found = self.id(of: target, pair, .target) else { return reportLoss(of: id, target, pair, &report) }
        // Where pages differ much, two headings may be no pair.
        guard id != found.name, !isElsewhere(id, pair, .target), !isElsewhere(found.name, pair, .source) else { return }
        report.add(
            "the id of the heading differs: source has #\(id), target has #\(found.name)", in: pair, .target,
            found.range,
            evidence: .init(source: "#" + id, target: "#" + found.name),
            severity: pair.tokenized.bitext.isPagePair ? .note : .warning)
    }

    /// Whether a heading of a side has an id.
    private func isElsewhere(_ id: String, _ pair: SegmentPair, _ side: Side) -> Bool {
        pair.tokenized.bitext[side].bytes[...].contains(Array("{#\(id)}".utf8))
    }

    private func reportLoss(
        of id: String, _ heading: MarkdownTree.ID, _ pair: SegmentPair, _ report: inout Report
    ) {
        let range = pair.tokenized.parsed[.target].tree[heading].range
        let text = pair.tokenized.bitext[.target][range]
        let brace = text.lastIndex(of: UInt8(ascii: "{")).flatMap { brace in
            text[brace...].contains(Array(id.utf8)) ? brace : nil
        }
        // Hugo and Pandoc read `{ #climb }`.
        let inside = brace.map { text[($0 + 1)...].trimmingBlanks }
        guard !(inside?.starts(with: "#\(id)".utf8) ?? false), !isElsewhere(id, pair, .target) else { return }
        report.add(
            "the id of the heading is \(brace == nil ? "lost" : "broken"): source has {#\(id)}", in: pair, .target,
            brace.map { SideOffset($0)..<range.upperBound }, evidence: .init(source: "{#\(id)}"), severity: .warning)
    }

    /// The heading that a variant is in.
    private func heading(_ pair: SegmentPair, _ side: Side) -> MarkdownTree.ID? {
        let parsed = pair.tokenized.parsed[side]
        guard let start = pair.tokenized.bitext.segments[pair.index][side]?.range.lowerBound else { return nil }
        let leaf = parsed.firstLeaf(endingAfter: start)
        guard leaf < parsed.leaves.count, let block = parsed.tree.block(of: parsed.leaves[leaf]),
            parsed.tree[block].kind == .heading, !parsed.tree[block].isHTML
        else { return nil }
        return block
    }

    /// The id in the attributes of a heading, `{#set-up .wide}`, and where the attributes are.
    private func id(
        of heading: MarkdownTree.ID, _ pair: SegmentPair, _ side: Side
    ) -> (name: String, range: SideRange)? {
        let tree = pair.tokenized.parsed[side].tree
        for child in tree.children(of: heading) where tree[child].kind == .directive {
            let text = pair.tokenized.bitext[side].text(tree[child].range)
            guard text.first == "{", text.last == "}" else { continue }
            for word in text.dropFirst().dropLast().split(separator: " ") where word.first == "#" && word.count > 1 {
                return (String(word.dropFirst()), tree[child].range)
            }
        }
        return nil
    }
}
