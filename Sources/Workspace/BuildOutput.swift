import PageDocuments
import SystemPackage

/// Recognizes the outputs of builds, which hold Markdown but no pages.
enum BuildOutput {
    /// The name of the file that says what a build wrote.
    static let manifestName = "manifest.json"

    /// What the first bytes of files that builds write contain.
    private static let marks = ["\"name\": \"\(Generator.diptych.name)\"", "Written by \(Generator.diptych.name)"]

    /// Whether a build wrote a file: a document, a script or a list of tasks. Looks at its first bytes.
    static func wrote(_ file: FilePath) -> Bool {
        let head = FileSystem.head(of: file) ?? ""
        return marks.contains { head.contains($0) }
    }

    /// Whether a folder is the output of a build. Looks at the first bytes of its manifest.
    static func isOne(_ folder: FilePath) -> Bool {
        let text = FileSystem.head(of: folder.appending(manifestName)) ?? ""
        return ["\"schemaVersion\"", "\"name\": \"\(Generator.diptych.name)\"", "\"configuration\""].allSatisfy {
            text.contains($0)
        }
    }
}
