/// The phrases that show what the reader can choose between, and what only looks so.
extension Cues {
    /// The reader is told to do one of several things.
    static let choosing: CueList = [
        "choose from", "select from the following", "select from one", "choose between", "decide between", "choose one",
        "choosing one", "select one", "selecting one", "pick one", "purchasing one", "purchase one", "do one of",
        "follow one of", "try one of",
        "doing one of", "perform one of", "complete one of", "enter one of", "specify one of", "click one of",
        "clicking one of", "clicking either", "clicking any of", "run one of", "go to one of", "use either of",
        "choose either", "choose your", "select your", "choose the desired", "select the desired", "choose whether",
        "one of the following ways", "one of the following methods", "one of the following options",
        "one of the following steps", "one of the following procedures", "one of these ways", "one of these methods",
        "one of these options", "one of these steps", "one of these actions", "any of the following ways",
        "any of the following methods", "any of these ways", "any of these steps", "following any of",
        "one of two ways", "one of three ways", "either one of the following", "supports two ways",
        "supports two methods", "supports three ways", "supports three methods", "supports several methods",
        "supports multiple methods",
    ]

    /// The reader has a choice, whatever the rest of the sentence is about.
    static let openChoices: CueList = [
        "there are two methods to", "there are two options to", "there are two options for",
    ]

    /// How many or which ways there are: "several ways", "a few different ways", "two simple approaches".
    static let quantities = Word.set(
        "two three four five six several multiple many different few couple number following these")
    static let ways: CueList = ["ways"]

    /// Words that do not come between one of ``quantities`` and "ways".
    static let wordsNotBeforeWays = Word.set("the from in that to and with")

    /// Words after "There are several ways" where the reader chooses one: "There are several ways to stop it".
    static let wordsAfterWays = Word.set("to for of you")

    /// Words after it where the page only says what happens: "There are several ways a call can end".
    static let subjectsAfterWays = Word.set("a an the it its this these they in")

    /// How a sentence begins that says how many ways there are.
    static let openings: [StaticString] = ["there are ", "here are ", "you have ", "there is more than "]

    /// The first words of a lead-in that is a title and no sentence: "Ways to write to us:".
    static let wayTitles: [StaticString] = ["ways to ", "other ways to ", "some ways to "]

    /// A choice that is only the condition of what the sentence says: "When you select one of the relays, …".
    static let choiceInCondition: CueList = [
        "when you select", "if you select", "after you select", "once you select", "when you choose", "if you choose",
        "after you choose", "after you make any", "changing any of", "change any of", "edit any of",
        "either of these cases", "any of these cases", "one of these cases", "both of these cases", "works in one of",
        "work in one of", "behaves in one of", "behave in one of", "operates in one of", "is in one of",
        "are in one of", "for example, you might", "think about",
    ]

    /// "One of the following".
    static let oneOfSeveral: CueList = [
        "one of the following", "one of these", "either of the following", "either of these", "any of the following",
        "any of these", "one of following", "either of the two", "either of following", "any of following",
    ]

    /// What the reader can choose between.
    static let choiceNouns: CueList = [
        "following choices", "following methods", "these methods", "following approaches", "these approaches",
        "following alternatives", "these alternatives", "few approaches", "two approaches", "three approaches",
        "two alternatives", "two options available", "three options available",
        "approaches you can", "one way", "some ways", "ways to", "few methods", "two methods",
        "three methods", "four methods", "multiple methods", "several methods", "different methods", "two choices",
        "three choices", "these choices", "two possibilities", "two locations", "three locations", "two places",
        "three places", "have the following options", "has the following options", "have these options",
        "have two options", "have three options", "have several options", "has two options", "have the option",
        "has these options", "a couple options", "two options to", "three options to", "options when", "options are:",
        "two options:", "three options:", "four options:", "two options for", "three options for", "options to choose",
        "from three options", "from two options", "from the following options", "you can choose", "can choose to",
        "of the following locations", "from the following locations", "of the following places",
    ]

    /// Words for a person who chooses, or for choosing. Without one, ``choiceNouns`` and ``oneOfSeveral`` are no choice.
    static let acting: CueList = [
        "can be", "there are", "there is", "use ", "users can", "partners can", "customers can", "organization",
        "may be", "have", "select", "choose", "go to", "depending on", "are:", "partner can", "customer can",
        "admins can", "administrators can", "a couple", "are the following", "are as follows",
    ]

