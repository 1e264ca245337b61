/// Numbers as people read them in messages and reports.
package enum CountText {
    /// `1 page`, `2,312 segments`.
    package static func counted(_ count: Int, _ noun: String) -> String { counted(count, noun, "\(noun)s") }

    /// `1 page has`, `2,312 pages have`.
    ///
    /// - Parameters:
    ///   - one: what follows 1.
    ///   - several: what follows any other number.
    package static func counted(_ count: Int, _ one: String, _ several: String) -> String {
        "\(number(count)) \(count == 1 ? one : several)"
    }

    /// With a comma before each three digits.
    package static func number(_ count: Int) -> String {
        var digits = String(count)
        var index = digits.count - 3
        while index > 0 {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
            index -= 3
        }
        return digits
    }
}
