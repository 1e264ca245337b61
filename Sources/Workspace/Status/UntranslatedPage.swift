import Bitext
import PagePairs

/// Recognizes pages that are the text of their source.
enum UntranslatedPage {
    /// Of how much of the text the source must be the same.
    private static let minShare = 0.95
    /// Shorter texts, such as names, can be the same in two languages.
    private static let minLength = 40

    static func isOne(_ page: InputFile, of source: InputFile) throws(BitextReadingError) -> Bool {
        guard mayBeOne(page.bytes, of: source.bytes) else { return false }
        let bitext = try PagePairReader().read([source, page])
        var (all, same) = (0, 0)
        for segment in bitext.segments {
            guard let variant = segment.source else { continue }
            let text = bitext.text(of: variant, .source)
            guard text.contains(where: { $0.isASCIIAlphanumeric || $0 >= 0x80 }) else { continue }
            all += text.count
            if let target = segment.target, isSame(text, bitext.text(of: target, .target)) { same += text.count }
        }
        return same >= minLength && Double(same) >= minShare * Double(all)
    }

    /// Whether the pages have enough lines in common, which is found without parsing them.
    private static func mayBeOne(_ page: [UInt8], of source: [UInt8]) -> Bool {
        func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
            bytes.split(separator: UInt8(ascii: "\n")).filter { $0.count >= 20 }
        }
        let sources = lines(source)
        let targets = Set(lines(page))
        let shared = sources.count { targets.contains($0) }
        // Lines can be wrapped in another way.
        return 3 * shared >= sources.count
    }

    private static func isSame(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        left.elementsEqual(right)
            || left.split(whereSeparator: \.isASCIIBlank).elementsEqual(right.split(whereSeparator: \.isASCIIBlank))
    }
}
