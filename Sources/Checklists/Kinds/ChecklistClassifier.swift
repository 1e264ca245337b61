import Bitext
import MarkdownSyntax

/// Decides what a list is for, from the words around it on the source side and from its shape.
///
/// The target is not used, so a list has the same kind in every locale. The questions are asked in a fixed order; the
/// first answer decides. Docs/kinds.md defines the kinds. Measured on lists of real pages that were labelled by hand:
/// `Tests/ChecklistsTests/Labels`.
///
/// A class, so that what asks for the items copies one reference.
final class ChecklistClassifier {
    private let title: Phrase
    /// The last sentence before the list.
    private let leadIn: Phrase
    /// The end of ``leadIn``, from its last comma on: "To use a relay, you must have:" says what it announces at its end.
    private lazy var lastClause = leadIn.lastClause
    /// Whether ``leadIn`` says that a list follows. Otherwise it is only the end of the paragraph before the list.
    private let isAnnounced: Bool
    private let items: [Item]
    /// The headings above the list.
    private let section: [BilingualText]
    private let isOrdered: Bool
    /// Whether the list is one by its layout: boxes, a table of steps, headings that begin with "Step 1".
    private let isLaidOutAsSteps: Bool
    /// How many items are a link, with or without a description after it.
    private let linkItems: Int

    init(_ checklist: Checklist, draft: ChecklistDraft, tree: MarkdownTree) {
        title = Phrase(checklist.title?.sharedSource)
        // With a title line directly before the list, the paragraph before that line introduces the list.
        let introduction = draft.introduction.map { Phrase(lastSentenceOf: SharedText(tree.plainText(of: $0))) }
        leadIn =
            checklist.leadIn.map { Phrase(announcementIn: $0.text.sharedSource) }
            ?? introduction.flatMap { $0.announcesList ? $0 : nil } ?? Phrase(nil)
        isAnnounced = leadIn.announcesList
        items = checklist.items
        section = checklist.section
        isOrdered = draft.isOrdered
        isLaidOutAsSteps = draft.areSteps
        linkItems = draft.items.reduce(0) { $0 + (ItemShape.isLink($1.node, tree) ? 1 : 0) }
    }

    /// What the list is for, and what shows it.
    func evidence() -> KindEvidence {
        let evidence = navigation() ?? prerequisites() ?? options() ?? procedure() ?? facts()
        guard isLaidOutAsSteps, evidence.kind != .prerequisites else { return evidence }
        // Boxes after a question are its answers.
        return leadIn.endsWithQuestionMark ? .answers : .stepLayout
    }

    // MARK: Navigation

    private func navigation() -> KindEvidence? {
        if isAnnounced, leadIn.containsAny(Cues.reading), !leadIn.containsAny(Cues.sights) { return .announcedReading }
        let withLinks = share(items.indices.count { !items[$0].links.isEmpty })
        if isAnnounced, leadIn.beginsWithBefore && isPreparation || leadIn.opensChoiceOfWays { return nil }
        if isAnnounced,
            leadIn.containsAny(Cues.contents) && share(linkItems) >= 0.3
                || leadIn.containsAny(Cues.resources) && withLinks >= 0.75 && !isStepwise()
        {
            return .announcedReading
        }
        if isAnnounced, leadIn.containsAny(Cues.confirm) || isPreparation { return nil }
        if share(linkItems) >= 0.75, !(isAboutChanges && share(where: \.beginsWithIssueNumber) >= 0.5) {
            // Links to the description of each step are steps.
            if leadIn.containsAny(Cues.announcedSteps) { return nil }
            if leadIn.containsAny(Cues.steps), instructionShare >= 0.6 { return nil }
            return announcesThings ? nil : .links
        }
        // "For details about backup, see …" is navigation too.
        if withLinks >= 0.5, share(where: \.isReadingHint) >= 0.5 {
            // "To verify the version:", and "See the release notes." as its last step.
            return isOrdered && (leadIn.containsAny(Cues.announcedSteps) || leadIn.asksToAct) ? nil : .readingHints
        }
        guard title.equalsAny(Cues.readingTitles) else { return nil }
        if share(linkItems) >= 0.3 { return .readingTitle }
        // "What's next: 1. Add a relay, and 2. …" are steps, though a page explains each.
        return withLinks >= 0.75 && !isStepwise() && !leadIn.offersChoice ? .readingTitle : nil
    }

