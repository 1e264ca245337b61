import Bitext
import MarkdownSyntax

/// Decides what a list is for, from the words around it on the source side and from its shape.
///
/// The target is not used, so a list has the same kind in every locale. The questions are asked in a fixed order; the
/// first "yes" decides. Measured on lists of real pages that were labelled by hand: `Tests/ChecklistsTests/Labels`.
struct ChecklistClassifier {
    private let title: Phrase
    /// The last sentence before the list.
    private let leadIn: Phrase
    private let items: [Item]
    /// The headings above the list.
    private let section: [BilingualText]
    private let isOrdered: Bool
    /// How many items are a link, with or without a description after it.
    private let linkItems: Int
    /// How many items begin with a bold label and continue after it.
    private let labelledItems: Int

    init(_ checklist: Checklist, draft: ChecklistDraft, tree: MarkdownTree) {
        title = Phrase(checklist.title?.sharedSource)
        // With a title line directly before the list, the paragraph before that line introduces the list.
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

    // MARK: The questions

    private mutating func isNavigation() -> Bool {
        if leadIn.containsAny(Cues.reading) { return true }
        if leadIn.containsAny(Cues.confirm) { return false }
        let links = share(linkItems)
        if links >= 0.75 {
            // Links to the description of each step are steps.
            return !leadIn.containsAny(Cues.announcedSteps)
                && !(leadIn.containsAny(Cues.steps) && instructionShare >= 0.6)
        }
        // "For details about backup, see …" is navigation too.
        guard links >= 0.3 || share(items.indices.count { !items[$0].links.isEmpty }) >= 0.75 else { return false }
        return leadIn.containsAny(Cues.contents) || title.equalsAny(Cues.readingTitles)
    }

    private mutating func isPrerequisites() -> Bool {
        if leadIn.containsAny(Cues.conditions) { return true }
        if leadIn.containsAny(Cues.steps) || leadIn.containsAny(Cues.choice) { return false }
        if leadIn.containsAny(Cues.confirm) { return !isStepwise() }
        if leadIn.containsAny(Cues.remarks) { return false }
        if leadIn.containsAny(Cues.requirement) { return !isStepwise() }
        guard title.containsAny(Cues.requirementTitles) else { return false }
        if title.containsAny(Cues.otherTitles), !title.containsAny(Cues.beforehand) { return false }
        if isStepwise() || isEnumeration || share(where: \.isNumberedChoice) >= 0.5 { return false }
        if leadIn.isEmpty || !leadIn.endsWithColon || leadIn.containsAny(Cues.necessity) { return true }
        return share { $0.containsAny(Cues.necessity) } >= 0.4
    }

    private mutating func isOptions() -> Bool {
        if !isOrdered, share(labelledItems) >= 0.6, leadIn.containsAny(Cues.description) { return true }
        if leadIn.containsAny(Cues.steps) { return false }
        if leadIn.containsAny(Cues.choice) || leadIn.offersAlternatives { return true }
        if leadIn.containsAny(Cues.choiceOfMany), leadIn.contains("you") || leadIn.isInstruction() { return true }
        if isStepwise() { return false }
        if leadIn.containsAny(Cues.settings) { return true }
        if share(where: { $0.containsAny(Cues.optionItems) || $0.isNumberedChoice }) >= 0.5 { return true }
        guard share(labelledItems) >= 0.6 else { return false }
        if leadIn.containsAny(Cues.description) || leadIn.containsAny(Cues.settingTopics) { return true }
        return !leadIn.endsWithColon && title.containsAny(Cues.settingTopics) && !title.contains("when")
    }

    private mutating func isProcedure() -> Bool {
        if leadIn.containsAny(Cues.announcedSteps) { return true }
        if leadIn.containsAny(Cues.steps) || title.containsAny(Cues.stepTitles) {
            return isOrdered || instructionShare >= 0.5
        }
        if isOrdered {
            if instructionShare >= 0.4 { return true }
            return instructionShare > 0 && title.beginsLikeTask
        }
        return isUnorderedProcedure()
    }

    /// Steps are not always numbered. But a bulleted list with the grammar of steps is often something else: features of
    /// a product, its changes, or advice.
    private mutating func isUnorderedProcedure() -> Bool {
        if leadIn.containsAny(Cues.tasks) { return false }
        // The title "To assign the policy", and an item "This command assigns …" with the command.
        if title.namesTask, items.indices.contains(where: { !items[$0].codeBlocks.isEmpty }) { return true }
        guard instructionShare >= 0.7 else { return false }
        if title.containsAny(Cues.advice) && !title.beginsLikeTask { return false }
        if leadIn.containsAny(Cues.advice) || isAboutChanges { return false }
        if leadIn.asksToAct || leadIn.containsAny(Cues.assignments) { return true }
        if leadIn.describesAbility { return false }
        if title.beginsLikeTask { return true }
        return (!leadIn.endsWithColon || leadIn.addressesReader) && !title.containsAny(Cues.settingTopics)
    }

    // MARK: Shape

    /// Whether the list is ordered and most items are instructions.
    private mutating func isStepwise() -> Bool { isOrdered && instructionShare >= 0.6 }

    /// Whether the lead-in announces examples or a plain enumeration.
    private var isEnumeration: Bool { leadIn.containsAny(Cues.enumeration) }

    private var isAboutChanges: Bool {
        title.isVersion || section.contains { Phrase($0.sharedSource).containsAny(Cues.changes) }
    }

    /// The share of items that are instructions, 0 to 1. Lazy, because many lists are decided without it.
    private lazy var instructionShare: Double = {
        let isOrdered = isOrdered
        return share { $0.isInstruction(inSequence: isOrdered) }
    }()

    /// The beginning of each item's text. Lazy for the same reason.
    private lazy var itemBeginnings: [Phrase] = items.indices.map { Phrase(beginningOf: items[$0].text.sharedSource) }

    /// The share of items whose beginning meets a condition, 0 to 1.
    private mutating func share(where condition: (Phrase) -> Bool) -> Double {
        share(itemBeginnings.reduce(0) { $0 + (condition($1) ? 1 : 0) })
    }

    /// The share of `count` items in all items, 0 to 1.
    private func share(_ count: Int) -> Double { items.isEmpty ? 0 : Double(count) / Double(items.count) }
}
