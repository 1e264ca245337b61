/// English phrases around a list that show what it is for. All are in lower case and match at the beginning of a word.
///
/// Collected by reading lists of several repositories (`Tests/ChecklistsTests/Labels`). They are looked for in the source
/// only, so any target language works.
enum Cues {
    // MARK: Lead-ins

    /// A sentence with one of these says that a list follows, even if it ends with a full stop.
    static let announcing: CueList = [
        "following", "below", "as follows", "here are", "here is", "these steps", "these tasks", "these prerequisites",
        "these requirements", "these conditions", "these criteria", "these instructions", "these actions", "these ways",
        "these methods", "these options", "this procedure",
    ]

    /// The ends of sentences that a list completes, without a colon.
    static let openEnds = [" include", " includes", " are", " is", " to", " can", " have", " has"]

    // MARK: Procedures

    /// The items are steps, if they are ordered or instructions.
    static let steps: CueList = [
        "following steps", "these steps", "following procedure:", "following procedure.", "do the following",
        "steps below", "steps:", "follow this procedure", "perform the following:", "complete the following:",
        "do these things", "following instructions", "in this order", "requires two steps", "requires three steps",
        "you need to:", "you will need to:", "you'll need to:", "you must:", "you should:", "need to do",
        "these tasks in order", "in the following order", "do this:", "following process", "steps are", "you'll do",
        "few things", "two procedures", "three procedures", "here are the steps",
    ]

    /// Steps by name. "You can follow these steps:" asks for steps, though it says "can".
    static let namedSteps: CueList = [
        "following steps", "these steps", "steps below", "following procedure", "these instructions",
    ]

    /// The reader acts, even if the sentence is advice: "Consider taking the following actions:".
    static let takenActions: CueList = [
        "take the following actions", "taking the following actions", "take these actions", "taking these actions",
    ]

    /// The items are steps even if they are no instructions: "The organizer determines …".
    static let announcedSteps: CueList = [
        "following steps:", "these steps:", "following procedure:", "steps below:", "four steps:", "three steps:",
        "two steps:", "few steps:", "step process:", "step process.",
    ]

    /// How many steps there are.
    static let stepCounts: CueList = [
        "two steps", "three steps", "four steps", "five steps", "two-step", "three-step", "these steps",
        "following steps",
    ]

    /// Steps towards something: "There are three steps to creating a relay:".
    static let stepsTowards: CueList = ["steps to ", "steps for ", "steps in "]

    /// What the reader does on this page: "In this chapter, you will set up a relay:".
    static let announcedWork: CueList = ["you will", "you'll", "we will", "we'll", "let's"]

    /// What the reader does not do but sees or has, with the words of ``announcedWork``.
    static let announcedSights: CueList = [
        "will see", "ll see", "will find", "ll find", "will notice", "ll notice", "will need", "ll need", "will be",
        "ll be", "will have", "ll have", "will get", "ll get", "will receive", "ll receive", "will learn", "ll learn",
    ]

    /// Titles of steps, like ``steps`` in a lead-in.
    static let stepTitles: CueList = ["step-by-step", "steps to", "checklist", "step "]

    /// Tasks that the reader must do.
    static let assignments: CueList = [
        "following tasks", "these tasks", "tasks:", "check the following", "verify the following", "try the following",
        "following activities", "these activities", "few tasks", "following actions", "these actions", "substitutions:",
        "make the following changes", "make the following updates",
        "you will:", "you'll:", "action items", "to do list", "following checks",
    ]

    /// Tasks that the reader can do, not must do.
    static let tasks: CueList = [
        "you can ", "you could ", "you can:", "tasks you can", "tasks that you can", "examples", "can perform",
        "helps you do", "help you do", "can complete", "can help", "can do ", "should be able", "lets ", "let ",
        "allow", "enables", "able to", "facilitate", "understand how to", "some of the things", "are available",
        "is available", "covers", "describes how", "explains how", "to perform the following", "you might", "you may ",
        "learn to ", "learn how to", "will learn", "ll learn", "when you need to", "if you need to",
    ]

    /// What a program or an organization does, or the parts of something in their order.
    static let processes: CueList = [
        "able to do the following", "process works", "works as follows", "works like this", "works in the following",
        "how it works", "how this works", "consists of", "consist of", "comprises", "includes the following",
        "include the following", "includes these", "might include", "involves the following", "typical flow",
        "data flow", "following flow", "following workflow", "example flow", "following events", "following occurs",
        "following happens", "in the following sequence", "system completes", "system performs", "system does",
        "system uses", "system follows", "app performs", "service performs", "process performs", "order of precedence",
        "by priority", "take priority", "takes priority", "takes precedence", "take precedence", "more details about",
    ]

    /// What a program does, even if it is told in imperatives: "The script does the following:".
    static let programs: CueList = [
        "performs the following", "performs these", "does the following", "executes the following", "executes these",
        "carries out the following", "carries out these", "runs the following steps", "runs through the following",
        "goes through the following", "takes the following steps", "will do the following",
        "will perform the following", "each frame", "every frame", "each iteration",
        "every iteration", "displayed in the following", "shown in the following", "processed in the following",
        "evaluated in the following", "executed in the following", "applied in the following",
        "responsible for the following", "its steps are", "their steps are",
    ]