    /// Whether the sentence before the list announces things that each have a page, and not the pages: "The filters are:".
    private var announcesThings: Bool {
        guard isAnnounced, !title.equalsAny(Cues.readingTitles) else { return false }
        // "Plan:" is a title.
        return leadIn.containsAny(Cues.linkedThings)
            || leadIn.text.contains(UInt8(ascii: " ")) && !leadIn.containsAny(Cues.readingMatter)
    }

    // MARK: Prerequisites

    private func prerequisites() -> KindEvidence? {
        if isAnnounced {
            if leadIn.containsAny(Cues.prerequisites), !leadIn.isAfterwards,
                !leadIn.containsAny(Cues.mentionedPrerequisites)
            {
                return leadIn.containsAny(Cues.remarks) ? nil : .announcedPrerequisites
            }
            if leadIn.containsAny(Cues.conditions), !leadIn.contains("following apply to") {
                return leadIn.isNecessaryCondition && !leadIn.isAboutContent
                    ? .necessaryConditions : .describedConditions
            }
            // "Prerequisites: Before you begin, these steps must be completed: 1. …".
            if leadIn.comesBefore, title.containsAny(Cues.clearRequirementTitles) { return .before }
            if isStepwise() { return nil }
            if leadIn.containsAny(Cues.assumptions)
                || leadIn.containsAny(Cues.knowledge) && title.equalsAny(Cues.wholeRequirementTitles)
            {
                return .announcedNeeds
            }
            if leadIn.containsAny(Cues.steps) || leadIn.namesWays
                || leadIn.containsAny(Cues.remarks)
            {
                return nil
            }
            if isPreparation || leadIn.isOnlyBefore { return tellsForm ? nil : .before }
            if leadIn.asksToEnsure || lastClause.containsAny(Cues.confirm) || lastClause.containsAny(Cues.requirement) {
                let isAboutContent = leadIn.containsAny(Cues.contentNouns) && !leadIn.containsAny(Cues.makeSure)
                let saysHow = leadIn.containsAny(Cues.checks) && instructionShare >= 0.6
                // "Requirements for servers" as an item is the title of a text, not a requirement.
                let isOutline = share(where: \.namesRequirements) >= 0.6
                // "The relay must:" says what the relay does, if verbs follow.
                let isDuty = leadIn.endsInMust && instructionShare >= 0.6
                // "Must be one of:" says what a setting can be.
                let isValue = leadIn.begins(with: "must be one of")
                return isAboutContent || saysHow || isOutline || isDuty || isValue || tellsForm ? nil : .announcedNeeds
            }
        }
        if isPreparation, !isStepwise(), share(where: { $0.containsAny(Cues.firmNecessity) }) >= 0.6 {
            return .before
        }
        if isRequirementTitle() || isUnderRequirementTitle(), !tellsForm { return .requirementTitle }
        // "For the gesture to work:", and "You must …".
        if leadIn.namesGoal, share(where: { $0.containsAny(Cues.must) }) >= 0.9 { return .itemNeeds }
        if !isOrdered, !isAnnounced, share(where: { $0.containsAny(Cues.ownNeeds) }) >= 0.6 { return .itemNeeds }
        return nil
    }

    /// Whether the items say how a name, an address or a file must be formed: "It must start with a letter."
    private lazy var tellsForm: Bool = share { $0.containsAny(Cues.forms) } >= 0.5

    /// "Before you begin, set up the following:".
    private var isPreparation: Bool {
        leadIn.comesBefore && (leadIn.containsAny(Cues.duty) || leadIn.containsAny(Cues.preparation))
    }

