import Bitext
import BitextReaders
import Hashing
import ParsedBitext

/// The texts of a page's segments, as units of exchange files are compared with them.
struct PageTexts {
    let parsed: ParsedBitext
    /// The id of each segment in exchange files.
    let ids: [String]
    private let source: InlineMarks
    private let target: InlineMarks
    private let byID: [String: Int]
    /// The segments with a source, by the hash of its Markdown, and by that of its text without codes.
    let byMarkup: [UInt64: [Int]]
    let bySkeleton: [UInt64: [Int]]

    init(_ parsed: ParsedBitext) {
        self.parsed = parsed
        let bitext = parsed.bitext
        let ids = ExchangeIDs.all(of: bitext)
        self.ids = ids
        byID = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        let source = InlineMarks(parsed.source)
        self.source = source
        target = InlineMarks(parsed[.target])
        var byMarkup: [UInt64: [Int]] = [:]
        var bySkeleton: [UInt64: [Int]] = [:]
        bitext.source.bytes.withUnsafeBufferPointer { bytes in
            for (index, segment) in bitext.segments.enumerated() {
                guard let range = segment.source?.range.values, !range.isEmpty else { continue }
                byMarkup[KeyHash.of(UnsafeBufferPointer(rebasing: bytes[range])), default: []].append(index)
                let skeleton = Self.skeleton(CodedVariant(range, source, bytes), bytes)
                bySkeleton[Self.hash(skeleton), default: []].append(index)
            }
        }
        self.byMarkup = byMarkup
        self.bySkeleton = bySkeleton
    }

    private var bitext: Bitext { parsed.bitext }

    func segment(withID id: String) -> Int? { byID[id] }

    func line(_ segment: Int) -> Int { bitext.position(of: bitext.segments[segment].location).line }

    func source(_ segment: Int) -> String { text(segment, .source) }

    func target(_ segment: Int) -> String { text(segment, .target) }

    private func text(_ segment: Int, _ side: Side) -> String {
        bitext.segments[segment][side].map { bitext[side].text($0.range) } ?? ""
    }

    /// The hash of a segment's target, see ``ExchangeSegment/targetHash``.
    func targetHash(_ segment: Int) -> String { ExchangeSegment.hash(ofTarget: target(segment)) }

    /// Both variants with their codes.
    func targetText(_ segment: Int) -> TargetText {
        bitext.withSides { sourceBytes, targetBytes in
            func variant(_ side: Side) -> CodedVariant? {
                bitext.segments[segment][side].map {
                    side == .source
                        ? CodedVariant($0.range.values, source, sourceBytes)
                        : CodedVariant($0.range.values, target, targetBytes)
                }
            }
            guard let source = variant(.source) else { return TargetText(source: CodedText(), target: CodedText()) }
            let codes = CodedSegment(source: source, sourceBytes, target: variant(.target), targetBytes)
            return TargetText(
                source: codes.source.text(sourceBytes), target: codes.target?.text(targetBytes) ?? CodedText())
        }
    }

    // MARK: Sources

    /// Whether a segment's source has words, and not only numbers, signs, code and images: these are the same in all
    /// languages.
    func hasWords(_ segment: Int) -> Bool {
        guard let range = bitext.segments[segment].source?.range.values else { return false }
        return bitext.source.bytes.withUnsafeBufferPointer { bytes in
            CodedVariant(range, source, bytes).pieces.contains { piece in
                piece.role == nil
                    && String(decoding: bytes[piece.range], as: UTF8.self).unicodeScalars.contains {
                        $0.properties.isAlphabetic
                    }
            }
        }
    }

    /// The segments whose source is that of a unit, in the order of the page.
    func segments(withSourceOf unit: ExchangeUnit) -> [Int] {
        if let markup = unit.source.markup, let found = byMarkup[Self.hash(markup.utf8)] { return found }
        guard !unit.isMarkdown else { return [] }
        return bySkeleton[Self.hash(Self.skeleton(unit.source).utf8)] ?? []
    }

    /// Whether a segment's source is that of a unit.
    func hasSource(of unit: ExchangeUnit, _ segment: Int) -> Bool {
        if let markup = unit.source.markup, CodedText.safe(source(segment)) == markup { return true }
        return segments(withSourceOf: unit).contains(segment)
    }

    /// The text of a variant with U+FFFC for each code, and blanks as one: some tools write them anew.
    private static func skeleton(_ variant: CodedVariant, _ bytes: Bytes) -> [UInt8] {
        var result: [UInt8] = []
        for piece in variant.pieces {
            if piece.role == nil { result += bytes[piece.range] } else { result += "\u{FFFC}".utf8 }
        }
        return result.collapsingASCIIBlanks()
    }

    static func skeleton(_ text: CodedText) -> String {
        let joined = text.parts.map { part in
            if case .text(let text) = part { text } else { "\u{FFFC}" }
        }.joined()
        return joined.collapsingASCIIBlanks()
    }

    static func hash(_ text: some Sequence<UInt8>) -> UInt64 {
        Array(text).withUnsafeBufferPointer { KeyHash.of($0) }
    }
}
