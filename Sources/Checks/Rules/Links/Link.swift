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
            note. A bare address is no link if a letter, a colon or a full-width sign is directly before it, and takes
            in what follows it without a blank. At an address of a made-up site (`contoso.com`), this is a note. Use the
            source's destination in the target. A link that only the target has is a note, if it leads to a page. The id
            of a tab, `#tab/cli`, must be the source's.
            """,
        bad: .init("See [Plan](plan.md) first.", "Lisez d'abord le plan."),
        good: .init("See [Plan](plan.md) first.", "Lisez d'abord [Planifier](plan.md)."),
        precision:
            """
            111.5 of 129 on pages of fourteen locales that nobody had read (30 November 2026), then 10.5 of 12 \
            others when the rule had been improved
            """
    )
    static let appliesTo = SegmentContents.links

    func check(_ pair: SegmentPair, _ report: inout Report) {
        guard !haveEqualDestinations(pair) else { return }
        let (allOfSource, allOfTarget) = (links(pair, .source), links(pair, .target))
        let source = withoutExcess(allOfSource, like: allOfTarget)
        let target = withoutExcess(allOfTarget, like: allOfSource)
        reportExcess(source, target, pair, &report)
        let difference = MultisetDifference(source: source.map(\.key.key), target: target.map(\.key.key))
        // Lost and added links are matched in order: the first lost one became the first added one.
        let changed = min(difference.missing.count, difference.extra.count)
        for index in 0..<changed
        where !source[difference.missing[index]].key.mayBeSamePage(as: target[difference.extra[index]].key) {
            reportChange(source[difference.missing[index]], target[difference.extra[index]], pair, &report)
        }
        for index in difference.missing.dropFirst(changed) where !isOnlyUnlinked(source[index], .source, pair) {
            // One of two links to the same place is enough.
            let isRepeated = target.contains { $0.key == source[index].key }
            reportLost(source[index], isNote: isRepeated || isInNeighbour(source[index], .source, pair), pair, &report)
        }
        for index in difference.extra.dropFirst(changed) where !isOnlyUnlinked(target[index], .target, pair) {
            let link = target[index]
            report.add(
                "the target links to \(link.url), the source does not", in: pair, .target, link.element.range,
                evidence: .init(target: link.url),
                severity: isAddress(link.url) ? .note : nil)
        }
        if difference.isEmpty { compareFragments(source, target, pair, &report) }
    }

    private func reportLost(_ link: Found, isNote: Bool, _ pair: SegmentPair, _ report: inout Report) {
        guard let place = textPlace(of: link, pair) else {
            return report.add(
                "the link to \(link.url) is lost", in: pair, .target, evidence: .init(source: link.url),
                severity: isNote ? .note : nil)
        }
        let isGlued = !pair.language.isUnspaced && !pair.text(.target).lettersBefore(place.lowerBound.value).isEmpty
        report.add(
            "\(link.url) is shown, but not clickable; put a blank before it, or write `<\(link.url)>`",
            in: pair, .target, pair.sideRange(place, .target), evidence: .init(source: link.url, target: link.url),
            severity: isNote || link.key.isOfSampleSite && !isGlued || link.url.contains("[") ? .note : nil)
    }

    /// Whether a link is an address that is text on both sides, but a link on one side only, because there a blank is between
    /// it and the tag or quote before it: `<a href="…"> https://contoso.com </a>`. So is one of the target that the
    /// source has glued to a word.
    private func isOnlyUnlinked(_ link: Found, _ side: Side, _ pair: SegmentPair) -> Bool {
        let address = Array(link.url.utf8)
        // A reference to a name of the interface is none without its angle brackets.
        if link.url.hasPrefix("xref:") { return false }
        guard pair.text(side)[link.element.textRange].elementsEqual(address) else { return false }
        let other = pair.markdown(side.opposite)
        guard let found = other.firstPlace(of: address[...]) else { return false }
        if side == .target { return true }
        // After a letter, the address is glued to a word, and the reader cannot click on it.
        guard found.lowerBound > other.startIndex else { return false }
        let before = other[found.lowerBound - 1]
        return !before.isASCIIAlphanumeric && before < 0x80 && before != UInt8(ascii: ":")
    }

    /// Where the target shows the address of a lost link as text.
    private func textPlace(of link: Found, _ pair: SegmentPair) -> TextRange? {
        let text = pair.text(.target)
        guard link.url.contains("://"), let place = text.firstPlace(of: Array(link.url.utf8)[...]) else { return nil }
        // Another address can begin with it.
        let next = text[place.upperBound...].prefix(2)
        if let byte = next.first, byte.isASCIIAlphanumeric || byte.isOne(of: "/-_?#=&%+") { return nil }
        if next.count == 2, next.first == UInt8(ascii: "."), next.last?.isASCIIAlphanumeric ?? false { return nil }
        let isLink = pair.elements(.target).contains {
            $0.kind == .link && $0.textRange.values.contains(place.lowerBound)
        }
        return isLink ? nil : TextRange(place)
    }

    /// Whether a destination is an address of a page. Words, and the file of an image, became one by broken brackets.
    private func isAddress(_ url: String) -> Bool {
        let bytes = url.utf8
        guard bytes.allSatisfy({ $0 < 0x80 && !$0.isASCIIBlank }), bytes.contains(where: { $0.isOne(of: "./#:") })
        else {
            return false
        }
        return ![".png", ".jpg", ".jpeg", ".gif", ".svg"].contains { url.lowercased().hasSuffix($0) }
    }

    /// The links, bare ones without what they have taken in of the sentence if that is an address of the other side.
    private func withoutExcess(_ links: [Found], like others: [Found]) -> [Found] {
        let shorter = links.map(\.withoutExcess)
        guard shorter.contains(where: { $0 != nil }) else { return links }
        let addresses = Set((others + others.compactMap(\.withoutExcess)).map(\.key.address))
        return zip(links, shorter).map { link, shorter in
            guard let shorter, addresses.contains(shorter.key.address), !others.contains(where: { $0.key == link.key })
            else { return link }
            return shorter
        }
    }

    /// Reports bare addresses of the target that take in words of the sentence, as those of the source do not.
    private func reportExcess(_ source: [Found], _ target: [Found], _ pair: SegmentPair, _ report: inout Report) {
        for link in target {
            guard let excess = link.excess, !source.contains(where: { $0.excess == excess }) else { continue }
            report.add(
                "the link to \(link.url) takes in “\(excess.shortened)”; write `<\(link.url)>`", in: pair, .target,
                link.element.range, evidence: .init(source: link.url, target: link.url + excess),
                severity: link.key.isOfSampleSite || link.url.contains("[") ? .note : nil)
        }
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
        /// What the bare address has taken in of the sentence, if the other side has the address without it.
        let excess: String?

        init(_ element: Element, _ url: String, excess: String? = nil) {
            (self.element, self.url, self.excess) = (element, url, excess)
            key = LinkKey(url)
        }

        /// Whether there is nothing but the address.
        var isBare: Bool { element.range.count == element.textRange.count }

        /// The address without what it has taken in; nil if it is not bare or has taken in nothing.
        var withoutExcess: Found? {
            guard isBare, let end = LinkKey.end(ofBareAddress: url) else { return nil }
            return Found(element, String(url[..<end]), excess: String(url[end...]))
        }
    }

    private func links(_ pair: SegmentPair, _ side: Side) -> [Found] {
        pair.elements(side).compactMap { element in
            guard element.kind == .link, let destination = pair.destination(of: element, side),
                // "a non-@contoso.com address" is no link to a mailbox.
                !destination.url.hasPrefix("mailto:") || !destination.url.contains("-@")
            else { return nil }
            let link = Found(element, destination.url)
            return link.isBare && LinkKey.isIdentifier(mail: link.url) ? nil : link
        }
    }

    private func reportChange(_ source: Found, _ target: Found, _ pair: SegmentPair, _ report: inout Report) {
        let isCaseOnly = source.key.addressInLowerCase == target.key.addressInLowerCase
        report.add(
            isCaseOnly
                ? "the destination differs in case: source has \(source.url), target has \(target.url)"
                : "the link leads elsewhere: source has \(source.url), target has \(target.url)",
            in: pair, .target, target.element.range, evidence: .init(source: source.url, target: target.url),
            severity: isCaseOnly || source.key.isFilm(like: target.key)
                || source.key.path == target.key.path || source.key.isArticle(like: target.key)
                || source.key.isSample(like: target.key)
                || source.key.isOfSameMailbox(like: target.key) && Address.areSamplesLocalised(pair)
                || source.key.isSameFile(as: target.key) ? .note : nil)
    }

    private func compareFragments(_ source: [Found], _ target: [Found], _ pair: SegmentPair, _ report: inout Report) {
        // The addresses are the same, in any order. Match each with the first one of the source that is left.
        var rest = source
        for link in target {
            let match = rest.firstIndex { $0.key == link.key } ?? rest.firstIndex { $0.key.address == link.key.address }
            guard let match else { continue }
            let other = rest.remove(at: match)
            guard other.key.fragment != link.key.fragment else { continue }
            // Tabs with the same id change together, and other pages link to them.
            let isTab =
                other.key.fragment.hasPrefix("tab/")
                && other.key.fragment.lowercased() != link.key.fragment.lowercased()
            let what = isTab ? "the id of the tab" : "the part after #"
            report.add(
                "\(what) differs: source has \(other.url), target has \(link.url)", in: pair, .target,
                link.element.range, evidence: .init(source: other.url, target: link.url), severity: isTab ? nil : .note)
        }
    }
}
