import SystemPackage

/// Finds the pages that are in the output of a build, and asks once for each folder.
struct BuildOutputFinder {
    private var known: [FilePath: Bool] = [:]

    /// Whether a page is in the output of a build, as far as the work tree shows it.
    mutating func contain(_ page: String) -> Bool {
        var folder = FilePath(page).removingLastComponent()
        while true {
            let isOutput = known[folder] ?? BuildOutput.isOne(folder.isEmpty ? "." : folder)
            known[folder] = isOutput
            if isOutput { return true }
            guard !folder.isEmpty, folder.removeLastComponent() else { return false }
        }
    }
}
