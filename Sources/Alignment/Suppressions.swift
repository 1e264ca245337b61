import Bitext

/// Comments in a page that switch rules off: `<!-- diptych-disable rule -->` up to `<!-- diptych-enable -->` or the page's end,
/// and `<!-- diptych-disable-next-line rule -->`. Without a name they mean all rules.
struct Suppressions {
    enum Kind { case disable, enable, nextLine }

    struct Comment {
        let kind: Kind
        /// Byte offsets of ``Page/bytes``.
        let range: Range<Int>
        let rules: [String]
        /// Where each name stands.
        let places: [Range<Int>]
    }

    let comments: [Comment]

    /// Finds the comments. Linear in the page.
    init(_ page: Page) {
        var comments: [Comment] = []
        page.bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            // The rarest byte of a comment's beginning.
            while let mark = bytes.firstOffset(of: UInt8(ascii: "!"), from: start) {
                let opening = mark - 1
                start = mark + 1
                guard bytes.has("<!--", at: opening) else { continue }
                start = mark + 3
                while start < bytes.count, start - mark < 19, bytes[start].isASCIIBlank { start += 1 }
                guard bytes.has("diptych-", at: start) else { continue }
                start += 8
                let kind: Kind
                var offset: Int
                if bytes.has("disable-next-line", at: start) {
                    (kind, offset) = (.nextLine, start + 17)
                } else if bytes.has("disable", at: start) {
                    (kind, offset) = (.disable, start + 7)
                } else if bytes.has("enable", at: start) {
                    (kind, offset) = (.enable, start + 6)
                } else {
                    continue
                }
                // A comment of this kind stands on one line and names a few rules.
                guard let end = bytes.firstOffset(of: "-->", from: offset, to: min(bytes.count, offset + 4096)) else {
                    continue
                }
                var rules: [String] = []
                var places: [Range<Int>] = []
                while offset < end {
                    guard Self.isName(bytes[offset]) else {
                        offset += 1
                        continue
                    }
                    let begin = offset
                    while offset < end, Self.isName(bytes[offset]) { offset += 1 }
                    rules.append(bytes.string(begin..<offset))
                    places.append(begin..<offset)
                }
                comments.append(Comment(kind: kind, range: opening..<end + 3, rules: rules, places: places))
                start = end + 3
            }
        }
        self.comments = comments
    }

    private static func isName(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") }

    /// Leaves out the findings that a comment switches off; they are in the page's order.
    func filter(_ findings: [Finding], on page: Page) -> [Finding] {
        guard !comments.isEmpty else { return findings }
        var off: Set<String> = []
        var isAllOff = false
        // With everything off, some rules may be on again.
        var on: Set<String> = []
        var next: [(line: Int, rules: [String])] = []
        var index = 0
        return findings.filter { finding in
            while index < comments.count, comments[index].range.lowerBound <= finding.range.lowerBound {
                let comment = comments[index]
                switch comment.kind {
                case .disable where comment.rules.isEmpty: (isAllOff, on) = (true, [])
                case .disable:
                    off.formUnion(comment.rules)
                    on.subtract(comment.rules)
                case .enable where comment.rules.isEmpty: (isAllOff, off, on) = (false, [], [])
                case .enable:
                    off.subtract(comment.rules)
                    on.formUnion(comment.rules)
                case .nextLine: next = [(page.line(of: comment.range.upperBound - 1) + 1, comment.rules)]
                }
                index += 1
            }
            if next.contains(where: {
                $0.line == finding.start.line && ($0.rules.isEmpty || $0.rules.contains(finding.rule))
            }) {
                return false
            }
            return !(off.contains(finding.rule) || (isAllOff && !on.contains(finding.rule)))
        }
    }
}
