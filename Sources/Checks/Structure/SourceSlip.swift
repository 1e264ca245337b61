import Bitext

/// Markdown of a source that its author did not mean, and that a translation has as it was meant; and signs for which languages have
/// others.
enum SourceSlip {
    /// Whether a segment's places differ because of a slip of the source.
    static func isOne(_ source: BlockPath, _ target: BlockPath, segment: Int, _ bitext: Bitext) -> Bool {
        // Most differences end here.
        let mayBe =
            switch (source.place, target.place) {
            case (.heading, .heading), (.quote, .quote), (.item, .item): false
            case (.item, _): source.listDepth > target.listDepth
            case (.heading(let level), _): level == 1
            case (.quote, _), (_, .heading): true
            case (_, .item): source.listDepth < target.listDepth
            default: false
            }
        guard mayBe, let original = text(segment, .source, bitext), let translation = text(segment, .target, bitext)
        else { return false }
        return switch source.place {
        case .heading: isNumberSign(original)
        case .quote: isComparison(original)
        case .item: isOrnament(original)
        default: lacksBlank(original, asIn: translation) || isLabel(original, asIn: translation)
        }
    }

    private static func text(_ segment: Int, _ side: Side, _ bitext: Bitext) -> String? {
        guard let range = bitext.segments[segment][side]?.range, range.count <= maxLength else { return nil }
        return bitext[side].text(range).trimmingWhitespace()
    }

    /// In bytes. A longer segment is more than a line.
    private static let maxLength = 4096

    /// "# of calls": no heading begins with "of".
    private static func isNumberSign(_ text: String) -> Bool { text.hasPrefix("# of ") }

    /// "> 500", "> 3 GB": a sentence that is quoted is longer.
    private static func isComparison(_ text: String) -> Bool {
        text.wholeMatch(of: /> *=? *[\-+$€£]?\d\S*(?: \S+){0,5}/) != nil && !text.hasSuffix(".")
    }

    /// "3 - How does it start?": a number that the translation writes with a full stop.
    private static func isLabel(_ text: String, asIn other: String) -> Bool {
        let number = text.prefix(while: \.isNumber)
        guard (1...3).contains(number.count), other.hasPrefix("\(number). ") else { return false }
        let rest = text.dropFirst(number.count).drop { $0 == " " }
        return rest.hasPrefix("- ") || rest.hasPrefix("– ")
    }

    /// "- OR -": dashes on both sides of a word.
    private static func isOrnament(_ text: String) -> Bool { text.hasPrefix("- ") && text.hasSuffix(" -") }

    /// Whether a text begins with a marker that lacks its blank, and another with the whole marker: "-Open the relay",
    /// "##Relays". A name that the translation keeps, as in "-Identity is needed", is a parameter.
    private static func lacksBlank(_ text: String, asIn other: String) -> Bool {
        guard let match = text.prefixMatch(of: marker), other.hasPrefix("\(match.1) ") else { return false }
        let word = text[match.range.upperBound...].prefix(while: \.isLetter)
        let otherWord = other.dropFirst(match.1.count + 1).drop { $0 == " " }.prefix(while: \.isLetter)
        return word.isEmpty || text.hasPrefix("#") || word.lowercased() != otherWord.lowercased()
    }

    /// Before the first word of several, a link or strong text; of headings, those with two `#`, as `#Relay` can be a
    /// tag.
    private static var marker: Regex<(Substring, Substring)> {
        /((?:-|\d{1,2}[.)])(?=\p{Lu}\p{L}* |\[|\*\*)|#{2,6}(?=\p{Lu}|\[|\*\*))/
    }
}
