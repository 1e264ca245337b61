import Exchange
import PageDocuments
import SystemPackage

/// Makes one translation memory of pages and exchange files, or looks a text up in them.
public struct MemoryRun {
    /// A translation of a source that is like the text that was looked up.
    public struct Match: Sendable {
        /// 100 for the same text, at most 99 for another one.
        public let percent: Int
        /// The source, as Markdown.
        public let source: String
        /// Its translation, as Markdown.
        public let target: String
        /// The target's locale, a BCP 47 tag.
        public let locale: String
        /// How often the source has this target.
        public let count: Int
        /// Where it has it first: `docs/page.md:12`.
        public let place: String
    }

    /// What was read and written.
    public struct Summary: Sendable {
        /// How many pages were read.
        public let pages: Int
        /// How many exchange files were read.
        public let files: Int
        /// How many different sources there are.
        public let sources: Int
        /// How many different pairs of a source and its target there are.
        public let translations: Int
        /// How many pairs were left out, because the memory is full.
        public let leftOut: Int
    }

    private let paths: [String]
    private let plan: CheckPlan.Options
    private let jobs: Int

    /// The maximum number of different pairs. Each takes 50 bytes or so of memory.
    static let maxPairs = 4_000_000

    /// - Parameters:
    ///   - paths: pages, exchange files, and folders of both.
    ///   - plan: how pages are found. Its locale is the one of targets that do not name theirs; others are left out.
    ///   - jobs: how many pages are read at once.
    public init(_ paths: [String], _ plan: CheckPlan.Options, jobs: Int) {
        self.paths = paths
        self.plan = plan
        self.jobs = max(1, jobs)
    }

    /// Writes a memory (TMX 1.4b). A pair that occurs several times is in it once, with their number.
    ///
    /// - Parameter fail: takes what could not be read.
    /// - Throws: where the memory cannot be written. Then the file is as it was.
    public func write(to output: FilePath, fail: (FileError) -> Void) async throws -> Summary {
        let sources = try MemorySources(paths, excluding: output, plan, jobs: jobs)
        let file = try AtomicFile(output)
        let writer = TMXWriter()
        let units = Spool()
        var numbers: [MemoryPair.Key: Int32] = [:]
        var counts: [Int] = []
        var leftOut = 0
        var failure: FileError?
        let read = await sources.read(fail: fail) { pair in
            let key = pair.key
            if let number = numbers[key] {
                counts[Int(number)] += pair.count
                return
            }
            guard counts.count < Self.maxPairs else {
                leftOut += 1
                return
            }
            numbers[key] = Int32(counts.count)
            counts.append(pair.count)
            guard failure == nil else { return }
            let unit = writer.unit(of: pair, number: counts.count)
            do throws(FileError) {
                try units.write(unit.beginning + [Self.countMark] + unit.end)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        try file.write(writer.beginning(version: Generator.diptych.version))
        var next = 0
        try units.drain { portion in
            for (index, part) in portion.split(separator: Self.countMark, omittingEmptySubsequences: false).enumerated()
            {
                if index > 0 {
                    try file.write(TMXWriter.countProperty(counts[next]))
                    next += 1
                }
                try file.write(part)
            }
        }
        try file.write(writer.end())
        try file.commit()
        return Summary(
            pages: read.pages, files: read.files, sources: Set(numbers.keys.lazy.map(\.source)).count,
            translations: counts.count, leftOut: leftOut)
    }

    /// Where the number of occurrences is written when it is known. XML has no such byte.
    private static let countMark: UInt8 = 0

    /// Finds the translations of the sources that are most like a text, the best first. Those of one source follow each other.
    ///
    /// - Parameters:
    ///   - text: Markdown.
    ///   - minimum: the least similarity, in percent.
    ///   - limit: the maximum number of matches.
    ///   - fail: takes what could not be read.
    public func lookUp(
        _ text: String, minimum: Int, limit: Int, fail: (FileError) -> Void
    ) async throws -> [Match] {
        var lookup = MemoryLookup(text, minimum: minimum, limit: limit)
        let sources = try MemorySources(paths, excluding: nil, plan, jobs: jobs)
        _ = await sources.read(fail: fail) {
            let before = lookup
            return { lookup = before }
        } _: {
            lookup.add($0)
        }
        return lookup.matches.map {
            Match(
                percent: $0.percent, source: $0.source, target: $0.target, locale: $0.targetLocale, count: $0.count,
                place: $0.place)
        }
    }
}
