import Bitext
import Markdown

/// Tells what a list is for, from the words around it on the source side and from its shape.
///
/// The target plays no part, so a list has the same kind in every locale. The order of the questions matters: the first
/// that is answered with yes decides. Measured on lists labelled by reading, see `Tests/ProceduresTests/Labels`.
struct ChecklistShape {
    private let title: Phrase
    private let leadIn: Phrase
    /// The items' texts; most questions are answered without them.
    private let items: [Item]
    private let isOrdered: Bool
    /// How many items are nothing but a link, or begin with one.
    private let linkItems: Int
    /// How many items begin with a bold label that something follows.
    private let labelledItems: Int

    init(_ checklist: Checklist, draft: ChecklistDraft, tree: MarkdownTree) {
        title = Phrase(checklist.title?.source)
        // Where a title line stands in between, the sentence in front of it still introduces the list.
        leadIn = Phrase(checklist.leadIn?.text.source ?? draft.introduction.map { tree.plainText(of: $0) })
        items = checklist.items
        isOrdered = draft.isOrdered
        linkItems = draft.items.reduce(0) { $0 + (Self.isLink($1.node, tree) ? 1 : 0) }
        labelledItems = draft.items.reduce(0) { $0 + (Self.hasLabel($1.node, tree) ? 1 : 0) }
    }

    /// What the list is for.
    mutating func kind() -> Checklist.Kind {
        if isNavigation { return .navigation }
        if isPrerequisites() { return .prerequisites }
        if isOptions() { return .options }
        if isProcedure() { return .procedure }
        return .list
    }

    // MARK: The five questions

    private var isNavigation: Bool {
        guard !leadIn.containsAny(Cues.confirm) else { return false }
        if share(linkItems) >= 0.75 { return true }
        if leadIn.containsAny(Cues.reading) { return true }
        guard share(linkItems) >= 0.3 else { return false }
        return leadIn.containsAny(Cues.contents) || title.isAny(Cues.readingTitles)
    }

    private mutating func isPrerequisites() -> Bool {
        if leadIn.containsAny(Cues.confirm) { return true }
        if leadIn.containsAny(Cues.steps) || leadIn.containsAny(Cues.choice) { return false }
        if leadIn.containsAny(Cues.requirement) { return !isStepwise() }
        if title.containsAny(Cues.requirementTitles) { return !isStepwise() && !isEnumeration }
        return false
    }

    private mutating func isOptions() -> Bool {
        if !isOrdered, share(labelledItems) >= 0.6, leadIn.containsAny(Cues.description) { return true }
        if leadIn.containsAny(Cues.steps) { return false }
        if leadIn.containsAny(Cues.choice) || leadIn.offersAlternatives { return true }
        if isStepwise() { return false }
        if leadIn.containsAny(Cues.settings) { return true }
        if share(items.reduce(0) { $0 + (Phrase(beginningOf: $1.text.source).containsAny(Cues.optionItems) ? 1 : 0) })
            >= 0.5
        {
            return true
        }
        guard share(labelledItems) >= 0.6 else { return false }
        return leadIn.containsAny(Cues.description) || leadIn.containsAny(Cues.settingTopics)
            || title.containsAny(Cues.settingTopics)
    }

    private mutating func isProcedure() -> Bool {
        if leadIn.containsAny(Cues.announcedSteps) { return true }
        if leadIn.containsAny(Cues.steps) || title.containsAny(Cues.stepTitles) {
            return isOrdered || imperatives >= 0.5
        }
        if isOrdered { return imperatives >= 0.4 || title.beginsLikeTask }
        if leadIn.containsAny(Cues.tasks) { return false }
        // "To assign the policy" over "This command assigns …" and the command.
        if title.namesTask, items.contains(where: { !$0.codeBlocks.isEmpty }) { return true }
        return imperatives >= 0.7 && (title.beginsLikeTask || leadIn.asksToAct)
    }

    // MARK: Shape

    /// Ordered, and most items tell the reader to act.
    private mutating func isStepwise() -> Bool { isOrdered && imperatives >= 0.6 }

    /// The lead-in announces examples or a plain enumeration.
    private var isEnumeration: Bool { leadIn.containsAny(Cues.enumeration) }

    /// The share of items that tell the reader to act. Asked more than once, counted once.
    private lazy var imperatives: Double = share(
        items.reduce(0) { $0 + (Phrase(beginningOf: $1.text.source).isImperative ? 1 : 0) })

    private func share(_ count: Int) -> Double { items.isEmpty ? 0 : Double(count) / Double(items.count) }

    /// Whether an item is a link and at most a few words or a description behind it.
    private static func isLink(_ item: MarkdownTree.ID, _ tree: MarkdownTree) -> Bool {
        guard let paragraph = tree.children(of: item).first(where: { _ in true }) else { return false }
        let root = tree[paragraph].kind.isInline ? item : paragraph
        var hasLink = false
        for child in tree.children(of: root) {
            switch tree[child].kind {
            case .link, .include: hasLink = true
            case .strong, .emphasis:
                guard tree.children(of: child).contains(where: { tree[$0].kind == .link }) else { return hasLink }
                hasLink = true
            case .text, .entity:
                let text = PlainText(of: child, in: tree).bytes
                if !hasLink, !text.isEmpty { return false }
                // What follows a link directly is a description only where it is set off from it.
                if hasLink, let first = text.first, first.isASCIILetter { return false }
            case .lineBreak, .softBreak, .htmlInline, .directive: continue
            default: if tree[child].kind.isInline, !hasLink { return false }
            }
        }
        return hasLink
    }

    /// Whether an item begins with a bold label and goes on with what the label means.
    private static func hasLabel(_ item: MarkdownTree.ID, _ tree: MarkdownTree) -> Bool {
        guard let paragraph = tree.children(of: item).first(where: { _ in true }) else { return false }
        let root = tree[paragraph].kind.isInline ? item : paragraph
        var hasLabel = false
        for child in tree.children(of: root) {
            switch tree[child].kind {
            case .strong where !hasLabel: hasLabel = true
            case .htmlInline, .lineBreak, .softBreak: continue
            case .text where !tree.isVisible(child): continue
            default: return hasLabel
            }
        }
        return hasLabel && tree.nextSibling(of: paragraph) != nil
    }
}
