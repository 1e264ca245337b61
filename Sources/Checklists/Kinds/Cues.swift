/// English phrases around a list that show what it is for. All are in lower case and match at the beginning of a word.
///
/// Collected by reading lists of several repositories (`Tests/ChecklistsTests/Labels`). They are looked for in the source
/// only, so any target language works.
enum Cues {
    // MARK: Lead-ins

    /// A sentence with one of these says that a list follows, even if it ends with a full stop.
    static let announcing: [Cue] = [
        "following", "below", "as follows", "here are", "here is", "these steps", "these tasks", "these prerequisites",
        "these requirements", "these conditions", "these criteria", "these instructions", "these actions", "these ways",
        "these methods", "these options", "this procedure",
    ]

    /// The ends of sentences that a list completes, without a colon.
    static let openEnds = [" include", " includes", " are", " is", " to", " can", " have", " has"]

    // MARK: Prerequisites

    /// The items are prerequisites by name.
    static let prerequisites: [Cue] = [
        "following prerequisite", "these prerequisite", "prerequisites:", "prerequisites are", "prerequisite tasks",
        "prerequisite steps", "prerequisites must", "prerequisites for", "prerequisites in", "prerequisites before",
        "pre-requisites:", "following pre-requisite", "fulfilled the prerequisites", "meet the prerequisites",
        "prerequisites.",
    ]

    /// Something happens or is possible in these cases.
    static let conditions: [Cue] = [
        "following are true", "following is true", "following are met", "following is met", "following apply",
        "following applies", "are all true", "is true:", "are true:", "following condition", "these condition",
        "conditions are met",
        "conditions is met", "conditions apply", "some of the conditions", "following criteria",
        "these criteria", "following limitation", "following restriction",
    ]

    /// With one of these, ``conditions`` must be met.
    static let necessaryConditions: [Cue] = [
        "must", "can only", "only if", "only when", "only after", "only during", "eligible", "qualify",
        "available when",
        "available if", "check that", "required", "requires", "need", "before", "make sure", "ensure", "verify",
        "confirm", "unless",
    ]

    /// "You can delete it if the following conditions are met": a possibility, and its condition.
    static let possibilities: [Cue] = ["can be ", "can use", "can enable", "you can "]
    static let ifs: [Cue] = ["if ", "when ", "during", "provided", "as long as"]

    /// The reader can't be meant: "The file must meet these criteria:".
    static let contentDuties: [Cue] = ["must meet", "must satisfy", "should meet"]

    /// With one of these, ``conditions`` are those of an error or a behaviour, or describe a case.
    static let described: [Cue] = [
        "can't", "can\u{2019}t", "cannot", "can not", "won't", "won\u{2019}t", "isn't", "isn\u{2019}t", "aren't",
        "don't", "doesn't", "is not", "are not", "will not", "does not", "do not", "unable", "excluded", "blocked",
        "error", "fail", "cause", "because", "scenario", "behavior", "occurs", "example", "might exist", "indicated by",
        "suspend", "reject", "denied", "terminate", "involve", "may apply", "might apply", "assume",
        "limitation", "restriction", "warning", "message", "case where", "cases where", "when you perform",
        "uses the", "to determine", "whether",
    ]

    /// Prerequisites that the sentence only mentions: "Enter the key that you created as part of the prerequisites for …".
    static let mentionedPrerequisites: [Cue] = [
        "part of the prerequisites", "in the prerequisites", "from the prerequisites", "see the prerequisites",
        "see prerequisites", "during the prerequisites",
    ]

    /// The reader must make sure of each item.
    static let confirm: [Cue] = [
        "confirm that you", "verify that you have", "be sure you have", "be sure to have", "be sure that you",
        "make sure you have", "make sure you meet", "make sure that the following", "make sure the following",
        "make sure that you have", "make sure that you meet", "make sure that you are", "make sure that:",
        "ensure that you have", "ensure you have", "ensure the following", "ensure that the following",
        "ensure that:", "check that all", "confirm the following", "confirm that the following",
        "following requirement", "these requirements", "requirements:", "requirements are", "requirements must be met",
        "requirements to", "requirements for", "requirements apply",
        "criteria must be met", "must meet", "must have the following", "must have all", "must have at least",
        "must have:", "must have one", "must also have", "must first have", "will need the following",
        "ll need the following",
        "will need to have", "ll need to have",
        "need the following", "need to have the following", "needs to have the following", "have the following:",
        "requires the following", "require the following", "requires only the following", "requires:",
        "requires that", "requires you to have", "following is required", "following are required", "is required:",
        "are required:", "setup is required", "is needed:", "are needed:", "is needed to", "are needed to",
        "is required to", "are required to", "is required for",
        "are required for", "must have completed", "must already have",
        "must have already", "must have access to:", "need access to:", "must:", "must be a member of",
        "must be one of", "must be in place",
        "must be completed", "must be available", "must be enabled", "must be turned on", "must be configured",
        "must be set up", "must be true", "must be met", "must exist", "prior configurations", "needed resources",
        "required components", "following permissions", "needed permissions", "following access", "must be installed",
        "you have access to the following", "sure that one of", "sure one of", "sure that at least one",
        "ensure that one of", "ensure one of", "ensure that at least one",
    ]

