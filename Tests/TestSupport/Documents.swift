import Bitext
import Checklists
import PageDocuments
import ParsedBitext

/// The checklists and the code of a page that is written as ``MarkedPage`` takes it.
package func content(_ marked: String, prefix: String = "1a2b3") throws -> PageContent {
    PageContent(ParsedBitext(try MarkedPage(marked, prefix: prefix).bitext()))
}

/// The document of a page that is written as ``MarkedPage`` takes it.
package func document(_ marked: String, prefix: String = "1a2b3", path: String = "page.md") throws -> PageDocument {
    try PageDocument(MarkedPage(marked, prefix: prefix).bytes, path: path)
}

/// A checklist's items as an outline: marker and text of one side, nested items indented.
package func outline(_ items: [Item], _ side: Side = .source, indent: String = "") -> [String] {
    items.flatMap { item in
        ["\(indent)\(item.marker) \(item.text[side] ?? "nil")"] + outline(item.items, side, indent: indent + "  ")
    }
}
