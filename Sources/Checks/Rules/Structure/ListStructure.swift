import Bitext
import ParsedBitext

/// A list item that is missing, added or different in the target.
struct ListStructure: StructureRule {
    static let description = RuleDescription(
        "list-item", .warning, .markup, "A list item was lost or added, or its level or kind differs.",
        discussion: """
            A line that begins with `-` or `1.` begins a list. An item that loses its marker or indentation ends the
            list, and the next steps begin again with 1. Use the source's marker and indentation. A text can begin with
            what looks like a marker, as `31. Dezember` or `- 5`. Escape it: `31\\.`, `\\-`. `--fix` escapes a number that
            is in the source, too. Where the source has `-Word` or `1.Word`, its blank is lost, and `- Word` is right.
            The box of a task, `[ ]` or `[x]`, must be the source's; only bilingual pages are checked for this.
            """,
        bad: .init("It came out in 2013.", "2013. Première version."),
        good: .init("It came out in 2013.", "2013\\. Première version."),
        precision:
            """
            67.5 of 80 on pages of thirteen locales that nobody had read (30 November 2026), before the rule was \
            improved
            """,
        isFixable: true)
    static let kind = StructureDifference.Kind.list

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        reportDifferences(&report)
        guard TaskBox.mayBe(in: tokenized.bitext[.source].bytes) else { return }
        for pair in tokenized.comparablePairs() {
            guard let box = TaskBox(pair.markdown(.source)), isAfterMarker(pair) else { continue }
            check(box, pair, &report)
        }
    }

    private func check(_ box: TaskBox, _ pair: SegmentPair, _ report: inout Report) {
        let text = pair.markdown(.target)
        if let found = TaskBox(text) {
            guard found.isChecked != box.isChecked else { return }
            return report.add(
                "the box of the task differs: source has \(box.text), target has \(found.text)", in: pair, .target,
                SideRange(found.range), evidence: .init(source: box.text, target: found.text))
        }
        let broken = TaskBox.broken(in: text)
        report.add(
            broken == nil ? "the box \(box.text) is lost" : "the box of the task is broken; write `\(box.text)`",
            in: pair, .target, broken.map { SideRange($0) },
            evidence: .init(source: box.text, target: broken.map { String(decoding: text[$0], as: UTF8.self) }))
    }

    /// Whether only the marker of an item, `-` or `1.`, and blanks are before the source on its line.
    private func isAfterMarker(_ pair: SegmentPair) -> Bool {
        guard let start = pair.tokenized.bitext.segments[pair.index].source?.range.lowerBound.value else {
            return false
        }
        let bytes = pair.tokenized.bitext[.source].bytes
        let line =
            bytes[max(0, start - Self.maxMarker)..<start].split(
                separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
            ).last ?? []
        let marker = line.split { $0.isASCIIBlank || $0 == UInt8(ascii: ">") }
        guard marker.count == 1, let last = marker[0].last, line.last?.isASCIIBlank ?? false else { return false }
        return marker[0].count == 1 && last.isOne(of: "-*+")
            || last.isOne(of: ".)") && marker[0].dropLast().allSatisfy(\.isASCIIDigit)
    }

    /// How far a segment is indented with its marker at most, in bytes.
    private static let maxMarker = 128
}

/// The box of a task at the beginning of an item: `[ ] Install it`, `[x] Install it`.
private struct TaskBox {
    let isChecked: Bool
    let range: Range<Int>

    var text: String { isChecked ? "[x]" : "[ ]" }

    init?(_ text: ArraySlice<UInt8>) {
        let start = text.startIndex
        guard text.count > 3, text[start] == UInt8(ascii: "["), text[start + 1].isOne(of: " xX"),
            text[start + 2] == UInt8(ascii: "]"), text[start + 3].isASCIIBlank
        else { return nil }
        isChecked = text[start + 1] != UInt8(ascii: " ")
        range = start..<start + 3
    }

    /// Whether a text may have a box anywhere. Few pages have one.
    static func mayBe(in text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { text in
            forms.contains { text.firstOffset(of: $0, from: 0, to: text.count) != nil }
        }
    }

    private static let forms: [StaticString] = ["[ ]", "[x]", "[X]"]

    /// What is left of a box at the beginning of a text: `[]`, `[ x ]`, `［ ］`, `[x]Install`.
    static func broken(in text: ArraySlice<UInt8>) -> Range<Int>? {
        let beginning = String(decoding: text.prefix(maxLength), as: UTF8.self)
        guard let found = beginning.prefixMatch(of: /\s*[\[［]\s*[xX]?\s*[\]］]/) else { return nil }
        return text.startIndex..<text.startIndex + found.output.utf8.count
    }

    /// In bytes.
    private static let maxLength = 24
}
