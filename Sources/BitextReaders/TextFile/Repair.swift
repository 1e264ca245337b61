import Bitext

/// A file's bytes after the repairs that need no guessing, and the edits that lead back to the bytes on disk.
///
/// Two kinds of damage are repaired before the file is read, so that the readers need not handle them: bytes that are not
/// UTF-8, and attribute quotes that were escaped (`&quot;`).
struct Repair {
    typealias Edit = SourceFile.Edit

    private(set) var bytes: [UInt8] = []
    private(set) var edits: [Edit] = []
    private(set) var defects: DefectList

    /// - Parameters:
    ///   - quotes: whether to repair escaped quotes of attributes, too.
    ///   - noun: what messages call the file.
    ///   - known: the defects that are known already.
    /// - Returns: nil if the file needs no repair, as nearly always.
    init?(_ original: [UInt8], quotes: Bool, noun: String = "page", defects known: DefectList) {
        defects = known
        let badBytes = Self.invalidUTF8(in: original)
        let damage = quotes ? original.withUnsafeBufferPointer(Self.escapedQuotes) : []
        if badBytes.isEmpty, damage.isEmpty { return nil }
        bytes.reserveCapacity(original.count + badBytes.count * 2)

        var copied = 0
        func replace(_ range: Range<Int>, with replacement: [UInt8]) {
            bytes += original[copied..<range.lowerBound]
            edits.append(Edit(repaired: bytes.count..<bytes.count + replacement.count, original: range))
            bytes += replacement
            copied = range.upperBound
        }

        var bad = badBytes.makeIterator()
        var nextBad = bad.next()
        func replaceBadBytes(before limit: Int) {
            while let range = nextBad, range.lowerBound < limit {
                let start = bytes.count + range.lowerBound - copied
                let evidence =
                    defects.isFull(.invalidUTF8)
                    ? [] : original[range].map { "0x" + String($0, radix: 16, uppercase: true) }
                replace(range, with: [0xEF, 0xBF, 0xBD])
                defects.append(
                    .invalidUTF8, start..<start + 3,
                    "not UTF-8: \(evidence.joined(separator: " ")); read as U+FFFD. Save the \(noun) as UTF-8.")
                nextBad = bad.next()
            }
        }

        for region in damage {
            replaceBadBytes(before: region.start)
            let start = bytes.count + region.start - copied
            for quote in region.quotes {
                replaceBadBytes(before: quote)
                replace(quote..<quote + 6, with: [UInt8(ascii: "\"")])
            }
            let count = region.quotes.count
            defects.append(
                .damagedAttribute, start..<bytes.count,
                "\(count) quote\(count == 1 ? "" : "s") written as `&quot;` from this attribute up to the next real "
                    + "quote; read as quotes")
        }
        replaceBadBytes(before: original.count)
        bytes += original[copied...]
    }

    // MARK: Bytes that are not UTF-8

    /// The ill-formed ranges, each a maximal subpart (Unicode 16, section 3.9, "U+FFFD Substitution").
    private static func invalidUTF8(in original: [UInt8]) -> [Range<Int>] {
        // The slow parser is needed for damaged pages only.
        if original.withUnsafeBufferPointer({ $0.isUTF8 }) { return [] }
        var found: [Range<Int>] = []
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = original.makeIterator()
        var offset = 0
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error(let length):
                found.append(offset..<offset + length)
                offset += length
            case .emptyInput: return found
            }
        }
    }

    // MARK: Escaped quotes

    private struct Damage {
        var start: Int
        /// The offset of each `&quot;` to be replaced.
        var quotes: [Int]
    }

    /// The tool that makes such pages sometimes escapes all quotes after an attribute's opening quote, up to the next real quote several
    /// segments later, even in code (Docs/markup.md, "Damage that is really there"). Such a region begins at an attribute of
    /// a segment's span, or of an `<a name>`, whose value ends in `&quot;>`. Any other `&quot;` in the text stays.
    private static func escapedQuotes(in bytes: Bytes) -> [Damage] {
        var regions: [Damage] = []
        guard var quote = bytes.firstOffset(of: "&quot;>", from: 0) else { return [] }
        while true {
            guard let opening = openingQuote(before: quote, in: bytes) else {
                guard let next = bytes.firstOffset(of: "&quot;>", from: quote + 7) else { break }
                quote = next
                continue
            }
            let end = bytes.firstOffset(of: UInt8(ascii: "\""), from: quote) ?? bytes.count
            var quotes: [Int] = []
            var at: Int? = quote
            while let found = at {
                quotes.append(found)
                at = bytes.firstOffset(of: "&quot;", from: found + 6, to: end)
            }
            regions.append(Damage(start: opening, quotes: quotes))
            guard let next = bytes.firstOffset(of: "&quot;>", from: end) else { break }
            quote = next
        }
        return regions
    }

    /// The real quote that opens the attribute that `&quot;>` at `end` should close.
    private static func openingQuote(before end: Int, in bytes: Bytes) -> Int? {
        var offset = end - 1
        let limit = max(0, end - 512)
        while offset >= limit {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                for attribute: StaticString in [
                    "<span data-ttu-id=", "<span data-stu-id=", "<span class=", "<a name=", "<a id=",
                ] where bytes.has(attribute, at: offset - attribute.utf8CodeUnitCount) {
                    return offset
                }
                return nil
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\n"): return nil
            default: offset -= 1
            }
        }
        return nil
    }
}
