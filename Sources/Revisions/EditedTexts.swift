import Checklists

/// Matches the items whose source text was edited, by what else speaks for them.
///
/// Best first, and in rounds: each match is evidence for its neighbours, for the item above it and those below.
struct EditedTexts {
    private struct Candidate {
        var old: Int
        var new: Int
        var text: TextSimilarity
        var score: Float
    }

    /// What a pair needs in one round.
    private struct Round {
        /// The least that all evidence together must come to.
        var score: Float
        /// The least that the texts must have in common, however strong the other evidence is.
        var text: Float
    }

    private static let rounds = [
        Round(score: 0.85, text: 0.5), Round(score: 0.62, text: 0.4), Round(score: 0.62, text: 0.4),
    ]

    /// Pairs whose evidence differs by less are equally likely.
    private static let tie: Float = 0.03

    private let vocabulary: Vocabulary
    private var oldWords: [Int: Vocabulary.Words] = [:]
    private var newWords: [Int: Vocabulary.Words] = [:]

    static func match(in match: inout RevisionMatch) {
        var texts = EditedTexts(match)
        for round in rounds {
            match.matchChecklists()
            guard texts.match(in: &match, round) || round.score > 0.7 else { break }
        }
    }

    private init(_ match: RevisionMatch) {
        vocabulary = Vocabulary(match.old, match.new)
        for index in match.old.indices where match.newOfOld[index] == nil {
            oldWords[index] = vocabulary.words(of: match.old[index].key)
        }
        for index in match.new.indices where match.oldOfNew[index] == nil {
            newWords[index] = vocabulary.words(of: match.new[index].key)
        }
    }

    /// - Returns: whether anything was matched.
    private mutating func match(in match: inout RevisionMatch, _ round: Round) -> Bool {
        let neighbourhood = Neighbourhood(match)
        var candidates: [Candidate] = []
        for pair in CandidatePairs(match, neighbourhood, oldWords, newWords).pairs {
            guard let left = oldWords[pair.old], let right = newWords[pair.new] else { continue }
            let text = TextSimilarity(left, right, vocabulary)
            guard text.evidence >= round.text else { continue }
            let score = text.evidence + Evidence.score(pair.old, pair.new, match, neighbourhood)
            candidates.append(Candidate(old: pair.old, new: pair.new, text: text, score: score))
        }
        candidates.sort { $0.score != $1.score ? $0.score > $1.score : ($0.old, $0.new) < ($1.old, $1.new) }
        let rivals = Rivals(candidates)
        var found = false
        for (index, candidate) in candidates.enumerated() where candidate.score >= round.score {
            guard match.areFree(candidate.old, candidate.new) else { continue }
            // Two that are equally likely are left alone, unless they are the halves of a text that was split or merged, of
            // which either may keep the identity.
            if !candidate.text.isPart, rivals.has(rivalOf: index, among: candidates, within: Self.tie, free: match) {
                continue
            }
            match.match(candidate.old, candidate.new)
            found = true
        }
        return found
    }

    /// Looks up the other candidates of either item of a pair.
    private struct Rivals {
        private var ofOld: [Int: [Int]] = [:]
        private var ofNew: [Int: [Int]] = [:]

        init(_ candidates: [Candidate]) {
            for (index, candidate) in candidates.enumerated() {
                ofOld[candidate.old, default: []].append(index)
                ofNew[candidate.new, default: []].append(index)
            }
        }

        func has(
            rivalOf index: Int, among candidates: [Candidate], within margin: Float, free match: RevisionMatch
        ) -> Bool {
            let candidate = candidates[index]
            for rival in (ofOld[candidate.old] ?? []) + (ofNew[candidate.new] ?? []) where rival != index {
                let other = candidates[rival]
                if other.score > candidate.score - margin, match.areFree(other.old, other.new) { return true }
            }
            return false
        }
    }
}

/// The places of items between those that are matched already.
struct Neighbourhood {
    /// A stretch of unmatched items of one list.
    struct Gap: Hashable {
        /// The list, as the new revision has it.
        var list: ItemRow.ListKey
        /// The matched items before and after it, as the new revision has them; -1 at an end of the list.
        var before: Int
        var behind: Int
    }

    /// The gap of each unmatched item, where its list has a counterpart, and its place in the gap.
    private(set) var gapOfOld: [Int: (gap: Gap, rank: Int)] = [:]
    private(set) var gapOfNew: [Int: (gap: Gap, rank: Int)] = [:]
    private(set) var oldInGap: [Gap: [Int]] = [:]
    private(set) var newInGap: [Gap: [Int]] = [:]

