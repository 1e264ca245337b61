import Checklists
import Checks
import ParsedBitext

/// Rebuilds the pages that changed, in the three steps that ``PageSummary`` describes.
struct PagesBuild: Sendable {
    let items: [CheckPlan.Item]
    let plan: CheckPlan
    let jobs: Int
    let output: OutputFolder
    let previous: PreviousBuild
    let builder: PageBuilder
    /// Which page of the last build each page is.
    var origins: PageOrigins?

    /// The result of a page.
    enum Outcome: Sendable {
        case built(PageBuilder.Built)
        case unchanged
        case failed(FileError)
    }

    // MARK: What changed

    /// What a first look at a page says.
    enum Look: Sendable {
        /// It is as it was in the last build; other pages may still say something else of it.
        case unchanged
        /// It is to be rebuilt; with its bytes, where they were read already and there is memory for them.
        case stale(PageFiles?)

        var isStale: Bool { if case .stale = self { true } else { false } }
    }

    /// How many bytes of pages that changed are kept until they are analyzed. Others are read again.
    private static let maxBytes = 24 << 20

    /// Looks which pages changed.
    func look() async -> [Look] {
        guard previous.isTrusted else { return Array(repeating: .stale(nil), count: items.count) }
        var looks: [Look] = []
        looks.reserveCapacity(items.count)
        var kept = 0
        await OrderedRun.run(items, jobs: jobs) { item -> Look in
            // What cannot be read is said when the page is analyzed.
            guard let files = try? item.page.readFiles() else { return .stale(nil) }
            return isUnchanged(item, files) ? .unchanged : .stale(files)
        } deliver: { look in
            if case .stale(let files?) = look, kept + files.size <= Self.maxBytes {
                kept += files.size
                looks.append(look)
            } else {
                looks.append(look.isStale ? .stale(nil) : look)
            }
        }
        return looks
    }

    private func isUnchanged(_ item: CheckPlan.Item, _ files: PageFiles) -> Bool {
        guard let page = record(of: item), page.sha256 == files.sha256, page.source == files.sourceRecord,
            page.files.first?.path == item.page.output.string
        else { return false }
        return page.files.allSatisfy { output.has($0, since: previous.since) }
    }

    /// What the manifest of the last build says of a page.
    private func record(of item: CheckPlan.Item) -> Manifest.Page? { previous.page(item.page.name.string) }

    /// What the manifest says of the page that a page was.
    private func origin(of item: CheckPlan.Item) -> Manifest.Page? { origins?.origin(of: item.page.name.string) }

    // MARK: What is rebuilt

    /// Rebuilds the pages that changed, and those of which the others say something else than before.
    ///
    /// - Parameter compares: whether pages are compared, as far as a rule does.
    /// - Returns: the result of each page, in their order.
    func build(_ looks: [Look], compares: Bool, _ report: (Build.Event) -> Void) async -> [Outcome] {
        let compares = compares && items.count > 1 && plan.checkers.contains(where: \.comparesPages)
        let (pages, comparison) = await analyze(looks, compares: compares, report)
        let isAffected = zip(items, pages).map { item, page in
            guard case .unchanged(let keys) = page, let answer = answer(comparison, to: item, keys) else {
                return false
            }
            return record(of: item)?.consistency != answer.digest
        }
        if isAffected.contains(true) { report(.begins(pages: isAffected.count { $0 })) }
        var outcomes: [Outcome] = []
        outcomes.reserveCapacity(items.count)
        await OrderedRun.run(Array(items.indices), jobs: jobs) { index in
            finish(pages[index], index, isAffected: isAffected[index], comparison)
        } deliver: { outcome in
            if isAffected[outcomes.count] { report(.pageDone) }
            outcomes.append(outcome)
        }
        return outcomes
    }

    /// What is known of a page before the pages are compared.
    private enum Page: Sendable {
        /// It did not change; with what it is compared by.
        case unchanged([Consistency.Entries.Key])
        /// It was rebuilt, but for its findings. Nil where what was found takes too much memory to wait: then all is done
        /// again.
        case built(PageBuilder.Built, CheckedPage?)
        case failed(FileError)
    }

    /// What the analysis of one page yields.
    private struct Analyzed: Sendable {
        /// Nil where the page did not change.
        var built: Result<PageBuilder.Unfinished, FileError>?
        var summary: PageSummary?
    }