    /// Whether the title says "Prerequisites" and nothing else says what the list is.
    private func isRequirementTitle() -> Bool {
        guard title.containsAny(Cues.requirementTitles) else { return false }
        if title.containsAny(Cues.otherTitles), !title.containsAny(Cues.beforehand) { return false }
        // "Prerequisites: 1. Make sure that …".
        if isStepwise(), leadIn.isEmpty, title.equalsAny(Cues.wholeRequirementTitles) {
            return share { $0.containsAny(Cues.makeSure) } >= 0.6
        }
        if isStepwise() || isEnumeration || leadIn.containsAny(Cues.steps) || leadIn.containsAny(Cues.remarks) {
            return false
        }
        if share(where: { $0.isNumberedChoice || $0.containsAny(Cues.fieldItems) }) >= 0.5 { return false }
        let isClear = title.containsAny(Cues.clearRequirementTitles)
        if leadIn.offersChoice || !isClear && share(where: \.isCase) >= 0.6 { return false }
        let needs = share { $0.containsAny(Cues.necessity) }
        if isAnnounced {
            // "System requirements: … supports the following languages" says itself what the list is.
            if leadIn.contains("you can "), leadIn.contains("following") { return false }
            return !leadIn.containsAny(Cues.contentNouns) && (leadIn.containsAny(Cues.duty) || needs >= 0.4)
        }
        // A page's title is too far away to decide alone, and so is one before other text. But "Prerequisites" alone is
        // clear, whatever a paragraph between says about the items.
        let isAlone =
            title.equalsAny(Cues.wholeRequirementTitles) && (isOrdered ? instructionShare == 0 : instructionShare < 0.3)
        let isNear = section.count > 1 && (leadIn.isEmpty || leadIn.containsAny(Cues.duty)) || isAlone
        if isClear { return isNear || needs >= 0.4 }
        if title.equalsAny(Cues.bareRequirementTitles) {
            return needs >= 0.4 || isNear && share(where: \.namesLeastVersion) >= 0.4
        }
        // "Audio requirements" is the title of facts as well.
        return share { $0.containsAny(Cues.firmNecessity) && !$0.containsAny(Cues.freedom) } >= 0.5
    }

    /// Whether the heading above the title says "Before you begin", and the items tell needs or versions.
    private func isUnderRequirementTitle() -> Bool {
        guard section.count > 1, leadIn.isEmpty, !isOrdered else { return false }
        let parent = Phrase(section[section.count - 2].sharedSource)
        // "Requirements", then "Relays", and "Relay 1.19+" as an item.
        if parent.containsAny(Cues.requirementTitles), share(where: \.namesLeastVersion) >= 0.3,
            share(where: { $0.isInstruction() }) == 0
        {
            return true
        }
        guard section.count > 2 else { return false }
        guard parent.containsAny(Cues.clearRequirementTitles), !parent.containsAny(Cues.otherTitles) else {
            return false
        }
        return share { $0.containsAny(Cues.necessity) } >= 0.6
    }

    // MARK: Options

    private func options() -> KindEvidence? {
        guard items.count > 1 else { return nil }
        let isOfSteps = isStepwise() && (!isAnnounced || leadIn.containsAny(Cues.steps))
        if leadIn.offersChoice, !isOfSteps { return .announcedChoice }
        if isStepwise() { return nil }
        if share(where: \.isNumberedChoice) >= 0.5 { return .numberedChoices }
        // "Either keep the name", "or change it".
        if share(where: { $0.begins(with: "either ") || $0.begins(with: "or ") }) >= 0.9 { return .numberedChoices }
        if isOrdered { return nil }
        if isAnnounced, leadIn.contains("depending on"), share(where: \.isInstructionAfterLabel) >= 0.7 {
            return .cases
        }
        if share(where: \.isChoiceByCase) >= 0.7 { return .cases }
        // "How you set it up depends on …": "If …, you must …; if not, nothing is to be done."
        if leadIn.containsAny(Cues.dependences), share(where: \.beginsLikeCase) >= 0.9,
            share(where: \.isAdvisedCase) > 0
        {
            return .cases
        }
        let hasNoGoals =
            leadIn.containsAny(Cues.steps) || leadIn.containsAny(Cues.assignments)
            || leadIn.containsAny(Cues.commands)
        let goals = hasNoGoals ? 0 : share(where: \.isGoal)
        if goals >= 0.7, areConsecutive { return nil }
        // "For **Name**, enter …" is a field to fill in if all are.
        let isFilling = leadIn.tellsToFillIn || leadIn.isPlace
        let cases = share { $0.isCase && !(isFilling && $0.isAboutObject) || $0.isAdvisedCase }
        return cases + goals >= 0.7 ? .cases : nil
    }

