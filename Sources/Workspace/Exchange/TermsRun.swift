import Bitext
import Checks
import Exchange
import ParsedBitext
import SystemPackage

/// Proposes the terms of pages, and writes glossaries.
public struct TermsRun {
    /// A form of glossary.
    public enum Form: Sendable {
        case csv, tbx

        /// The form of a file by the end of its name; nil for another one.
        public init?(path: String) {
            switch FilePath(path).extension?.lowercased() {
            case "csv": self = .csv
            case "tbx", "xml": self = .tbx
            default: return nil
            }
        }
    }

    private let plan: CheckPlan.Options

    /// - Parameter plan: how pages are found. Its locale is the one of targets that do not name theirs.
    public init(_ plan: CheckPlan.Options) { self.plan = plan }

    /// Terms of pages, the most frequent first: bold labels, names in code and capitalised names, with their translations.
    ///
    /// - Parameters:
    ///   - paths: pages and folders of pages.
    ///   - minimum: how often a term must occur.
    ///   - jobs: how many pages are read at once.
    ///   - fail: takes what could not be read.
    public func propose(
        _ paths: [String], minimum: Int, jobs: Int, fail: (FileError) -> Void
    ) async throws -> [Glossary.Term] {
        let found = try BilingualPages(paths, plan)
        for error in found.errors { fail(error) }
        var proposals = TermProposals()
        await OrderedRun.run(found.pages, jobs: max(1, jobs)) { page -> Candidates in
            do throws(FileError) {
                let analysis = try PageAnalysis(page.found)
                let tokens = TokenizedBitext(analysis.sides, path: page.found.path.string, locale: page.locale)
                return Candidates(
                    list: TermCandidate.all(in: tokens),
                    locale: (analysis.bitext.targetLocale ?? page.locale).map { Language.canonical($0) })
            } catch {
                return Candidates(failure: error)
            }
        } deliver: { candidates in
            if let failure = candidates.failure { fail(failure) }
            proposals.add(candidates.list, locale: candidates.locale)
        }
        return proposals.terms(minimum: minimum)
    }

    /// The terms of a glossary file. Those without a locale have the one of the plan or of the file's name.
    public func read(_ path: String) throws(FileError) -> [Glossary.Term] {
        guard let glossary = try GlossaryReader.read([path]) else { return [] }
        return glossary.terms.map { term in
            Glossary.Term(
                term.source, targets: term.targets, forbidden: term.forbidden, note: term.note,
                locale: term.locale ?? plan.locale)
        }
    }

    /// A glossary as a file.
    ///
    /// - Parameter path: the file, for messages.
    public static func document(_ terms: [Glossary.Term], _ form: Form, path: String) throws(FileError) -> [UInt8] {
        switch form {
        case .csv:
            do throws(Glossary.ReadingError) {
                return try GlossaryCSVWriter.document(terms)
            } catch {
                throw FileError(path: path, reason: error.reason)
            }
        case .tbx:
            guard let document = TBXWriter.document(terms) else {
                throw FileError(
                    path: path, reason: "a term has no locale, and TBX needs one; give it with --locale, such as fr-FR")
            }
            return document
        }
    }

    /// What a page has.
    private struct Candidates: Sendable {
        var list: [TermCandidate] = []
        var locale: String?
        var failure: FileError?
    }
}
