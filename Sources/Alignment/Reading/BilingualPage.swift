import Bitext
import Markdown
import Procedures

/// A page as the rules see it: both sides parsed and taken apart, segment by segment.
public final class BilingualPage: Sendable {
    /// A segment's traits, both sides together.
    struct Pair: Sendable {
        var traits: SegmentTraits
    }

    /// What the page is called in findings.
    public let path: String
    public let page: Page
    /// The language of the target.
    public let language: Language
    package let panels: Panels
    let source: SideReading
    let target: SideReading
    let pairs: [Pair]
    /// What stands in any segment with both halves that differ.
    let traits: SegmentTraits
    let suppressions: Suppressions
    /// Where the two sides' Markdown differs.
    let differences: [StructureDifference]

    /// Reads a page for the rules.
    ///
    /// - Parameter locale: the target's locale where the page does not name one.
    public convenience init(_ page: Page, path: String, locale: String? = nil) {
        self.init(Panels(page), path: path, locale: locale)
    }

    /// Reads a page that is parsed already.
    package init(_ panels: Panels, path: String, locale: String? = nil) {
        let page = panels.page
        self.page = page
        self.panels = panels
        self.path = path
        language = Language(of: page, path: path, locale: locale)
        let segments = page.segments.count
        let source = SideReading(panels.source, segments: segments, language: .english)
        let target = SideReading(panels.target ?? panels.source, segments: segments, language: language)
        var pairs: [Pair] = []
        pairs.reserveCapacity(segments)
        var all: SegmentTraits = []
        page.bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<segments {
                var traits: SegmentTraits = []
                if let source = page.segments[index].source, let target = page.segments[index].target {
                    traits.insert(.isPaired)
                    if bytes.isEqual(source.content, target.content) { traits.insert(.isSame) }
                    if max(source.content.count, target.content.count) > SegmentTraits.longestCompared {
                        traits.insert(.isLong)
                    }
                    if bytes.hasBlankEdge(source.content) || bytes.hasBlankEdge(target.content) {
                        traits.insert(.blankEdges)
                    }
                }
                traits.formUnion(source.traits[index])
                traits.formUnion(target.traits[index])
                pairs.append(Pair(traits: traits))
                if traits.contains(.isPaired), !traits.contains(.isSame) { all.formUnion(traits) }
            }
        }
        self.source = source
        self.target = target
        self.pairs = pairs
        traits = all
        suppressions = Suppressions(page)
        differences = StructureDifference.all(panels)
    }

    /// One side, taken apart.
    func reading(_ side: Side) -> SideReading { side == .source ? source : target }

    /// One side, parsed.
    package func panel(_ side: Side) -> Panels.Panel {
        side == .source ? panels.source : panels.target ?? panels.source
    }

    /// A stretch of a side that lies in one segment, or in what both sides share, as a stretch of the page.
    func pageRange(of range: Range<Int>, on side: Side) -> Range<Int> {
        let text = panel(side).side
        let lower = text.pageOffset(of: range.lowerBound)
        guard !range.isEmpty else { return lower..<lower }
        return lower..<max(lower, text.pageOffset(of: range.upperBound - 1) + 1)
    }
}

/// One segment with both its halves, as a rule sees it.
public struct SegmentPair: Sendable {
    public let page: BilingualPage
    /// Its index in ``Page/segments``.
    public let index: Int

    public var traits: SegmentTraits { page.pairs[index].traits }

    /// The words, numbers and identifiers of one half, in order.
    public func tokens(_ side: Side) -> ArraySlice<Token> {
        let reading = page.reading(side)
        let range = reading.slices[index].tokens
        return reading.tokens[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// The markup in one half, in order.
    public func elements(_ side: Side) -> ArraySlice<Element> {
        let reading = page.reading(side)
        let range = reading.slices[index].elements
        return reading.elements[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// What a reader sees of one half, as bytes; markup that is no text is a byte below 0x09.
    public func text(_ side: Side) -> ArraySlice<UInt8> {
        let reading = page.reading(side)
        let range = reading.slices[index].text
        return reading.text[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// One half's Markdown, as bytes.
    public func markdown(_ side: Side) -> ArraySlice<UInt8> {
        page.page.bytes[page.page.segments[index][side]?.content ?? 0..<0]
    }

    /// A token, or any stretch of what a reader sees, as written.
    public func string(_ range: Range<Int>, _ side: Side) -> String {
        String(decoding: page.reading(side).text[range], as: UTF8.self)
    }

    /// A piece of markup as written.
    public func string(_ element: Element, _ side: Side) -> String {
        String(decoding: page.panel(side).side.bytes[element.range], as: UTF8.self)
    }

    /// Where a stretch of what a reader sees stands on the side.
    public func sideRange(_ range: Range<Int>, _ side: Side) -> Range<Int> { page.reading(side).sideRange(of: range) }

    /// The destination of a link or an image.
    public func destination(of element: Element, _ side: Side) -> Destination? {
        page.panel(side).tree.destination(of: Int(element.node))
    }
}

extension Language {
    /// The language of a page's target.
    ///
    /// - Parameter locale: the locale where neither the page nor its path names one.
    init(of page: Page, path: String, locale: String? = nil) {
        self.init(
            locale: page.frontMatter?["ms.contentlocale"] ?? page.frontMatter?["ms.locale"]
                ?? Language.locale(inPath: path) ?? locale ?? "")
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// Whether two stretches are the same bytes.
    func isEqual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        // Most that are not equal differ in length, at the beginning or at the end.
        guard left.count == right.count, let last = left.last, let otherLast = right.last else {
            return left.isEmpty && right.isEmpty
        }
        return self[left.lowerBound] == self[right.lowerBound] && self[last] == self[otherLast]
            && UnsafeBufferPointer(rebasing: self[left]).elementsEqual(UnsafeBufferPointer(rebasing: self[right]))
    }

    /// Whether a half is empty, or begins or ends with a blank of any kind.
    @inline(__always)
    func hasBlankEdge(_ range: Range<Int>) -> Bool {
        guard range.count > 0 else { return true }
        let first = self[range.lowerBound]
        if self[range.upperBound - 1].isASCIIBlank || first.isASCIIBlank { return true }
        guard first >= 0xC2, range.count >= 2 else { return false }
        let second = self[range.lowerBound + 1]
        switch first {
        case 0xC2: return second == 0xA0
        case 0xE2: return second == 0x80 || second == 0x81
        case 0xE3: return second == 0x80
        default: return false
        }
    }
}