    /// The reader must make sure of each item, if the sentence addresses the reader.
    static let ensures: [Cue] = ["make sure:", "ensure:", "verify:", "confirm:"]

    /// The reader must check each item. If the items are instructions, they say how.
    static let checks: [Cue] = ["confirm the following", "confirm that the following", "verify", "check"]

    /// Something is needed. Less certain than ``confirm``.
    static let requirement: [Cue] = [
        "you need:", "you must have", "you will need:", "you'll need:", "you also need:", "you must be",
        "you need access", "you need to be", "to have:", "also require:",
        "need to install the following", "must install the following", "needs the following", "need these",
        "need the below", "must complete the following setup",
        "you need one of", "must use one of",
    ]

    /// Words of duty, in a lead-in.
    static let duty: [Cue] = [
        "must", "need", "requir", "make sure", "be sure", "ensure", "confirm", "verify", "should", "has to", "have to",
    ]

    /// "Before you begin" and one of these or of ``duty``: what to do or to have before.
    static let preparation: [Cue] = [
        "check", "complete", "have the following", "you have", "set up", "setup", "prepare", "following tasks",
        "following actions", "gather", "on hand",
    ]

    /// "Make sure" introduces needs, even those of ``contentNouns``.
    static let makeSure: [Cue] = [
        "make sure", "be sure", "ensure", "confirm", "verify", "before", "must have all", "need to have",
    ]

    /// What data, labels and forms consist of. "The file requires the following columns" is no prerequisite.
    static let contentNouns: [Cue] = [
        "parameter", "column", "field", "rules", "value", "properties", "property", "changes", "attribute",
        "must include",
        "must set", "must specify", "must enter", "must provide", "must select", "must choose", "must define",
        "must contain", "should include", "naming", "format", "argument", "following part", "following element",
        "settings", "need to specify", "need to enter", "need to set", "must follow", "support the following",
        "entities", "asset must", "assets must", "file must", "files must", "image must", "images must", "model must",
        "models must", "video must", "videos must", "file:", "files:",
    ]

    /// Titles of lists of requirements.
    static let requirementTitles: [Cue] = [
        "prerequisite", "pre-requisite", "before you begin", "before you start", "requirements", "what you need",
        "what do you need", "what you'll need", "what you will need",
    ]

    /// The titles of ``requirementTitles`` that need no other evidence.
    static let clearRequirementTitles: [Cue] = [
        "prerequisite", "pre-requisite", "before you begin", "before you start", "what you need", "what you'll need",
        "what you will need",
    ]

    /// Titles, as a whole, of what the reader needs, not of what a port or a file needs.
    static let bareRequirementTitles = ["requirements", "system requirements"]

    /// Titles with a word of ``requirementTitles`` that are about something else, such as finding the requirements.
    static let otherTitles: [Cue] = [
        "determin", "defin", "identify", "evaluat", "need to know", "need to do", "estimat", "understand", "gather",
        "receive", "question", "exemption",
    ]

    /// The clearest of ``requirementTitles``. They win over ``otherTitles``.
    static let beforehand: [Cue] = ["before you begin", "before you start", "prerequisites for"]

    /// Words of need, in a lead-in or an item under one of ``requirementTitles``.
    static let necessity: [Cue] = [
        "must", "need", "requir", "minimum", "support", "at least", "should", "compatible", "recommended", "available",
        "prerequisite", "have the", "depend", "or later", "or higher", "or newer", "make sure", "ensure", "license",
        "subscription", "permission", "administrator",
    ]

    /// Words of ``necessity`` that say nothing else, for titles that are less clear.
    static let firmNecessity: [Cue] = [
        "must", "need", "requir", "minimum", "at least", "should", "or later", "or higher", "or newer", "make sure",
        "ensure", "prerequisite",
    ]

    /// Something is not needed.
    static let freedom: [Cue] = [
        "don't require", "doesn't require", "not require", "don't need", "doesn't need", "not need", "no need",
    ]

    /// The names of requirements, in an outline.
    static let requirementNouns: [Cue] = ["requirements", "prerequisites"]

    /// What is necessary, in an item.
    static let must: [Cue] = ["must", "need to", "needs to", "have to", "has to"]

    /// "For the relay to work:".
    static let toWork: [Cue] = ["to work:", "to function:", "to be available:", "to take effect:"]

