import Bitext

extension FrontMatter {
    /// Reads the front matter that a page begins with.
    ///
    /// The plain shapes that almost every page uses are read by ``SimpleYAML``, the others by a YAML parser
    /// (``FullYAML``), and what neither takes key by key (``KeyByKeyReader``), with a problem that says why.
    ///
    /// - Parameter page: The whole page. It must be valid UTF-8; the caller has repaired what was not.
    /// - Returns: The front matter, nil for a page without, and the damage found in it, in the page's order.
    /// - Complexity: O(*n*) in time and memory, where *n* is the number of bytes up to the end of the front matter, or
    ///   up to the end of a page whose front matter is not closed.
    static func read(
        _ page: UnsafeBufferPointer<UInt8>
    ) -> (frontMatter: FrontMatter?, problems: [FrontMatterProblem]) {
        guard let block = FrontMatterBlock(page) else { return (nil, []) }
        let firstLine = 2
        var problems: [FrontMatterProblem] = []
        if !block.isClosed {
            problems.append(
                FrontMatterProblem(
                    offset: block.range.lowerBound,
                    message: "the front matter is not closed by a line `---`; the lines that look like front matter "
                        + "are read as such"))
        }

        if let entries = SimpleYAML.entries(page, block.interior, line: firstLine) {
            return (FrontMatter(entries: entries, range: FileRange(block.range)), problems)
        }

        do {
            let entries = try FullYAML(page, block.interior, line: firstLine).entries()
            return (FrontMatter(entries: entries, range: FileRange(block.range)), problems)
        } catch {
            if error.cause == .notAMapping {
                problems.append(FrontMatterProblem(offset: error.offset, message: error.reason))
                return (FrontMatter(entries: [], range: FileRange(block.range)), problems)
            }
            var reader = KeyByKeyReader(page, block.interior, line: firstLine, blockFailure: error)
            reader.read()
            problems += reader.problems.sorted { $0.offset < $1.offset }
            return (FrontMatter(entries: reader.entries, range: FileRange(block.range)), problems)
        }
    }
}
