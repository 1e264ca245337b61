/// The verbs that names of cmdlets begin with: those that PowerShell approves (`Get-Verb`, PowerShell 7.4), and a few of
/// older modules.
package enum PowerShellVerbs {
    package static let all: Set<String> = [
        "add", "approve", "assert", "backup", "block", "build", "checkpoint", "clear", "close", "compare", "complete",
        "compress", "confirm", "connect", "convert", "convertfrom", "convertto", "copy", "debug", "deny", "deploy",
        "disable", "disconnect", "dismount", "edit", "enable", "enter", "exit", "expand", "export", "find", "foreach",
        "format", "get", "grant", "group", "hide", "import", "initialize", "install", "invoke", "join", "limit", "lock",
        "measure", "merge", "mount", "move", "new", "open", "optimize", "out", "ping", "pop", "protect", "publish",
        "push", "read", "receive", "redo", "register", "remove", "rename", "repair", "request", "reset", "resize",
        "resolve", "restart", "restore", "resume", "revoke", "save", "search", "select", "send", "set", "show", "skip",
        "sort", "split", "start", "step", "stop", "submit", "suspend", "switch", "sync", "tee", "test", "trace",
        "unblock", "undo", "uninstall", "unlock", "unprotect", "unpublish", "unregister", "update", "use", "wait",
        "watch", "where", "write",
    ]

    /// Verbs that also begin English compounds: "Add-In", "Read-Only", "Step-By-Step".
    package static let compounds: Set<String> = [
        "add", "block", "build", "check", "clear", "close", "copy", "edit", "find", "format", "group", "hide", "join",
        "limit", "lock", "move", "open", "out", "pop", "push", "read", "receive", "redo", "register", "request",
        "save", "search", "select", "send", "set", "show", "skip", "sort", "split", "start", "step", "stop", "switch",
        "sync", "tee", "test", "trace", "undo", "use", "wait", "watch", "where", "write",
    ]

    /// What makes an English word of a verb before it, and is no noun of a cmdlet: "Read-Only", "Pop-Up", "Step-By-Step".
    static let adverbs: Set<String> = [
        "and", "back", "by", "down", "in", "off", "on", "once", "only", "or", "out", "over", "through", "to", "up",
        "write",
    ]

    /// The nouns without a capital inside that follow those verbs in PowerShell's own modules (PowerShell 7.4, Windows
    /// PowerShell 5.1).
    package static let nouns: Set<String> = [
        "member", "type", "content", "item", "history", "computer", "variable", "host", "package", "module", "script",
        "object", "custom", "hex", "list", "table", "wide", "command", "job", "process", "service", "location", "event",
        "acl", "alias", "date", "debug", "error", "information", "output", "progress", "verbose", "warning", "null",
        "default", "file", "printer", "string", "vm", "gridview", "path", "connection", "json", "xml", "transcript",
        "sleep", "website", "certificate",
    ]
}
