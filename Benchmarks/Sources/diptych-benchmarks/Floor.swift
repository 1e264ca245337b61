import Bitext
import BitextReaders
import CMD4C

/// A page of spans with its two sides.
func readPage(_ file: [UInt8]) -> Bitext? {
    try? SpanPageReader().read([InputFile(path: "page.md", bytes: file)])
}

/// The least work that any such tool must do: split each page into its two sides and run md4c over both, doing nothing
/// with what it says.
func runFloor(_ file: [UInt8]) {
    guard let page = readPage(file) else { return }
    for side in Side.allCases {
        let text = page[side]
        var parser = MD_PARSER()
        parser.flags = UInt32(
            MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS
                | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
        parser.enter_block = { _, _, _ in 0 }
        parser.leave_block = { _, _, _ in 0 }
        parser.enter_span = { _, _, _ in 0 }
        parser.leave_span = { _, _, _ in 0 }
        parser.text = { _, _, _, _ in 0 }
        text.bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                guard let base = characters.baseAddress else { return }
                _ = md_parse(base + text.bodyStart.value, MD_SIZE(buffer.count - text.bodyStart.value), &parser, nil)
            }
        }
    }
}
