/// The verbs that cmdlets' names begin with: those that PowerShell approves (`Get-Verb`, PowerShell 7.4), and a few that
/// older modules use. "Sign-In" and "Pop-Up" begin with none of them.
enum PowerShellVerbs {
    static let all: Set<String> = [
        "add", "approve", "assert", "backup", "block", "build", "checkpoint", "clear", "close", "compare", "complete",
        "compress", "confirm", "connect", "convert", "convertfrom", "convertto", "copy", "debug", "deny", "deploy",
        "disable", "disconnect", "dismount", "edit", "enable", "enter", "exit", "expand", "export", "find", "foreach",
        "format", "get", "grant", "group", "hide", "import", "initialize", "install", "invoke", "join", "limit", "lock",
        "measure", "merge", "mount", "move", "new", "open", "optimize", "out", "ping", "pop", "protect", "publish",
        "push",
        "read", "receive", "redo", "register", "remove", "rename", "repair", "request", "reset", "resize", "resolve",
        "restart", "restore", "resume", "revoke", "save", "search", "select", "send", "set", "show", "skip", "sort",
        "split", "start", "step", "stop", "submit", "suspend", "switch", "sync", "tee", "test", "trace", "unblock",
        "undo",
        "uninstall", "unlock", "unprotect", "unpublish", "unregister", "update", "use", "wait", "watch", "where",
        "write",
    ]
}
