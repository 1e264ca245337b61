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
        let names = tokenized.bitext.withSides { (source: PlaceNames(in: $0), target: PlaceNames(in: $1)) }
        var (sources, targets): (Set<MarkdownTree.ID>, Set<MarkdownTree.ID>) = ([], [])
        for pair in tokenized.pairs() {
            guard let source = heading(pair, .source), sources.insert(source).inserted,
                let id = id(of: source, pair, .source), let target = heading(pair, .target),
                targets.insert(target).inserted
            else { continue }
            guard let found = self.id(of: target, pair, .target) else {
                // The heading, or another place, has it in another form: `{ #climb }`, `<a id="climb">`.
                if !names.target.contains(id.name) { reportLoss(of: id.name, target, pair, &report) }
                continue
            }
            // Where pages differ much, two headings may be no pair.
            guard id.name != found.name, !names.target.contains(id.name), !names.source.contains(found.name) else {
                continue
            }
            reportChange(of: id.name, to: found, pair, &report)
        }
    }

    private func reportChange(
        of id: String, to found: (name: String, range: SideRange), _ pair: SegmentPair, _ report: inout Report
    ) {
        report.add(
            "the id of the heading differs: source has #\(id), target has #\(found.name)", in: pair, .target,
            found.range,
            evidence: .init(source: "#" + id, target: "#" + found.name),
            severity: pair.tokenized.bitext.isPagePair ? .note : .warning)
    }

    private func reportLoss(
        of id: String, _ heading: MarkdownTree.ID, _ pair: SegmentPair, _ report: inout Report
    ) {
        let range = pair.tokenized.parsed[.target].tree[heading].range
        let text = pair.tokenized.bitext[.target][range]
        let brace = text.lastIndex(of: UInt8(ascii: "{")).flatMap { brace in
            text[brace...].contains(Array(id.utf8)) ? brace : nil
        }
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
