@testable import Procedures

/// A bilingual page for a test, written as a person would: `«Cible|Source»` stands for a pair, ids are given from 101 on.
func bilingualPage(_ text: String, prefix: String = "1a2b3", firstID: Int = 101) -> [UInt8] {
    var id = firstID
    var page = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "«"), let close = rest[open...].firstIndex(of: "»") {
        page += rest[..<open]
        let pair = rest[rest.index(after: open)..<close]
        let parts = pair.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        page += """
            <span data-ttu-id="\(prefix)-\(id)">\(parts[0])</span><span class="sxs-lookup">\
            <span data-stu-id="\(prefix)-\(id)">\(parts[1])</span></span>
            """
        id += 1
        rest = rest[rest.index(after: close)...]
    }
    return Array((page + rest).utf8)
}

/// The document of a page written as ``bilingualPage(_:prefix:firstID:)`` takes it.
func document(_ text: String, prefix: String = "1a2b3", path: String = "page.md") throws -> PageDocument {
    try PageDocument(bilingualPage(text, prefix: prefix), path: path)
}

/// A checklist's items as an outline: marker and text of one side, nested items indented.
func outline(_ items: [Item], source: Bool = true, indent: String = "") -> [String] {
    items.flatMap { item in
        ["\(indent)\(item.marker) \((source ? item.text.source : item.text.target) ?? "nil")"]
            + outline(item.items, source: source, indent: indent + "  ")
    }
}
