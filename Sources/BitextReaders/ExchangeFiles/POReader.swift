import Bitext

/// Reads a gettext catalogue (PO): `msgid` of each entry as the source, `msgstr` as the target.
///
/// The header (an empty `msgid`), obsolete entries (`#~`), fuzzy entries and entries without a translation are skipped. Of
/// plural forms the first is read. A damaged entry is a defect, and the next one is read. The format:
/// https://www.gnu.org/software/gettext/manual, "PO Files".
///
/// The id of a unit is its `msgctxt`, or its number in the file. Entries with the same context get numbers: `menu`, `menu-2`.
public struct POReader: UnitReader, EncodingReader {
    public let sourceLocale: String?
    public let targetLocale: String?

    /// - Parameters: the languages, BCP 47 tags. A target language that is nil is the `Language:` of the header.
    public init(sourceLocale: String?, targetLocale: String?) {
        self.sourceLocale = sourceLocale
        self.targetLocale = targetLocale
    }

    public func readUnits(
        of file: SourceFile, _ defects: inout DefectList, _ each: (Unit) -> Void
    ) throws(BitextReadingError) {
        var entries = POEntries(file.bytes)
        while let entry = entries.next(&defects) {
            let unit = entry.unit
            guard !entry.isFuzzy, entry.hasSource, unit.target?.parts.isEmpty == false else { continue }
            each(Unit(unit))
        }
    }

    /// The charset of the header. Most tools write UTF-8 whatever it says, so it counts only where the bytes are not UTF-8.
    func encoding(of bytes: [UInt8]) -> String? {
        guard bytes.contains(where: { $0 >= 0x80 }), !DeclaredEncoding.isUTF8(bytes) else { return nil }
        var entries = 0
        for line in bytes.prefix(1 << 16).split(separator: UInt8(ascii: "\n")) {
            entries += line.starts(with: "msgid".utf8) ? 1 : 0
            // The header is the first entry.
            guard entries < 2 else { break }
            let text = String(decoding: line, as: UTF8.self).lowercased()
            guard text.hasPrefix("\"content-type:"), let name = text.firstRange(of: "charset=") else { continue }
            return String(text[name.upperBound...].prefix { !"\\\"; \t".contains($0) }).uppercased()
        }
        return nil
    }

    /// Reads all entries of a file but its header, also those that are fuzzy or not translated. A file that seems to be cut off
    /// has a defect.
    static func readExchangeUnits(of file: SourceFile, _ defects: inout DefectList, _ each: (ExchangeUnit) -> Void) {
        var entries = POEntries(file.bytes)
        while let entry = entries.next(&defects) {
            guard entry.hasSource else { continue }
            var unit = entry.unit
            // The context is the id of a segment, too.
            unit.id = unit.moreIDs.first ?? entry.context
            unit.moreIDs = Array(unit.moreIDs.dropFirst())
            unit.isFuzzy = entry.isFuzzy
            unit.line = file.line(of: unit.sourceOrigin.lowerBound)
            each(unit)
        }
        if let cut = Self.cut(file.bytes) { defects.append(.damagedUnit, cut.place, cut.reason) }
    }

    /// How the end of a file shows that it is cut off. A cut between two entries does not show: tools leave entries out, so
    /// fewer entries than were exported are no sign.
    private static func cut(_ bytes: [UInt8]) -> (place: Range<Int>, reason: String)? {
        guard bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r") else {
            let start = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            return (
                start..<bytes.count,
                "the file seems to be cut off: it has no line break at its end; if it is whole, add one"
            )
        }
        // Comments of a translator, and of an obsolete entry (`#~`), may be the last; others belong to the next entry.
        var place: Range<Int>?
        var end = bytes.count
        while end > 0 {
            let start = bytes[..<(end - 1)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            let line = bytes[start..<end].drop { $0.isASCIIBlank }
            guard line.isEmpty || line.first == UInt8(ascii: "#"), !line.starts(with: "#~".utf8) else { break }
            if line.dropFirst().first?.isOne(of: ".:,|") == true { place = start..<end - 1 }
            end = start
        }
        return place.map {
            ($0, "the file seems to be cut off: no entry follows these comments; if it is whole, remove them")
        }
    }
}

