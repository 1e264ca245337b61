import Bitext
import Checks
import ParsedBitext
import SystemPackage

/// A page with its mechanical faults repaired: byte for byte the old one but for the fixes.
public struct PageFix: Sendable {
    /// The page's file as it was.
    public let old: [UInt8]
    /// As it is to be.
    public let new: [UInt8]
    /// How many findings were fixed.
    public let fixed: Int

    /// Fixes are repeated while they lead to others, but not for ever.
    private static let rounds = 5

    /// Fixes what can be fixed on a page.
    ///
    /// A page whose bytes were not read as they are in the file (not UTF-8, or UTF-16) is left alone: what was lost
    /// in reading would be written back. A fix after which the page has an error or a warning that it had not is not made.
    ///
    /// - Returns: nil where nothing is to be fixed, or nothing can be.
    public init?(_ file: [UInt8], checker: Checker, path: String, locale: String?) {
        func analysis(_ bytes: [UInt8]) -> PageAnalysis? {
            try? PageAnalysis(bytes, name: path, path: path, locale: locale)
        }
        guard let before = analysis(file),
            !before.bitext.defects.contains(where: { $0.kind == .invalidUTF8 || $0.kind == .utf16 })
        else {
            return nil
        }
        var findings = before.check(checker).findings
        // Escaped quotes of attributes are read as quotes; writing what was read is their fix.
        var fixed = findings.count { $0.rule == DamagedAttributeFix.rule }
        guard fixed > 0 || before.bitext.files[0].bytes == file else { return nil }
        var bytes = before.bitext.files[0].bytes
        for _ in 0..<Self.rounds {
            let (next, count) = Self.apply(findings, to: bytes)
            guard count > 0, let after = analysis(next)?.check(checker).findings else { break }
            guard !Self.isWorse(after, than: findings) else { break }
            (bytes, findings) = (next, after)
            fixed += count
        }
        guard bytes != file else { return nil }
        (old, new, self.fixed) = (file, bytes, fixed)
    }

    /// The bytes with all fixes that do not touch one another.
    private static func apply(_ findings: [Finding], to bytes: [UInt8]) -> (bytes: [UInt8], count: Int) {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var end = 0
        var count = 0
        for fix in findings.compactMap(\.fix).sorted(by: { $0.location.start < $1.location.start }) {
            let range = fix.location.range.values
            guard range.lowerBound >= end, range.upperBound <= bytes.count else { continue }
            result += bytes[end..<range.lowerBound]
            result += fix.replacement.utf8
            end = range.upperBound
            count += 1
        }
        result += bytes[end...]
        return (result, count)
    }

    /// Whether there is an error or a warning that was not there.
    private static func isWorse(_ after: [Finding], than before: [Finding]) -> Bool {
        let known = Set(before.map(\.fingerprint))
        let rules = Dictionary(grouping: before, by: \.rule).mapValues(\.count)
        return after.contains { $0.severity > .note && !known.contains($0.fingerprint) && rules[$0.rule] == nil }
            || after.count { $0.severity > .note } > before.count { $0.severity > .note }
    }

    /// Reads a page, fixes it, and writes it beside its place and renames it.
    ///
    /// - Returns: nil where nothing was to be fixed.
    /// - Throws: ``FileError`` where the page cannot be read or written, is a link, or changed meanwhile.
    static func write(_ page: CheckPlan.Item, plan: CheckPlan, isDry: Bool) throws(FileError) -> PageFix? {
        let bytes = try page.page.read()
        guard
            let fix = PageFix(
                bytes, checker: plan.checkers[page.checker], path: page.page.path.string, locale: page.locale)
        else { return nil }
        if isDry || page.page.isStandardInput { return fix }
        guard FileSystem.kind(of: page.page.path, followsLinks: false) == .file else {
            throw FileError(path: page.page.path.string, reason: "is a link; fix the page that it leads to")
        }
        guard try page.page.read() == bytes else {
            throw FileError(path: page.page.path.string, reason: "changed while it was read; not fixed")
        }
        try FileSystem.write(fix.new, to: page.page.path)
        return fix
    }
}

/// The rule whose fix is the reading itself.
private enum DamagedAttributeFix {
    static let rule = "damaged-attribute"
}
