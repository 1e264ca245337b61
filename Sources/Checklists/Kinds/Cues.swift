/// English phrases around a list that show what it is for. All are in lower case and match at the beginning of a word.
///
/// Collected by reading lists of several repositories (`Tests/ChecklistsTests/Labels`). They are looked for in the source
/// only, so any target language works.
enum Cues {
    // MARK: Prerequisites

    /// The items must be true, all of them or at least one.
    static let conditions: [Cue] = [
        "following are true", "following is true", "are all true", "must be true", "following conditions",
        "these conditions", "conditions are met", "conditions is met",
        "must have completed", "you have completed", "you've completed",
    ]

    /// The reader must make sure of each item.
    static let confirm: [Cue] = [
        "confirm that you", "verify that you have",
        "make sure you have", "make sure that the following", "make sure the following",
        "make sure that you", "make sure:", "ensure that you have", "ensure the following", "ensure that the following",
        "ensure that:", "check that all", "following prerequisites",
        "these prerequisites", "prerequisites:", "prerequisites are", "prerequisites for", "prerequisites.",
        "following requirements", "these requirements", "requirements:", "requirements are", "requirements must be met",
        "criteria must be met", "must meet", "must have the following",
        "must have:", "must have one", "must first have", "you will need the following", "you'll need the following",
        "you need the following", "need to have the following", "needs to have the following", "have the following:",
        "requires the following", "require the following", "requires:", "require:", "requires that",
        "following is required",
        "following are required", "is required:", "are required:", "are required in", "are required to",
        "are required for", "is needed:", "are needed:", "must have completed",
        "must already have", "have access to:", "must:", "must be a member of", "must be in place",
        "prior configurations", "needed resources", "required components", "following permissions",
        "needed permissions",
    ]

    /// Something is needed. Less certain than ``confirm``.
    static let requirement: [Cue] = [
        "you need:", "you must have", "you will need:", "you'll need:", "you must be", "must be installed",
        "before you begin", "before you start", "before starting", "before you can", "before proceeding",
        "you need access",
        "need to install the following", "must install the following", "needs the following", "need the following",
    ]

    /// Titles of lists of requirements.
    static let requirementTitles: [Cue] = [
        "prerequisite", "before you begin", "before you start", "requirements", "what you need", "what do you need",
        "what you'll need", "what you will need",
    ]

    /// Titles with a word of ``requirementTitles`` that are about something else, such as finding the requirements.
    static let otherTitles: [Cue] = [
        "determin", "defin", "identify", "evaluat", "need to know", "need to do", "estimat", "understand", "gather",
    ]

    /// The clearest of ``requirementTitles``. They win over ``otherTitles``.
    static let beforehand: [Cue] = ["before you begin", "before you start"]

    /// Words of need, in a lead-in or an item under one of ``requirementTitles``.
    static let necessity: [Cue] = [
        "must", "need", "requir", "minimum", "support", "at least", "should", "compatible", "recommended", "available",
        "prerequisite", "have the", "depend",
    ]

    // MARK: Options

    /// The reader chooses one of the items.
    static let choice: [Cue] = [
        "one of the following", "either of the following", "one of these", "choose from", "select from",
        "choose between",
        "decide between", "following options", "these options", "following choices", "following ways",
        "following methods", "these methods", "these ways", "following alternatives", "following approaches",
        "two methods", "three methods", "four methods", "two ways", "three ways", "four ways", "several ways",
        "different ways", "two approaches", "three approaches", "two options", "three options", "four options",
        "several options", "two alternatives", "two choices", "three choices", "two possibilities", "options:",
        "choices:",
        "options are", "options available", "available options", "you can choose", "choose one", "select one",
        "pick one",
        "these choices", "choose your", "select your", "choose whether", "two selections", "can choose to",
        "operational modes", "two modes", "three modes", "following modes", "possible states", "possible modes",
    ]

    /// A choice if the sentence addresses the reader.
    static let choiceOfMany: [Cue] = ["one or more of the following", "any of the following", "any of these"]

    /// The items are settings, or values of a setting.
    static let settings: [Cue] = [
        "following settings", "following parameters", "following fields", "following flags",
        "following switches", "following arguments", "following attributes and values", "these settings",
        "these parameters", "you configure:", "you define:", "you specify:", "configure the following",
        "configuring the following", "specify the following",
        "provide the following information",
        "enter the following information",
        "set the following", "edit the following", "change the following", "settings:", "parameters:", "arguments:",
        "switches:", "flags:", "parameter as follows", "can be set to", "can be set:", "set to one", "flags can be",
        "following values", "these values", "possible values", "valid values", "acceptable values", "allowed values",
        "accepted values", "supported values", "permitted values", "values are:", "values are as follows",
        "value can be", "values can be", "following formats",
    ]

    /// The title or the lead-in is about settings, so bold labels with explanations are settings.
    static let settingTopics: [Cue] = [
        "settings", "options", "properties", "parameters", "fields", "properties page", "dialog",
    ]

