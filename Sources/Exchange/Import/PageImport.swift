import Bitext
import BitextReaders
import ParsedBitext

/// What the units of exchange files change on a page.
///
/// Each unit is matched with its segment by id and source. On a page that was changed since, it is matched by its source
/// and its old target. A target that the page changed, too, is a conflict: the page keeps its text.
package struct PageImport {
    /// A new target of a segment.
    package struct Change {
        /// The index in ``Bitext/segments``.
        package let segment: Int
        package let text: String
        package let unit: ImportUnit
    }

    /// The page of a file is not the one that it names.
    package struct WrongPage: Error {
        package let unit: ImportUnit
        package let reason: String
    }

    /// In the order of the segments, one for each.
    package private(set) var changes: [Change] = []
    /// Blocks that only the source has, with their new targets. In the order of the page.
    package private(set) var insertions: [BlockInsertion] = []
    package private(set) var issues: [ImportIssue] = []
    /// The units of all pages that found a segment, by their index.
    package private(set) var found: Set<Int> = []

    /// The segments whose target is right as it is, by a file for this page.
    private var kept: Set<Int> = []
    /// How many segments have a source, and how many of them a file for this page has translated.
    package var progress: (segments: Int, translated: Int) {
        let all = bitext.segments.lazy.filter { $0.source.map { !$0.range.isEmpty } ?? false }.count
        return (all, kept.union(changes.lazy.map(\.segment)).count)
    }

    private let bitext: Bitext
    private let name: String
    private let sha256: String
    private let texts: PageTexts
    private var taken: [Int: Change] = [:]
    /// New targets of segments for which a page pair has no place, in no order.
    private var withoutPlace: [Int: Change] = [:]
    /// The segments whose target is in a file as it is.
    private var settled: Set<Int> = []
    /// The segments that a unit has by its id: no other unit means them.
    private var claimed: Set<Int> = []

    /// - Parameters:
    ///   - units: of files that are for this page.
    ///   - common: of files for all pages.
    ///   - name: what messages call the page.
    ///   - sha256: of the page now.
    ///   - locale: of the target, where the page does not name it.
    /// - Throws: if a file names this page, and yet is not made of it.
    package init(
        _ parsed: ParsedBitext, _ units: [ImportUnit], common: CommonUnits, name: String, sha256: String,
        locale: String? = nil
    ) throws(WrongPage) {
        bitext = parsed.bitext
        self.name = name
        self.sha256 = sha256
        texts = PageTexts(parsed)
        try refuseOtherLanguages(units, ExchangePage.tag(bitext.targetLocale) ?? locale)
        try refuseOtherPages(units)
        claimed = Set(units.lazy.filter { !$0.unit.isOfAllPages }.flatMap(segmentsByID))
        for unit in units { add(unit) }
        for index in common.units(for: texts, locale: bitext.targetLocale ?? locale) where add(common.units[index]) {
            found.insert(index)
        }
        // Of several translations in a memory, the one that the page has stays.
        changes = taken.values.filter {
            $0.unit.namesOldTarget || !$0.unit.unit.isOfAllPages || !settled.contains($0.segment)
        }
        .sorted { $0.segment < $1.segment }
        makeInsertions()
    }

    // MARK: Files of another page

    /// Targets in another language than that of the page are not for it, whatever their sources are.
    private func refuseOtherLanguages(_ units: [ImportUnit], _ locale: String?) throws(WrongPage) {
        guard let locale else { return }
        for unit in units {
            guard let other = unit.unit.targetLocale, Language.isTag(Substring(other)), !Language.agree(other, locale)
            else { continue }
            throw WrongPage(
                unit: unit, reason: "the targets of this file are in \(other), and \(name) is in \(locale)")
        }
    }

    /// A file that was made of this very page has the page's ids and sources. One that was made of another state of it has
    /// at least half of its sources.
    private func refuseOtherPages(_ units: [ImportUnit]) throws(WrongPage) {
        var files: [String] = []
        var counts: [String: (units: Int, matched: Int)] = [:]
        for unit in units {
            if counts[unit.file] == nil { files.append(unit.file) }
            counts[unit.file, default: (0, 0)].units += 1
            // Some tools drop the comments of a catalogue, which have the ids.
            if unit.unit.pageHash == sha256, let id = unit.unit.id {
                guard let segment = texts.segment(withID: id) else {
                    throw WrongPage(
                        unit: unit, reason: "unit “\(id)” is not on \(name), from which this file was made")
                }
                guard texts.hasSource(of: unit.unit, segment) else {
                    throw WrongPage(
                        unit: unit,
                        reason: "the source of unit “\(id)” is not the one on \(name), from which this file was made")
                }
                counts[unit.file, default: (0, 0)].matched += 1
            } else if !texts.segments(withSourceOf: unit.unit).isEmpty {
                counts[unit.file, default: (0, 0)].matched += 1
            }
        }
        for file in files {
            guard let count = counts[file], 2 * count.matched < count.units,
                let unit = units.first(where: { $0.file == file })
            else { continue }
            let found =
                count.matched == 0
                ? "no unit of this file is" : "only \(count.matched) of the \(count.units) units of this file are"
            throw WrongPage(unit: unit, reason: "\(found) on \(name); it is a file of another page")
        }
    }

    // MARK: Units

    /// - Returns: whether a segment was found.
    @discardableResult
    private mutating func add(_ unit: ImportUnit) -> Bool {
        let segments = self.segments(of: unit)
        if unit.isTranslated { kept.formUnion(segments) }
        guard !unit.isUnedited, let target = unit.unit.target else { return !segments.isEmpty }
        kept.subtract(segments)
        if segments.isEmpty, !unit.unit.isOfAllPages {
            if let text = target.markup, bitext.isWritten(text) { return true }
            let count = texts.segments(withSourceOf: unit.unit).count
            let reason =
                count > 1
                ? "has \(count) segments with this source, and none with the old target of the file"
                : "has no segment with this source any more"
            issues.append(ImportIssue(.missing, unit, "\(name) \(reason); not imported"))
        }
        for segment in segments { add(target, of: unit, to: segment) }
        return !segments.isEmpty
    }

    private func segmentsByID(_ unit: ImportUnit) -> [Int] {
        ([unit.unit.id].compactMap { $0 } + unit.unit.moreIDs).compactMap { texts.segment(withID: $0) }
            .filter { texts.hasSource(of: unit.unit, $0) }
    }

    /// The segments whose target a unit is.
    private mutating func segments(of unit: ImportUnit) -> [Int] {
        let candidates = texts.segments(withSourceOf: unit.unit)
        if unit.unit.isOfAllPages {
            guard let hash = unit.unit.targetHash else {
                let old = unit.unit.oldTarget
                let exact = old.map { old in candidates.filter { texts.target($0) == old } } ?? candidates
                // Where no segment has the old target, one that has another one is a conflict.
                return exact.isEmpty && candidates.count == 1 ? candidates : exact
            }
            let isOwn = unit.unit.page.map { "/\(name)".hasSuffix("/\($0)") } ?? false
            let own = isOwn ? Set(unit.unit.moreIDs.compactMap { texts.segment(withID: $0) }) : []
            return candidates.filter { texts.targetHash($0) == hash || own.contains($0) }
        }
        let byID = segmentsByID(unit)
        if !byID.isEmpty { return byID }
        // The page was changed. Of several segments with the source, the one with the old target is meant.
        let free = candidates.filter { !claimed.contains($0) && taken[$0] == nil }
        let found =
            free.first { unit.unit.targetHash == texts.targetHash($0) } ?? (candidates.count == 1 ? free.first : nil)
        guard let found else { return [] }
        if !unit.isUnedited, let hash = unit.unit.pageHash, hash != sha256 {
            issues.append(
                ImportIssue(
                    .moved, unit,
                    "\(name) was changed since; found by its text on line \(texts.line(found)) (now \(texts.ids[found]))"
                ))
        }
        return [found]
    }

    private mutating func add(_ target: CodedText, of unit: ImportUnit, to segment: Int) {
        let place = "\(texts.ids[segment]) of \(name)"
        let own = texts.targetText(segment)
        let text: String
        do {
            let markdown = try own.markdown(of: unit.unit, target)
            text = bitext.isPagePair ? markdown.withoutOuterBlanks : markdown
        } catch {
            issues.append(ImportIssue(.refused, unit, "\(place): \(error.message); not imported"))
            return
        }
        let current = texts.target(segment)
        guard text != current, !bitext.isWritten(text, at: segment) else {
            settled.insert(segment)
            if unit.isTranslated { kept.insert(segment) }
            let isOfThisTarget = unit.unit.targetHash == texts.targetHash(segment)
            if isOfThisTarget, let code = own.unknownCode(of: unit.unit, target) {
                issues.append(
                    ImportIssue(
                        .refused, unit,
                        "\(place): codes come from the page, and it has no “\(code)”; edit the code in the page"))
            }
            return
        }
        guard !unit.unit.isFuzzy else {
            issues.append(ImportIssue(.refused, unit, "\(place): the entry is marked fuzzy; not imported"))
            return
        }
        let isOld =
            unit.unit.targetHash.map { $0 == texts.targetHash(segment) } ?? unit.unit.oldTarget.map { $0 == current }
            ?? true
        guard isOld else {
            let reason =
                unit.unit.oldTarget == nil ? "was changed in the page, too" : "has not the old target of the file"
            issues.append(
                ImportIssue(
                    .conflict, unit, "\(place) \(reason); the page keeps its text", texts: (current, text)))
            return
        }
        if let reason = TargetEdit.refusal(
            of: text, segment, in: bitext, source: texts.source(segment), target: current)
        {
            issues.append(ImportIssue(.refused, unit, "\(place): \(reason); not imported"))
            return
        }
        let hasPlace = bitext.segments[segment].target != nil
        if let other = hasPlace ? taken[segment] : withoutPlace[segment] {
            guard other.text != text else { return }
            issues.append(
                ImportIssue(
                    .conflict, unit, "\(place) has another new target on \(other.unit.file):\(other.unit.unit.line)",
                    texts: (other.text, text)))
            return
        }
        let change = Change(segment: segment, text: text, unit: unit)
        if hasPlace { taken[segment] = change } else { withoutPlace[segment] = change }
    }

    /// Puts the new targets without a place together to blocks.
    private mutating func makeInsertions() {
        guard !withoutPlace.isEmpty else { return }
        let blocks = BlockInsertions(withoutPlace, in: texts)
        insertions = blocks.insertions
        for (change, reason) in blocks.refused { addIssue(.refused, change, "\(reason); not imported") }
    }

    private mutating func addIssue(_ kind: ImportIssue.Kind, _ change: Change, _ reason: String) {
        issues.append(ImportIssue(kind, change.unit, "\(texts.ids[change.segment]) of \(name): \(reason)"))
    }

    // MARK: Later findings

    /// Takes changes back.
    ///
    /// - Parameter refused: each with what is wrong with it.
    package mutating func refuse(_ refused: [(change: Change, reason: String)]) {
        let segments = Set(refused.map(\.change.segment))
        var waiting = Set(changes.lazy.map(\.segment).filter(segments.contains))
        changes.removeAll { segments.contains($0.segment) }
        for (change, reason) in refused {
            if waiting.remove(change.segment) != nil {
                addIssue(.refused, change, "\(reason); not imported")
            } else if let index = insertions.firstIndex(where: {
                $0.changes.contains { $0.segment == change.segment }
            }) {
                refuse(insertions[index], reason)
            }
        }
    }

    /// Takes changes back, all for one reason.
    package mutating func refuse(_ changes: [Change], _ reason: String) {
        refuse(changes.map { (change: $0, reason: reason) })
    }

    /// Takes a block back.
    ///
    /// - Parameter reason: what is wrong with it.
    package mutating func refuse(_ insertion: BlockInsertion, _ reason: String) {
        insertions.removeAll { $0.source == insertion.source }
        for change in insertion.changes { addIssue(.refused, change, "\(reason); not imported") }
    }

    /// How many new targets come in.
    package var count: Int { changes.count + insertions.reduce(0) { $0 + $1.changes.count } }
}

extension ImportUnit {
    /// Whether the file says which target the new one takes the place of.
    package var namesOldTarget: Bool { unit.targetHash != nil || unit.oldTarget != nil }
}
