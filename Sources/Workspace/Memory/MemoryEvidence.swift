import Bitext
import Checks
import Exchange
import Synchronization
import SystemPackage

/// A translation memory that shows how the sources of findings are translated elsewhere.
package struct MemoryEvidence: Sendable {
    private let index: MemoryIndex
    /// How many different translations were left out, because there are too many.
    package let leftOut: Int
    /// How many different translations there are.
    package var count: Int { index.count }

    private let languages = KnownLanguages()

    /// Reads pages, exchange files, and folders of both.
    ///
    /// - Parameter fail: takes what could not be read. Nothing of a damaged file is used.
    /// - Throws: where a configuration cannot be read.
    package init(_ paths: [String], _ options: CheckPlan.Options, jobs: Int, fail: (FileError) -> Void) async throws {
        var builder = MemoryIndexBuilder()
        var options = options
        // One file is the source of the page that is checked.
        if let source = options.source, FileSystem.kind(of: FilePath(source)) != .folder { options.source = nil }
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
        guard RuleSet.namesUsingMemory.contains(finding.rule) else { return false }
        return finding.segmentIndex != nil || isOfFrontMatter(finding) || finding.counterpart != nil
    }

    /// Whether a finding is about a title or a description of the front matter.
    private static func isOfFrontMatter(_ finding: Finding) -> Bool {
        finding.segmentIndex == nil && finding.category == .untranslated && finding.evidence.source != nil
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
        guard findings.contains(where: { $0.severity >= least && Self.concerns($0) }) else { return findings }
        var lookups = PageLookups(
            index, languages.known(for: locale) { index.languages(for: locale.isEmpty ? nil : locale) }, page, name)
        return findings.map { finding in
            guard finding.severity >= least, Self.concerns(finding) else { return finding }
            var finding = finding
            if let index = finding.segmentIndex {
                finding.memory = lookups.match(ofSegment: index)
            } else if Self.isOfFrontMatter(finding) {
                finding.memory = lookups.match(finding.evidence.source ?? "", nil)
            } else if let place = finding.counterpart?.location, let index = lookups.segmentWithoutTarget(at: place) {
                finding.memory = lookups.match(ofSegment: index)
            }
            return finding
        }
    }
}

/// The lookups of one page.
private struct PageLookups {
    private let index: MemoryIndex
    private let languages: MemoryIndex.Languages
    private let page: Bitext
    private let name: String
    /// What was found for each source and target, where it is the same for all segments that have them.
    private var known: [Key: MemoryMatch?] = [:]
    private var bySegment: [Int: MemoryMatch?] = [:]
    /// The segments that only the source has, by their places.
    private lazy var withoutTarget: [(range: FileRange, index: Int)] = page.segments.indices.compactMap { index in
        let segment = page.segments[index]
        guard segment.target == nil, let origin = segment.source?.origin else { return nil }
        return (origin.range, index)
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }

    private struct Key: Hashable {
        let source: String
        let targetHash: UInt64?
    }

    /// The least similarity of a source that is shown, in percent, as of `diptych memory --lookup`.
    private static let minimum = 70

    init(_ index: MemoryIndex, _ languages: MemoryIndex.Languages, _ page: Bitext, _ name: String) {
        self.index = index
        self.languages = languages
        self.page = page
        self.name = name
    }

    mutating func match(ofSegment index: Int) -> MemoryMatch? {
        if let known = bySegment[index] { return known }
        let segment = page.segments[index]
        guard let source = segment.source.map({ page[.source].text($0.range) }) else { return nil }
        let target = segment.target.map { page[.target].text($0.range) } ?? ""
        let found = match(source, MemoryIndex.Own(page: name, segment: segment.id, target: target))
        bySegment[index] = .some(found)
        return found
    }

    mutating func match(_ source: String, _ own: MemoryIndex.Own?) -> MemoryMatch? {
        let key = Key(source: source, targetHash: own?.targetHash)
        if let known = known[key] { return known }
        let answer = index.best(MemoryQuery(source), into: languages, without: own, minimum: Self.minimum)
        let match = answer.match.map {
            MemoryMatch(
                percent: $0.percent, source: $0.source, target: $0.target, places: $0.count, origin: $0.place)
        }
        if answer.isCommon { known[key] = .some(match) }
        return match
    }

    /// The first segment without a target at a place of the source: the first text of a block that the target lacks.
    mutating func segmentWithoutTarget(at place: Location) -> Int? {
        guard place.file == page.source.file else { return nil }
        let segments = withoutTarget
        let low = segments.partitioningIndex { $0.range.upperBound > place.range.lowerBound }
        guard low < segments.count, segments[low].range.lowerBound < place.range.upperBound else { return nil }
        return segments[low].index
    }
}

/// The languages of a memory that go with those of pages, each found once.
private final class KnownLanguages: Sendable {
    private let known = Mutex<[String: MemoryIndex.Languages]>([:])
    /// A folder has fewer. More than these are found anew for each page.
    private static let most = 64

    func known(for locale: String, _ find: () -> MemoryIndex.Languages) -> MemoryIndex.Languages {
        if let found = known.withLock({ $0[locale] }) { return found }
        let found = find()
        known.withLock { if $0.count < Self.most { $0[locale] = found } }
        return found
    }
}