    // MARK: Procedures

    private func procedure() -> KindEvidence? {
        if isAnnounced, leadIn.isAboutProgram { return nil }
        if share(where: \.endsWithQuestionMark) >= 0.6 { return nil }
        if isOrdered { return numberedProcedure() }
        if isAnnounced,
            leadIn.describesProcess || leadIn.containsAny(Cues.tasks) && !leadIn.containsAny(Cues.namedSteps)
        {
            return nil
        }
        if leadIn.containsAny(Cues.steps) || title.containsAny(Cues.stepTitles) {
            // "For storage: Add an account" is a step as well.
            guard
                instructionShare >= 0.5
                    || leadIn.containsAny(Cues.steps) && leadIn.addressesReader
                        && share(where: { $0.isInstruction(inSequence: false) || $0.isInstructionAfterLabel }) >= 0.5
            else { return nil }
            return share { $0.containsAny(Cues.settingItems) } >= 0.5 ? nil : .announcedBullets
        }
        // "If it does not start, check the following:", and what is to be true.
        if leadIn.tellsToCheck { return .announcedBullets }
        return bulletedProcedure()
    }

    private func numberedProcedure() -> KindEvidence? {
        // "Plan", "Build": names of phases.
        if share(where: \.isSingleWord) > 0.5, !leadIn.containsAny(Cues.announcedSteps) { return nil }
        let isFlow = leadIn.describesProcess && !leadIn.tellsToFollow || title.describesProcess
        // "The amount is converted in three steps:" is what a program does.
        let isForReader =
            !isAnnounced || leadIn.addressesReader || leadIn.namesTask || leadIn.obligesPeople
            || instructionShare >= 0.3
        if !isFlow, isForReader, leadIn.containsAny(Cues.announcedSteps) { return .announcedSteps }
        // "There are three steps to creating a relay:", and "Creating a port" as an item.
        if !isFlow, leadIn.containsAny(Cues.stepsTowards), share(where: \.beginsWithGerund) >= 0.6 {
            return .announcedSteps
        }
        // "Use relays in the following scenarios:", and "Simplify calls" as an item.
        if isAnnounced, leadIn.containsAny(Cues.numberedAdvice) || leadIn.endsInCan { return nil }
        // "The list has two parameters:", and "Include relays – The relays …".
        if leadIn.namesParts, share(where: \.isLabelled) >= 0.5 { return nil }
        // "You can enable it by:", and "Selecting **Yes**" as an item.
        if leadIn.endsInBy, share(where: \.beginsWithGerund) >= 0.6 { return .announcedSteps }
        // "It takes two steps:", and "The port must be set to …".
        if leadIn.containsAny(Cues.stepCounts), share(where: { $0.containsAny(Cues.must) }) >= 0.5 {
            return .announcedSteps
        }
        if instructionShare >= 0.6 { return .numberedSteps }
        // "Process steps", and "Writer: Create a draft".
        if title.contains("steps"),
            share(where: { $0.isInstruction(inSequence: true) || $0.isInstructionAfterLabel }) >= 0.6
        {
            return .announcedSteps
        }
        if isFlow || !isForReader { return nil }
        if leadIn.containsAny(Cues.steps) || title.containsAny(Cues.stepTitles) { return .announcedSteps }
        if leadIn.endsWithColon, !leadIn.addressesReader, !leadIn.namesTask { return nil }
        if leadIn.announcesWork || leadIn.namesGoal, instructionShare >= 0.3 { return .someSteps }
        if title.equalsAny(Cues.inputTitles) { return nil }
        return instructionShare >= 0.4 || instructionShare > 0 && title.beginsLikeTask ? .someSteps : nil
    }

