import Bitext
import ParsedBitext

/// A heading that is missing, added, of another level or with another id in the target.
struct HeadingStructure: StructureRule {
    static let description = RuleDescription(
        "heading", .error, .markup, "A heading was lost or added, or has another level or id.",
        discussion: """
            Headings make the outline of the page, and links lead to them. Most often a `#` is missing or too many.
            Write as many as in the source. In `# of calls`, the source has the sign of a number, and in `##Title` it
            lost a blank: the target need not be like these. An id that was lost, changed or broken, `{#set-up}`, is a
            warning: links to it lead to the top of the page. An id that only the target has is right.
            """,
        bad: .init("## Set up", "Configurer"), good: .init("## Set up", "## Configurer"))
    static let kind = StructureDifference.Kind.heading

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        reportDifferences(&report)
        // The attributes of a heading are markup.
        for pair in tokenized.comparablePairs(with: .directives) { checkID(pair, &report) }
    }

    private func checkID(_ pair: SegmentPair, _ report: inout Report) {
        guard let source = id(pair, .source) else { return }
        guard let target = id(pair, .target) else { return reportLoss(of: source.name, pair, &report) }
        guard source.name != target.name else { return }
        report.add(
            "the id of the heading differs: source has #\(source.name), target has #\(target.name)", in: pair, .target,
            target.range, evidence: .init(source: "#" + source.name, target: "#" + target.name), severity: .warning)
    }

    private func reportLoss(of id: String, _ pair: SegmentPair, _ report: inout Report) {
        guard let segment = pair.tokenized.bitext.segments[pair.index].target else { return }
        let bytes = pair.tokenized.bitext[.target].bytes
        let name = Array(id.utf8)
        // The attributes can be after the segment, on its line.
        let rest = bytes[segment.range.upperBound.value...].prefix(Self.maxLength).prefix { $0 != UInt8(ascii: "\n") }
        guard !rest.contains(Array("{#".utf8) + name) else { return }
        let markdown = pair.markdown(.target)
        let brace = markdown.lastIndex(of: UInt8(ascii: "{")).flatMap { brace in
            markdown[brace...].contains(name) ? brace : nil
        }
        report.add(
            "the id of the heading is \(brace == nil ? "lost" : "broken"): source has {#\(id)}", in: pair, .target,
            brace.map { SideOffset($0)..<segment.range.upperBound }, evidence: .init(source: "{#\(id)}"),
            severity: .warning)
    }

    /// In bytes.
    private static let maxLength = 200

    /// The id in the attributes of a heading: `{#set-up .wide}`.
    private func id(_ pair: SegmentPair, _ side: Side) -> (name: String, range: SideRange)? {
        for element in pair.elements(side) where element.kind == .directive {
            let text = pair.string(element, side)
            guard text.first == "{", text.last == "}" else { continue }
            for word in text.dropFirst().dropLast().split(separator: " ") where word.first == "#" && word.count > 1 {
                return (String(word.dropFirst()), element.range)
            }
        }
        return nil
    }
}
