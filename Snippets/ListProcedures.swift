// The procedures of a page, with their steps in the language of the translation.
//
//     swift run ListProcedures Corpus/fr-FR/relay/set-up-a-relay.md

import Checklists
import Foundation
import PageDocuments

let path = CommandLine.arguments.dropFirst().first ?? "Corpus/fr-FR/relay/set-up-a-relay.md"
let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))

// snippet.show
let document = try PageDocument(bytes, path: path)
for checklist in document.checklists where checklist.kind == .procedure {
    print(checklist.title?.target ?? "")
    for item in checklist.items { print("  \(item.marker) \(item.text.target ?? "")") }
}
// snippet.end
