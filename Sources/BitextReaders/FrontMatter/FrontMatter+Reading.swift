import Bitext

extension FrontMatter {
    /// Reads the front matter at the beginning of a page.
    ///
    /// ``SimpleYAML`` reads the plain YAML of almost every page, ``FullYAML`` reads any other YAML, and ``KeyByKeyReader``
    /// reads what is not valid YAML and reports why. ``TOMLFrontMatter`` reads the TOML of Hugo.
    ///
    /// - Parameter page: the whole page, which must be valid UTF-8.
    /// - Returns: the front matter, nil if the page has none, and the damage in it, in the page's order.
    /// - Complexity: O(*n*) in time and memory, where *n* is the number of bytes up to the end of the front matter, or up
    ///   to the end of the page if the front matter is not closed.
    package static func read(
        _ page: UnsafeBufferPointer<UInt8>
    ) -> (frontMatter: FrontMatter?, problems: [FrontMatterProblem]) {
        guard let block = FrontMatterBlock(page) else {
            let toml = TOMLFrontMatter(page)
            return (toml?.frontMatter, toml?.problem.map { [$0] } ?? [])
        }
        let firstLine = 1 + page[..<block.interior.lowerBound].count { $0 == UInt8(ascii: "\n") }
        var problems: [FrontMatterProblem] = []
        if block.isLate {
            problems.append(
                FrontMatterProblem(
                    offset: block.range.lowerBound,
                    message:
                        "the front matter is not at the very beginning of the page, so other tools show it as text; "
                        + "remove the empty lines before it"))
        }
        if let marker = block.repeatedMarker {
            problems.append(
                FrontMatterProblem(
                    offset: marker,
                    message:
                        "`---` is written twice, so for other tools the front matter is empty and its keys are text; "
                        + "remove this one"))
        }
        if let repetition = block.repeatedBlock {
            problems.append(
                FrontMatterProblem(
                    offset: repetition,
                    message: "the front matter is there twice, so other tools show the second one as text; remove it"))
        }
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
