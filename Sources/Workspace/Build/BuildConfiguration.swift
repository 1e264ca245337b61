import Hashing
import PageDocuments
import ParsedBitext
import SystemPackage

/// What settles, besides the pages, what a build makes of them.
enum BuildConfiguration {
    /// A SHA-256 of the options, the configurations, glossaries and lexicons: if it changes, everything is rebuilt. The
    /// files count by their contents and by where they stand from the input folder, so that it is the same on all machines.
    static func digest(of plan: CheckPlan, _ options: Build.Options) throws(FileError) -> String {
        var text =
            "diptych \(Generator.diptych.version) page \(PageDocument.schemaVersion) index \(ChecklistIndex.schemaVersion)"
        text += " findings \(FindingsDocument.schemaVersion) manifest \(Manifest.schemaVersion)\n"
        text += "tasks \(TaskList.version) at \(PageLinks.base(from: options.output, to: options.input))\n"
        text += "only \(options.plan.only.sorted()) off \(options.plan.off.sorted())"
        text += " configured \(options.plan.usesConfiguration) locale \(options.plan.locale ?? "")\n"
        // Pages that name no locale have that of a folder above them.
        text += "folder \(Language.locale(inPath: options.input.fromRoot.string) ?? "")\n"
        for file in plan.files {
            let bytes = try FileSystem.read(file.path)
            text += "\(file.role) \(place(of: file.path, from: options.input)) \(SHA256Digest(of: bytes).hex)\n"
        }
        return SHA256Digest(of: Array(text.utf8)).hex
    }

    /// A path from the input folder, where its own folder is below it or above it; else only its name.
    private static func place(of path: FilePath, from input: FilePath) -> String {
        let steps = path.steps(from: input).names
        let leadsDownAgain = steps.first == ".." && steps.dropLast().contains { $0 != ".." }
        return leadsDownAgain ? path.lastComponent?.string ?? "" : steps.joined(separator: "/")
    }
}
