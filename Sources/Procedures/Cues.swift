import Bitext

/// The phrases of the source that tell what a list is for. All lower case; a phrase counts where it begins a word.
///
/// They come from reading lists of several repositories (see `Tests/ProceduresTests/Labels`), not from the target, so any
/// target language works.
enum Cues {
    /// Somebody is to make sure of each item.
    static let confirm: [StaticString] = [
        "following are true", "following is true", "are all true", "confirm that", "verify that you have",
        "make sure that you have", "make sure you have", "make sure that the following", "make sure the following",
        "ensure that you have", "ensure the following", "ensure that the following", "check that all",
        "following conditions are met", "following prerequisites", "following requirements", "following conditions",
        "prerequisites:", "prerequisites are", "requirements are", "requirements must be met", "criteria must be met",
        "must meet", "must have the following", "must first have", "you will need the following",
        "you'll need the following", "you need the following", "need to have the following", "have the following:",
        "requires the following", "require the following", "following is required", "following are required",
        "must be true", "must have completed", "must already have",
    ]

    /// Something is needed; less certain.
    static let requirement: [StaticString] = [
        "you need:", "you must have", "you will need:", "you'll need:", "must be installed", "must be in place",
        "before you begin", "before you start", "before starting", "before you can",
    ]

    static let requirementTitles: [StaticString] = [
        "prerequisite", "before you begin", "before you start", "requirements", "what you need", "what do you need",
        "what you'll need",
    ]

    /// The reader chooses.
    static let choice: [StaticString] = [
        "one of the following", "either of the following", "one of these", "one or more of the following",
        "any of the following", "choose from", "select from", "choose between", "decide between", "following options",
        "these options", "following choices", "following ways", "following methods", "two methods", "three methods",
        "two ways to", "options:",
        "you can choose", "several ways", "two options", "three options", "options available", "these choices",
        "choices:", "choose your", "select your",
    ]

    /// The items are things to set.
    static let settings: [StaticString] = [
        "following settings", "following parameters", "following fields", "following values", "following flags",
        "following switches", "following arguments", "these settings", "configure the following",
        "configuring the following", "specify the following", "set the following", "edit the following",
        "change the following", "settings:", "parameters:", "possible values", "can be set to",
    ]

    /// The page or the sentence is about settings, so bold labels with explanations are settings.
    static let settingTopics: [StaticString] = [
        "settings", "options", "properties", "parameters", "fields", "properties page", "dialog",
    ]

    /// An item that says what choosing it does.
    static let optionItems: [StaticString] = [
        "this option", "this check box", "this setting", "select this", "use this", "choose this",
    ]

    /// The items say what each part of a page or dialog does.
    static let description: [StaticString] = [
        "describes the", "describe the", "following commands", "following actions", "following action:", "fields on",
        "options on",
        "use this option", "following controls", "following tabs", "perform the following:", "two actions",
        "three actions", "available actions", "available commands",
    ]

    static let steps: [StaticString] = [
        "following steps", "these steps", "following procedure", "do the following", "steps below", "steps:",
        "follow this procedure", "as follows:", "perform the following:", "complete the following:",
        "following instructions", "you need to:", "you will need to:", "you'll need to:", "you must:", "you should:",
        "need to do", "these tasks in order", "in the following order",
    ]

    /// Steps whoever takes them: "The organizer determines …" is one too.
    static let announcedSteps: [StaticString] = [
        "following steps:", "these steps:", "following procedure:", "steps below:",
    ]

    static let stepTitles: [StaticString] = ["step-by-step", "steps to", "checklist"]

    /// Tasks that are offered, not asked for.
    static let tasks: [StaticString] = [
        "you can perform the following", "following tasks", "examples", "you can use", "you can:",
    ]

    /// What follows is to be read, link or not.
    static let reading: [StaticString] = [
        "see the following", "see these", "click the link", "see also", "read the following", "refer to the following",
        "these articles", "these topics", "following topics", "following articles", "for more information, see:",
        "for details, see:",
    ]

    /// What follows is to be read if it is links.
    static let contents: [StaticString] = [
        "in this topic", "in this section", "in this article", "following links", "following resources",
        "following sections",
    ]

    static let readingTitles = [
        "see also", "related topics", "related articles", "related links", "in this section", "in this article",
        "next steps", "additional resources", "more information", "related information", "related resources",
        "for more information", "learn more", "what's next", "related", "resources", "references", "reference",
        "related sections", "further reading", "other resources", "concepts", "tasks",
    ]

    static let enumeration: [StaticString] = ["example", "supports the following", "include:", "includes:", "such as"]

    /// Verbs that begin an instruction in documentation.
    static let imperatives: Set<String> = [
        "accept", "access", "activate", "add", "adjust", "allow", "answer", "append", "apply", "approve", "assign",
        "attach", "back", "begin", "block", "browse", "build", "call", "cancel", "change", "check", "choose", "clear",
        "click", "close", "collect", "complete", "configure", "confirm", "connect", "consider", "contact", "continue",
        "convert", "copy", "create", "customize", "decide", "declare", "define", "delete", "deploy", "deselect",
        "determine", "dial", "disable", "disconnect", "do", "don't", "double-click", "download", "drag", "edit",
        "enable",
        "ensure", "enter", "establish", "execute", "exit", "expand", "export", "extend", "extract", "fill", "find",
        "finish", "follow", "generate", "get", "give", "go", "grant", "highlight", "hold", "identify", "import",
        "include", "initialize", "initiate", "insert", "inspect", "install", "invoke", "join", "keep", "launch",
        "leave", "let", "list", "load", "locate", "log", "look", "make", "map", "merge", "mount", "move", "name",
        "navigate", "note", "notify", "obtain", "open", "paste", "perform", "pick", "place", "plan", "play", "point",
        "populate", "prepare", "press", "print", "provide", "publish", "put", "read", "rebuild", "receive", "reconnect",
        "record", "register", "release", "remove", "rename", "repeat", "replace", "request", "reset", "resize",
        "restart", "restore", "return", "review", "right-click", "run", "save", "scroll", "search", "select", "send",
        "set", "share", "show", "sign", "skip", "specify", "start", "stop", "submit", "switch", "synchronize", "take",
        "tap", "test", "trigger", "turn", "type", "uncheck", "uninstall", "unlock", "update", "upgrade", "upload",
        "use",
        "validate", "verify", "view", "wait", "write", "unzip", "link",
    ]

