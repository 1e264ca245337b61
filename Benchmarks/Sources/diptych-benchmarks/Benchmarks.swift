import Foundation
import Workspace

/// Measures each stage over a folder of pages as a ratio to the floor of the same run.
///
///     swift run -c release --package-path Benchmarks diptych-benchmarks [FOLDER] [ROUNDS]
///     swift run -c release --package-path Benchmarks diptych-benchmarks --floor FOLDER
///
/// Without a folder, `Corpus/` many times. Stages take turns within a round, so that a noisy machine is noisy to all of
/// them; of each stage the cheapest round counts. Every stage reads its pages from the disk. The memory is that of a
/// process that runs the stage once.
///
/// With `--floor` the process does the floor's work once and prints nothing, so that it can be compared with a whole run of
/// `diptych` (`Scripts/benchmark-process`).
@main
struct Benchmarks {
    static func main() async throws {
        let words = Array(CommandLine.arguments.dropFirst())
        if words.count == 3, words[1] == "--stage" { return await runOnce(words[2], in: words[0]) }
        if words.count == 2, words[0] == "--floor" { return each(PageFinder([words[1]]).pages, runFloor) }
        guard words.count <= 2, !words.contains(where: { $0.hasPrefix("-") }) else {
            print("usage: diptych-benchmarks [FOLDER] [ROUNDS]\n       diptych-benchmarks --floor FOLDER")
            exit(2)
        }
        let sample = words.isEmpty ? try SampleFolder() : nil
        defer { sample?.remove() }
        let folder = sample?.path ?? words[0]
        let rounds = words.dropFirst().first.flatMap { Int($0) } ?? 5
        let finder = PageFinder([folder])
        guard !finder.pages.isEmpty else {
            print("\(folder): no pages")
            exit(2)
        }
        let scratch = Scratch()
        defer { scratch.removeAll() }
        let stages = Stage.all(finder.pages, in: folder, writingTo: scratch)
        var best: [Cost?] = Array(repeating: nil, count: stages.count)
        for _ in 0..<rounds {
            for (index, stage) in stages.enumerated() {
                let cost = await Cost.measure(stage.run)
                best[index] = min(best[index] ?? cost, cost)
                scratch.makeRoom()
            }
        }
        let child = Child(folder: folder)
        let memory = try stages.indices.map { try child.peakMemory(ofStage: $0) }
        var table = Table(pages: finder.pages)
        for (index, stage) in stages.enumerated() {
            guard let cost = best[index] else { continue }
            table.add(stage.name, cost, memory: memory[index])
        }
        print(table.text(sample == nil ? nil : SampleFolder.copies))
    }

    /// In a process of its own: one stage, and then the most memory that it took.
    private static func runOnce(_ stage: String, in folder: String) async {
        let scratch = Scratch()
        defer { scratch.removeAll() }
        let stages = Stage.all(PageFinder([folder]).pages, in: folder, writingTo: scratch)
        if let index = Int(stage), stages.indices.contains(index) { await stages[index].run() }
        print(Usage.peakMemory)
    }
}
