import Bitext

/// Reads a gettext catalogue (PO): of each entry `msgid` as the source and `msgstr` as the target.
///
/// The header (an empty `msgid`), obsolete entries (`#~`), fuzzy ones and those without a translation are left out, as they
/// are no pairs; of plural forms the first is read. The format: https://www.gnu.org/software/gettext/manual, "PO Files".
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
        var fields: [Keyword: Field] = [:]
        var isFuzzy = false
    }

    /// A string, which may be written on several lines.
    private struct Field {
        var text: String
        var range: Range<Int>

        /// Adds the string of a further line.
        mutating func append(_ next: Field) {
            // Long strings begin with an empty one, on the keyword's line.
            range = (text.isEmpty ? next.range.lowerBound : range.lowerBound)..<next.range.upperBound
            text += next.text
        }
    }

    private enum Keyword {
        case context, source, target, other
    }

    /// The next entry that is a pair.
    mutating func next() throws(BitextReadingError) -> Unit? {
        var entry = Entry()
        var keyword: Keyword?
        while offset < bytes.count {
            let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let content = Self.trimmed(bytes, offset..<end)
            let text = bytes[content]
            // An entry ends before the comments, the context or the source of the next one.
            if entry.fields[.target] != nil, Self.beginsEntry(text) {
                if let unit = try unit(of: entry) { return unit }
                (entry, keyword) = (Entry(), nil)
            }
            offset = end + 1
            line += 1
            if text.isEmpty { continue }
            if text.first == UInt8(ascii: "#") {
                if text.starts(with: "#,".utf8), String(decoding: text, as: UTF8.self).contains("fuzzy") {
                    entry.isFuzzy = true
                }
                continue
            }
            if text.first == UInt8(ascii: "\"") {
                guard let keyword else {
                    throw .damaged(line: line, reason: "a string without `msgid` or `msgstr` before it")
                }
                entry.fields[keyword]?.append(try field(content))
                continue
            }
            guard let quote = text.firstIndex(of: UInt8(ascii: "\"")) else {
                throw .damaged(line: line, reason: "neither a comment nor a string")
            }
            let word = String(decoding: bytes[content.lowerBound..<quote], as: UTF8.self)
                .filter { $0 != " " && $0 != "\t" }
            let found: Keyword
            switch word {
            case "msgctxt": found = .context
            case "msgid": found = .source
            case "msgstr", "msgstr[0]": found = .target
            case "msgid_plural": found = .other
            case _ where word.hasPrefix("msgstr["): found = .other
            default: throw .damaged(line: line, reason: "`\(word)` is no keyword of a catalogue")
            }
            guard found == .other || entry.fields[found] == nil else {
                throw .damaged(line: line, reason: "a second `\(word)` in one entry")
            }
            keyword = found
            entry.fields[found] = try field(quote..<content.upperBound)
        }
        return try unit(of: entry)
    }

    /// Whether a line is the first of an entry, or of the comments before it.
    private static func beginsEntry(_ line: ArraySlice<UInt8>) -> Bool {
        let word = line.prefix { $0 != UInt8(ascii: "\"") && !$0.isASCIIBlank }
        return line.first == UInt8(ascii: "#") || word.elementsEqual("msgctxt".utf8) || word.elementsEqual("msgid".utf8)
    }

    private mutating func unit(of entry: Entry) throws(BitextReadingError) -> Unit? {
        let (source, target) = (entry.fields[.source], entry.fields[.target])
        if source == nil, target == nil { return nil }
        guard let source else { throw .damaged(line: line, reason: "a `msgstr` without its `msgid`") }
        guard let target else { throw .damaged(line: line, reason: "a `msgid` without its `msgstr`") }
        number += 1
        guard !entry.isFuzzy, !source.text.isEmpty, !target.text.isEmpty else { return nil }
        return Unit(
            id: entry.fields[.context]?.text ?? String(number), source: source.text, target: target.text,
            sourceOrigin: FileRange(source.range), targetOrigin: FileRange(target.range))
    }

    /// A string in quotes, with its escapes resolved.
    private func field(_ range: Range<Int>) throws(BitextReadingError) -> Field {
        var text: [UInt8] = []
        var index = range.lowerBound + 1
        while index < range.upperBound, bytes[index] != UInt8(ascii: "\"") {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound else {
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
        guard index < range.upperBound else { throw .damaged(line: line, reason: "a string without its closing quote") }
        guard index + 1 == range.upperBound else {
            throw .damaged(line: line, reason: "text after a closing quote; a quote inside a string is written `\\\"`")
        }
        return Field(text: String(decoding: text, as: UTF8.self), range: range.lowerBound + 1..<index)
    }

    /// A stretch without blanks around it.
    private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        bytes.withUnsafeBufferPointer { $0.trimmed(range) }
    }
}