    /// Words in front of the instruction: "On the **Users** page, click …", "If you use X, select …".
    static let openers: Set<String> = [
        "on", "in", "under", "from", "at", "if", "when", "to", "after", "for", "next", "then", "now", "using",
        "optionally",
        "once", "with", "within", "inside", "by", "before", "while", "as", "optional", "finally", "first",
        "again", "otherwise", "also",
    ]
}

/// A sentence of the source, ready to be searched for cues.
struct Phrase {
    private let text: [UInt8]
    /// Where words of at least two bytes begin.
    private let wordStarts: [Int]
    /// A bit for each pair of letters that begins a word. Most cues begin with none of them and need no search.
    private let beginnings: SIMD4<UInt64>

    init(_ text: String?) { self.init(lowercased: Self.lowercased(text, limit: .max)) }

    /// As much of a text as tells whether it is an instruction.
    init(beginningOf text: String?) { self.init(lowercased: Self.lowercased(text, limit: 200)) }

    private init(lowercased text: [UInt8]) {
        self.text = text
        var wordStarts: [Int] = []
        wordStarts.reserveCapacity(text.count / 4 + 1)
        var beginnings = SIMD4<UInt64>()
        text.withUnsafeBufferPointer { text in
            var isInside = false
            for index in 0..<max(text.count - 1, 0) {
                let isWord = text[index].isASCIIAlphanumeric
                if isWord, !isInside {
                    let pair = Self.pair(text[index], text[index + 1])
                    beginnings[pair >> 6] |= 1 << UInt64(pair & 63)
                    wordStarts.append(index)
                }
                isInside = isWord
            }
        }
        self.wordStarts = wordStarts
        self.beginnings = beginnings
    }

    private static func lowercased(_ text: String?, limit: Int) -> [UInt8] {
        guard var text else { return [] }
        return text.withUTF8 { utf8 in
            [UInt8](unsafeUninitializedCapacity: min(utf8.count, limit)) { lower, count in
                count = min(utf8.count, limit)
                for index in 0..<count { lower[index] = utf8[index].asciiLowercased }
            }
        }
    }

    /// A number below 256 for two bytes that begin a word; different for nearly all pairs of letters.
    private static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first &* 7 &+ second) }

    func containsAny(_ cues: [StaticString]) -> Bool { cues.contains(where: contains) }

    /// Whether the whole phrase is one of the cues, punctuation and numbers aside.
    func isAny(_ cues: [String]) -> Bool {
        let bare = text.filter { $0.isASCIILetter || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "'") || $0 >= 0x80 }
        return cues.contains { $0.utf8.elementsEqual(bare) }
    }

    /// "To create a policy", "How to create a policy", "Create a policy".
    var beginsLikeTask: Bool {
        text.starts(with: "to ".utf8) || text.starts(with: "how to ".utf8) || text.starts(with: "how do ".utf8)
            || words(limit: 1).first.map(Cues.imperatives.contains) ?? false
    }

    /// "You can order it either online or by phone:".
    var offersAlternatives: Bool {
        text.last == UInt8(ascii: ":") && containsAny(["either"]) && containsAny(["or"])
    }

    /// "To create a policy", as the title of its steps.
    var namesTask: Bool { text.starts(with: "to ".utf8) }

    /// "To create a policy:".
    var asksToAct: Bool { text.starts(with: "to ".utf8) && text.last == UInt8(ascii: ":") }

    /// Whether the sentence tells the reader to do something, perhaps behind a clause that says where or when.
    var isImperative: Bool {
        let first = words(limit: 3)
        guard let word = first.first else { return false }
        if Cues.openers.contains(word) {
            // The instruction follows the first comma.
            guard let comma = text.firstIndex(of: UInt8(ascii: ",")) else { return word != "if" && word != "when" }
            let rest = Phrase(lowercased: Array(text[(comma + 1)...]))
            return rest.words(limit: 3).contains(where: Cues.imperatives.contains)
        }
        return Cues.imperatives.contains(word)
    }

    /// The first words, without what surrounds them.
    private func words(limit: Int) -> [String] {
        var words: [String] = []
        var start: Int?
        for index in 0...text.count {
            let isWord =
                index < text.count
                && (text[index].isASCIIAlphanumeric || text[index] == UInt8(ascii: "-")
                    || text[index] == UInt8(ascii: "'"))
            if isWord, start == nil { start = index }
            if !isWord, let begin = start {
                words.append(String(decoding: text[begin..<index], as: UTF8.self))
                if words.count == limit { break }
                start = nil
            }
        }
        return words
    }

    private func contains(_ cue: StaticString) -> Bool {
        // Every cue begins with two letters.
        let (first, second) = (cue.utf8Start[0], cue.utf8Start[1])
        let pair = Self.pair(first, second)
        guard beginnings[pair >> 6] & 1 << UInt64(pair & 63) != 0 else { return false }
        return text.withUnsafeBufferPointer { text in
            for start in wordStarts
            where text[start] == first && text[start + 1] == second && text.has(cue, at: start) {
                return true
            }
            return false
        }
    }
}