/// Reads a catalogue entry by entry.
private struct POEntries {
    private let bytes: [UInt8]
    private var offset: Int
    private var number = 0
    private var ids = UnitIDs()
    /// The `Language:` of the header, as a BCP 47 tag.
    private var language: String?
    /// The page that the header names, and its SHA-256.
    private var page: String?
    private var pageHash: String?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The strings of one entry.
    private struct Entry {
        var fields: [Keyword: Field] = [:]
        var isFuzzy = false
        /// What the comment of ``ExchangeProperty/catalogueComment`` says: the hash of the target, then ids.
        var places: [String] = []
        /// Whether it has a defect, and so is no unit. Further defects of it are not reported.
        var isDamaged = false
    }

    /// A string, which may be written on several lines.
    private struct Field {
        var text: String
        var range: Range<Int>

        /// Adds the string of a further line.
        mutating func append(_ next: Field) {
            // The first of several lines, with the keyword, is often empty.
            range = (text.isEmpty ? next.range.lowerBound : range.lowerBound)..<next.range.upperBound
            text += next.text
        }
    }

    private enum Keyword {
        case context, source, target, other
    }

    /// What is wrong with a line.
    private struct Damage: Error {
        let reason: String
    }

    /// A pair of the catalogue.
    struct Pair {
        var unit: ExchangeUnit
        let isFuzzy: Bool
        /// Whether it has a source, and so is not the header.
        let hasSource: Bool
        let context: String?
    }

    /// The next entry that is a pair.
    mutating func next(_ defects: inout DefectList) -> Pair? {
        var entry = Entry()
        var keyword: Keyword?
        while offset < bytes.count {
            let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let content = Self.trimmed(bytes, offset..<end)
            let text = bytes[content]
            if Self.ends(entry, before: text) {
                if let unit = unit(of: entry, &defects) { return unit }
                (entry, keyword) = (Entry(), nil)
            }
            offset = end + 1
            switch text.first {
            case nil: continue
            case UInt8(ascii: "#"):
                let isFlags = text.starts(with: "#,".utf8)
                if isFlags, String(decoding: text, as: UTF8.self).contains("fuzzy") { entry.isFuzzy = true }
                if text.starts(with: ExchangeProperty.catalogueComment.utf8) {
                    let words = text.dropFirst(ExchangeProperty.catalogueComment.utf8.count)
                    entry.places = words.split { $0.isASCIIBlank }.map { String(decoding: $0, as: UTF8.self) }
                }
            default:
                do {
                    try readString(content, &keyword, into: &entry)
                } catch {
                    if !entry.isDamaged { defects.append(.damagedUnit, content, error.reason) }
                    // A stray line between two entries is a part of neither.
                    entry.isDamaged = !entry.fields.isEmpty
                }
            }
        }
        return unit(of: entry, &defects)
    }

    /// Reads a line with a string, and mostly with a keyword before it.
    private func readString(
        _ content: Range<Int>, _ keyword: inout Keyword?, into entry: inout Entry
    ) throws(Damage) {
        guard let quote = bytes[content].firstIndex(of: UInt8(ascii: "\"")) else {
            throw Damage(reason: "neither a comment nor a string")
        }
        if quote == content.lowerBound {
            guard let keyword else { throw Damage(reason: "a string without `msgid` or `msgstr` before it") }
            entry.fields[keyword]?.append(try field(content))
            return
        }
        let found = try Self.keyword(bytes[content.lowerBound..<quote])
        keyword = found
        let isSecond = found != .other && entry.fields[found] != nil
        // What a damaged line should be is known, so the entry has this field. It shows where the entry ends.
        if !isSecond { entry.fields[found] = Field(text: "", range: content) }
        let field = try field(quote..<content.upperBound)
        if isSecond { throw Damage(reason: "a second `\(found == .target ? "msgstr" : "msgctxt")` in one entry") }
        entry.fields[found] = field
    }

    private static func keyword(_ bytes: ArraySlice<UInt8>) throws(Damage) -> Keyword {
        let word = String(decoding: bytes.filter { !$0.isASCIIBlank }, as: UTF8.self)
        switch word {
        case "msgctxt": return .context
        case "msgid": return .source
        case "msgstr", "msgstr[0]": return .target
        case "msgid_plural": return .other
        case _ where word.hasPrefix("msgstr["): return .other
        default: throw Damage(reason: "`\(word.prefix(40))` is no keyword of a catalogue")
        }
    }

