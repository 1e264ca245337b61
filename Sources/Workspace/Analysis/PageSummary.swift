import Checks
import ParsedBitext

/// What one page yields for the comparison of all pages.
///
/// Pages are compared in three steps. *Map*: each page is analyzed by itself and yields a summary. *Reduce*: a
/// ``PageComparison`` adds up the summaries in the order of the pages. *Map*: each page gets its result of the comparison
/// (a list of `Consistency.Deviation`), which may change its findings. Only summaries and deviations pass from one step
/// to the next, and both are `Codable`, so that the first and the last step can run in other processes.
struct PageSummary: Sendable, Codable {
    /// Which page it is: what findings and messages call it.
    let path: String
    /// How the page translates what others may translate too.
    let translations: Consistency.Entries
}
