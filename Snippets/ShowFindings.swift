// What is wrong with the translation of a page, by the rules that are on by default.
//
//     swift run ShowFindings Corpus/faulty/broken-emphasis.md

import Bitext
import BitextReaders
import Checks
import Foundation
import ParsedBitext

let path = CommandLine.arguments.dropFirst().first ?? "Corpus/faulty/broken-emphasis.md"
let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))

// snippet.show
let bitext = try SpanPageReader().read([InputFile(path: path, bytes: bytes)])
for finding in Checker().check(TokenizedBitext(ParsedBitext(bitext), path: path)) {
    print("\(finding.start.line):\(finding.start.column) \(finding.severity) \(finding.rule): \(finding.message)")
}
// snippet.end
