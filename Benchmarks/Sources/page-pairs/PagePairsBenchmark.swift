import Bitext
import Foundation
import PagePairs

/// Measures how well the pages of two folders are aligned.
///
///     page-pairs gold FOLDER LOCALE [--misses]     against the vendor's segments, FOLDER/gold/LOCALE.jsonl
///     page-pairs changes FOLDER LOCALE [ROUNDS]    with blocks removed, added and moved at random
///     page-pairs show SOURCE TARGET LOCALE         the segments of two files, and what one lacks, as tab-separated lines
///     page-pairs spans FOLDER LOCALE STEP [--differences]
///                                                  span pages beside the page pairs that their sides make
///     page-pairs speed                             10,000 blocks, 100,000 equal blocks, an empty side
@main struct PagePairsBenchmark {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "gold" where arguments.count >= 3:
            try GoldTrial(URL(fileURLWithPath: arguments[1]), locale: arguments[2]).run(
                showsMisses: arguments.contains("--misses"))
        case "changes" where arguments.count >= 3:
            try ChangesTrial(URL(fileURLWithPath: arguments[1]), locale: arguments[2]).run(
                rounds: arguments.count > 3 ? Int(arguments[3]) ?? 1 : 1, showsFaults: arguments.contains("--faults"))
        case "show" where arguments.count == 4:
            try PairView(arguments[1], arguments[2], locale: arguments[3]).show()
        case "spans" where arguments.count >= 4:
            try SpansTrial(
                URL(fileURLWithPath: arguments[1]), locale: arguments[2], step: Int(arguments[3]) ?? 1,
                showsDifferences: arguments.contains("--differences")
            ).run()
        case "speed":
            try SpeedTrial.run()
        default:
            print(
                "usage: page-pairs gold FOLDER LOCALE [--misses] | changes FOLDER LOCALE [ROUNDS] [--faults] | show SOURCE TARGET LOCALE | spans FOLDER LOCALE STEP [--differences] | speed"
            )
            exit(2)
        }
    }
}

/// `99.44%`
func percent(_ count: Int, of all: Int) -> String {
    String(format: "%.2f%%", 100 * Double(count) / Double(max(all, 1)))
}

/// The paths of the pages below a folder, in order.
func pagePaths(in folder: URL) -> [String] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".md") }.sorted()
}
