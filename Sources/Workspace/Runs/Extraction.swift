import Checklists
import PageDocuments
import SystemPackage

/// Reads pages and writes their page documents.
public struct Extraction: Sendable {
    /// The result of one page.
    public struct Outcome: Sendable {
        /// What the page is called in messages.
        public let name: String
        /// What should be known of the page, in its order.
        public var diagnostics: [Diagnostic] = []
        /// The document as JSON, where it was not written to a file.
        public var json: [UInt8]?
        /// Why there is no document.
        public var failure: FileError?
    }

    /// The folder for the documents, or nil to hand them back.
    public let output: FilePath?
    /// How many pages are read at once.
    public let jobs: Int

    public init(output: FilePath?, jobs: Int) {
        self.output = output
        self.jobs = max(1, jobs)
    }

    /// Reads all pages and reports the result of each, in their order, as soon as it is known.
    public func run(_ pages: [PageFinder.Found], deliver: (Outcome) -> Void) async {
        if let output {
            do {
                try Self.refuseBuildOutput(output)
                try FileSystem.makeFolder(FilePath().components, below: output)
            } catch {
                // Said once, not for every page.
                return deliver(Outcome(name: error.path, failure: error))
            }
        }
        let (distinct, doubles) = Self.separateDoubles(pages, hasOutput: output != nil)
        let refused = Self.makeFolders(for: distinct, below: output)
        await OrderedRun.run(distinct, jobs: jobs) { page in
            if let error = refused[page.output.removingLastComponent()] {
                Outcome(name: page.name.string, failure: error)
            } else {
                extract(page)
            }
        } deliver: {
            deliver($0)
        }
        for double in doubles { deliver(Outcome(name: double.name.string, failure: Self.error(ofDouble: double))) }
    }

    static func error(ofDouble double: PageFinder.Found) -> FileError {
        FileError(
            path: double.path.string,
            reason: "not written: another page has the output name \(double.output.string); "
                + "run it by itself with another -o")
    }

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

    /// Reads one page, and writes its document where there is an output folder.
    private func extract(_ page: PageFinder.Found) -> Outcome {
        var outcome = Outcome(name: page.name.string)
        do {
            let document = try Self.document(of: page)
            outcome.diagnostics = document.diagnostics
            if let output {
                try document.withJSON { json throws(FileError) in
                    try FileSystem.write(json, to: output.pushing(page.output))
                }
            } else {
                outcome.json = document.json()
            }
        } catch {
            outcome.failure = error
        }
        return outcome
    }

    /// Reads a page into its document.
    public static func document(of page: PageFinder.Found) throws(FileError) -> PageDocument {
        try PageAnalysis(page).document
    }
}
