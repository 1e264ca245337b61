import Bitext
import ParsedBitext

/// Links that are missing, added or different in the target.
struct Link: SegmentRule {
    static let description = RuleDescription(
        "link", .warning, .link, "A link was lost or added, or leads elsewhere.",
        discussion: """
            The rule compares the destinations of both sides, in any order. Locales in them (`/en-us/`, `/fr/`,
            `?lang=fr`), the case of a host and a final slash make no difference, nor whether a path begins at the root of
            the site, or the host with `www.`. Destinations that differ only in case or in the part
            after `#` are a note, as they lead to the same page, and so are another film of the
            same site, the same file of a repository in another state, an article of an encyclopedia in another
            language, and an address whose words are to be replaced.
            A difference after `?` is a note, too. The second of two links to the same place is also a
            note. Use the source's destination in the target.
            """,
        bad: .init("See [Plan](plan.md) first.", "Lisez d'abord le plan."),
        good: .init("See [Plan](plan.md) first.", "Lisez d'abord [Planifier](plan.md)."),
        precision: "21 of 23 warnings (fr-FR, de-DE, ja-JP; November 2026)")
    static let appliesTo = SegmentContents.links

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard !haveEqualDestinations(pair) else { return }
        let source = links(pair, .source)
        let target = links(pair, .target)
        let difference = MultisetDifference(source: source.map(\.key.key), target: target.map(\.key.key))
        // Lost and added links are matched in order: the first lost one became the first added one.
        let changed = min(difference.missing.count, difference.extra.count)
        for index in 0..<changed
        where !source[difference.missing[index]].key.mayBeSamePage(as: target[difference.extra[index]].key) {
            reportChange(source[difference.missing[index]], target[difference.extra[index]], pair, &report)
        }
        for index in difference.missing.dropFirst(changed) where !isOnlyUnlinked(source[index], .source, pair) {
            let url = source[index].url
            // One of two links to the same place is enough.
            let isRepeated = target.contains { $0.key == source[index].key }
            report.add(
                "the link to \(url) is lost", in: pair, .target, evidence: .init(source: url),
                severity: isRepeated || isInNeighbour(source[index], .source, pair) ? .note : nil)
        }
        for index in difference.extra.dropFirst(changed) where !isOnlyUnlinked(target[index], .target, pair) {
            let link = target[index]
            report.add(
                "the target links to \(link.url), the source does not", in: pair, .target, link.element.range,
                evidence: .init(target: link.url),
                severity: source.contains { $0.key == link.key } || isInNeighbour(link, .target, pair) ? .note : nil)
        }
        if difference.isEmpty { compareFragments(source, target, pair, &report) }
    }

    /// Whether a link is an address that is text on both sides, but a link on one side only, because there a blank is between
    /// it and the tag or quote before it: `<a href="…"> https://contoso.com </a>`.
    private func isOnlyUnlinked(_ link: Found, _ side: Side, _ pair: SegmentPair) -> Bool {
        let address = Array(link.url.utf8)
        guard pair.text(side)[link.element.textRange].elementsEqual(address) else { return false }
        let other = pair.markdown(side.opposite)
        guard let found = other.firstPlace(of: address[...]) else { return false }
        // After a letter, the address is glued to a word, and the reader cannot click on it.
        guard found.lowerBound > other.startIndex else { return false }
        let before = other[found.lowerBound - 1]
        return !before.isASCIIAlphanumeric && before < 0x80 && before != UInt8(ascii: ":")
    }

    /// Whether the other side of a page pair has the link in a sentence nearby that has none on this side: the words were moved.
    private func isInNeighbour(_ link: Found, _ side: Side, _ pair: SegmentPair) -> Bool {
        pair.neighbours(within: Self.near).contains { neighbour in
            links(neighbour, side.opposite).contains { $0.key == link.key }
                && !links(neighbour, side).contains { $0.key == link.key }
        }
    }

    /// In segments.
    private static let near = 4

    /// The fast path: compares the destinations without parsing them.
    private func haveEqualDestinations(_ pair: SegmentPair) -> Bool {
        pair.elements(.source).lazy.filter { $0.kind == .link }.map { pair.destination(of: $0, .source)?.url }
            .elementsEqual(
                pair.elements(.target).lazy.filter { $0.kind == .link }.map { pair.destination(of: $0, .target)?.url })
    }

    private struct Found {
        let element: Element
        let url: String
        let key: LinkKey
    }

    private func links(_ pair: SegmentPair, _ side: Side) -> [Found] {
        pair.elements(side).compactMap { element in
            guard element.kind == .link, let destination = pair.destination(of: element, side) else { return nil }
            return Found(element: element, url: destination.url, key: LinkKey(destination.url))
        }
    }

    private func reportChange(_ source: Found, _ target: Found, _ pair: SegmentPair, _ report: inout Report) {
        let isCaseOnly = source.key.address.lowercased() == target.key.address.lowercased()
        report.add(
            isCaseOnly
                ? "the destination differs in case: source has \(source.url), target has \(target.url)"
                : "the link leads elsewhere: source has \(source.url), target has \(target.url)",
            in: pair, .target, target.element.range, evidence: .init(source: source.url, target: target.url),
            severity: isCaseOnly || source.key.isFilm(like: target.key)
                || source.key.path == target.key.path || source.key.isArticle(like: target.key)
                || source.key.isSample(like: target.key) || source.key.isSameFile(as: target.key) ? .note : nil)
    }

    private func compareFragments(_ source: [Found], _ target: [Found], _ pair: SegmentPair, _ report: inout Report) {
        // The addresses are the same, in any order. Match each with the first one of the source that is left.
        var rest = source
        for link in target {
            let match = rest.firstIndex { $0.key == link.key } ?? rest.firstIndex { $0.key.address == link.key.address }
            guard let match else { continue }
            let other = rest.remove(at: match)
            guard other.key.fragment != link.key.fragment else { continue }
            report.add(
                "the part after # differs: source has \(other.url), target has \(link.url)", in: pair, .target,
                link.element.range, evidence: .init(source: other.url, target: link.url), severity: .note)
        }
    }
}
