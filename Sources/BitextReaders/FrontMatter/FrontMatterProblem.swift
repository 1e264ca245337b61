/// Damage in a page's front matter. The page is read nevertheless.
package struct FrontMatterProblem: Sendable, Equatable {
    /// A byte of the page, at most its size.
    package let offset: Int
    /// What is wrong, and what was read instead. Becomes a defect's message.
    package let message: String
}

extension FrontMatterProblem {
    /// The first 80 characters of a text on one line, for messages.
    static func excerpt(_ text: some StringProtocol) -> String {
        let limit = 80
        let scalars = text.unicodeScalars.prefix(limit + 1)
        var result = String.UnicodeScalarView()
        for scalar in scalars.prefix(limit) {
            result.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        return String(result) + (scalars.count > limit ? "…" : "")
    }
}
