// What is wrong with the translation of a page, by the rules that are on by default.
//
//     swift run ShowFindings Corpus/faulty/broken-emphasis.md

import Bitext
import BitextReaders
import Checks
import ParsedBitext
import Workspace

let path = CommandLine.arguments.dropFirst().first ?? "Corpus/faulty/broken-emphasis.md"

// snippet.show
let bitext = try SpanPageReader().read([InputFile(contentsOf: path)])
for finding in Checker().check(TokenizedBitext(ParsedBitext(bitext), path: path)) {
    print("\(finding.start.line):\(finding.start.column) \(finding.severity) \(finding.rule): \(finding.message)")
}
// snippet.end
