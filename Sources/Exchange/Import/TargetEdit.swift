import Bitext

/// Writes new targets into the bytes of a page: outside of them, no byte changes.
package enum TargetEdit {
    /// Why a text cannot be the target of a segment, whatever it says; nil if it can.
    static func refusal(
        of text: String, _ segment: Int, in bitext: Bitext, source: String, target: String
    ) -> String? {
        guard let variant = bitext.segments[segment].target else { return "the page has no place for a target" }
        if bitext.defects.contains(where: { $0.kind == .utf16 }) {
            return "the page is UTF-16; save it as UTF-8 and export it again"
        }
        let range = variant.origin.range.values
        if bitext.files[variant.origin.file].edits.contains(where: { $0.repaired.overlaps(range) }) {
            return "the page is damaged here; repair it (`diptych check`) and export it again"
        }
        func hasLineBreak(_ text: String) -> Bool { text.utf8.contains { $0 == 0x0A || $0 == 0x0D } }
        if hasLineBreak(text), !hasLineBreak(source), !hasLineBreak(target) {
            return "a line break, which would end the paragraph, the item or the cell"
        }
        // On a page of spans, tags of spans separate the pairs.
        if bitext.files.count == 1, spans(text) > max(spans(source), spans(target)) {
            return "a <span> tag, which would separate the pairs of the page"
        }
        return nil
    }

    /// How many tags of spans a text has.
    private static func spans(_ text: String) -> Int {
        text.ranges(of: "<span").count + text.ranges(of: "</span").count
    }

    /// The bytes of a file with new targets.
    ///
    /// - Parameters:
    ///   - changes: new targets of segments of this file.
    ///   - file: the index in ``Bitext/files``.
    ///   - bytes: of that file on disk.
    package static func apply(_ changes: [PageImport.Change], to bytes: [UInt8], file: Int, of bitext: Bitext)
        -> [UInt8]
    {
        var edits: [(range: Range<Int>, text: String)] = []
        for change in changes {
            guard let origin = bitext.segments[change.segment].target?.origin, origin.file == file else { continue }
            let lower = bitext.files[file].position(of: origin.range.lowerBound).offset
            let upper = bitext.files[file].position(of: origin.range.upperBound).offset
            edits.append((lower..<upper, change.text))
        }
        edits.sort { $0.range.lowerBound < $1.range.lowerBound }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 256)
        var copied = 0
        for edit in edits where edit.range.lowerBound >= copied {
            result += bytes[copied..<edit.range.lowerBound]
            result += edit.text.utf8
            copied = edit.range.upperBound
        }
        return result + bytes[copied...]
    }

    /// The changes that are not on the changed page as they should be: their texts have markup of pairs, for example.
    ///
    /// - Parameter after: the changed page. nil if it cannot be read at all.
    package static func misread(_ changes: [PageImport.Change], before: Bitext, after: Bitext?) -> [PageImport.Change] {
        guard let after, after.segments.count == before.segments.count else { return suspects(changes) }
        let new = Dictionary(uniqueKeysWithValues: changes.map { ($0.segment, $0.text) })
        var wrong: [PageImport.Change] = []
        for index in before.segments.indices {
            let (old, now) = (before.segments[index], after.segments[index])
            let target = now.target.map { after[.target].text($0.range) }
            let isRight =
                old.id == now.id
                && old.source.map { before.source[$0.range] } == now.source.map { after.source[$0.range] }
                && target == (new[index] ?? old.target.map { before[.target].text($0.range) })
            guard !isRight else { continue }
            guard let change = changes.first(where: { $0.segment == index }) else { return suspects(changes) }
            wrong.append(change)
        }
        return wrong
    }

    /// The changes that may have broken a pair: those with markup of pairs, or else all.
    private static func suspects(_ changes: [PageImport.Change]) -> [PageImport.Change] {
        let found = changes.filter { $0.text.contains("span") || $0.text.contains("data-") }
        return found.isEmpty ? changes : found
    }
}
