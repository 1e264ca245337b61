import Bitext
import Checklists
import Revisions

extension Checklist {
    /// What is above the list, for comparison and for a word diff.
    func headText(_ side: Side) -> String {
        [title?[side], leadIn?.text[side]].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
            .collapsingBlanks()
    }

    /// What the list is called for a person.
    func name(_ side: Side) -> String {
        for text in [title, leadIn?.text].compactMap({ $0 }) {
            for side in [side, side.opposite] {
                if let name = text[side], !name.isEmpty { return name.collapsingBlanks() }
            }
        }
        return "(untitled)"
    }
}

extension PageDiff.Entry {
    /// The item as it is, or as it was.
    var current: PageDiff.Appearance? { new ?? old }

    /// A part of an item in both revisions, where it differs.
    struct Difference {
        var name: String
        var words: WordDiff
    }

    /// What differs besides the item's own source text, in the chosen language.
    func differences(_ side: Side) -> [Difference] {
        guard let old, let new else { return [] }
        var differences: [Difference] = []
        if changes.contains(.detailsChanged) || (side == .target && changes.contains(.retranslated)) {
            func add(_ name: String, _ old: [String], _ new: [String], byWord: Bool = true) {
                differences += Self.differing(old, new, byWord: byWord).map { Difference(name: name, words: $0) }
            }
            add("detail", old.details.map { $0.shown(side) }, new.details.map { $0.shown(side) })
            add(
                "note", old.notes.map { ($0.text[side] ?? "").collapsingBlanks() },
                new.notes.map { ($0.text[side] ?? "").collapsingBlanks() })
            add(
                "link", old.links.map { $0.url[side] ?? "" }, new.links.map { $0.url[side] ?? "" }, byWord: false)
        }
        return differences
    }

    /// The texts of a list that were removed and added. If one replaced another, only the difference.
    private static func differing(_ old: [String], _ new: [String], byWord: Bool) -> [WordDiff] {
        var (removed, added): ([String], [String]) = ([], [])
        var differences: [WordDiff] = []
        func flush() {
            for index in 0..<max(removed.count, added.count) {
                let before = index < removed.count ? removed[index] : ""
                let after = index < added.count ? added[index] : ""
                differences.append(byWord ? WordDiff(before, after) : WordDiff(replacing: before, by: after))
            }
            (removed, added) = ([], [])
        }
        for step in SequenceDiff.steps(old, new) {
            switch step {
            case .same: flush()
            case .removed(let index): removed.append(old[index])
            case .added(let index): added.append(new[index])
            }
        }
        flush()
        return differences
    }

    /// The lines of the code that were removed and added, each with its sign. Unchanged lines are left out.
    var codeLines: [(sign: Character, line: String)] {
        guard changes.contains(.codeChanged), let old, let new else { return [] }
        func lines(_ code: [String]) -> [Substring] {
            code.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        }
        let (olds, news) = (lines(old.code), lines(new.code))
        return SequenceDiff.steps(olds, news).compactMap { step in
            switch step {
            case .same: nil
            case .removed(let index): ("-", String(olds[index]))
            case .added(let index): ("+", String(news[index]))
            }
        }
    }

    /// The item's text in the chosen language, with what was removed and added if it was edited.
    func textDiff(_ side: Side) -> WordDiff {
        let (before, after) = (old?.shown(side), new?.shown(side))
        return WordDiff(before ?? after ?? "", after ?? before ?? "")
    }
}

extension PageDiff.Appearance {
    /// What a reader sees of the item, or the code or picture that it has instead of a text.
    func shown(_ side: Side) -> String {
        for side in [side, side.opposite] {
            if let text = text[side], !text.isEmpty { return text.collapsingBlanks() }
        }
        if let code = code.first { return code.collapsingBlanks() }
        return details.first?.shown(side) ?? "(empty)"
    }
}

extension Item.Detail {
    fileprivate func shown(_ side: Side) -> String {
        let text = (text[side] ?? "").collapsingBlanks()
        guard kind == .image else { return text }
        return "[image] \(text) \(url?[side] ?? "")"
    }
}