    /// Steps are not always numbered. But a bulleted list with the grammar of steps is often something else: features of
    /// a product, its changes, or advice.
    private func bulletedProcedure() -> KindEvidence? {
        // The title "To assign the policy", and an item "This command assigns …" with the command.
        let hasCode = items.indices.contains { !items[$0].codeBlocks.isEmpty }
        if title.namesTask, hasCode { return .commandOfTask }
        guard instructionShare >= 0.7 else { return nil }
        if title.beginsLikeTask, hasCode, !isAnnounced, areConsecutive || share(where: { $0.isCase || $0.isGoal }) < 0.5
        {
            return .commandOfTask
        }
        // "Select **New** to add a relay.": what each button is for.
        if items.count > 1, share(where: \.tellsPurposeOfControl) >= 0.7, !leadIn.asksToAct { return nil }
        if share(where: { $0.isLabelled || $0.containsAny(Cues.settingItems) }) >= 0.5 { return nil }
        if title.containsAny(Cues.advice) && !title.beginsLikeTask || title.equalsAny(Cues.adviceTitles) { return nil }
        if leadIn.containsAny(Cues.lessons) { return nil }
        if leadIn.containsAny(Cues.takenActions) { return .announcedBullets }
        if isAnnounced && leadIn.containsAny(Cues.advice) || isAboutChanges { return nil }
        if leadIn.asksToAct { return .announcedBullets }
        // "If the check fails:", "You must enable it:", and only instructions.
        if leadIn.isCaseOnly || leadIn.endsInObligation, instructionShare >= 0.9 { return .announcedBullets }
        if leadIn.containsAny(Cues.assignments), leadIn.addressesReader || leadIn.containsAny(Cues.duty) {
            return .announcedBullets
        }
        if leadIn.tellsToFillIn || leadIn.isPlace, share(where: \.isAboutObject) >= 0.7 { return .bulletsOfTask }
        if isAnnounced && leadIn.describesAbility { return nil }
        if title.equalsAny(Cues.actionTitles) { return .bulletsOfTask }
        // The title "To stop a relay", and only instructions.
        if title.namesTask, !isAnnounced, instructionShare >= 0.9 { return .bulletsOfTask }
        if leadIn.tellsToSetUp, instructionShare >= 0.9,
            share(where: { $0.containsAny(Cues.objectActions) || $0.containsAny(Cues.interfaceActions) }) >= 0.9
        {
            return .bulletsOfTask
        }
        // "Select", "go to": what a reader does, not what a product can do.
        let isForTask = title.beginsLikeTask
        let actions = share {
            $0.containsAny(Cues.interfaceActions) || isForTask && $0.containsAny(Cues.settingActions)
        }
        if isAnnounced {
            guard leadIn.endsWithColon, title.beginsLikeTask || leadIn.addressesReader else { return nil }
            return actions >= 0.5 && !title.containsAny(Cues.settingTopics) ? .bulletsOfTask : nil
        }
        if actions >= 0.5 { return .bulletsOfTask }
        // "Publishing the release", and nothing but instructions.
        let isOfTask = title.beginsLikeTask || title.beginsWithGerund || title.equalsAny(Cues.bareStepTitles)
        return isOfTask && leadIn.isEmpty && items.count >= 3 && instructionShare == 1 ? .bulletsOfTask : nil
    }

    // MARK: Other lists

    private func facts() -> KindEvidence {
        if isAnnounced && !isOrdered && instructionShare < 0.3 { return .announcedFacts }
        return instructionShare < 0.3 && !isOrdered ? .noInstructions : .unclear
    }

    // MARK: Shape

    /// Whether the list is ordered and most items are instructions.
    private func isStepwise() -> Bool { isOrdered && instructionShare >= 0.6 }

    /// Whether the lead-in announces examples or a plain enumeration.
    private var isEnumeration: Bool { leadIn.containsAny(Cues.enumeration) }

    /// "To create a relay, run:", "To start the relay that you created, run:": one after the other.
    private lazy var areConsecutive: Bool = itemBeginnings.dropFirst().contains { $0.containsAny(Cues.backReferences) }

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
    private func share(where condition: (Phrase) -> Bool) -> Double {
        share(itemBeginnings.reduce(0) { $0 + (condition($1) ? 1 : 0) })
    }

    /// The share of `count` items in all items, 0 to 1.
    private func share(_ count: Int) -> Double { items.isEmpty ? 0 : Double(count) / Double(items.count) }
}
