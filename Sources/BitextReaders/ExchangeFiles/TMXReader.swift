import Bitext
import XMLStreaming

/// Reads a translation memory (TMX 1.4b, https://www.gala-global.org/tmx-14b): the variants of each unit in the source
/// language and in the target language. A unit without one of them is skipped.
///
/// The source language is the one that the caller gives, or else the `srclang` of the unit or of the header. Where that is
/// `*all*`, or missing, the English variant is the source, and the bitext has no source language.
///
/// Streamed by libxml2's reader. Entities are not expanded, and nothing is fetched. Where the XML is damaged, reading ends
/// with a defect, because nothing says to which element the text after it belongs.
public struct TMXReader: UnitReader, EncodingReader {
    public let sourceLocale: String?
    public let targetLocale: String?

    /// Only the primary languages are compared: `fr` of `fr-FR`.
    ///
    /// - Parameters:
    ///   - targetLocale: the target language.
    ///   - sourceLocale: the source language; nil for the one that the file names.
    public init(targetLocale: String, sourceLocale: String? = nil) {
        self.targetLocale = targetLocale
        self.sourceLocale = sourceLocale
    }

    /// Reads the variants in all languages but the source's.
    init() { (sourceLocale, targetLocale) = (nil, nil) }

    public func readUnits(
        of file: SourceFile, _ defects: inout DefectList, _ each: (Unit) -> Void
    ) throws(BitextReadingError) {
        var end: FileOffset?
        let (damage, _) = readUnits(of: file) { unit in
            end = max(unit.sourceOrigin.upperBound, unit.targetOrigin.upperBound)
            each(Unit(unit))
        }
        if let damage { try damage.report(in: file, afterUnitAt: end, &defects) }
    }

    /// The languages of a memory, as its variants name them, and how many variants each has.
    package static func languages(in input: InputFile) throws(BitextReadingError) -> [String: Int] {
        let reader = TMXReader(targetLocale: "")
        let text = try TextFile(input, noun: "file", encoding: reader.encoding(of: input.bytes))
        return reader.readUnits(of: text.file, countingLanguages: true) { _ in }.languages
    }

    /// Reads units to the end or to the first damage.
    func readUnits(
        of file: SourceFile, refusingEntities: Bool = false, countingLanguages: Bool = false,
        _ each: (ExchangeUnit) -> Void
    ) -> (damage: XMLDamage?, languages: [String: Int]) {
        file.bytes.withUnsafeBufferPointer { buffer in
            guard let stream = XMLStream(buffer, refusesEntities: refusingEntities) else { return (.unreadable, [:]) }
            var units = TMXUnits(stream, buffer, source: sourceLocale, target: targetLocale)
            units.countsLanguages = countingLanguages
            return (units.read(each), units.languages)
        }
    }
}

/// Reads the units of a memory, one after the other.
private struct TMXUnits {
    private let stream: XMLStream
    private var segments: ElementContents
    /// The source language that the caller gave.
    private let givenSource: String?
    /// The `srclang` of the header, and of the unit.
    private var headerSource: String?
    private var unitSource: String?
    /// nil for every language but the source's.
    private let targetLanguage: String?
    /// Whether ``languages`` are counted.
    var countsLanguages = false
    private(set) var languages: [String: Int] = [:]
    private var unit = ExchangeUnit()
    private var number = 0
    private var ids = UnitIDs()
    private var variantLanguage = ""
    private var variantLocale = ""
    /// The variants of the unit in target languages, where all of them are read.
    private var targets: [(text: CodedText, origin: FileRange, locale: String)] = []
    private var hasSource = false
    /// The text of the open `<seg>`, and of the open code in it.
    private var text: CodedTextBuilder?
    private var origin = FileOffset(0)..<FileOffset(0)
    /// The type and the text of the open `<prop>`.
    private var property: (type: String, text: String)?

    init(_ stream: XMLStream, _ bytes: Bytes, source: String?, target: String?) {
        self.stream = stream
        segments = ElementContents(bytes, names: "seg")
        givenSource = source
        targetLanguage = target.map(Self.primaryLanguage)
    }