    init(_ match: RevisionMatch) {
        for (_, siblings) in match.old.lists {
            guard let first = siblings.first, let list = match.list(ofOld: first) else { continue }
            Self.gaps(siblings, list: list) { index in
                // An item that moved to another list is not a neighbour here.
                guard let new = match.newOfOld[index] else { return .unmatched }
                return match.list(ofNew: new) == list ? .anchor(new) : .elsewhere
            } found: { index, gap in
                gapOfOld[index] = (gap, oldInGap[gap, default: []].count)
                oldInGap[gap, default: []].append(index)
            }
        }
        for (list, siblings) in match.new.lists {
            Self.gaps(siblings, list: list) { index in
                guard let old = match.oldOfNew[index] else { return .unmatched }
                return match.list(ofOld: old) == list ? .anchor(index) : .elsewhere
            } found: { index, gap in
                gapOfNew[index] = (gap, newInGap[gap, default: []].count)
                newInGap[gap, default: []].append(index)
            }
        }
    }

    private enum State {
        case unmatched, elsewhere
        case anchor(Int)
    }

    private static func gaps(
        _ siblings: [Int], list: ItemRow.ListKey, state: (Int) -> State, found: (Int, Gap) -> Void
    ) {
        var before = -1
        var waiting: [Int] = []
        for index in siblings {
            switch state(index) {
            case .unmatched: waiting.append(index)
            case .elsewhere: continue
            case .anchor(let anchor):
                for waiting in waiting { found(waiting, Gap(list: list, before: before, behind: anchor)) }
                waiting.removeAll(keepingCapacity: true)
                before = anchor
            }
        }
        for waiting in waiting { found(waiting, Gap(list: list, before: before, behind: -1)) }
    }
}

/// What besides its text speaks for a pair.
enum Evidence {
    static func score(_ oldIndex: Int, _ newIndex: Int, _ match: RevisionMatch, _ neighbourhood: Neighbourhood) -> Float
    {
        place(oldIndex, newIndex, match, neighbourhood) + content(match.old[oldIndex], match.new[newIndex])
            + children(oldIndex, newIndex, match)
    }

    private static func place(
        _ oldIndex: Int, _ newIndex: Int, _ match: RevisionMatch, _ neighbourhood: Neighbourhood
    ) -> Float {
        if let old = neighbourhood.gapOfOld[oldIndex], let new = neighbourhood.gapOfNew[newIndex], old.gap == new.gap {
            let sizes = (neighbourhood.oldInGap[old.gap]?.count ?? 0, neighbourhood.newInGap[new.gap]?.count ?? 0)
            // A gap without a neighbour on either side is a whole list, and says little more than the list does.
            let isBounded = old.gap.before >= 0 || old.gap.behind >= 0
            let score: Float = isBounded ? 0.2 : 0.14
            if sizes == (1, 1) { return score + (isBounded ? 0.12 : 0.08) }
            // The same place counted from the front or from the end.
            let isSameRank = old.rank == new.rank || sizes.0 - old.rank == sizes.1 - new.rank
            return isSameRank ? score + (sizes.0 == sizes.1 ? 0.08 : 0.04) : score
        }
        if match.areInOneList(oldIndex, newIndex) { return 0.08 }
        return match.areInOneChecklist(oldIndex, newIndex) ? 0.05 : 0
    }

    private static func content(_ old: ItemRow.Entry, _ new: ItemRow.Entry) -> Float {
        var score: Float = 0
        if !old.code.isEmpty, !new.code.isEmpty { score += old.code == new.code ? 0.2 : -0.03 }
        let (oldLinks, newLinks) = (old.linkedURLs, new.linkedURLs)
        if !oldLinks.isEmpty, oldLinks == newLinks { score += 0.1 }
        let (oldDetails, newDetails) = (old.item.detailTexts, new.item.detailTexts)
        if !oldDetails.isEmpty, oldDetails == newDetails { score += 0.15 }
        return score
    }

    /// The more of what is below them is the same, the more likely they are.
    private static func children(_ oldIndex: Int, _ newIndex: Int, _ match: RevisionMatch) -> Float {
        let (old, new) = (match.old.children(of: oldIndex), match.new.children(of: newIndex))
        guard !old.isEmpty, !new.isEmpty else { return 0 }
        let shared = old.reduce(0) { count, child in
            match.newOfOld[child].map { match.new[$0].parent == newIndex } == true ? count + 1 : count
        }
        return 0.3 * Float(shared) / Float(max(old.count, new.count))
    }
}

extension ItemRow.Entry {
    var linkedURLs: [String] { item.links.compactMap(\.url.source) }
}

extension Item {
    /// The source texts of what is below the item's own.
    var detailTexts: [String] {
        details.compactMap { $0.text.source?.collapsingBlanks() }
            + notes.compactMap { $0.text.source?.collapsingBlanks() }
    }
}
