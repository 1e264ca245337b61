import Bitext

/// Reads a gettext catalogue (PO): `msgid` of each entry as the source, `msgstr` as the target.
///
/// The header (an empty `msgid`), obsolete entries (`#~`), fuzzy entries and entries without a translation are skipped. Of
/// plural forms the first is read. The format: https://www.gnu.org/software/gettext/manual, "PO Files".
public struct POReader: UnitReader {
    public let sourceLocale: String?
    public let targetLocale: String?

    /// - Parameters: the languages, BCP 47 tags.
    public init(sourceLocale: String?, targetLocale: String?) {
        self.sourceLocale = sourceLocale
        self.targetLocale = targetLocale
    }

    public func readUnits(of file: SourceFile, _ each: (Unit) -> Void) throws(BitextReadingError) {
        var entries = POEntries(file.bytes)
        while let unit = try entries.next() { each(unit) }
    }
}

/// Reads a catalogue entry by entry.
private struct POEntries {
    private let bytes: [UInt8]
    private var offset: Int
    private var line = 0
    private var number = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The strings of one entry.
    private struct Entry {
        var context: Field?
        var source: Field?
        var target: Field?
        var isFuzzy = false

        var isPair: Bool { !isFuzzy && source?.text.isEmpty == false && target?.text.isEmpty == false }
    }

    /// A string, which may be written on several lines.
    private struct Field {
        var text: String
        var range: Range<Int>
    }

    private enum Keyword {
        case context, source, target, other
    }

    /// The next entry that is a pair.
    mutating func next() throws(BitextReadingError) -> Unit? {
        var entry = Entry()
        var keyword: Keyword?
        while offset < bytes.count {
            let start = offset
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let content = Self.trimmed(bytes, start..<end)
            let text = bytes[content]
            // An entry ends before the comments, the context or the source of the next one.
            let beginsEntry =
                text.first == UInt8(ascii: "#") || text.starts(with: "msgctxt".utf8)
                || text.starts(with: "msgid ".utf8)
            if entry.target != nil, beginsEntry || text.isEmpty {
                if let unit = unit(of: entry) { return unit }
                entry = Entry()
            }
            offset = end + 1
            line += 1
            switch text.first {
            case nil: continue
            case UInt8(ascii: "#"):
                let isFlags = text.starts(with: "#,".utf8)
                if isFlags, String(decoding: text, as: UTF8.self).contains("fuzzy") { entry.isFuzzy = true }
            case UInt8(ascii: "\""):
                guard let keyword else {
                    throw .damaged(line: line, reason: "a string without `msgid` or `msgstr` before it")
                }
                append(try field(content), to: keyword, of: &entry)
            default:
                guard let quote = text.firstIndex(of: UInt8(ascii: "\"")) else {
                    throw .damaged(line: line, reason: "neither a comment nor a string")
                }
                let found = try self.keyword(bytes[content.lowerBound..<quote])
                keyword = found
                append(try field(quote..<content.upperBound), to: found, of: &entry)
            }
        }
        return entry.target == nil ? nil : unit(of: entry)
    }

    private func keyword(_ text: ArraySlice<UInt8>) throws(BitextReadingError) -> Keyword {
        let word = String(decoding: text, as: UTF8.self).filter { $0 != " " && $0 != "\t" }
        switch word {
        case "msgctxt": return .context
        case "msgid": return .source
        case "msgstr", "msgstr[0]": return .target
        case "msgid_plural": return .other
        case _ where word.hasPrefix("msgstr["): return .other
        default: throw .damaged(line: line, reason: "`\(word)` is no keyword of a catalogue")
        }
    }

    private mutating func unit(of entry: Entry) -> Unit? {
        number += 1
        guard entry.isPair, let source = entry.source, let target = entry.target else { return nil }
        return Unit(
            id: entry.context?.text ?? String(number), source: source.text, target: target.text,
            sourceOrigin: FileRange(source.range), targetOrigin: FileRange(target.range))
    }

    private func append(_ field: Field, to keyword: Keyword, of entry: inout Entry) {
        func joined(_ start: Field?) -> Field {
            guard let start else { return field }
            return Field(text: start.text + field.text, range: start.range.lowerBound..<field.range.upperBound)
        }
        switch keyword {
        case .context: entry.context = joined(entry.context)
        case .source: entry.source = joined(entry.source)
        case .target: entry.target = joined(entry.target)
        case .other: break
        }
    }

    /// The text of a string in quotes, with escapes resolved.
    private func field(_ range: Range<Int>) throws(BitextReadingError) -> Field {
        guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\""),
            bytes[range.upperBound - 1] == UInt8(ascii: "\"")
        else { throw .damaged(line: line, reason: "a string without its closing quote") }
        let inside = range.lowerBound + 1..<range.upperBound - 1
        var text: [UInt8] = []
        var index = inside.lowerBound
        while index < inside.upperBound {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < inside.upperBound else {
                text.append(bytes[index])
                index += 1
                continue
            }
            switch bytes[index + 1] {
            case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
            case UInt8(ascii: "r"): text.append(UInt8(ascii: "\r"))
            case let other: text.append(other)
            }
            index += 2
        }
        return Field(text: String(decoding: text, as: UTF8.self), range: inside)
    }

    /// A range without the blanks at both ends.
    private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        bytes.withUnsafeBufferPointer { $0.trimmed(range) }
    }
}
