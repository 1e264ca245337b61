import Bitext
import MarkdownSyntax
import PageDocuments
import SystemPackage
import Workspace

/// Something that is measured: all of what Diptych does, or a part.
struct Stage: Sendable {
    let name: String
    let run: @Sendable () async -> Void

    /// The floor first, then what is done in addition to it, then the whole commands.
    static func all(_ pages: [PageFinder.Found], in folder: String, writingTo scratch: Scratch) -> [Stage] {
        [
            Stage(name: "floor: read, split, md4c over both sides") { each(pages, runFloor) },
            Stage(name: "read and split") { each(pages, split) },
            Stage(name: "… and trees of both sides") { each(pages, parse) },
            Stage(name: "… and the page document") { each(pages) { _ = try? PageDocument($0, path: "page.md") } },
            Stage(name: "… and its JSON") {
                each(pages) { (try? PageDocument($0, path: "page.md"))?.withJSON { _ in } }
            },
            Stage(name: "extract to files, one job") { await extract(pages, to: scratch.next(), jobs: 1) },
            Stage(name: "extract to files, two jobs") { await extract(pages, to: scratch.next(), jobs: 2) },
            Stage(name: "check, without lexicon and corpus") {
                await check(pages, off: contentRules + ["inconsistent-translation"])
            },
            Stage(name: "check, without lexicon") { await check(pages, off: contentRules) },
            Stage(name: "check, all rules, one job") { await check(pages, off: []) },
            Stage(name: "check, all rules, two jobs") { await check(pages, off: [], jobs: 2) },
            Stage(name: "build, one job") { await build(folder, to: scratch.next(), jobs: 1) },
            Stage(name: "build, two jobs") { await build(folder, to: scratch.next(), jobs: 2) },
        ]
    }

    private static let contentRules = ["misaligned-content", "omission", "addition", "polarity", "neighbour-shift"]

    private static func split(_ file: [UInt8]) { _ = readPage(file) }

    private static func parse(_ file: [UInt8]) {
        guard let page = readPage(file) else { return }
        for side in Side.allCases {
            _ = MarkdownTree(parsing: page[side].bytes, from: page[side].bodyStart)
        }
    }

    private static func extract(_ pages: [PageFinder.Found], to output: FilePath, jobs: Int) async {
        await Extraction(output: output, jobs: jobs).run(pages) { _ in }
    }

    private static func check(_ pages: [PageFinder.Found], off: [String], jobs: Int = 1) async {
        var options = CheckPlan.Options()
        options.off = off
        options.usesConfiguration = false
        guard let plan = try? CheckPlan(pages, options) else { return }
        await CheckRun(plan, jobs: jobs, pagesFrom: nil).run { _ in }
    }

    private static func build(_ folder: String, to output: FilePath, jobs: Int) async {
        var options = Build.Options(input: FilePath(folder), output: output)
        options.jobs = jobs
        options.plan.usesConfiguration = false
        do {
            let result = try await Build(options).run { _ in }
            precondition(result.failures == 0, "the build of \(folder) could not write everything")
        } catch {
            fatalError("\(error)")
        }
    }
}

/// Reads one page after the other.
func each(_ pages: [PageFinder.Found], _ body: ([UInt8]) -> Void) {
    for page in pages {
        if let file = try? page.read() { body(file) }
    }
}
