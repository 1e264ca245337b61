/// The phrases that show what must be true, done or there.
extension Cues {
    /// The items are prerequisites by name.
    static let prerequisites: CueList = [
        "following prerequisite", "these prerequisite", "prerequisites:", "prerequisites are", "prerequisite tasks",
        "prerequisite steps", "prerequisites must", "prerequisites for", "prerequisites in", "prerequisites before",
        "pre-requisites:", "pre-requisites will be needed", "prerequisites will be needed", "following pre-requisite",
        "fulfilled the prerequisites", "meet the prerequisites",
        "prerequisites.",
    ]

    /// An item says how something must be formed, and not what the reader must have or do.
    static let forms: CueList = [
        "must contain", "must not contain", "can contain", "can't contain", "cannot contain", "must start",
        "must not start", "must begin with", "must not begin", "must end with", "must not end", "characters long",
        "must specify", "can specify", "must be unique", "must match", "must not exceed", "must not overlap",
        "can be only", "must be between", "must consist of", "can consist of", "can only contain", "must only contain",
    ]

    /// Something happens or is possible in these cases.
    static let conditions: CueList = [
        "following are true", "following is true", "following are met", "following is met", "following apply",
        "following applies", "are all true", "is true:", "are true:", "following condition", "these condition",
        "conditions are met", "conditions is met", "conditions apply", "some of the conditions", "following criteria",
        "these criteria", "below criteria", "below conditions", "following limitation", "following restriction",
    ]

    /// With one of these, ``conditions`` must be met.
    static let necessaryConditions: CueList = [
        "must", "can only", "only if", "only when", "only after", "only during", "eligible", "qualify",
        "available when", "available if", "check that", "required", "requires", "need", "before", "make sure", "ensure",
        "verify", "confirm", "unless",
    ]

    /// "You can delete it if the following conditions are met": a possibility, and its condition.
    static let possibilities: CueList = ["can be ", "can use", "can enable", "you can "]
    static let ifs: CueList = ["if ", "when ", "during", "provided", "as long as"]

    /// The reader can't be meant: "The file must meet these criteria:".
    static let contentDuties: CueList = ["must meet", "must satisfy", "should meet"]

    /// With one of these, ``conditions`` are those of an error or a behaviour, or describe a case.
    static let described: CueList = [
        "can't", "can\u{2019}t", "cannot", "can not", "won't", "won\u{2019}t", "isn't", "isn\u{2019}t", "aren't",
        "don't", "doesn't", "is not", "are not", "will not", "does not", "do not", "unable", "excluded", "blocked",
        "error", "fail", "cause", "because", "scenario", "behavior", "occurs", "example", "might exist", "indicated by",
        "suspend", "reject", "denied", "terminate", "involve", "may apply", "might apply", "assume",
        "limitation", "restriction", "warning", "message", "case where", "cases where", "when you perform",
        "uses the", "to determine", "whether",
    ]

    /// Prerequisites that the sentence only mentions: "Enter the key that you created as part of the prerequisites for …".
    static let mentionedPrerequisites: CueList = [
        "part of the prerequisites", "in the prerequisites", "from the prerequisites", "see the prerequisites",
        "see prerequisites", "during the prerequisites",
    ]

    /// The reader must make sure of each item.
    static let confirm: CueList = [
        "confirm that you", "verify that you have", "be sure you have", "be sure to have", "be sure that you",
        "make sure you have", "make sure you meet", "make sure that the following", "make sure the following",
        "make sure that you have", "make sure that you meet", "make sure that you are", "make sure that:",
        "ensure that you have", "ensure you have", "ensure the following", "ensure that the following", "ensure that:",
        "check that all", "confirm the following", "confirm that the following", "following requirement",
        "these requirements", "satisfy these dependencies", "satisfy the following dependencies",
        "has the following dependencies", "requirements:", "requirements are", "requirements to", "requirements for",
        "requirements apply", "must meet", "must have the following", "must have all", "must have at least",
        "must have:", "must have one", "must also have", "must first have", "will need to have", "ll need to have",
        "need the following", "need to have the following", "needs to have the following", "have the following:",
        "requires the following", "require the following", "requires only the following", "requires:", "requires that",
        "requires you to have", "following is required", "following are required", "is required:", "are required:",
        "setup is required", "is needed:", "are needed:", "is needed to", "are needed to", "is required to",
        "are required to", "is required for", "are required for", "must have completed", "must already have",
        "must have already", "must have access to:", "need access to:", "must:", "must be a member of",
        "must be one of", "must be in place", "must be completed", "must be complete ", "must be available",
        "must be enabled", "must be turned on", "must be configured", "must be set up", "must be true", "must be met",
        "must exist", "prior configurations", "needed resources", "required components", "following permissions",
        "needed permissions", "following access", "must be installed", "you have access to the following",
        "following installed", "sure that one of", "sure one of", "sure that at least one", "ensure that one of",
        "ensure one of", "ensure that at least one",
    ]

    /// The reader must make sure of each item, if the sentence addresses the reader.
    static let ensures: CueList = ["make sure:", "ensure:", "verify:", "confirm:"]

    /// The reader must check each item. If the items are instructions, they say how.
    static let checks: CueList = ["confirm the following", "confirm that the following", "verify", "check"]