    /// An item that says what the reader must have or be.
    static let ownNeeds: [Cue] = [
        "you must be", "you must have", "you need an", "you need a ", "you need the", "you need to be",
        "you need to have",
        "must be a member", "must have the", "must be assigned", "must have been", "must already", "must have an",
        "must have a ", "you'll need an", "you'll need a ",
    ]

    /// An item that describes a field: "Name – Select the name of …".
    static let fieldItems: [Cue] = [
        "select this", "enter the", "select the", "specify the", "line amount", "this field", "select from",
    ]

    // MARK: Procedures

    /// The items are steps, if they are ordered or instructions.
    static let steps: [Cue] = [
        "following steps", "these steps", "following procedure:", "following procedure.", "do the following",
        "steps below",
        "steps:", "follow this procedure", "perform the following:", "complete the following:", "do these things",
        "following instructions", "in this order", "requires two steps", "requires three steps", "you need to:",
        "you will need to:", "you'll need to:", "you must:", "you should:",
        "need to do", "these tasks in order", "in the following order", "do this:", "following process", "steps are",
        "you'll do", "few things", "two procedures", "three procedures",
    ]

    /// The items are steps even if they are no instructions: "The organizer determines …".
    static let announcedSteps: [Cue] = [
        "following steps:", "these steps:", "following procedure:", "steps below:", "four steps:", "three steps:",
        "two steps:", "few steps:", "step process:", "step process.",
    ]

    /// How many steps there are.
    static let stepCounts: [Cue] = [
        "two steps", "three steps", "four steps", "five steps", "two-step", "three-step", "these steps",
        "following steps",
    ]

    /// Steps towards something: "There are three steps to creating a relay:".
    static let stepsTowards: [Cue] = ["steps to ", "steps for ", "steps in "]

    /// What the reader does on this page: "In this chapter, you will set up a relay:".
    static let announcedWork: [Cue] = ["you will", "you'll", "we will", "we'll", "let's"]

    /// What the reader does not do but sees or has, with the words of ``announcedWork``.
    static let announcedSights: [Cue] = [
        "will see", "ll see", "will find", "ll find", "will notice", "ll notice", "will need", "ll need", "will be",
        "ll be", "will have", "ll have", "will get", "ll get", "will receive", "ll receive", "will learn", "ll learn",
    ]

    /// Titles of steps, like ``steps`` in a lead-in.
    static let stepTitles: [Cue] = ["step-by-step", "steps to", "checklist", "step "]

    /// Tasks that the reader must do.
    static let assignments: [Cue] = [
        "following tasks", "these tasks", "tasks:", "check the following", "verify the following", "try the following",
        "following activities", "these activities", "few tasks", "following actions", "these actions", "substitutions:",
        "you will:", "you'll:", "action items", "to do list", "following checks",
    ]

    /// Tasks that the reader can do, not must do.
    static let tasks: [Cue] = [
        "you can ", "you could ", "you can:", "tasks you can", "tasks that you can", "examples", "can perform",
        "helps you do", "help you do",
        "can complete", "can help", "can do ", "should be able", "lets ", "let ", "allow", "enables", "able to",
        "facilitate", "understand how to", "some of the things", "are available", "is available", "covers",
        "describes how", "explains how", "to perform the following", "you might", "you may ",
    ]

    /// What a program or an organization does, or the parts of something in their order.
    static let processes: [Cue] = [
        "process works", "works as follows", "works like this", "works in the following", "how it works",
        "how this works",
        "consists of", "consist of", "comprises", "includes the following", "include the following", "includes these",
        "might include", "involves the following", "typical flow", "data flow", "following flow", "following workflow",
        "example flow", "following events", "following occurs", "following happens", "in the following sequence",
        "system completes", "system performs", "system does", "system uses",
        "system follows", "app performs", "service performs", "process performs",
        "order of precedence", "by priority", "take priority", "takes priority", "takes precedence", "take precedence",
        "more details about",
    ]

    /// What a program does, even if it is told in imperatives: "The script does the following:".
    static let programs: [Cue] = [
        "performs the following", "performs these", "does the following", "executes the following", "executes these",
        "carries out the following", "carries out these", "runs the following steps", "runs through the following",
        "goes through the following", "takes the following steps", "each frame", "every frame", "each iteration",
        "every iteration",
    ]

    /// People who act for the reader, or the reader: their steps are to be done.
    static let people: [Cue] = [
        "you", "admin", "user", "manager", "customer", "partner", "employee", "person", "team", "member", "owner",
        "accountant", "clerk", "developer", "worker", "operator", "approver", "supervisor", "organiz", "vendor",
    ]

