import Alignment
import Bitext
import Markdown
import Procedures
import SystemPackage
import Workspace

/// Measures each stage over a folder of pages as a ratio to the floor of the same run.
///
///     swift run -c release --package-path Benchmarks diptych-benchmarks FOLDER [ROUNDS]
///
/// Stages take turns within a round, so that a noisy machine is noisy to all of them; of each stage the cheapest round
/// counts. Every stage reads its pages from the disk; the last two write their documents to a temporary folder.
@main
struct Benchmarks {
    static func main() async {
        let arguments = CommandLine.arguments.dropFirst()
        guard let folder = arguments.first else {
            print("usage: diptych-benchmarks FOLDER [ROUNDS]")
            return
        }
        let rounds = arguments.dropFirst().first.flatMap { Int($0) } ?? 5
        let finder = PageFinder([folder])
        guard !finder.pages.isEmpty else {
            print("\(folder): no pages")
            return
        }
        let pages = finder.pages
        let output = FilePath("\(temporaryFolder())/diptych-benchmarks")
        let stages: [(name: String, run: @Sendable () async -> Void)] = [
            ("floor: read, split, md4c over both sides", { each(pages, runFloor) }),
            (
                "read and split",
                {
                    each(pages) { file in
                        (try? Page(file)).map { page in Side.allCases.forEach { _ = page.split(into: $0) } }
                    }
                }
            ),
            ("… and trees of both sides", { each(pages, parse) }),
            ("… and the page document", { each(pages) { _ = try? PageDocument($0, path: "page.md") } }),
            ("… and its JSON", { each(pages) { (try? PageDocument($0, path: "page.md"))?.withJSON { _ in } } }),
            ("extract to files, one job", { await extract(pages, to: output, jobs: 1) }),
            ("extract to files, two jobs", { await extract(pages, to: output, jobs: 2) }),
            (
                "check, without lexicon and corpus",
                { await check(pages, off: contentRules + ["inconsistent-translation"]) }
            ),
            ("check, without lexicon", { await check(pages, off: contentRules) }),
            ("check, all rules, one job", { await check(pages, off: []) }),
            ("check, all rules, two jobs", { await check(pages, off: [], jobs: 2) }),
        ]
        var best: [Cost?] = Array(repeating: nil, count: stages.count)
        for _ in 0..<rounds {
            for (index, stage) in stages.enumerated() {
                let cost = await Cost.measure(stage.run)
                best[index] = min(best[index] ?? cost, cost)
            }
        }
        report(zip(stages.map(\.name), best.compactMap { $0 }), pages: pages)
    }

    private static let contentRules = ["misaligned-content", "omission", "addition", "polarity", "neighbour-shift"]

    private static func check(_ pages: [PageFinder.Found], off: [String], jobs: Int = 1) async {
        var options = CheckPlan.Options()
        options.off = off
        options.usesConfiguration = false
        guard let plan = try? CheckPlan(pages, options) else { return }
        await CheckRun(plan, jobs: jobs).run { _ in }
    }

    private static func report(_ costs: some Sequence<(String, Cost)>, pages: [PageFinder.Found]) {
        var bytes = 0
        each(pages) { bytes += $0.count }
        let costs = Array(costs)
        let floor = costs[0].1.cpu
        print(
            "\(pages.count) pages, \(rounded(Double(bytes) / 1e6, 1)) MB, peak memory \(rounded(Usage.peakMemory, 0)) MB\n"
        )
        print("| stage | CPU s | × floor | wall s | pages/s | MB/s |")
        print("|---|---:|---:|---:|---:|---:|")
        for (name, cost) in costs {
            let cells = [
                rounded(cost.cpu, 3), rounded(cost.cpu / floor, 2), rounded(cost.wall, 3),
                rounded(Double(pages.count) / cost.wall, 0), rounded(Double(bytes) / 1e6 / cost.wall, 0),
            ]
            print("| \(name) | \(cells.joined(separator: " | ")) |")
        }
    }

    private static func each(_ pages: [PageFinder.Found], _ body: ([UInt8]) -> Void) {
        for page in pages {
            if let file = try? page.read() { body(file) }
        }
    }

    private static func parse(_ file: [UInt8]) {
        guard let page = try? Page(file) else { return }
        for side in Side.allCases {
            let text = page.split(into: side)
            _ = MarkdownTree(parsing: text.bytes, from: text.bodyStart)
        }
    }

    private static func extract(_ pages: [PageFinder.Found], to output: FilePath, jobs: Int) async {
        await Extraction(output: output, jobs: jobs).run(pages) { _ in }
    }

    private static func rounded(_ value: Double, _ digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = Int((value * scale).rounded())
        guard digits > 0 else { return String(scaled) }
        let fraction = String(scaled % Int(scale))
        return "\(scaled / Int(scale)).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
    }
}
