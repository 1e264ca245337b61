/// The phrases that show what is to be read.
extension Cues {
    /// Links after these are features, values and the like, which a page explains. They are not pages to read.
    static let linkedThings: CueList = [
        "following new feature", "following feature", "can use the following resources", "such as:", "values:",
        "values are", "values for", "languages:", "following languages", "platforms:", "cmdlets", "packages:",
        "instances:", "provided by the following", "devices that are", "operating systems:", "types listed",
    ]

    /// Links after one of these are pages: what is to be read, and tasks, examples and the like that have a page of their own. After
    /// other announcements they are things: "The following filters are supported:".
    static let readingMatter: CueList = [
        "article", "topic", "section", "link", "page", "guide", "guidance", "resource", "tutorial", "see ", "see:",
        "read", "learn", "document", "blog", "post", "video", "check out", "visit", "refer", "detail", "explore",
        "browse", "course", "module", "material", "communit", "overview", "described", "more:", "more about", "how to",
        "instructions", "step", "procedure", "process", "task", "activit", "phase", "scenario", "example", "sample",
        "template", "download", "here:", "go here", "start", "watch", "question", "highlight", "chapter",
        "these include", "content", "consider", "plan",
    ]

    /// The items are to be read, with or without links.
    static let reading: CueList = [
        "see the following", "see these", "should read the following", "read the following planning",
        "please read the following", "click the link", "see also", "refer to the following", "these articles",
        "these topics", "following topics", "following articles", "contains the following sections",
        "following sections provide", "following sections describe", "following sections explain",
        "for more information, see", "for information about", "refer to these resources", "see:", "these resources:",
        "following blogs", "following pages", "following documents:",
    ]

    /// What the reader sees, and does not read: "If you run it, you can see:".
    static let sights: CueList = [
        "can see:", "will see:", "'ll see:", "should see:", "you see:", "could see:", "might see:",
    ]

    /// An item that says where to read.
    static let readingHints: [StaticString] = [
        "for more information", "for information", "for details", "for more details", "to learn more", "learn more",
        "see ", "for additional information", "for a step-by-step", "refer to", "read the", "for help",
        "to learn about", "to learn how", "watch ",
    ]

    /// What says where to read after a label: "Earlier versions: Browse …".
    static let labelledReadingHints: [StaticString] = ["visit ", "browse ", "check out"]

    /// The items are to be read if they are links.
    static let contents: CueList = [
        "in this topic", "in this section", "in this article", "following links", "following sections", "check out",
        "learn more", "more information", "other resources", "resources that",
    ]

    /// The items are to be read if they have links, also inside of a sentence.
    static let resources: CueList = [
        "following resources", "more resources", "useful resources", "additional resources", "following sections",
        "check out the following", "more information:", "following documentation", "valuable resources",
        "few resources", "organized as follows", "familiarize yourself with",
    ]

    /// Titles of lists to read, as a whole, if the items are links.
    static let readingTitles = [
        "see also", "related topics", "related articles", "related links", "in this section", "in this article",
        "next steps", "additional resources", "more information", "related information", "related resources",
        "for more information", "learn more", "what's next", "related", "resources", "references", "reference",
        "related sections", "further reading", "other resources", "related topic", "related article", "related content",
        "next step", "other resource", "additional information", "links", "in this topic", "what next", "what is next",
        "more resources", "useful links", "further information", "further resources", "recommended reading",
        "additional reading", "external links", "external resources", "see more", "read more",
    ]
}