    /// People who act for the reader, or the reader: their steps are to be done.
    static let people: CueList = [
        "you", "admin", "user", "manager", "customer", "partner", "employee", "person", "team", "member", "owner",
        "accountant", "clerk", "developer", "worker", "operator", "approver", "supervisor", "organiz", "vendor",
    ]

    /// The reader sets up something, and the items say how.
    static let setups: CueList = [
        "as follows", "configure", "configuration", "following changes", "these changes", "following settings",
        "following values", "following adjustments",
    ]

    /// What a reader does with a setting or an object, after one of ``setups``.
    static let objectActions: CueList = [
        "assign", "change ", "verify", "drag", "drop", "rename", "move ", "delete", "remove", "add ", "paste", "copy",
        "clear", "uncheck", "expand", "scroll", "locate", "replace", "set ", "turn o", "leave ", "keep ", "update",
        "use ", "increase", "decrease", "reset", "ensure", "confirm", "place ", "create", "switch", "enable", "disable",
    ]

    /// What a reader does with a setting, under a title such as "Create a relay".
    static let settingActions: CueList = [
        "turn on", "turn off", "clear the", "expand", "double-", "right-", "drag", "scroll", "copy the", "paste",
        "save", "add the", "disable", "enable the", "remove the", "delete the", "close the",
    ]

    /// What a reader does in a user interface.
    static let interfaceActions: CueList = [
        "click", "select", "choose ", "go to", "open ", "enter ", "type ", "tap ", "press ", "navigate", "sign in",
        "make sure", "run ", "set the", "set up", "install", "download", "check ", "contact",
    ]

    /// Titles, as a whole, of what a command takes: values, not steps.
    static let inputTitles = ["arguments", "parameters", "inputs", "options"]

    /// An item that describes a setting.
    static let settingItems: CueList = [
        "this option", "this check box", "this setting", "this field", "check box if", "check box to", "checkbox if",
        "checkbox to",
    ]

    /// Each item is something to check.
    static let checked: CueList = ["check the following:", "check for the following:"]

    /// Titles, as a whole, of steps.
    static let bareStepTitles = ["steps", "getting started"]

    /// Titles, as a whole, of what to do next or against a problem.
    static let actionTitles = [
        "next steps", "next step", "resolution", "workaround", "solution", "what to do", "what to do next", "actions",
        "required actions", "action required", "checklist", "to do", "partner next steps", "instructions",
    ]

    // MARK: Lists of facts

    /// The items complete a sentence about what a person or a thing can do.
    static let abilities: CueList = [
        "can:", "can ", "could", "able to", "lets you", "let you", "allows", "allow you", "enables", "enable you",
        "used to", "helps", "help you", "designed to", "provides", "supports", "supported", "features", "capabilities",
        "functions",
    ]

    /// "You need to:" ends like "It is used to:", but it is a duty.
    static let duties: CueList = ["need to:", "needs to:", "have to:", "has to:", "want to:", "sure to:"]

    /// Advice and facts: to read, not to do one by one.
    static let advice: CueList = [
        "best practice", "guideline", "recommendation", "tips", "in mind", "note the following", "note that",
        "aware of", "take note", "to remember", "consider", "precaution", "limitation", "known issue", "scenario",
        "example", "use case", "goal", "objective", "benefit", "advantage", "responsibilit", "takeaway", "lessons",
        "facts", "suggestion", "principle", "question", "user needs", "frequently asked", "should i know", "what's new",
        "highlights", "symptom", "reason", "cause", "differences", "learn how", "notes", "remarks", "roles",
        "permissions",
    ]

    /// Numbered items with the grammar of steps after one of these are facts or advice.
    static let numberedAdvice: CueList = [
        "following scenarios", "scenarios:", "use cases:", "key insights", "goals:", "objectives:",
        "reasons:", "principles:", "takeaways:",
    ]

    /// What items tell that a film or a course teaches: "This video shows how to use relays."
    static let lessons: CueList = [
        "this video", "video below", "videos below", "following video", "this webinar", "this course",
    ]

    /// Lead-ins with a word of need that introduce something else.
    static let remarks: CueList = [
        "in mind", "note the following", "aware of", "consider", "to remember", "question", "how to use", "understand",
        "following concepts", "following points", "following information below", "participate in", "to make sure:",
        "to make sure that:", "to ensure:", "includes the following", "including the following", "know the following",
        "following tips", "decide whether", "following topics", "depend on", "depends on", "depending on",
        "is required to:", "scenarios", "are the same", "to the content", "think about", "limited to", "impacted",
        "assume that", "as you require", "characteristics", "determine whether", "evaluate", "familiar",
        "following way:", "determining", "decide how", "clarify", "requirements were", "ask yourself",
        "required for the following", "needed for the following", "required to perform the following",
        "required to do the following", "based on",
    ]

    /// Titles, as a whole, of advice.
    static let adviceTitles = ["do", "dos", "do's", "don't", "don'ts"]

    /// Titles of pages and sections about changes of a product.
    static let changes: CueList = [
        "release note", "what's new", "change log", "changelog", "release history", "version history",
        "breaking change", "bug fix", "fixes", "enhancements", "improvements in", "improvements and", "new features",
        "updates and", "resolved issues", "known issues",
    ]

    /// The items are examples, or an enumeration.
    static let enumeration: CueList = ["example", "supports the following", "include:", "includes:", "such as"]
}
