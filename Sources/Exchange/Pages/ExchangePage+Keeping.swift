import Bitext
import BitextReaders

extension ExchangePage {
    /// A target of an exchange file that was edited after the file was made. Its texts are as XML can hold them.
    package struct EditedTarget: Sendable {
        /// Those of its segments when the file was made.
        let ids: [String]
        let source: String
        package let target: String

        package init(_ unit: ExchangeUnit) {
            // The own id of an entry of a catalogue is only a number.
            ids = unit.moreIDs.isEmpty ? [unit.id].compactMap { $0 } : unit.moreIDs
            // Where a code has lost its markup, the text without it is on no page.
            source = CodedText.safe(unit.source.markup ?? "")
            target = CodedText.safe(unit.target?.markup ?? "")
        }
    }

    /// The page with the edited targets of an earlier file for which it has no place, so that they are not lost when
    /// the file is written anew.
    ///
    /// - Parameter edited: in the order of the file.
    /// - Returns: nil if a target is neither on the page nor of such a segment.
    package func keeping(_ edited: [EditedTarget]) -> ExchangePage? {
        var slots: [String: [Slot]] = [:]
        for block in blocks.indices {
            for index in blocks[block].segments.indices where !blocks[block].segments[index].hasPlace {
                let segment = blocks[block].segments[index].index
                guard let range = bitext.segments[segment].source?.range else { continue }
                slots[CodedText.safe(bitext.source.text(range)), default: []].append(
                    Slot(block: block, index: index, id: ids[segment]))
            }
        }
        let targets = self.targets
        var page = self
        for (source, group) in Dictionary(grouping: edited, by: \.source) {
            guard let kept = kept(group, in: slots[source] ?? [], targets) else { return nil }
            for (slot, target) in kept { page.keep(target, slot.block, slot.index) }
        }
        return page
    }

    /// A segment without a place.
    private struct Slot {
        let block: Int
        let index: Int
        let id: String
    }

    /// Whether an earlier import has written a target into the page.
    private func isWritten(_ target: EditedTarget) -> Bool {
        guard bitext.isPagePair else { return false }
        let text = target.target.withoutOuterBlanks
        let own = bitext.segments.indices.filter { target.ids.contains(ids[$0]) }
        if own.isEmpty { return bitext.isWritten(text) }
        return own.allSatisfy { index in
            bitext.isWritten(text, at: index)
                || bitext.segments[index].target.map { bitext[.target].text($0.range) } == text
        }
    }

    /// Which segments with one source keep which targets: those with the ids of the file, else in their order, as the
    /// page may have other ids now.
    ///
    /// - Parameter targets: those of the page.
    private func kept(
        _ edited: [EditedTarget], in slots: [Slot], _ targets: Set<String>
    ) -> [(Slot, String)]? {
        let byID = Dictionary(slots.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var used: Set<String> = []
        var kept: [(Slot, String)] = []
        var hasAllIDs = true
        for target in edited {
            let own = Set(target.ids).compactMap { byID[$0] }
            if own.isEmpty, targets.contains(target.target) || isWritten(target) { continue }
            guard !own.isEmpty, !target.target.isEmpty, own.allSatisfy({ used.insert($0.id).inserted }) else {
                hasAllIDs = false
                break
            }
            kept += own.map { ($0, target.target) }
        }
        if hasAllIDs { return kept }
        let rest = edited.lazy.filter { !targets.contains($0.target) && !isWritten($0) }.map(\.target)
        guard let first = rest.first else { return [] }
        guard !slots.isEmpty, !rest.contains("") else { return nil }
        if rest.allSatisfy({ $0 == first }) { return slots.map { ($0, first) } }
        return rest.count <= slots.count ? Array(zip(slots, rest)) : nil
    }
}
