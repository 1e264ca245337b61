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
        for pair in tokenized.comparablePairs(with: [.emphasis, .links]) {
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
        let (source, target) = (pair.elements(.source), pair.elements(.target))
        // Each name is looked for in the target. No real segment has so many.
        guard source.count <= Self.maxElements, target.count <= Self.maxElements,
            source.contains(where: \.isMarked)
        else { return [] }
        let text = pair.text(.target)
        var found = punctuated(source, pair.text(.source), target, text)
        for element in source where element.isMarked {
            let name = pair.text(.source)[element.textRange]
            // A single word may be part of the label's translation.
            guard name.count <= 64, name.isName, let place = text.firstPlace(of: name),
                !target.contains(where: { $0.isMarked && text[$0.textRange] == name }), text.isWhole(place)
            else { continue }
            let range = TextRange(place)
            let other = target.first { $0.isMarked && $0.kind == element.kind && $0.textRange.overlaps(range) }
            guard let other, !found.contains(where: { $0.element.node == other.node }) else { continue }
            let string = String(decoding: name, as: UTF8.self)
            found.append(
                Place(
                    message: "the source marks only “\(string.shortened)”, the target "
                        + "“\(pair.string(other.textRange, .target).removingMarkupBytes().shortened)”",
                    element: other, source: string))
        }
        return found
    }

    /// The elements of the target that end in a comma or a full stop, without as many as the source has.
    private func punctuated(
        _ source: ArraySlice<Element>, _ sourceText: ArraySlice<UInt8>, _ target: ArraySlice<Element>,
        _ text: ArraySlice<UInt8>
    ) -> [Place] {
        let found = target.filter { $0.isMarked && endsInPunctuation(text[$0.textRange]) }
        guard !found.isEmpty else { return [] }
        let count = source.count { $0.isMarked && endsInPunctuation(sourceText[$0.textRange]) }
        return found.dropFirst(count).map { element in
            Place(
                message: element.kind == .link
                    ? "the link includes the punctuation after it" : "the emphasis includes the punctuation after it",
                element: element)
        }
    }

    private static let maxElements = 64

    /// Whether text ends in a comma or a full stop that is no part of an abbreviation or an ellipsis.
    private func endsInPunctuation(_ text: ArraySlice<UInt8>) -> Bool {
        // The fast path: most end in a letter. `、` and `。` end in 0x81 and 0x82.
        if let last = text.last, last.isASCIIAlphanumeric || last > 0x82 { return false }
        let text = text.trimmingBlanks
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

extension Element {
    /// Whether it is bold or italic text, or a link.
    fileprivate var isMarked: Bool { kind == .strong || kind == .emphasis || kind == .link }
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
