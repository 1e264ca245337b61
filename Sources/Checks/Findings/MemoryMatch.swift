/// How a translation memory translates the source of a finding: evidence, which changes neither the finding nor its severity.
package struct MemoryMatch: Sendable, Equatable, Decodable {
    /// 100 for the same source, at most 99 for a similar one.
    package let percent: Int
    /// The source in the memory, and its translation there. Markdown.
    package let source: String
    package let target: String
    /// How many places translate it so, without the finding's own segment.
    package let places: Int
    /// The first of them: `docs/page.md:12`.
    package let origin: String

    package init(percent: Int, source: String, target: String, places: Int, origin: String) {
        self.percent = percent
        self.source = source
        self.target = target
        self.places = places
        self.origin = origin
    }
}

extension Finding.Category {
    /// Whether its rules are about what the words of the target say.
    var isAboutWords: Bool {
        switch self {
        case .mistranslation, .omission, .addition, .untranslated, .terminology, .inconsistency: true
        case .doNotTranslate, .numberFormat, .spelling, .punctuation, .typography, .whitespace, .markup,
            .characterEncoding, .link, .localeConvention, .duplication:
            false
        }
    }
}