    /// Whether an entry ends before a line.
    private static func ends(_ entry: Entry, before line: ArraySlice<UInt8>) -> Bool {
        guard entry.fields[.source] != nil || entry.fields[.target] != nil else { return false }
        if line.first == UInt8(ascii: "#") { return entry.fields[.target] != nil || entry.isDamaged }
        let word = line.prefix { $0 != UInt8(ascii: "\"") && !$0.isASCIIBlank }
        return word.elementsEqual("msgctxt".utf8) || word.elementsEqual("msgid".utf8)
    }

    private mutating func unit(of entry: Entry, _ defects: inout DefectList) -> Pair? {
        if entry.fields.isEmpty { return nil }
        number += 1
        // Also for an entry that is no unit: the ids after it stay when it is translated.
        let id = ids.unique(entry.fields[.context]?.text ?? String(number))
        if entry.isDamaged { return nil }
        guard let source = entry.fields[.source], let target = entry.fields[.target] else {
            let (found, missing) = entry.fields[.source] == nil ? ("msgstr", "msgid") : ("msgid", "msgstr")
            if let place = (entry.fields[.source] ?? entry.fields[.target])?.range {
                defects.append(.damagedUnit, place, "a `\(found)` without its `\(missing)`")
            } else if let place = entry.fields[.context]?.range {
                defects.append(.damagedUnit, place, "a `msgctxt` without its `msgid`")
            }
            return nil
        }
        if source.text.isEmpty, entry.fields[.context] == nil { readHeader(target.text) }
        var unit = ExchangeUnit()
        unit.id = id
        unit.page = page
        unit.pageHash = pageHash
        unit.targetHash = entry.places.first
        unit.moreIDs = Array(entry.places.dropFirst())
        unit.isMarkdown = true
        unit.source = CodedText(source.text)
        unit.target = CodedText(target.text)
        unit.targetLocale = language
        unit.sourceOrigin = FileRange(source.range)
        unit.targetOrigin = FileRange(target.range)
        return Pair(
            unit: unit, isFuzzy: entry.isFuzzy, hasSource: !source.text.isEmpty,
            context: entry.fields[.context]?.text)
    }

    private mutating func readHeader(_ text: String) {
        language = Self.language(inHeader: text)
        page = Self.field(ExchangeProperty.cataloguePage, inHeader: text)
        pageHash = Self.field(ExchangeProperty.cataloguePageHash, inHeader: text)
    }

    private static func field(_ name: String, inHeader text: String) -> String? {
        let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix(name + ": ") }
        return line.map { String($0.dropFirst(name.count + 2)) }
    }

    /// The language that a header names, such as `pt_BR` or `sr@latin`, as a BCP 47 tag.
    private static func language(inHeader text: String) -> String? {
        let field = "Language:"
        let lines = text.split(whereSeparator: \.isNewline)
        guard let line = lines.first(where: { $0.hasPrefix(field) }) else { return nil }
        let name = line.dropFirst(field.count).filter { $0 != " " && $0 != "\t" }
        let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty else { return nil }
        // `pt_BR.UTF-8` has an encoding, too.
        var subtags = first.prefix { $0 != "." }.split { $0 == "_" || $0 == "-" }.map { String($0) }
        if parts.count == 2, !subtags.isEmpty, let script = scripts[String(parts[1])] { subtags.insert(script, at: 1) }
        return subtags.isEmpty ? nil : subtags.joined(separator: "-")
    }

    /// The scripts that a language may have after an `@` (https://www.gnu.org/software/gettext/manual, "Header Entry").
    private static let scripts = ["latin": "Latn", "cyrillic": "Cyrl"]

    /// The text of a string in quotes, with escapes resolved.
    private func field(_ range: Range<Int>) throws(Damage) -> Field {
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
        guard index < range.upperBound else { throw Damage(reason: "a string without its closing quote") }
        guard index + 1 == range.upperBound else {
            throw Damage(reason: "text after a closing quote; a quote inside a string is written `\\\"`")
        }
        return Field(text: String(decoding: text, as: UTF8.self), range: range.lowerBound + 1..<index)
    }

    /// A range without the blanks at both ends.
    private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        bytes.withUnsafeBufferPointer { $0.trimmed(range) }
    }
}
