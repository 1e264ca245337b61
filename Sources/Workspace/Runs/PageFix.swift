import Bitext
import Checks
import ParsedBitext
import SystemPackage

/// A page with its faults repaired as far as a fix is known: byte for byte the old one but for the fixes.
public struct PageFix: Sendable {
    /// The page's file as it was.
    public let old: [UInt8]
    /// As it is to be.
    public let new: [UInt8]
    /// How many findings were fixed.
    public let fixed: Int
    /// What is found on the new page by itself, that no baseline lists.
    package let rest: [Finding]

    /// Fixes are repeated while they lead to others, but not for ever.
    private static let rounds = 16
    /// The rule whose fix is the reading itself.
    private static let damagedAttribute = Defect.Kind.damagedAttribute.rawValue

    /// Fixes what can be fixed on a page.
    ///
    /// A page whose bytes were not read as they are in the file (not UTF-8, or UTF-16) is left alone: what was lost
    /// in reading would be written back. A fix after which the page has an error or a warning that it had not is not made.
    ///
    /// - Parameters:
    ///   - alsoUnsafe: whether the fixes that are only likely are made, too.
    ///   - wanted: which of the findings are to be fixed.
    /// - Returns: nil where nothing is to be fixed, or nothing can be.
    public init?(
        _ file: [UInt8], checker: Checker, path: String, locale: String?, alsoUnsafe: Bool = false,
        wanted: ([Finding]) -> [Finding] = { $0 }
    ) {
        self.init(
            PageFiles(file), checker: checker, path: path, locale: locale, alsoUnsafe: alsoUnsafe, wanted: wanted)
    }

    /// The same for a page whose source may be another file, which stays as it is.
    init?(
        _ files: PageFiles, checker: Checker, path: String, locale: String?, alsoUnsafe: Bool,
        wanted: ([Finding]) -> [Finding]
    ) {
        let file = files.page
        func analysis(_ bytes: [UInt8]) -> PageAnalysis? {
            try? PageAnalysis(files.with(page: bytes), name: path, path: path, locale: locale)
        }
        guard let before = analysis(file), before.bitext.hasBytesOfFile else { return nil }
        var findings = before.check(checker).findings
        // Escaped quotes of attributes are read as quotes. To write what was read is their fix.
        let repairs = wanted(findings).filter { $0.rule == Self.damagedAttribute }
        // Of a page pair, the last file is the page's own.
        let number = before.bitext.files.count - 1
        func fixes(of findings: [Finding]) -> [Finding.Fix] {
            wanted(findings).compactMap(\.fix).filter { $0.location.file == number && ($0.isSafe || alsoUnsafe) }
        }
        var page = before.bitext.files[number]
        // Not all defects are listed where there are very many.
        let isAllWanted = before.bitext.defects.count { $0.kind == .damagedAttribute } == repairs.count
        var bytes = isAllWanted ? page.bytes : Self.apply([], to: page, keeping: repairs, original: file).bytes
        var fixed = repairs.count
        if bytes != file {
            guard let after = analysis(bytes) else { return nil }
            (page, findings) = (after.bitext.files[number], after.check(checker).findings)
        }
        for _ in 0..<Self.rounds {
            let next = Self.apply(fixes(of: findings), to: page, keeping: [], original: bytes)
            guard next.count > 0, let after = analysis(next.bytes) else { break }
            let found = after.check(checker).findings
            guard !Self.isWorse(found, than: findings) else { break }
            (bytes, page, findings) = (next.bytes, after.bitext.files[number], found)
            fixed += next.count
        }
        guard bytes != file else { return nil }
        (old, new, self.fixed, rest) = (file, bytes, fixed, wanted(findings))
    }

    /// The bytes of a file with all fixes that do not touch one another.
    ///
    /// - Parameters:
    ///   - file: the file as it was read, with its repairs.
    ///   - repairs: where a repair is to be written; all others are undone.
    ///   - original: the bytes of the file before its repairs.
    private static func apply(
        _ fixes: [Finding.Fix], to file: SourceFile, keeping repairs: [Finding], original: [UInt8]
    ) -> (bytes: [UInt8], count: Int) {
        let kept = repairs.map(\.location.range.values)
        let undone = file.edits.filter { !Self.touches($0.repaired, kept) }
        let places = undone.map(\.repaired)
        var changes = undone.map { (range: $0.repaired, new: Array(original[$0.original])) }
        for fix in fixes {
            let range = fix.location.range.values
            if !Self.touches(range, places) {
                changes.append((range, Array(fix.replacement.utf8)))
            }
        }
        var result: [UInt8] = []
        result.reserveCapacity(file.bytes.count)
        var end = 0
        var count = -undone.count
        for change in changes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where change.range.lowerBound >= end && change.range.upperBound <= file.bytes.count {
            result += file.bytes[end..<change.range.lowerBound]
            result += change.new
            end = change.range.upperBound
            count += 1
        }
        result += file.bytes[end...]
        return (result, count)
    }

    /// Whether a range overlaps one of those in a list, which are in order and apart. O(log list).
    private static func touches(_ range: Range<Int>, _ list: [Range<Int>]) -> Bool {
        let low = list.partitioningIndex { $0.upperBound > range.lowerBound }
        return low < list.count && list[low].lowerBound < range.upperBound
    }

    /// Whether there is an error or a warning that was not there.
    private static func isWorse(_ after: [Finding], than before: [Finding]) -> Bool {
        let known = Set(before.map(\.fingerprint))
        let rules = Dictionary(grouping: before, by: \.rule).mapValues(\.count)
        return after.contains { $0.severity > .note && !known.contains($0.fingerprint) && rules[$0.rule] == nil }
            || after.count { $0.severity > .note } > before.count { $0.severity > .note }
    }

    /// Reads a page, fixes it, and replaces it.
    ///
    /// - Parameter baseline: known findings, which are left alone.
    /// - Returns: nil where nothing was to be fixed.
    /// - Throws: ``FileError`` where the page cannot be read or written, is a link, or changed meanwhile.
    static func write(
        _ page: CheckPlan.Item, plan: CheckPlan, baseline: Baseline?, isDry: Bool, alsoUnsafe: Bool
    ) throws(FileError) -> PageFix? {
        let files = try page.page.readFiles()
        guard
            let fix = PageFix(
                files, checker: plan.checkers[page.checker], path: page.page.path.string, locale: page.locale,
                alsoUnsafe: alsoUnsafe, wanted: { baseline?.unexcused($0, of: page.page.path) ?? $0 })
        else { return nil }
        if isDry || page.page.isStandardInput { return fix }
        guard FileSystem.kind(of: page.page.path, followsLinks: false) == .file else {
            throw FileError(path: page.page.path.string, reason: "is a link; fix the page that it leads to")
        }
        guard try page.page.read() == files.page else {
            throw FileError(path: page.page.path.string, reason: "changed while it was read; not fixed")
        }
        try FileSystem.replace(page.page.path, with: fix.new)
        return fix
    }
}

extension Bitext {
    /// Whether its bytes are those of the file, so that a fix can be written there: no other encoding was converted.
    var hasBytesOfFile: Bool { !defects.contains { $0.kind == .invalidUTF8 || $0.kind == .utf16 } }
}
