import TestSupport
import Testing

/// A page pair whose exchange file was filled.
func pairSite(
    _ source: String, _ target: String, _ texts: [(String, String)], form: String = "po"
) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("en/a.md", source)
    try folder.write("fr/a.md", target)
    let export = ["export", "fr", "-o", "out", "--source", "en", "--locale", "fr-FR", "--to", form]
    #expect(try Tool.run(export, in: folder.path).status == 0)
    // Without an edit, nothing changes.
    #expect(try importPair(folder).error == "0 targets imported into 0 pages\n")
    #expect(folder.text("fr/a.md") == target)
    let file = try #require(folder.files.first { $0.hasPrefix("out/") })
    for (source, target) in texts {
        switch form {
        case "po":
            try folder.edit(file, "msgid \"\(source)\"\nmsgstr \"\"", "msgid \"\(source)\"\nmsgstr \"\(target)\"")
        case "xliff": try folder.edit(file, "\(source)</source>", "\(source)</source><target>\(target)</target>")
        default: try folder.edit(file, ">\(source)</target>", ">\(target)</target>")
        }
    }
    return folder
}

func importPair(_ folder: TemporaryFolder) throws -> Tool.Result {
    try Tool.run("import", "out", "--into", "fr", "--source", "en", "--locale", "fr-FR", in: folder.path)
}

/// Imports blocks that must be refused.
///
/// - Returns: the messages.
func refusedImport(_ source: String, _ target: String, _ texts: [(String, String)]) throws -> String {
    let folder = try pairSite(source, target, texts)
    let result = try importPair(folder)
    #expect(result.status == 1)
    #expect(folder.text("fr/a.md") == target)
    return result.error
}
