import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Tells what a list is for, from the words around it on the source side and from its shape.
///
/// The target plays no part, so a list has the same kind in every locale. The order of the questions matters: the first
/// that is answered with yes decides. Measured on lists labelled by reading, see `Tests/ProceduresTests/Labels`.
struct ChecklistShape {
    private let title: Phrase
    /// The last sentence in front of the list.
    private let leadIn: Phrase
    /// The items' texts; most questions are answered without them.
    private let items: [Item]
    /// The headings above the list.
    private let section: [BilingualText]
    private let isOrdered: Bool
    /// How many items are nothing but a link, or begin with one.
    private let linkItems: Int
    /// How many items begin with a bold label that something follows.
    private let labelledItems: Int

    init(_ checklist: Checklist, draft: ChecklistDraft, tree: MarkdownTree) {
        title = Phrase(checklist.title?.sharedSource)
        // Where a title line stands in between, the sentence in front of it still introduces the list.
        leadIn = Phrase(
            lastSentenceOf: checklist.leadIn?.text.sharedSource
                ?? draft.introduction.map { SharedText(tree.plainText(of: $0)) })
        items = checklist.items
        section = checklist.section
        isOrdered = draft.isOrdered
        linkItems = draft.items.reduce(0) { $0 + (ItemShape.isLink($1.node, tree) ? 1 : 0) }
        labelledItems = draft.items.reduce(0) { $0 + (ItemShape.hasLabel($1.node, tree) ? 1 : 0) }
    }

    /// What the list is for.
    mutating func kind() -> Checklist.Kind {
        if isNavigation() { return .navigation }
        if isPrerequisites() { return .prerequisites }
        if isOptions() { return .options }
        if isProcedure() { return .procedure }
        return .list
    }

    // MARK: The five questions

    private mutating func isNavigation() -> Bool {
        if leadIn.containsAny(Cues.reading) { return true }
        if leadIn.containsAny(Cues.confirm) { return false }
        let links = share(linkItems)
        if links >= 0.75 {
            // Steps that are described elsewhere are steps.
            return !leadIn.containsAny(Cues.announcedSteps)
                && !(leadIn.containsAny(Cues.steps) && instructions >= 0.6)
        }
        // "For details about backup, see …" is to be read too.
        guard links >= 0.3 || share(items.indices.count { !items[$0].links.isEmpty }) >= 0.75 else { return false }
        return leadIn.containsAny(Cues.contents) || title.isAny(Cues.readingTitles)
    }

    private mutating func isPrerequisites() -> Bool {
        if leadIn.containsAny(Cues.conditions) { return true }
        if leadIn.containsAny(Cues.steps) || leadIn.containsAny(Cues.choice) { return false }
        if leadIn.containsAny(Cues.confirm) { return !isStepwise() }
        if leadIn.containsAny(Cues.remarks) { return false }
        if leadIn.containsAny(Cues.requirement) { return !isStepwise() }
        guard title.containsAny(Cues.requirementTitles) else { return false }
        if title.containsAny(Cues.otherTitles), !title.containsAny(Cues.beforehand) { return false }
        if isStepwise() || isEnumeration || count(where: \.isNumberedChoice) >= 0.5 { return false }
        if leadIn.isEmpty || !leadIn.endsWithColon || leadIn.containsAny(Cues.necessity) { return true }
        return count { $0.containsAny(Cues.necessity) } >= 0.4
    }

    private mutating func isOptions() -> Bool {
        if !isOrdered, share(labelledItems) >= 0.6, leadIn.containsAny(Cues.description) { return true }
        if leadIn.containsAny(Cues.steps) { return false }
        if leadIn.containsAny(Cues.choice) || leadIn.offersAlternatives { return true }
        if leadIn.containsAny(Cues.choiceOfMany), leadIn.contains("you") || leadIn.isInstruction() { return true }
        if isStepwise() { return false }
        if leadIn.containsAny(Cues.settings) { return true }
        if count(where: { $0.containsAny(Cues.optionItems) || $0.isNumberedChoice }) >= 0.5 { return true }
        guard share(labelledItems) >= 0.6 else { return false }
        if leadIn.containsAny(Cues.description) || leadIn.containsAny(Cues.settingTopics) { return true }
        return !leadIn.endsWithColon && title.containsAny(Cues.settingTopics) && !title.contains("when")
    }

    private mutating func isProcedure() -> Bool {
        if leadIn.containsAny(Cues.announcedSteps) { return true }
        if leadIn.containsAny(Cues.steps) || title.containsAny(Cues.stepTitles) {
            return isOrdered || instructions >= 0.5
        }
        if isOrdered {
            if instructions >= 0.4 { return true }
            return instructions > 0 && title.beginsLikeTask
        }
        return isUnorderedProcedure()
    }

    /// Steps are not always numbered, but what has the same grammar is often something else: what a product can do, what
    /// was changed in it, or advice.
    private mutating func isUnorderedProcedure() -> Bool {
        if leadIn.containsAny(Cues.tasks) { return false }
        // "To assign the policy" over "This command assigns …" and the command.
        if title.namesTask, items.indices.contains(where: { !items[$0].codeBlocks.isEmpty }) { return true }
        guard instructions >= 0.7 else { return false }
        if title.containsAny(Cues.advice) && !title.beginsLikeTask || leadIn.containsAny(Cues.advice) || isAboutChanges
        {
            return false
        }
        if leadIn.asksToAct || leadIn.containsAny(Cues.assignments) { return true }
        if leadIn.saysWhatSomethingDoes { return false }
        if title.beginsLikeTask { return true }
        return (!leadIn.endsWithColon || leadIn.addressesReader) && !title.containsAny(Cues.settingTopics)
    }

    // MARK: Shape

    /// Ordered, and most items tell the reader to act.
    private mutating func isStepwise() -> Bool { isOrdered && instructions >= 0.6 }

    /// The lead-in announces examples or a plain enumeration.
    private var isEnumeration: Bool { leadIn.containsAny(Cues.enumeration) }

    private var isAboutChanges: Bool {
        title.isVersion || section.contains { Phrase($0.sharedSource).containsAny(Cues.changes) }
    }

    /// The share of items that tell the reader to act. Asked more than once, counted once.
    private lazy var instructions: Double = {
        let isOrdered = isOrdered
        return count { $0.isInstruction(inSequence: isOrdered) }
    }()

    /// The beginnings of the items. Most lists are told without them, others by asking of them more than once.
    private lazy var beginnings: [Phrase] = items.indices.map { Phrase(beginningOf: items[$0].text.sharedSource) }

    /// The share of items whose beginning is as `condition` says.
    private mutating func count(where condition: (Phrase) -> Bool) -> Double {
        share(beginnings.reduce(0) { $0 + (condition($1) ? 1 : 0) })
    }

    private func share(_ count: Int) -> Double { items.isEmpty ? 0 : Double(count) / Double(items.count) }
}
