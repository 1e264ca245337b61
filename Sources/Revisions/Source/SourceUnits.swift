import Bitext
import Hashing
import MarkdownSyntax
import PagePairs

/// The parts of a source page that are translated one by one: segments, code blocks, and markup that a reader sees.
struct SourceUnits {
    struct Unit {
        let range: Range<Int>
        /// In ``tokens``.
        let tokens: Range<Int>
        /// A hash of the tokens.
        let key: UInt64
        let part: SourceChange.Part
    }

    private(set) var units: [Unit] = []
    let tokens: [ReaderTokens.Token]
    let side: SideText

    init(_ page: InputFile) throws(BitextReadingError) {
        let (bitext, trees) = try PagePairReader().readParsed([page, page])
        self.init(bitext.source, trees.source, segments: bitext.segments.compactMap { $0.source?.range.values })
    }

    /// - Parameters:
    ///   - segments: the variants of the side, in its order.
    private init(_ side: SideText, _ tree: MarkdownTree, segments: [Range<Int>]) {
        self.side = side
        tokens = ReaderTokens(tree).tokens
        var next = 0
        var first = 0
        while first < tokens.count {
            let start = tokens[first].start
            while next < segments.count, segments[next].upperBound <= start { next += 1 }
            let segment = next < segments.count && segments[next].contains(start) ? segments[next] : nil
            var end = first + 1
            if tokens[first].kind != .codeBlock {
                while end < tokens.count, tokens[end].kind != .codeBlock {
                    if let segment {
                        guard segment.contains(tokens[end].start) else { break }
                    } else {
                        let isInSegment = next < segments.count && segments[next].contains(tokens[end].start)
                        guard !isInSegment, tokens[end].node == tokens[first].node,
                            tokens[end].kind == tokens[first].kind
                        else { break }
                    }
                    end += 1
                }
            }
            add(first..<end, segment, tree)
            first = end
        }
    }

    private mutating func add(_ range: Range<Int>, _ segment: Range<Int>?, _ tree: MarkdownTree) {
        let token = tokens[range.lowerBound]
        let bytes: Range<Int>
        if let segment {
            bytes = segment
        } else if token.kind == .codeBlock {
            bytes = tree[token.node].range.values
        } else {
            let last = tokens[range.upperBound - 1]
            let end = min(tree.bytes.count, last.start + last.text.utf8.count)
            bytes = token.start..<(last.kind == .markup ? tree.endOfShortcode(from: last.start) ?? end : end)
        }
        units.append(
            Unit(
                range: bytes, tokens: range, key: Self.key(tokens[range]),
                part: SourceChange.Part(tokens[range].first { $0.kind != .markup } ?? token, in: tree)))
    }

    private static func key(_ tokens: ArraySlice<ReaderTokens.Token>) -> UInt64 {
        var hash = KeyHash()
        for token in tokens {
            for byte in token.text.utf8 { hash.add(byte) }
            hash.add(0)
        }
        return hash.value.shortened
    }
}

extension UInt64 {
    /// 48 bits of a hash, as lock files have them. FNV-1a's high bits are mixed less than its low bits.
    var shortened: UInt64 { (self ^ self >> 32) & 0xFFFF_FFFF_FFFF }
}

extension MarkdownTree {
    /// Where the shortcode ends that begins at an offset.
    fileprivate func endOfShortcode(from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            bytes.firstOffset(of: "}", from: start, to: start + 1024).map { bytes.has("}}", at: $0) ? $0 + 2 : $0 + 1 }
        }
    }
}

extension SourceChange.Part {
    /// What the part is that a token is in.
    fileprivate init(_ token: ReaderTokens.Token, in tree: MarkdownTree) {
        switch token.kind {
        case .codeBlock: self = .code
        case .markup: self = .markup
        default:
            var node: MarkdownTree.ID? = token.node
            var part = Self.paragraph
            while let id = node {
                switch tree[id].kind {
                case .heading, .tab: part = .heading
                case .tableRow: part = .row
                case .item: part = .item
                default:
                    node = tree.parent(of: id)
                    continue
                }
                break
            }
            self = part
        }
    }
}