    /// The reader sets up something, and the items say how.
    static let setups: [Cue] = [
        "as follows", "configure", "configuration", "following changes", "these changes", "following settings",
        "following values", "following adjustments",
    ]

    /// What a reader does with a setting or an object, after one of ``setups``.
    static let objectActions: [Cue] = [
        "assign", "change ", "verify", "drag", "drop", "rename", "move ", "delete", "remove", "add ", "paste", "copy",
        "clear", "uncheck", "expand", "scroll", "locate", "replace", "set ", "turn o", "leave ", "keep ", "update",
        "increase", "decrease", "reset", "ensure", "confirm", "place ", "create", "switch", "enable", "disable",
    ]

    /// What a reader does with a setting, under a title such as "Create a relay".
    static let settingActions: [Cue] = [
        "turn on", "turn off", "clear the", "expand", "double-", "right-", "drag", "scroll", "copy the", "paste",
        "save",
        "add the", "disable", "enable the", "remove the", "delete the", "close the",
    ]

    /// What a reader does in a user interface.
    static let interfaceActions: [Cue] = [
        "click", "select", "choose ", "go to", "open ", "enter ", "type ", "tap ", "press ", "navigate", "sign in",
        "make sure", "run ", "set the", "set up", "install", "download", "check ", "contact",
    ]

    /// An item that describes a setting.
    static let settingItems: [Cue] = [
        "this option", "this check box", "this setting", "this field", "check box if", "check box to", "checkbox if",
        "checkbox to",
    ]

    /// Titles, as a whole, of what to do next or against a problem.
    static let actionTitles = [
        "next steps", "next step", "resolution", "workaround", "solution", "what to do", "what to do next", "actions",
        "required actions", "action required", "checklist", "to do", "partner next steps", "instructions",
    ]

    // MARK: Lists of facts

    /// The items complete a sentence about what a person or a thing can do.
    static let abilities: [Cue] = [
        "can:", "can ", "could", "able to", "lets you", "let you", "allows", "allow you", "enables", "enable you",
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
        "in mind", "note the following", "aware of", "consider", "to remember", "question", "how to use", "understand",
        "following concepts", "following points", "following information below", "participate in", "to make sure:",
        "to make sure that:", "to ensure:", "includes the following", "including the following", "know the following",
        "following tips",
        "decide whether", "following topics", "depend on", "depends on", "depending on", "is required to:", "scenarios",
        "are the same", "to the content", "think about", "limited to", "impacted", "assume that", "as you require",
        "characteristics", "determine whether", "evaluate", "familiar", "following way:", "determining", "decide how",
    ]

    /// Titles, as a whole, of advice.
    static let adviceTitles = ["do", "dos", "do's", "don't", "don'ts"]

    /// Titles of pages and sections about changes of a product.
    static let changes: [Cue] = [
        "release note", "what's new", "change log", "changelog", "release history", "version history",
        "breaking change",
        "bug fix", "fixes", "improvements in", "improvements and", "new features", "updates and", "resolved issues",
        "known issues",
    ]

    /// Links after these are features and the like, not pages to read.
    static let features: [Cue] = ["following new feature", "following feature", "can use the following resources"]

    /// The items are examples, or an enumeration.
    static let enumeration: [Cue] = ["example", "supports the following", "include:", "includes:", "such as"]

    // MARK: Navigation

    /// The items are to be read, with or without links.
    static let reading: [Cue] = [
        "see the following", "see these", "should read the following", "read the following planning",
        "please read the following", "click the link", "see also", "read the following articles",
        "read the following topics", "refer to the following", "these articles", "these topics", "following topics",
        "following articles", "contains the following sections", "following sections provide",
        "following sections describe", "following sections explain", "for details, see:",
        "for more information, see", "for information about", "refer to these resources", "see:",
        "these resources:", "following blogs", "following pages", "following documents:",
    ]

    /// An item that says where to read.
    static let readingHints = [
        "for more information", "for information", "for details", "for more details", "to learn more", "learn more",
        "see ", "for additional information", "for a step-by-step", "refer to", "read the", "for help",
        "to learn about",
        "to learn how", "watch ",
    ]

    /// The items are to be read if they are links.
    static let contents: [Cue] = [
        "in this topic", "in this section", "in this article", "following links", "following resources",
        "following sections", "check out", "learn more", "more information", "other resources", "additional resources",
        "resources that",
    ]

    /// Titles of lists to read, as a whole, if the items are links.
    static let readingTitles = [
        "see also", "related topics", "related articles", "related links", "in this section", "in this article",
        "next steps", "additional resources", "more information", "related information", "related resources",
        "for more information", "learn more", "what's next", "related", "resources", "references", "reference",
        "related sections", "further reading", "other resources", "related topic",
        "related article",
        "related content", "next step", "other resource", "additional information", "links", "in this topic",
    ]
}