    /// Something is needed. Less certain than ``confirm``.
    static let requirement: CueList = [
        "you need:", "you must have", "you will need:", "you'll need:", "you also need:", "you must be",
        "you need access", "you need to be", "to have:", "also require:",
        "need to install the following", "must install the following", "needs the following", "need these",
        "need the below", "must complete the following setup",
        "you need one of", "also need one of", "will need one of", "must use one of",
    ]

    /// What the writer takes for granted: "We assume that you have some knowledge of:".
    static let assumptions: CueList = [
        "assuming you have", "assuming that you have", "assumes you have", "assumes that you have", "assume you have",
        "assume that you have",
    ]

    /// What the reader must know, which is a prerequisite under that title.
    static let knowledge: CueList = ["familiar", "knowledge", "understand"]

    /// Words of duty, in a lead-in.
    static let duty: CueList = [
        "must", "need", "requir", "make sure", "be sure", "ensure", "confirm", "verify", "should", "has to", "have to",
    ]

    /// "Before you begin" and one of these or of ``duty``: what to do or to have before.
    static let preparation: CueList = [
        "check", "complete", "have the following", "you have", "set up", "setup", "prepare", "following tasks",
        "following actions", "gather", "on hand",
    ]

    /// "Make sure" introduces needs, even those of ``contentNouns``.
    static let makeSure: CueList = [
        "make sure", "be sure", "ensure", "confirm", "verify", "before", "must have all", "need to have",
    ]

    /// What data, labels and forms consist of. "The file requires the following columns" is no prerequisite.
    static let contentNouns: CueList = [
        "parameter", "column", "field", "rules", "value", "properties", "property", "changes", "attribute",
        "must include", "must set", "must specify", "must enter", "must provide", "must select", "must choose",
        "must define", "must contain", "should include", "naming", "format", "string", "argument", "following part",
        "following element", "settings", "need to specify", "need to enter", "need to set", "must follow",
        "support the following", "entities", "asset must", "assets must", "file must", "files must", "image must",
        "images must", "model must", "models must", "video must", "videos must", "file:", "files:",
    ]

    /// Titles of lists of requirements.
    static let requirementTitles: CueList = [
        "prerequisite", "pre-requisite", "before you begin", "before you start", "requirements", "what you need",
        "what do you need", "what you'll need", "what you will need",
    ]

    /// The titles of ``requirementTitles`` that need no other evidence.
    static let clearRequirementTitles: CueList = [
        "prerequisite", "pre-requisite", "before you begin", "before you start", "what you need", "what you'll need",
        "what you will need",
    ]

    /// Titles, as a whole, that say nothing but that something is needed before.
    static let wholeRequirementTitles = ["prerequisites", "prerequisite", "before you begin"]

    /// Titles, as a whole, of what the reader needs, not of what a port or a file needs.
    static let bareRequirementTitles = ["requirements", "system requirements"]

    /// Titles with a word of ``requirementTitles`` that are about something else, such as finding the requirements.
    static let otherTitles: CueList = [
        "determin", "defin", "identify", "evaluat", "need to know", "need to do", "estimat", "understand", "gather",
        "receive", "question", "exemption",
    ]

    /// The clearest of ``requirementTitles``. They win over ``otherTitles``.
    static let beforehand: CueList = ["before you begin", "before you start", "prerequisites for"]

    /// Words of need, in a lead-in or an item under one of ``requirementTitles``.
    static let necessity: CueList = [
        "must", "need", "requir", "minimum", "support", "at least", "should", "compatible", "recommended", "available",
        "prerequisite", "have the", "depend", "or later", "or higher", "or newer", "make sure", "ensure", "license",
        "subscription", "permission", "administrator",
    ]

    /// Words of ``necessity`` that say nothing else, for titles that are less clear.
    static let firmNecessity: CueList = [
        "must", "need", "requir", "minimum", "at least", "should", "or later", "or higher", "or newer", "make sure",
        "ensure", "prerequisite",
    ]

    /// Something is not needed.
    static let freedom: CueList = [
        "don't require", "doesn't require", "not require", "don't need", "doesn't need", "not need", "no need",
    ]

    /// The names of requirements, in an outline.
    static let requirementNouns: CueList = ["requirements", "prerequisites"]

    /// What is necessary, in an item.
    static let must: CueList = ["must", "need to", "needs to", "have to", "has to"]

    /// "For the relay to work:".
    static let toWork: CueList = ["to work:", "to function:", "to be available:", "to take effect:"]

    /// An item that says what the reader must have or be.
    static let ownNeeds: CueList = [
        "you must be", "you must have", "you need an", "you need a ", "you need the", "you need to be",
        "you need to have", "must be a member", "must have the", "must be assigned", "must have been", "must already",
        "must have an", "must have a ", "you'll need an", "you'll need a ",
    ]

    /// An item that describes a field: "Name – Select the name of …".
    static let fieldItems: CueList = [
        "select this", "enter the", "select the", "specify the", "line amount", "this field", "select from",
    ]

    /// How a sentence begins that says what follows when the prerequisites are there.
    static let afterwards: [StaticString] = ["after ", "once ", "when "]
}
