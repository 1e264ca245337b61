import Checks
import Reports
import SystemPackage
import Workspace

/// What `check --fix` repaired, or `--dry-run` would.
struct FixSummary {
    let isDry: Bool
    let failOn: FailOn
    private(set) var pages = 0
    private var fixed = 0
    private var fixedPages: Set<FilePath> = []
    /// How many findings that count would be there after the fixes.
    private var rest = 0
    /// Whether the paths of the diff start at the working folder.
    var isForWorkingFolder = true

    init(isDry: Bool, failOn: FailOn) {
        self.isDry = isDry
        self.failOn = failOn
    }

    /// Counts a page that is repaired.
    mutating func add(_ fix: PageFix, of page: FilePath) {
        pages += 1
        fixed += fix.fixed
        fixedPages.insert(page)
        rest += fix.rest.count { failOn.counts($0.severity) }
    }

    /// Counts what was found on a page, where it is not repaired.
    mutating func add(_ findings: [Finding], of page: FilePath) {
        guard !fixedPages.contains(page) else { return }
        rest += findings.count { failOn.counts($0.severity) }
    }

    /// `6 findings can be fixed on 3 pages; 1 error or warning remains, `diptych check` shows it`.
    var sentence: String {
        let what = isDry ? "can be fixed" : "fixed"
        let sentence = "\(CountText.counted(fixed, "finding")) \(what) on \(CountText.counted(pages, "page"))"
        // Without --dry-run, a report follows.
        guard isDry, rest > 0 else { return sentence }
        let number = CountText.number(rest)
        return sentence
            + (rest == 1
                ? "; \(number) \(kinds[0]) remains, `diptych check` shows it"
                : "; \(number) \(kinds[1]) remain, `diptych check` shows them")
    }

    /// What counts, one and several.
    private var kinds: [String] {
        switch failOn {
        case .error, .never: ["error", "errors"]
        case .warning: ["error or warning", "errors or warnings"]
        case .note: ["finding", "findings"]
        }
    }
}
