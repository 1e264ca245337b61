import ParsedBitext

/// Numbered placeholders, such as `{0}` and `%1`, that are missing, different or added in the target.
struct FormatPlaceholder: SegmentRule {
    static let description = RuleDescription(
        "format-placeholder", .error, .doNotTranslate, "A numbered placeholder was lost, changed or added.",
        discussion: """
            A program replaces `{0}` or `%1` by a value. Without the placeholder, the reader does not see the value.
            With another number, the reader sees the wrong value. The order may differ. Copy the placeholders from the
            source.
            """,
        bad: .init("{0} of {1} pages", "{0} pages"),
        good: .init("{0} of {1} pages", "{0} pages sur {1}"))
    static let appliesTo = SegmentContents.placeholders

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let source = pair.tokens(.source).filter { $0.kind == .formatPlaceholder }
        let target = pair.tokens(.target).filter { $0.kind == .formatPlaceholder }
        let difference = MultisetDifference(
            source: source.map { UInt64($0.hash) }, target: target.map { UInt64($0.hash) })
        var extra = difference.extra.filter { !pair.contains(pair.string(target[$0].range, .target), .source) }
        for index in difference.missing {
            let name = pair.string(source[index].range, .source)
            guard !pair.contains(name, .target) else { continue }
            guard let other = extra.first else {
                report.add(
                    "the placeholder \(name) is lost", in: pair, .target, evidence: .init(source: name))
                continue
            }
            extra.removeFirst()
            let found = pair.string(target[other].range, .target)
            report.add(
                "the placeholder differs: source has \(name), target has \(found)", in: pair, .target,
                pair.sideRange(target[other].range, .target), evidence: .init(source: name, target: found))
        }
        for index in extra {
            let name = pair.string(target[index].range, .target)
            report.add(
                "the target has the placeholder \(name), the source does not", in: pair, .target,
                pair.sideRange(target[index].range, .target), evidence: .init(target: name))
        }
    }
}
