import Bitext
import ParsedBitext

/// A web or mail address of the source that is missing in the target.
struct Address: SegmentRule {
    static let description = RuleDescription(
        "address", .warning, .doNotTranslate, "A web or mail address of the source was changed or lost.",
        discussion: """
            The rule compares the addresses in the visible text. A locale in them (`/en-us/`, `/fr-fr/`) may differ. A sample
            (`example.contoso.com`) is a note. An address that the target has as the destination of a link is not lost,
            nor is one that is glued to a word in the text of a link of the source, which has a destination of its own.
            Copy the address from the source.
            """,
        bad: .init("Go to https://contoso.com/relay.", "Accédez à https://contoso.com/relais."),
        good: .init("Go to https://contoso.com/relay.", "Accédez à https://contoso.com/relay."),
        precision:
            """
            58.5 of 67 on pages of twelve locales that nobody had read (30 November 2026), then 28 of 28 others \
            when the rule had been improved
            """
    )
    static let appliesTo = SegmentContents.addresses

    /// Whether an address is made up, so that a translation may have its own: `example.contoso.com`, `someone@example.com`.
    private static func isSample(_ address: ArraySlice<UInt8>) -> Bool {
        let first = address.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "@") }
        return ["example", "someone", "somebody", "yourname", "username"].contains { first.elementsEqual($0.utf8) }
    }

    /// Whether both are mailboxes of one made-up site, whose owner may have another name: `ann@contoso.com`, `anne@contoso.com`.
    private static func isMailboxOfSample(_ token: Token, _ found: Token, _ pair: SegmentPair) -> Bool {
        let (address, other) = (pair.string(token.range, .source), pair.string(found.range, .target))
        guard let site = address.split(separator: "@").dropFirst().last else { return false }
        if LinkKey("mailto:\(address)").isOfSameMailbox(like: LinkKey("mailto:\(other)")), areSamplesLocalised(pair) {
            return true
        }
        return other.split(separator: "@").dropFirst().last == site && LinkKey("mailto:\(address)").isOfSampleSite
    }

    /// Whether the source has two mailboxes at made-up sites or more, and the target none of them: all were localised, as
    /// `rob@contosoeast.com` and `ann@contosowest.com`.
    static func areSamplesLocalised(_ pair: SegmentPair) -> Bool {
        let samples = pair.tokens(.source).filter {
            $0.kind == .email && LinkKey("mailto:\(pair.string($0.range, .source))").isOfSampleSite
        }
        return Set(samples.map(\.hash)).count >= 2
            && !samples.contains { pair.shows(pair.text($0.range, .source), .target) }
    }

    func check(_ pair: SegmentPair, _ report: inout Report) {
        // Lazy, because most segments have all their addresses.
        lazy var destinations = Self.destinations(pair)
        IdentifierComparison(
            includes: { $0.kind == .url || $0.kind == .email }, noun: "address",
            isUncertain: { token, found, pair in
                Self.isSample(pair.text(token.range, .source))
                    || found.map { Self.isMailboxOfSample(token, $0, pair) } ?? false
            },
            isOptional: { destinations.contains(Self.destination($0, $1)) || Self.isGlued($0, $1) }
        ).check(pair, &report)
    }

    /// Where the links of the target lead that show words. A link that shows another address misleads the reader.
    private static func destinations(_ pair: SegmentPair) -> Set<String> {
        let shown = pair.tokens(.target).filter { $0.kind == .url || $0.kind == .email }
        let links = pair.elements(.target).filter { link in
            link.kind == .link && !shown.contains { link.textRange.contains($0.range.lowerBound) }
        }
        return Set(links.compactMap { pair.destination(of: $0, .target).map { LinkKey($0.url).addressInLowerCase } })
    }

    /// Where an address of the source leads.
    private static func destination(_ token: Token, _ pair: SegmentPair) -> String {
        let shown = pair.string(token.range, .source)
        var address = shown.contains("://") ? shown : "https://" + shown
        // A token may lack the scheme and what is after `?`. A bare address is a link, whose destination has both.
        if let url = link(of: token, pair).flatMap({ pair.destination(of: $0, .source)?.url }), url.contains(shown) {
            address = url
        }
        return LinkKey(address).addressInLowerCase
    }

    /// Whether an address is glued to a word in the text of a link: `[The planhttps://contoso.com/plan](plan.md)`.
    /// Tools that converted pages left them there.
    private static func isGlued(_ token: Token, _ pair: SegmentPair) -> Bool {
        guard let link = link(of: token, pair) else { return false }
        let text = pair.text(.source)
        let name = pair.text(token.range, .source)
        let host = name.firstPlace(of: Array("://".utf8)[...])?.upperBound ?? name.startIndex
        let before = String(decoding: text[link.textRange.lowerBound.value..<host], as: UTF8.self).lowercased()
        guard let scheme = ["https://", "http://"].first(where: { before.hasSuffix($0) }),
            let sign = before.dropLast(scheme.count).unicodeScalars.last
        else { return false }
        return sign.properties.isAlphabetic || sign.properties.numericType != nil || sign == ")"
    }

    /// The source's link around a token.
    private static func link(of token: Token, _ pair: SegmentPair) -> Element? {
        pair.elements(.source).first { $0.kind == .link && $0.textRange.contains(token.range.lowerBound) }
    }
}
