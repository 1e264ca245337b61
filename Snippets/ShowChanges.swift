// What changed from one revision of a page to the next: each item that is new, gone, or says something else.
//
//     swift run ShowChanges old.md new.md

import Foundation
import PageDocuments
import Revisions

guard CommandLine.arguments.count == 3 else {
    print("usage: ShowChanges OLD.md NEW.md")
    exit(2)
}

func revision(_ path: String) throws -> PageRevision {
    let page = try Data(contentsOf: URL(fileURLWithPath: path))
    return PageRevision(try PageDocument(page, path: path))
}

// snippet.show
let diff = PageDiff(try revision(CommandLine.arguments[1]), try revision(CommandLine.arguments[2]))
for entry in diff.entries where entry.change != .unchanged {
    print(entry.change.rawValue, entry.new?.text.source ?? entry.old?.text.source ?? "")
}
// snippet.end
