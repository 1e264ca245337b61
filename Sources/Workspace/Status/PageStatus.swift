import Bitext
import Checks
import Revisions
import SystemPackage

/// How a translation relates to its source as it is now.
package struct PageStatus: Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// The source is as it was when it was translated.
        case current
        /// The source changed, but nothing that a reader of the translation misses.
        case cosmetic
        /// The source says something else than the translation.
        case stale
        /// The page is the text of its source.
        case neverTranslated = "never-translated"
        /// A source without a translation.
        case missing
        /// A translation without a source.
        case orphan
        /// It is not known from which revision of its source it was translated.
        case unknown
    }

    /// What says from which revision of its source a page was translated.
    package enum Basis: Sendable, Equatable {
        case frontMatter(key: String)
        case lock
        case history

        /// As reports name it.
        package var name: String {
            switch self {
            case .frontMatter: "front-matter"
            case .lock: "lock"
            case .history: "history"
            }
        }
    }

    /// The item of a list that a change is in.
    package struct Item: Sendable, Equatable {
        /// As in the page document of the source.
        package let id: String
        package let marker: String
        /// Whether its list is a procedure.
        package let isStep: Bool
    }

    /// A part of the source that changed, with its place in the translation.
    package struct Change: Sendable {
        package let change: SourceChange
        package let item: Item?
        /// The line of the part in the source as it is; nil where it was removed.
        package let line: Int?
        /// Where the translation has the part, or where it belongs: then start and end are the same.
        package let target: Finding.Mark
        /// The text there, on one line; empty where there is none.
        package let targetText: String
    }

    /// As the user named it, or found below a folder that the user named. Of a missing page, where it would be.
    package let page: FilePath
    /// nil for an orphan.
    package let source: FilePath?
    package let locale: String
    package var state: State
    package var basis: Basis?
    /// The commit with the source that was translated.
    package var commit: String?
    /// In the order of the source.
    package var changes: [Change] = []
    /// What could not be used to find the revision, in words.
    package var reasons: [String] = []
    /// The new place of an orphan's source.
    package var movedSource: FilePath?
    /// Why the page could not be read.
    package var failure: FileError?
}
