import Bitext

/// Builds a bitext from units: each unit is a paragraph of both sides.
struct UnitAssembly {
    private let file: SourceFile
    /// Those of the caller.
    private let sourceLocale: String?
    private let targetLocale: String?
    private var namedSource = NamedLocale()
    private var namedTarget = NamedLocale()
    private var source = SideAssembly()
    private var target = SideAssembly()
    private var segments: [Segment] = []
    private var anchors: [Anchor] = []

    /// The number of units.
    var count: Int { segments.count }

    init(_ file: SourceFile, sourceLocale: String?, targetLocale: String?) {
        self.file = file
        self.sourceLocale = sourceLocale
        self.targetLocale = targetLocale
    }

    mutating func add(_ unit: Unit) {
        let index = segments.count
        namedSource.add(unit.sourceLocale)
        namedTarget.add(unit.targetLocale)
        let (sourceOrigin, targetOrigin) = (unit.sourceOrigin, unit.targetOrigin)
        let sourceRange = source.add(unit.source, from: sourceOrigin, segment: index)
        let targetRange = target.add(unit.target, from: targetOrigin, segment: index)
        let start = min(sourceOrigin.lowerBound, targetOrigin.lowerBound)
        let end = max(sourceOrigin.upperBound, targetOrigin.upperBound)
        segments.append(
            Segment(
                id: unit.id, idLocation: nil,
                source: Variant(range: sourceRange, origin: Location(file: 0, range: sourceOrigin)),
                target: Variant(range: targetRange, origin: Location(file: 0, range: targetOrigin)),
                location: Location(file: 0, range: start..<end)))
        anchors.append(Anchor(source: sourceRange, target: targetRange, segment: index))
        let sourceGap = source.endParagraph(at: sourceOrigin.upperBound)
        let targetGap = target.endParagraph(at: targetOrigin.upperBound)
        anchors.append(Anchor(source: sourceGap, target: targetGap, segment: nil))
    }

    func bitext(defects: [Defect]) -> Bitext {
        Bitext(
            files: [file], source: source.text(.source), target: target.text(.target),
            sourceLocale: sourceLocale ?? namedSource.common, targetLocale: targetLocale ?? namedTarget.common,
            segments: segments, anchors: anchors, defects: defects)
    }
}

/// The language that all units name.
private struct NamedLocale {
    /// Nil if they name none, or several.
    private(set) var common: String?
    private var isEmpty = true

    mutating func add(_ locale: String?) {
        if isEmpty {
            common = locale
            isEmpty = false
        } else if common != locale {
            common = nil
        }
    }
}

/// One side while it is built.
private struct SideAssembly {
    private var bytes: [UInt8] = []
    private var runs: [SideText.Run] = []

    /// Adds a unit's text on one line, because a line break could end a heading or begin a list.
    mutating func add(_ text: String, from origin: FileRange, segment: Int) -> SideRange {
        let start = SideOffset(bytes.count)
        let line =
            text.utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 })
            ? text.split(whereSeparator: \.isNewline).joined(separator: " ") : text
        if ParagraphStart.needsBackslash(line) { bytes.append(UInt8(ascii: "\\")) }
        bytes += line.utf8
        if !line.isEmpty { runs.append(.init(start: start, origin: origin.lowerBound, segment: segment)) }
        return start..<SideOffset(bytes.count)
    }

    /// Adds the empty line between two units.
    mutating func endParagraph(at origin: FileOffset) -> SideRange {
        let start = SideOffset(bytes.count)
        runs.append(.init(start: start, origin: origin, segment: nil))
        bytes += "\n\n".utf8
        return start..<start + 2
    }

    func text(_ side: Side) -> SideText { SideText(side, file: 0, bytes: bytes, runs: runs, isVerbatim: false) }
}