    mutating func read(_ each: (ExchangeUnit) -> Void) -> XMLDamage? {
        while let event = stream.next() {
            switch event {
            case .start(let name, let isEmpty):
                begin(name)
                if isEmpty { end(name, each) }
            case .end(let name): end(name, each)
            case .text(let value): add(value)
            // The DTD that declares the entity is not loaded. Markdown knows HTML's entities, such as `&nbsp;`.
            case .reference(let entity): add("&\(entity);")
            case .damage(let damage): return damage
            }
        }
        return nil
    }

    private mutating func add(_ value: String) {
        if text != nil { text?.append(value) } else { property?.text += value }
    }

    private mutating func begin(_ name: String) {
        if text != nil {
            beginCode(name)
            return
        }
        switch name {
        case "header": headerSource = sourceAttribute
        case "tu":
            number += 1
            unit = ExchangeUnit()
            unit.isOfAllPages = true
            unit.line = stream.line
            hasSource = false
            targets = []
            unitSource = sourceAttribute
            unit.id = ids.unique(stream.attribute("tuid") ?? String(number))
        case "prop": property = (stream.attribute("type") ?? "", "")
        case "tuv":
            // Some tools write `XML:LANG`.
            let language =
                stream.attribute("xml:lang") ?? stream.attribute("lang") ?? stream.attribute(inAnyCase: "xml:lang")
                ?? ""
            variantLanguage = Self.primaryLanguage(language)
            variantLocale = language
            if countsLanguages, !language.isEmpty { languages[language, default: 0] += 1 }
        case "seg":
            text = CodedTextBuilder()
            origin = segments.next()
        default: break
        }
    }

    /// Begins an inline element (TMX 1.4b, "Content Markup").
    private mutating func beginCode(_ name: String) {
        switch name {
        // The counterpart in the other variant has the same `x`; `i` only connects the two of a pair.
        case "bpt", "ept":
            let (pair, counterpart) = (stream.attribute("i") ?? "", stream.attribute("x"))
            text?.beginCode(name == "bpt" ? .open : .close, id: pair, counterpart: counterpart)
        case "ph", "it", "ut":
            let id = stream.attribute("x") ?? ""
            text?.beginCode(.single, id: id)
        default: break
        }
    }

    private mutating func end(_ name: String, _ each: (ExchangeUnit) -> Void) {
        switch name {
        case "bpt", "ept", "ph", "it", "ut": text?.endCode()
        case "seg":
            guard let text else { return }
            if variantLanguage == targetLanguage {
                unit.target = text.text
                unit.targetOrigin = origin
            } else if variantLanguage == Self.primaryLanguage(sourceLocale ?? "en") {
                unit.source = text.text
                unit.sourceOrigin = origin
                hasSource = true
            } else if targetLanguage == nil {
                targets.append((text.text, origin, variantLocale))
            }
            self.text = nil
        case "prop":
            switch property?.type {
            case ExchangeProperty.page: unit.page = property?.text
            // The counts of many files are added.
            case ExchangeProperty.count:
                unit.count = min(max(1, property.flatMap { Int($0.text) } ?? 1), Int(Int32.max))
            case ExchangeProperty.targetHash: unit.targetHash = property?.text
            case ExchangeProperty.segment: unit.moreIDs.append(property?.text ?? "")
            default: break
            }
            property = nil
        case "tu":
            guard hasSource else { return }
            unit.sourceLocale = sourceLocale
            if unit.target != nil { each(unit) }
            for target in targets {
                (unit.target, unit.targetOrigin, unit.targetLocale) = (target.text, target.origin, target.locale)
                each(unit)
            }
        default: break
        }
    }

    private var sourceLocale: String? { givenSource ?? unitSource ?? headerSource }

    /// The `srclang` of an element, as a BCP 47 tag.
    private var sourceAttribute: String? {
        guard let locale = stream.attribute("srclang"), !locale.isEmpty, locale != "*all*" else { return nil }
        return locale.replacing("_", with: "-")
    }

    /// `fr` of `fr-FR`.
    private static func primaryLanguage(_ locale: String) -> String {
        let end = locale.utf8.firstIndex { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        return locale[..<(end ?? locale.endIndex)].lowercased()
    }
}