    /// Map, and reduce: rebuilds stale pages, but for their findings; where pages are compared, asks all for what they are
    /// compared by.
    private func analyze(
        _ looks: [Look], compares: Bool, _ report: (Build.Event) -> Void
    ) async -> (pages: [Page], comparison: PageComparison?) {
        // Much else waits, too, so fewer pages do.
        var comparison = PageComparison(maxPages: 4 << 20)
        var pages: [Page] = []
        pages.reserveCapacity(items.count)
        await OrderedRun.run(Array(items.indices), jobs: jobs) { index -> Analyzed in
            let item = items[index]
            let needsSummary = compares && plan.checkers[item.checker].comparesPages
            guard case .stale(let files) = looks[index] else {
                return Analyzed(summary: needsSummary ? try? PageAnalysis(item).summary() : nil)
            }
            do throws(FileError) {
                let analysis =
                    if let files { try PageAnalysis(item, files) } else { try PageAnalysis(item) }
                let built = try builder.build(
                    analysis, item, number: index, previous: record(of: item), origin: origin(of: item))
                return Analyzed(built: .success(built), summary: needsSummary ? analysis.summary() : nil)
            } catch {
                return Analyzed(built: .failure(error))
            }
        } deliver: { analyzed in
            if let summary = analyzed.summary { comparison.add(summary) }
            let keys = analyzed.summary?.translations.keys ?? []
            switch analyzed.built {
            case nil: pages.append(.unchanged(keys))
            case .success(var unfinished):
                unfinished.checked.keys = keys
                let kept = comparison.keep(unfinished.checked, wantsPage: !unfinished.checked.findings.isEmpty)
                pages.append(.built(unfinished.built, kept))
            case .failure(let error): pages.append(.failed(error))
            }
            if analyzed.built != nil { report(.pageDone) }
        }
        if let omission = comparison.omission { report(.note(omission)) }
        return (pages, compares ? comparison : nil)
    }

    /// Map: adds to a page what the others say of it.
    private func finish(_ page: Page, _ index: Int, isAffected: Bool, _ comparison: PageComparison?) -> Outcome {
        let item = items[index]
        switch page {
        case .failed(let error): return .failed(error)
        case .unchanged where !isAffected: return .unchanged
        case .built(var built, let checked?):
            let answer = answer(comparison, to: item, checked.keys)
            let checker = plan.checkers[item.checker]
            let deviations = answer?.deviations ?? []
            // A page without findings needs no texts, so it is not read again.
            if checked.findings.isEmpty, deviations.isEmpty {
                builder.finish(&built, item, findings: [], in: nil, consistency: answer?.digest)
                return .built(built)
            }
            guard let page = checked.bitext(item, comparedBy: deviations) else { break }
            let findings = checked.findings(in: page, comparedBy: deviations, checker)
            builder.finish(&built, item, findings: findings, in: page, consistency: answer?.digest)
            return .built(built)
        default: break
        }
        do throws(FileError) {
            return .built(try buildAtOnce(index, comparison))
        } catch {
            return .failed(error)
        }
    }

    /// Rebuilds a page with all that the others say of it.
    private func buildAtOnce(_ index: Int, _ comparison: PageComparison?) throws(FileError) -> PageBuilder.Built {
        let item = items[index]
        let analysis = try PageAnalysis(item)
        var (built, checked) = try builder.build(
            analysis, item, number: index, previous: record(of: item), origin: origin(of: item))
        let answer = answer(comparison, to: item, analysis.summary().translations.keys)
        let findings = checked.findings(
            in: analysis.bitext, comparedBy: answer?.deviations ?? [], plan.checkers[item.checker])
        builder.finish(&built, item, findings: findings, in: analysis.bitext, consistency: answer?.digest)
        return built
    }

    /// What the comparison says of a page, and the same as the manifest has it; nil where it is not compared.
    private func answer(
        _ comparison: PageComparison?, to item: CheckPlan.Item, _ keys: [Consistency.Entries.Key]
    ) -> (deviations: [Consistency.Deviation], digest: String)? {
        guard let comparison, plan.checkers[item.checker].comparesPages else { return nil }
        let deviations = comparison.deviations(of: keys)
        return (deviations, Consistency.digest(of: deviations).hexDigits())
    }
}
