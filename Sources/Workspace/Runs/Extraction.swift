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
                try PageOutputs.refuseBuildOutput(output)
                try FileSystem.makeFolder(FilePath().components, below: output)
            } catch {
                // Said once, not for every page.
                return deliver(Outcome(name: error.path, failure: error))
            }
        }
        let (distinct, doubles) = PageOutputs.separateDoubles(pages, hasOutput: output != nil)
        let refused = PageOutputs.makeFolders(for: distinct, below: output)
        await OrderedRun.run(distinct, jobs: jobs) { page in
            if let error = refused[page.output.removingLastComponent()] {
                Outcome(name: page.name.string, failure: error)
            } else {
                extract(page)
            }
        } deliver: {
            deliver($0)
        }
        for double in doubles {
            deliver(Outcome(name: double.name.string, failure: PageOutputs.error(ofDouble: double)))
        }
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
