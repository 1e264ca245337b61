@testable import Bitext

/// A healthy pair: `pair("101", "Bonjour", "Hello")`.
func pair(_ number: String, _ target: String, _ source: String) -> String {
    targetHalf(number, target) + sourceHalf(number, source)
}

func targetHalf(_ number: String, _ text: String) -> String { "<span data-ttu-id=\"0a1b2-\(number)\">\(text)</span>" }

func sourceHalf(_ number: String, _ text: String) -> String {
    "<span class=\"sxs-lookup\"><span data-stu-id=\"0a1b2-\(number)\">\(text)</span></span>"
}

func read(_ page: String) throws -> Page { try Page(Array(page.utf8)) }

extension Page {
    /// One line per segment: `101: Bonjour | Hello`, with `-` for a half that is missing. Line breaks are shown as `⏎`.
    var pairs: [String] {
        segments.map { segment in
            let id = text(segment.id).split(separator: "-").last ?? ""
            return "\(id): \(shown(segment.target)) | \(shown(segment.source))"
        }
    }

    private func shown(_ half: Segment.Half?) -> String {
        half.map { text($0.content).replacing("\r\n", with: "⏎").replacing("\n", with: "⏎") } ?? "-"
    }

    var target: String { String(decoding: split(into: .target).bytes, as: UTF8.self) }
    var source: String { String(decoding: split(into: .source).bytes, as: UTF8.self) }

    /// One line per defect: `missing-source 1:20`.
    var report: [String] {
        defects.map { defect in
            let place = place(of: defect.range.lowerBound)
            return "\(defect.kind.rawValue) \(place.line):\(place.column)"
        }
    }

    /// The text of a segment's range, tags included.
    func markup(of segment: Int) -> String { text(segments[segment].range) }
}
