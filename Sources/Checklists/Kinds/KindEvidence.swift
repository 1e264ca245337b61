/// What shows the kind of a list, and how often that was right.
enum KindEvidence: CaseIterable {
    // MARK: Navigation
    /// "See the following articles:".
    case announcedReading
    /// Nearly all items are links.
    case links
    /// "For details, see …" in the items.
    case readingHints
    /// The title "Related topics", and links in the items.
    case readingTitle

    // MARK: Prerequisites
    /// "The following prerequisites must be in place:".
    case announcedPrerequisites
    /// "You can delete a relay if the following conditions are met:".
    case necessaryConditions
    /// "Before you begin, make sure …:".
    case before
    /// "To use a relay, you must have:".
    case announcedNeeds
    /// The title "Prerequisites".
    case requirementTitle
    /// "You must be an administrator." in the items.
    case itemNeeds

    // MARK: Options
    /// "Use one of the following methods:".
    case announcedChoice
    /// "Option 1", "Method A".
    case numberedChoices
    /// "If … , do …" in the items.
    case cases
    /// Boxes after a question.
    case answers

    // MARK: Procedures
    /// "Follow these steps:", and numbered items.
    case announcedSteps
    /// Numbered items, of which most are instructions.
    case numberedSteps
    /// Numbered items, of which some are instructions.
    case someSteps
    /// "Do the following:", and instructions that are not numbered.
    case announcedBullets
    /// Instructions for a user interface that are not numbered.
    case bulletsOfTask
    /// The title "To stop a relay", and its command.
    case commandOfTask
    /// Boxes, a table of steps, or paragraphs and headings that begin with "Step 1".
    case stepLayout

    // MARK: Other lists
    /// "The error is shown if the following conditions are met:".
    case describedConditions
    /// A lead-in, and items that are no instructions.
    case announcedFacts
    /// Items that are no instructions.
    case noInstructions
    /// Nothing that shows another kind, but numbers or instructions.
    case unclear

    var kind: Checklist.Kind {
        switch self {
        case .announcedReading, .links, .readingHints, .readingTitle: .navigation
        case .announcedPrerequisites, .necessaryConditions, .before, .announcedNeeds, .requirementTitle, .itemNeeds:
            .prerequisites
        case .announcedChoice, .numberedChoices, .cases, .answers: .options
        case .announcedSteps, .numberedSteps, .someSteps, .announcedBullets, .bulletsOfTask, .commandOfTask,
            .stepLayout:
            .procedure
        case .describedConditions, .announcedFacts, .noInstructions, .unclear: .list
        }
    }

    /// The share of right kinds among labelled lists with this evidence, 0 to 1 in hundredths.
    ///
    /// Of 549 lists (`Tests/ChecklistsTests/Labels/tenth.jsonl`), all read before the classifier was improved with them. A
    /// second possible kind counts half. Four lists with the share of the whole kind are added to each evidence, because some
    /// evidence is rare; no share is above 0.99. No share is above that of all labelled lists.
    var confidence: Double {
        switch self {
        case .numberedSteps: 0.99
        case .announcedReading, .links, .commandOfTask: 0.98
        case .announcedPrerequisites, .announcedFacts: 0.96
        case .before, .announcedSteps, .noInstructions: 0.95
        case .describedConditions: 0.94
        case .announcedNeeds, .itemNeeds: 0.93
        case .someSteps: 0.92
        case .stepLayout: 0.9
        case .readingHints: 0.89
        case .necessaryConditions, .bulletsOfTask: 0.88
        case .announcedBullets: 0.87
        case .announcedChoice, .unclear: 0.86
        case .requirementTitle: 0.84
        case .answers: 0.83
        case .readingTitle: 0.81
        case .cases: 0.77
        case .numberedChoices: 0.66
        }
    }
}
