// The segments of a translation memory, each with the line that it was read from.
//
//     swift run ListSegments memory.tmx fr-FR

import Bitext
import BitextReaders
import Foundation
import Workspace

guard CommandLine.arguments.count == 3 else {
    print("usage: ListSegments FILE.tmx LOCALE")
    exit(2)
}
let path = CommandLine.arguments[1]
let locale = CommandLine.arguments[2]

// snippet.show
let bitext = try TMXReader(targetLocale: locale).read([InputFile(contentsOf: path)])
for segment in bitext.segments {
    guard let source = segment.source, let target = segment.target else { continue }
    let line = bitext.position(of: target.origin).line
    print("\(line): \(bitext.source.text(source.range)) -> \(bitext[.target].text(target.range))")
}
// snippet.end
