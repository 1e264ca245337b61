import Bitext
import ParsedBitext

/// A page written as a person would: `«Cible|Source»` stands for a pair of spans; ids are given from 101 on. `⟦` and `⟧` stand
/// around places that a test looks at; they are no part of the page. A place without length is `⟦⟧`.
///
///     MarkedPage("# «Titre|Title»\n\n«Le ⟦le⟧ serveur|The server»")
package struct MarkedPage {
    package let bytes: [UInt8]
    /// The marked places, in the order of the page.
    package let marks: [FileRange]

    /// - Parameter prefix: what all ids of the page begin with; each revision of a page has another.
    package init(_ marked: String, prefix: String = "1a2b3") {
        var bytes: [UInt8] = []
        var marks: [Range<Int>] = []
        var open: [Int] = []
        var number = 101
        var isInTarget = false
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "«":
                bytes += "<span data-ttu-id=\"\(prefix)-\(number)\">".utf8
                isInTarget = true
            case "|" where isInTarget:
                bytes += "</span><span class=\"sxs-lookup\"><span data-stu-id=\"\(prefix)-\(number)\">".utf8
                isInTarget = false
            case "»":
                bytes += "</span></span>".utf8
                number += 1
            case "⟦": open.append(bytes.count)
            case "⟧": if let start = open.popLast() { marks.append(start..<bytes.count) }
            default: bytes += String(scalar).utf8
            }
        }
        self.bytes = bytes
        self.marks = marks.sorted { $0.lowerBound < $1.lowerBound }.map { FileRange($0) }
    }

    /// The page as a reader reads it.
    package func bitext() throws -> Bitext { try read(bytes) }

    /// The page as rules see it.
    package func tokenized(path: String = "page.md", locale: String? = "fr-FR") throws -> TokenizedBitext {
        try bitext().tokenized(path: path, locale: locale)
    }
}
