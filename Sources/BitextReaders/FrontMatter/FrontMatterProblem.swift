import Bitext

/// Damage in a page's front matter. The page is read all the same.
struct FrontMatterProblem: Sendable, Equatable {
    /// Where the damage is: a byte of the page, at most its size.
    let offset: Int
    /// What is wrong and what was read instead, as a sentence part for a person to read.
    let message: String

    /// A problem at this byte of the page.
    init(offset: Int, message: String) {
        self.offset = offset
        self.message = message
    }
}

extension FrontMatterProblem {
    /// Text short enough to stand in a message, on one line.
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
