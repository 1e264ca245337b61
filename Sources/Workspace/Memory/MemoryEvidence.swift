import Bitext
import Checks
import Exchange

/// A translation memory that shows how the sources of findings are translated elsewhere.
package struct MemoryEvidence: Sendable {
    private let index: MemoryIndex
    /// How many different translations were left out, because there are too many.
    package let leftOut: Int
    /// How many different translations there are.
    package var count: Int { index.count }

    /// The least similarity of a source that is shown, in percent, as of `diptych memory --lookup`.
    private static let minimum = 70

    /// Reads pages, exchange files, and folders of both.
    ///
    /// - Parameter fail: takes what could not be read. Nothing of a damaged file is used.
    /// - Throws: where a configuration cannot be read.
    package init(_ paths: [String], _ options: CheckPlan.Options, jobs: Int, fail: (FileError) -> Void) async throws {
        var builder = MemoryIndexBuilder()
        let sources = try MemorySources(paths, excluding: nil, options, jobs: max(1, jobs))
        _ = await sources.read(fail: fail) {
            builder.beginFile()
            return { builder.takeBack() }
        } _: {
            builder.add($0)
        }
        leftOut = builder.leftOut
        index = builder.finish()
    }

    /// Whether a finding is looked up.
    static func concerns(_ finding: Finding) -> Bool {
        finding.category.usesMemory
            && (finding.segmentIndex != nil || finding.category == .untranslated && finding.evidence.source != nil)
    }

    /// The findings of a page with their evidence.
    ///
    /// - Parameters:
    ///   - least: less severe findings are not looked up.
    ///   - name: of the page, as exchange files name it.
    ///   - locale: the target's; empty where it is not known.
    func adding(
        to findings: [Finding], from least: Finding.Severity, on page: Bitext, named name: String, locale: String
    ) -> [Finding] {
        var known: [Int: MemoryMatch?] = [:]
        return findings.map { finding in
            guard finding.severity >= least, Self.concerns(finding) else { return finding }
            var finding = finding
            if let index = finding.segmentIndex {
                let match = known[index] ?? match(ofSegment: index, on: page, named: name, locale)
                known[index] = .some(match)
                finding.memory = match
            } else {
                // A title or a description of the front matter.
                finding.memory = match(finding.evidence.source ?? "", nil, locale)
            }
            return finding
        }
    }

    private func match(ofSegment index: Int, on page: Bitext, named name: String, _ locale: String) -> MemoryMatch? {
        let segment = page.segments[index]
        guard let source = segment.source.map({ page[.source].text($0.range) }) else { return nil }
        let target = segment.target.map { page[.target].text($0.range) } ?? ""
        return match(source, MemoryIndex.Own(page: name, segment: segment.id, target: target), locale)
    }

    private func match(_ source: String, _ own: MemoryIndex.Own?, _ locale: String) -> MemoryMatch? {
        index.best(
            MemoryQuery(source), into: locale.isEmpty ? nil : locale, without: own, minimum: Self.minimum
        ).map {
            MemoryMatch(
                percent: $0.percent, source: $0.source, target: $0.target, places: $0.count, origin: $0.place)
        }
    }
}
