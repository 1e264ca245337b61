import Bitext
import Checks
import Code
import ParsedBitext
import SystemPackage

/// The whole job: of a folder of pages, the page documents, the scripts of their procedures, an index, lists of tasks and the
/// findings, in an output folder that is changed as a whole. Only what changed is rebuilt.
///
/// The manifest of the last build has the SHA-256 of each page and of each file, so a build knows what is unchanged. The
/// documents of all pages are put together from the new parts and from the old parts of unchanged pages.
public struct Build: Sendable {
    /// What a build is asked for.
    public struct Options: Sendable {
        /// The folder of the pages.
        public var input: FilePath
        /// The folder that is written to.
        public var output: FilePath
        /// How many pages are read at once.
        public var jobs = 1
        /// Writes nothing, and reports what a build would change.
        public var isCheck = false
        /// Rebuilds everything, without regard to the manifest.
        public var isFull = false
        /// Ticked boxes stay ticked where their items did not change.
        public var keepsState = false
        /// A JSON of done ids, which then counts in the place of the boxes.
        public var state: FilePath?
        /// Which rules check which page.
        public var plan = CheckPlan.Options()
        /// Above this size, a file of tasks becomes one for each folder. Browsers do not show much larger ones.
        var maxTaskFileBytes = 1_000_000

        public init(input: FilePath, output: FilePath) {
            self.input = input
            self.output = output
        }
    }

    /// What happens while a build runs.
    public enum Event: Sendable {
        /// Another build has the output folder; this one waits.
        case waiting
        /// So many pages will be rebuilt.
        case begins(pages: Int)
        case pageDone
        /// Something could not be done; the rest goes on.
        case failure(FileError)
        /// What the user should know and need not act on.
        case note(String)
    }

    /// What a build did.
    public struct Result: Sendable {
        /// How many pages there are.
        public var pages = 0
        /// How many of them were rebuilt.
        public var built = 0
        /// How many of them stayed as they were.
        public var unchanged = 0
        /// How many pages of the last build are gone. Their documents were removed.
        public var removed = 0
        /// The pages that were rebuilt, by their paths from the input folder.
        public var builtPages: [String] = []
        /// The first errors and warnings on each of these pages.
        public var faults: [String: [Finding]] = [:]
        /// The files that a build would write or remove, if ``Build/Options/isCheck`` is set.
        public var stale: [String] = []
        /// What could not be done.
        public var failures = 0
        /// What was found wrong with the pages.
        public var findings: [FindingCount] = []
        /// How many segments all pages have.
        public var segments = 0
        /// Pages without a segment: they are in one language, or their translation is in another file.
        public var pagesWithoutSegments = 0
        /// How many pages have findings.
        public var pagesWithFindings = 0
        /// What `und` in the name of a list of tasks is, where such a list was written.
        package var noteOnLocale: String?
        /// Items that were ticked before they changed.
        public var unticked = 0
    }

    /// How many findings of a severity a rule has, and on how many pages.
    public struct FindingCount: Sendable, Equatable {
        public var rule: String
        public var severity: Finding.Severity
        public var count: Int
        public var pages: Int
    }

    let options: Options

    public init(_ options: Options) { self.options = options }

    /// - Throws: ``FileError`` if the path is no folder.
    static func requireFolder(_ path: FilePath) throws(FileError) {
        let kind = FileSystem.kind(of: path)
        guard kind != .folder else { return }
        throw FileError(path: path.string, reason: kind == nil ? "does not exist" : "is not a folder of pages")
    }

    /// - Throws: ``FileError`` if the output folder holds the pages: no build can write there.
    package func requireOutput() throws(FileError) {
        try OutputPlace.refuse(options.output, holding: options.input, options.plan)
    }

    /// Builds.
    ///
    /// - Throws: ``FileError`` or ``ConfigurationError`` where nothing could be done. The output folder is as it was then.
    public func run(_ report: (Event) -> Void) async throws -> Result {
        try Self.requireFolder(options.input)
        try requireOutput()
        let finder = PageFinder([options.input.string], excluding: options.output, options.plan)
        try finder.requireUsableSource()
        try OutputPlace.refuse(options.output, holdingSourcesOf: finder.pages)
        if finder.pages.isEmpty, let error = finder.errors.first { throw error }
        let plan = try CheckPlan(finder.pages, options.plan)
        let configuration = try BuildConfiguration.digest(of: plan, options)
        let output = try OutputFolder(options.output, options.isCheck ? .compare : .write) { report(.waiting) }
        let previous = try PreviousBuild(output, options, configuration: configuration)
        var run = try BuildRun(
            options: options, plan: plan, output: output, previous: previous, configuration: configuration)
        for error in finder.errors { run.fail(error, report) }
        for note in finder.pairNotes.sentences { report(.note(note)) }
        do {
            return try await run.run(isListed: finder.errors.isEmpty, report)
        } catch {
            output.discard()
            throw error
        }
    }
}