    /// Facts that are told with the words of a choice: reasons, conditions, differences, what a field can hold.
    static let describedChoice: CueList = [
        "reason", "because", "cause", "condition", "criteria", "can't ", "cannot ", "running one", "operating systems",
        "must ", "happen", "following error", "errors:", "following issue", "indicated by", "you need", "requires",
        "required", "if one", "if any", "when one", "when any", "one or more of the following is",
        "one or more of the following apply", "following types", "functions", "scenario", "agreements", "role",
        "permission", "statements", "contains", "consist", "message", "differ", "appeal", "occurs", "improve",
        "changed in", "modified in", "affect", "lets ", "help", "following events", "these events", "their options",
        "valid option", "possible option", "classified", "categorized", "divided", "fall into", "falls into",
        "situations", "circumstances", "if you use", "when you perform", "is one of", "are one of", "has one of",
        "have one of", "following products", "these products", "used to", "includes", "including", "supports", "works",
        "belongs to", "set automatically", "result of", "exposes", "these categories", "two categories",
        "three categories", "following categories", "is set to", "are set to", "following values:", "can be one of",
        "may be one of", "is either", "are either", "be either",
    ]

    /// "Option 1", "Method B".
    static let choiceNames = Word.set("option method approach choice alternative possibility")
    static let choiceNumbers = Word.set("1 2 3 4 5 6 a b c d one two three four")

    /// How an item begins that says what to do in one case.
    static let cases: [StaticString] = [
        "if ", "when ", "for ", "in case ", "otherwise", "on windows", "on linux", "on macos", "on mac", "on unix",
    ]

    /// Something has parts, with a word of ``settingNouns``.
    static let possession: CueList = ["has ", "have ", "contains ", "includes ", "there are ", "there is "]
    /// Parts that are set, and not done.
    static let settingNouns: CueList = ["parameter", "settings", "field", "propert", "column", "argument"]

    /// Options that are parts of ``interfaceParts``.
    static let interfaceOptions: CueList = [
        "have the following options", "has the following options", "have these options",
    ]
    static let interfaceParts: CueList = ["page", "dialog", "pane", "wizard", "menu", "toolbar"]

    /// How an item begins that says in which case the reader can or must do something.
    static let conditionalCases: [StaticString] = ["if ", "when ", "in case "]

    /// What follows "you" in such an item: "If …, you can …".
    static let advisingWords = Word.set("can must should need have")

    /// Words like ``advisingWords``, if one of ``wishes`` follows: "If …, you might want to …".
    static let cautiousWords = Word.set("may might could")
    static let wishes = Word.set("want need have wish prefer consider choose decide")

    /// "How you set it up depends on …".
    static let dependences: CueList = ["depends on", "depend on", "depending on"]

    /// An item with one of these goes on where an earlier item ended.
    static let backReferences: CueList = [
        "you created", "you just created", "you've created", "created above", "previous step",
    ]

    /// How an item begins that says what a button or field is for: "Select **New** to …".
    static let controls: [StaticString] = ["select ", "use ", "click ", "choose ", "press ", "tap "]

    /// How a lead-in begins that only says where.
    static let places: [StaticString] = ["in the ", "under ", "on the "]

    /// How a phrase begins in which "to" is no mark of an infinitive.
    static let directions: [StaticString] = [
        "to the ", "to a ", "to an ", "to this ", "to your ", "to each ", "to its ",
    ]

    /// With one of these, "To stop it, …:" announces possibilities, not steps.
    static let offers: CueList = [
        "may be", "might be", "can be", "you can", "one or more", "you need:", "you may", "might help",
    ]

    /// How an item begins that names a case, a field or one of several things: "For servers, …", "For **Name**, enter …".
    static let objects: [StaticString] = ["for "]

    /// The reader fills in or sets up all: "For **Name**, enter …" is no case after one of these.
    static let filling: CueList = [
        "following value", "these values", "following information", "following details", "following settings",
        "following properties", "following fields", "configure", "for each", "each of", "on each", "fill in",
        "fill out",
    ]

    /// How an item begins that names one thing to choose: "Choose **Small** if you have one server".
    static let choices: [StaticString] = ["choose ", "select ", "use ", "pick "]

    /// What is ticked on its own is no alternative.
    static let boxes: CueList = ["check box", "checkbox", "check mark", "toggle", "option if", "to yes", "to no"]

    /// A reference of commands, "To stop it:" and the command.
    static let commands: CueList = [
        "useful commands", "common commands", "some commands", "more commands", "other commands",
    ]

    /// An item with one of these says a fact: "When you stop it, note that …".
    static let remarksInItems: CueList = ["note that", "be aware", "keep in mind", "remember"]

    /// The title is about settings, so bulleted instructions describe settings.
    static let settingTopics: CueList = [
        "settings", "options", "properties", "parameters", "fields", "dialog", "features", "capabilities",
    ]
}