    /// An item that says what it does when chosen.
    static let optionItems: [Cue] = [
        "this option", "this check box", "this setting", "select this", "choose this", "use this if", "use this when",
        "setting the value",
    ]

    /// The items describe the parts of a page or dialog.
    static let description: [Cue] = [
        "describes the", "describe the", "following commands", "following actions", "following action:", "fields on",
        "options on",
        "use this option", "following controls", "following tabs", "perform the following:", "two actions",
        "three actions", "available actions", "available commands",
    ]

    /// "Option 1", "Method B".
    static let choiceNames = Word.set("option method approach choice alternative possibility")
    static let choiceNumbers = Word.set("1 2 3 4 5 6 a b c d one two three four")

    // MARK: Procedures

    /// The items are steps, if they are ordered or instructions.
    static let steps: [Cue] = [
        "following steps", "these steps", "following procedure:", "following procedure.", "do the following",
        "steps below",
        "steps:", "follow this procedure", "perform the following:", "complete the following:", "do these things",
        "following instructions", "you need to:", "you will need to:", "you'll need to:", "you must:", "you should:",
        "need to do", "these tasks in order", "in the following order", "do this:", "following process", "steps are",
        "you'll do", "few things",
    ]

    /// The items are steps even if they are no instructions: "The organizer determines …".
    static let announcedSteps: [Cue] = [
        "following steps:", "these steps:", "following procedure:", "steps below:", "four steps:", "three steps:",
        "two steps:", "few steps:", "step process:", "step process.",
    ]

    /// Titles of steps, like ``steps`` in a lead-in.
    static let stepTitles: [Cue] = ["step-by-step", "steps to", "checklist"]

    /// Tasks that the reader must do.
    static let assignments: [Cue] = [
        "following tasks", "these tasks", "tasks:", "check the following", "verify the following", "try the following",
        "following activities", "these activities", "few tasks", "following actions", "these actions", "substitutions:",
        "you will:", "you'll:", "action items", "to do list", "following checks",
    ]

    /// Tasks that the reader can do, not must do.
    static let tasks: [Cue] = [
        "you can perform", "tasks you can", "tasks that you can", "examples", "you can use", "you can:",
    ]

    // MARK: Lists of facts

    /// The items complete a sentence about what a person or a thing can do.
    static let abilities: [Cue] = [
        "can:", "can", "could", "able to", "lets you", "let you", "allows", "allow you", "enables", "enable you",
        "used to",
        "helps", "help you", "designed to", "provides", "supports", "features", "capabilities", "functions",
    ]

    /// "You need to:" ends like "It is used to:", but it is a duty.
    static let duties: [Cue] = ["need to:", "needs to:", "have to:", "has to:", "want to:", "sure to:"]

    /// Advice and facts: to read, not to do one by one.
    static let advice: [Cue] = [
        "best practice", "guideline", "recommendation", "tips", "in mind", "note the following", "note that",
        "aware of", "to remember", "consider", "precaution", "limitation", "known issue", "scenario", "example",
        "use case", "goal", "objective", "benefit", "advantage", "responsibilit", "takeaway", "lessons", "facts",
        "suggestion", "principle", "question", "user needs", "frequently asked", "should i know", "what's new",
        "highlights",
        "symptom", "reason", "cause", "differences", "learn how", "notes", "remarks", "roles", "permissions",
    ]

    /// Lead-ins with a word of need that introduce something else.
    static let remarks: [Cue] = [
        "in mind", "note the following", "aware of", "consider", "to remember", "question", "how to use",
    ]

    /// Titles of pages and sections about changes of a product.
    static let changes: [Cue] = [
        "release note", "what's new", "change log", "changelog", "release history", "version history",
        "breaking change",
        "bug fix", "fixes", "improvements", "new features", "updates and", "resolved issues", "known issues",
    ]

    /// The items are examples, or an enumeration.
    static let enumeration: [Cue] = ["example", "supports the following", "include:", "includes:", "such as"]

    // MARK: Navigation

    /// The items are to be read, with or without links.
    static let reading: [Cue] = [
        "see the following", "see these", "click the link", "see also", "read the following articles",
        "read the following topics", "refer to the following", "these articles", "these topics", "following topics",
        "following articles", "contains the following sections", "following sections provide",
        "following sections describe", "following sections explain", "for more information, see:", "for details, see:",
        "following resources:", "these resources:", "following blogs", "following pages", "following documents:",
    ]

    /// The items are to be read if they are links.
    static let contents: [Cue] = [
        "in this topic", "in this section", "in this article", "following links", "following resources",
        "following sections", "check out", "learn more", "more information",
    ]

    /// Titles of lists to read, as a whole, if the items are links.
    static let readingTitles = [
        "see also", "related topics", "related articles", "related links", "in this section", "in this article",
        "next steps", "additional resources", "more information", "related information", "related resources",
        "for more information", "learn more", "what's next", "related", "resources", "references", "reference",
        "related sections", "further reading", "other resources", "concepts", "tasks", "related topic",
        "related article",
        "related content", "next step", "other resource", "additional information", "links", "in this topic",
    ]
}
