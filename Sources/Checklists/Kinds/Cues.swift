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
        "you have access to the following",
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
        "models must", "video must", "videos must",
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

    // MARK: Options

    /// The reader is told to do one of several things.
    static let choosing: [Cue] = [
        "choose from", "select from the following", "select from one", "choose between", "decide between",
        "choose one", "choosing one", "select one", "selecting one", "pick one", "do one of", "follow one of",
        "try one of",
        "doing one of", "perform one of", "complete one of", "enter one of", "specify one of", "click one of",
        "clicking one of", "clicking either", "clicking any of", "run one of", "go to one of",
        "use either of", "choose either",
        "choose your", "select your", "choose whether", "use any of the following methods", "one of the following ways",
        "one of the following methods", "one of the following options", "one of the following steps",
        "one of the following procedures", "one of these ways", "one of these methods",
        "one of these options", "one of these steps", "one of these actions", "any of the following ways",
        "any of the following methods", "any of these ways", "any of these steps", "following any of",
        "one of two ways",
        "one of three ways", "either one of the following", "supports two ways", "supports two methods",
        "supports three ways", "supports three methods", "supports several methods", "supports multiple methods",
    ]

    /// A choice that is only the condition of what the sentence says: "When you select one of the relays, …".
    static let choiceInCondition: [Cue] = [
        "when you select", "if you select", "after you select", "once you select", "when you choose", "if you choose",
        "after you choose", "either of these cases", "any of these cases", "one of these cases", "both of these cases",
    ]

    /// "One of the following".
    static let oneOfSeveral: [Cue] = [
        "one of the following", "one of these", "either of the following", "either of these", "any of the following",
        "any of these", "any one of the following",
    ]

    /// What the reader can choose between.
    static let choiceNouns: [Cue] = [
        "following choices", "following ways", "following methods", "these methods", "these ways",
        "following alternatives",
        "these alternatives", "following approaches", "these approaches", "one way", "two ways", "three ways",
        "four ways",
        "five ways",
        "several ways", "different ways", "multiple ways", "many ways", "some ways", "couple of ways", "couple ways",
        "few ways", "ways to", "few methods", "few approaches", "two methods", "three methods", "four methods",
        "multiple methods", "several methods",
        "different methods", "two approaches", "three approaches", "two alternatives", "two choices", "three choices",
        "these choices", "two possibilities", "two locations", "three locations", "two places", "three places",
        "have the following options", "has the following options", "have these options", "have two options",
        "have three options", "have several options", "has two options", "have the option", "has these options",
        "have a couple options",
        "a couple options", "two options to", "three options to", "options when", "options are:", "two options:",
        "three options:", "four options:",
        "two options for", "three options for", "options to choose", "from three options", "from two options",
        "from the following options", "you can choose", "can choose to", "of the following locations",
        "from the following locations", "of the following places",
    ]

    /// Words for a person who chooses, or for choosing. Without one, ``choiceNouns`` and ``oneOfSeveral`` are no choice.
    static let acting: [Cue] = [
        "can be", "there are", "there is", "use ", "using", "users can", "partners can", "customers can",
        "customers have",
        "organization", "may be", "have", "select", "choose", "go to", "depending on", "are:",
        "partner can", "customer can", "admins can", "administrators can", "a couple",
    ]

    /// Facts that are told with the words of a choice: reasons, conditions, differences, what a field can hold.
    static let describedChoice: [Cue] = [
        "reason", "because", "cause", "condition", "criteria", "can't ", "cannot ", "running one", "operating systems",
        "must ", "happen",
        "following error", "errors:", "following issue", "indicated by", "must be", "must have",
        "you need", "requires", "required", "if one", "if any", "when one", "when any",
        "one or more of the following is",
        "one or more of the following apply", "one or more of the following statements", "following types", "functions",
        "scenario", "agreements", "role", "permission", "statements", "contains", "consist", "message", "differ",
        "appeal", "occurs", "improve", "changed in", "modified in", "affect", "lets ", "help", "events",
        "situations",
        "circumstances", "if you use", "when you perform", "is one of", "are one of", "has one of", "have one of",
        "following products", "these products", "used to", "includes", "including", "supports", "works", "belongs to",
        "set automatically", "these categories", "two categories", "three categories", "following categories",
        "is set to", "are set to", "following values:", "is either", "are either", "be either",
    ]

    /// "Option 1", "Method B".
    static let choiceNames = Word.set("option method approach choice alternative possibility")
    static let choiceNumbers = Word.set("1 2 3 4 5 6 a b c d one two three four")

    /// How an item begins that says what to do in one case.
    static let cases = ["if ", "when ", "for ", "in case ", "otherwise"]

    /// How an item begins that names a case, a field or one of several things: "For servers, …", "For **Name**, enter …".
    static let objects = ["for "]

    /// The reader fills in or sets up all: "For **Name**, enter …" is no case after one of these.
    static let filling: [Cue] = [
        "following value", "these values", "following information", "following details", "following settings",
        "following properties", "following fields", "configure", "for each", "each of", "on each", "fill in",
        "fill out",
    ]

    /// How an item begins that names one thing to choose: "Choose **Small** if you have one server".
    static let choices = ["choose ", "select ", "use ", "pick "]

    /// What is ticked on its own is no alternative.
    static let boxes: [Cue] = ["check box", "checkbox", "check mark", "toggle", "option if", "to yes", "to no"]

    /// A reference of commands, "To stop it:" and the command.
    static let commands: [Cue] = [
        "useful commands", "common commands", "some commands", "more commands", "other commands",
    ]

    /// An item with one of these says a fact: "When you stop it, note that …".
    static let remarksInItems: [Cue] = ["note that", "be aware", "keep in mind", "remember"]

    /// The title is about settings, so bulleted instructions describe settings.
    static let settingTopics: [Cue] = [
        "settings", "options", "properties", "parameters", "fields", "dialog", "features", "capabilities",
    ]

    // MARK: Procedures

    /// The items are steps, if they are ordered or instructions.
    static let steps: [Cue] = [
        "following steps", "these steps", "following procedure:", "following procedure.", "do the following",
        "steps below",
        "steps:", "follow this procedure", "perform the following:", "complete the following:", "do these things",
        "following instructions", "you need to:", "you will need to:", "you'll need to:", "you must:", "you should:",
        "need to do", "these tasks in order", "in the following order", "do this:", "following process", "steps are",
        "you'll do", "few things", "two procedures", "three procedures",
    ]

    /// The items are steps even if they are no instructions: "The organizer determines …".
    static let announcedSteps: [Cue] = [
        "following steps:", "these steps:", "following procedure:", "steps below:", "four steps:", "three steps:",
        "two steps:", "few steps:", "step process:", "step process.",
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
        "order of precedence", "by priority", "more details about",
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

    /// What a reader does in a user interface.
    static let interfaceActions: [Cue] = [
        "click", "select", "choose ", "go to", "open ", "enter ", "type ", "tap ", "press ", "navigate", "sign in",
        "make sure", "run ", "set the", "set up", "install", "download", "check ", "contact",
    ]

    /// An item that describes a setting.
    static let settingItems: [Cue] = ["this option", "this check box", "this setting", "this field"]

    /// Titles, as a whole, of what to do next or against a problem.
    static let actionTitles = [
        "next steps", "next step", "resolution", "workaround", "solution", "what to do", "what to do next", "actions",
        "required actions", "action required", "checklist", "to do", "partner next steps",
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

    /// Titles of pages and sections about changes of a product.
    static let changes: [Cue] = [
        "release note", "what's new", "change log", "changelog", "release history", "version history",
        "breaking change",
        "bug fix", "fixes", "improvements", "new features", "updates and", "resolved issues", "known issues",
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
        "to learn how",
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
