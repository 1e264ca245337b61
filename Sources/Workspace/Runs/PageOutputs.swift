import SystemPackage

/// Rules for folders that get a file for each page.
enum PageOutputs {
    /// A build removes what it did not write, or stops at it; and what it wrote must stay as it is.
    static func refuseBuildOutput(_ output: FilePath) throws(FileError) {
        var folder = output.resolvingLinks ?? output.fromRoot
        repeat {
            guard !BuildOutput.isOne(folder) else {
                throw FileError(
                    path: output.string, reason: "is in the output of `diptych build`; name another folder")
            }
        } while folder.removeLastComponent()
    }

    /// Makes the folders of all documents, once each.
    ///
    /// - Returns: why a folder could not be made.
    static func makeFolders(for pages: [PageFinder.Found], below output: FilePath?) -> [FilePath: FileError] {
        guard let output else { return [:] }
        var refused: [FilePath: FileError] = [:]
        for folder in Set(pages.map { $0.output.removingLastComponent() }) {
            do {
                try FileSystem.makeFolder(folder.components, below: output)
            } catch {
                refused[folder] = error
            }
        }
        return refused
    }

    /// Two pages that would be written to one file: the first has it.
    static func separateDoubles(
        _ pages: [PageFinder.Found], hasOutput: Bool
    ) -> (distinct: [PageFinder.Found], doubles: [PageFinder.Found]) {
        guard hasOutput else { return (pages, []) }
        var taken: Set<FilePath> = []
        var distinct: [PageFinder.Found] = []
        var doubles: [PageFinder.Found] = []
        for page in pages {
            if taken.insert(page.output).inserted { distinct.append(page) } else { doubles.append(page) }
        }
        return (distinct, doubles)
    }

    /// Why the second page of two that would be written to one file is not written.
    static func error(ofDouble double: PageFinder.Found) -> FileError {
        FileError(
            path: double.path.string,
            reason: "not written: another page has the output name \(double.output.string); "
                + "run it by itself with another -o")
    }
}
