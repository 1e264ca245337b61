import Bitext
import BitextReaders
import ParsedBitext

/// A healthy pair: `pair("101", "Bonjour", "Hello")`.
package func pair(_ number: String, _ target: String, _ source: String) -> String {
    targetHalf(number, target) + sourceHalf(number, source)
}

/// The half of a pair that readers see.
package func targetHalf(_ number: String, _ text: String) -> String {
    "<span data-ttu-id=\"0a1b2-\(number)\">\(text)</span>"
}

/// The half of a pair that holds the original.
package func sourceHalf(_ number: String, _ text: String) -> String {
    "<span class=\"sxs-lookup\"><span data-stu-id=\"0a1b2-\(number)\">\(text)</span></span>"
}

/// A page of spans.
package func read(_ page: String) throws -> Bitext { try read(Array(page.utf8)) }

/// A page of spans.
package func read(_ bytes: [UInt8]) throws -> Bitext {
    try SpanPageReader().read([InputFile(path: "page.md", bytes: bytes)])
}

extension Bitext {
    /// The bitext as rules see it.
    package func tokenized(path: String = "page.md", locale: String? = "fr-FR") -> TokenizedBitext {
        TokenizedBitext(ParsedBitext(self), path: path, locale: locale)
    }

    /// One side as a string.
    package func string(_ side: Side) -> String { String(decoding: self[side].bytes, as: UTF8.self) }

    /// One line per segment: `101: Bonjour | Hello`, with `-` for a variant that is missing, as its file has it. Line breaks
    /// are shown as `⏎`.
    package var pairs: [String] {
        segments.map { segment in
            let id = segment.id.split(separator: "-").last ?? ""
            return "\(id): \(shown(segment.target)) | \(shown(segment.source))"
        }
    }

    private func shown(_ variant: Variant?) -> String {
        guard let variant else { return "-" }
        return files[variant.origin.file].text(variant.origin.range).replacing("\r\n", with: "⏎").replacing(
            "\n", with: "⏎")
    }

    /// One line per defect: `missing-source 1:20`.
    package var report: [String] {
        defects.map { defect in
            let position = position(of: defect.location)
            return "\(defect.kind.rawValue) \(position.line):\(position.column)"
        }
    }
}
