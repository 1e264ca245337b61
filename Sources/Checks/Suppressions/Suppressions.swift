import Bitext

/// Comments in a file that turn rules off: `<!-- diptych-disable rule -->` up to `<!-- diptych-enable -->` or the end
/// of the file, and `<!-- diptych-disable-next-line rule -->`. Without a name they apply to all rules.
package struct Suppressions: Sendable {
    package enum Kind: Sendable { case disable, enable, nextLine }

    package struct Comment: Sendable {
        let kind: Kind
        let location: Location
        package let rules: [String]
        /// The location of each name in ``rules``.
        package let ruleLocations: [Location]
    }

    /// In the order of the files.
    package let comments: [Comment]

    /// Finds the comments in all files. Linear in their length.
    package init(_ bitext: Bitext) {
        comments = bitext.files.enumerated().flatMap { number, file in
            file.bytes.withUnsafeBufferPointer { Self.comments(in: $0, file: number) }
        }
    }

    private static func comments(in bytes: Bytes, file: Int) -> [Comment] {
        var comments: [Comment] = []
        var start = 0
        // `!` is the rarest byte of `<!--`.
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
            // The limit keeps the time linear with many unclosed comments. All rule names fit into it.
            guard let end = bytes.firstOffset(of: "-->", from: offset, to: min(bytes.count, offset + 4096)) else {
                continue
            }
            var rules: [String] = []
            var ruleLocations: [Location] = []
            while offset < end {
                guard Self.isName(bytes[offset]) else {
                    offset += 1
                    continue
                }
                let begin = offset
                while offset < end, Self.isName(bytes[offset]) { offset += 1 }
                rules.append(bytes.string(begin..<offset))
                ruleLocations.append(Location(file: file, range: FileRange(begin..<offset)))
            }
            comments.append(
                Comment(
                    kind: kind, location: Location(file: file, range: FileRange(opening..<end + 3)), rules: rules,
                    ruleLocations: ruleLocations))
            start = end + 3
        }
        return comments
    }

    private static func isName(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") }

    /// Removes the findings that a comment turns off.
    ///
    /// - Parameter findings: in the order of the files.
    package func filter(_ findings: [Finding], in bitext: Bitext) -> [Finding] {
        guard !comments.isEmpty else { return findings }
        var off: Set<String> = []
        var isAllOff = false
        // Rules that are on again after all were turned off.
        var on: Set<String> = []
        var next: [(file: Int, line: Int, rules: [String])] = []
        var index = 0
        var file = 0
        return findings.filter { finding in
            // A comment applies to its own file only.
            if finding.location.file != file { (file, off, isAllOff, on) = (finding.location.file, [], false, []) }
            while index < comments.count, comments[index].location.start <= finding.location.start {
                let comment = comments[index]
                index += 1
                if comment.location.file != file { continue }
                switch comment.kind {
                case .disable where comment.rules.isEmpty: (isAllOff, on) = (true, [])
                case .disable:
                    off.formUnion(comment.rules)
                    on.subtract(comment.rules)
                case .enable where comment.rules.isEmpty: (isAllOff, off, on) = (false, [], [])
                case .enable:
                    off.subtract(comment.rules)
                    on.formUnion(comment.rules)
                case .nextLine:
                    let line = bitext.files[file].line(of: comment.location.range.upperBound - 1)
                    next = [(file, line + 1, comment.rules)]
                }
            }
            let isOffOnItsLine = next.contains {
                $0.file == file && $0.line == finding.start.line
                    && ($0.rules.isEmpty || $0.rules.contains(finding.rule))
            }
            if isOffOnItsLine { return false }
            return !(off.contains(finding.rule) || (isAllOff && !on.contains(finding.rule)))
        }
    }
}
