import Bitext
import ParsedBitext

/// Bold text and links that took in or left out words or punctuation next to them.
struct EmphasisExtent: Rule {
    static let description = RuleDescription(
        "emphasis-extent", .note, .markup, "Bold text or a link covers more or less than in the source.",
        discussion: """
            Machine translation moves the markers: `**Save, then** close` for `**Save**, then close`. The rule compares a
            full stop or a comma at the end of bold text and links with the source, and the extent of names that are the
            same on both sides. Put the markers around the same words as in the source.
            """,
        bad: .init("Select **Save**, then close it.", "Sélectionnez **Enregistrer,** puis fermez-le."),
        good: .init("Select **Save**, then close it.", "Sélectionnez **Enregistrer**, puis fermez-le."),
        precision: "42 of 45 (fr-FR, es-ES, pl-PL, ru-RU; November 2026)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard !tokenized.allContents.isDisjoint(with: [.emphasis, .links]) else { return }
        for pair in tokenized.pairs() where !pair.contents.isDisjoint(with: [.emphasis, .links]) {
            guard pair.contents.isDisjoint(with: [.isSame, .isLong]) else { continue }
            for place in places(pair) {
                report.add(
                    place.message, in: pair, .target, place.element.range,
                    evidence: .init(source: place.source, target: pair.string(place.element.textRange, .target)))
            }
        }
    }

    private struct Place {
        let message: String
        let element: Element
        var source: String?
    }

    private func places(_ pair: SegmentPair) -> [Place] {
        // Lazy: most have nothing to compare, and an array for each would cost time.
        let source = marked(pair, .source)
        let target = marked(pair, .target)
        guard (1...Self.maxElements).contains(source.count), (1...Self.maxElements).contains(target.count) else {
            return []
        }
        var found: [Place] = []
        let punctuated = target.filter { endsInPunctuation($0, pair, .target) }
        if !punctuated.isEmpty {
            let expected = source.count { endsInPunctuation($0, pair, .source) }
            found += punctuated.dropFirst(expected).map {
                let noun = $0.kind == .link ? "the link" : "the emphasis"
                return Place(message: "\(noun) includes the punctuation after it", element: $0)
            }
        }
        for element in source {
            let name = pair.text(.source)[element.textRange]
            // A single word may be part of the label's translation.
            guard name.count <= 64, name.isName, !target.contains(where: { pair.text(.target)[$0.textRange] == name }),
                let place = pair.text(.target).firstPlace(of: name), pair.text(.target).isWhole(place)
            else { continue }
            let range = TextRange(place)
            let overlapping = target.filter { $0.textRange.overlaps(range) && $0.kind == element.kind }
            guard let other = overlapping.first, !found.contains(where: { $0.element.node == other.node }) else {
                continue
            }
            let text = String(decoding: name, as: UTF8.self)
            found.append(
                Place(
                    message: "the source marks only “\(text.shortened)”, the target "
                        + "“\(pair.string(other.textRange, .target).removingMarkupBytes().shortened)”",
                    element: other, source: text))
        }
        return found
    }

    /// Each name is looked for in the target. No real segment has so many.
    private static let maxElements = 64

    private func marked(_ pair: SegmentPair, _ side: Side) -> LazyFilterSequence<ArraySlice<Element>> {
        pair.elements(side).lazy.filter { $0.kind == .strong || $0.kind == .emphasis || $0.kind == .link }
    }

    /// Whether text ends in a comma or a full stop that is no part of an abbreviation or an ellipsis.
    private func endsInPunctuation(_ element: Element, _ pair: SegmentPair, _ side: Side) -> Bool {
        let text = pair.text(side)[element.textRange].trimmingBlanks
        guard text.count >= 3, let last = text.last else { return false }
        switch last {
        case UInt8(ascii: ","): return true
        // The last bytes of `、` and `。`.
        case 0x81, 0x82: return text.dropLast().suffix(2).elementsEqual("、".utf8.prefix(2))
        case UInt8(ascii: "."): break
        default: return false
        }
        // "etc.", "Inc.", "…" and "2." keep it.
        let word = text.lettersBefore(text.endIndex - 1).lowercased()
        return word.utf8.count >= 3 && word.utf8.count < text.count - 1 || word.utf8.count >= 6
            ? !Self.abbreviations.contains(word) : false
    }

    private static let abbreviations: Set<String> = ["etc", "usw", "inc", "ltd", "corp", "ecc", "итд", "itd", "sok"]
}

extension ArraySlice<UInt8> {
    /// Whether the text is two words or more, or code-like, so that it is no part of a translated label.
    fileprivate var isName: Bool {
        guard count >= 4 else { return false }
        return contains { $0 == 0x20 || $0 == UInt8(ascii: "_") || $0.isASCIIDigit }
            || zip(self, dropFirst()).contains { $0 >= 0x61 && $1 >= 0x41 && $1 <= 0x5A }
    }

    /// Whether no letter is directly before or after a range.
    fileprivate func isWhole(_ range: Range<Int>) -> Bool {
        lettersBefore(range.lowerBound).isEmpty && lettersAfter(range.upperBound).isEmpty
    }
}
