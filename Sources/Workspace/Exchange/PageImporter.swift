import Bitext
import BitextReaders
import Checks
import Exchange
import SystemPackage

/// Makes the new bytes of one page from the units of exchange files, and checks them.
struct PageImporter {
    let path: FilePath
    /// The page's file as it was. Of a page pair, only the target's file changes.
    private let files: PageFiles
    private(set) var result: PageImport
    private(set) var new: [UInt8]
    /// What the rules find in the new targets that they did not find in the old ones.
    private(set) var findings: [Finding] = []
    /// Those of files that are for this page.
    let units: [ImportUnit]
    /// Whether the page is not there yet. Then its source is the page as it was.
    let isNew: Bool
    private let before: PageAnalysis
    private let locale: String?

    enum Failure: Error {
        case file(FileError)
        case wrongPage(PageImport.WrongPage)
        /// The page was exported with its source, which is not known.
        case noSource
    }

    var old: [UInt8] { files.page }

    /// - Parameters:
    ///   - page: the page, with its source where that is another file.
    ///   - locale: of the target, where the page does not name it.
    ///   - checker: checks the new targets; nil where they are not checked.
    init(
        _ page: PageFinder.Found, _ units: [ImportUnit], common: CommonUnits, locale: String?, checker: Checker?
    ) throws(Failure) {
        path = page.path
        self.units = units
        isNew = page.isNew
        self.locale = locale
        do throws(FileError) {
            files = try page.readFiles()
            before = try PageAnalysis(files, name: path.string, path: path.string, locale: locale)
        } catch {
            throw .file(error)
        }
        if files.source == nil, units.contains(where: { $0.unit.pageHash?.contains("-") == true }) {
            throw .noSource
        }
        do throws(PageImport.WrongPage) {
            result = try PageImport(
                before.sides, units, common: common, name: path.string, sha256: files.exchangeHash, locale: locale)
        } catch {
            throw .wrongPage(error)
        }
        new = files.page
        build()
        if let checker, result.count > 0 { check(checker) }
    }

    /// Puts the new targets in. What does not read back as it should is refused.
    private mutating func build() {
        putTargets()
        putBlocks()
    }

    private mutating func putTargets() {
        let file = before.bitext.files.count - 1
        let isPair = file > 0
        let reason = "the text would \(isPair ? "change the blocks" : "break the pairs") of the page"
        result.refuse(
            TargetEdit.overlapping(result.changes, file: file, of: before.bitext),
            "another new target is at the same place")
        for _ in 0..<Self.rounds {
            new = TargetEdit.apply(result.changes, to: old, file: file, of: before.bitext)
            if result.changes.isEmpty { return }
            let wrong = isPair ? changingBlocks(file) : misread()
            if wrong.isEmpty { return }
            result.refuse(wrong, reason)
        }
        result.refuse(result.changes, reason)
        new = old
    }

    /// Puts new blocks into the target's file of a page pair.
    private mutating func putBlocks() {
        let file = before.bitext.files.count - 1
        let uncertain = TargetEdit.noPlace("none is certain")
        for _ in 0..<Self.rounds {
            let (insertions, changes) = (result.insertions, result.changes)
            if insertions.isEmpty { return }
            var wrong = TargetEdit.misplaced(insertions, changes, in: old, file: file, of: before.bitext)
            var reason = TargetEdit.noPlace("it would change the blocks of the page")
            if wrong.isEmpty {
                let bytes = TargetEdit.apply(changes, insertions, to: old, file: file, of: before.bitext)
                wrong = TargetEdit.misread(
                    insertions, changes, in: old, file: file, of: before.bitext, after: bitext(with: bytes))
                reason = uncertain
                if wrong.isEmpty {
                    new = bytes
                    return
                }
            }
            for insertion in wrong { result.refuse(insertion, reason) }
        }
        for insertion in result.insertions { result.refuse(insertion, uncertain) }
    }

    private func bitext(with page: [UInt8]) -> Bitext? {
        try? files.with(page: page).text(name: path.string, path: path.string, targetLocale: locale).bitext
    }

    /// Two files are aligned anew, and then may have other segments, so only their blocks are compared.
    private func changingBlocks(_ file: Int) -> [PageImport.Change] {
        TargetEdit.changingBlocks(result.changes, in: old, file: file, of: before.bitext)
    }

    private func misread() -> [PageImport.Change] {
        TargetEdit.misread(result.changes, before: before.bitext, after: bitext(with: new))
    }

    /// A refused text can be the reason why others read back wrong.
    private static let rounds = 4

    /// Refuses the new targets in which the rules find errors that the old ones had not.
    private mutating func check(_ checker: Checker) {
        let changes = result.changes + result.insertions.flatMap(\.changes)
        let changed = Dictionary(
            changes.map { (before.bitext.segments[$0.segment].id, $0) }, uniquingKeysWith: { first, _ in first })
        guard
            let after = try? PageAnalysis(files.with(page: new), name: path.string, path: path.string, locale: locale)
        else {
            result.refuse(changes, "the page could not be read with the new targets")
            new = old
            return
        }
        let known = Set(before.check(checker).findings.map(\.fingerprint))
        var wrong: [(change: PageImport.Change, reason: String)] = []
        for finding in after.check(checker).findings where !known.contains(finding.fingerprint) {
            guard let id = finding.segment, let change = changed[id] else { continue }
            findings.append(finding)
            if finding.severity == .error { wrong.append((change, "\(finding.message) [\(finding.rule)]")) }
        }
        guard !wrong.isEmpty else { return }
        result.refuse(wrong)
        build()
    }
}

extension PageFiles {
    /// Whether an exchange file with a hash was made of a source without a translation, which was then both sides.
    static func isNew(_ hash: String?) -> Bool {
        let halves = hash?.split(separator: "-") ?? []
        return halves.count == 2 && halves[0] == halves[1]
    }

    /// By what an exchange file knows the page: the SHA-256 of its file, and of its source's.
    var exchangeHash: String { [sha256, sourceRecord?.sha256].compactMap { $0 }.joined(separator: "-") }
}
