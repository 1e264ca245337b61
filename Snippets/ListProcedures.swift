// The procedures of a page, with their steps in the language of the translation.
//
//     swift run ListProcedures Corpus/fr-FR/relay/set-up-a-relay.md

import Checklists
import PageDocuments
import Workspace

let path = CommandLine.arguments.dropFirst().first ?? "Corpus/fr-FR/relay/set-up-a-relay.md"

// snippet.show
let document = try PageDocument(contentsOf: path)
for checklist in document.checklists where checklist.kind == .procedure {
    print(checklist.title?.target ?? "")
    for item in checklist.items { print("  \(item.marker) \(item.text.target ?? "")") }
}
// snippet.end
