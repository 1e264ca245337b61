import Bitext

/// Comments in a file that turn rules off: `<!-- diptych-disable rule -->` up to `<!-- diptych-enable -->` or the end
/// of the file, `<!-- diptych-disable-line rule -->` and `<!-- diptych-disable-next-line rule -->`. Without a name they
/// apply to all rules.
package struct Suppressions: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case disable, enable
        case line = "disable-line"
        case nextLine = "disable-next-line"
    }

    package struct Comment: Sendable {
        let kind: Kind
        let location: Location
        package let rules: [String]
        /// The location of each name in ``rules``.
        package let ruleLocations: [Location]
    }

    /// The word of a comment that begins like the others and turns nothing off: `<!-- diptych-disble rule -->`.
    struct UnknownWord: Sendable {
        let word: String
        let location: Location
    }

    /// In the order of the files.
    package private(set) var comments: [Comment] = []
    private(set) var unknownWords: [UnknownWord] = []

    /// Finds the comments in the file of the target: those in the source of a page pair are about the source. Linear in its
    /// length.
    package init(_ bitext: Bitext) {
        let number = bitext[.target].file
        bitext.files[number].bytes.withUnsafeBufferPointer { readComments(in: $0, file: number) }
    }

    init(comments: [Comment]) { self.comments = comments }

    private mutating func readComments(in bytes: Bytes, file: Int) {
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
            let offset = Self.endOfWord(from: start, bytes)
            let word = bytes.string(start..<offset)
            // The limit keeps the time linear with many unclosed comments. All rule names fit into it.
            guard let end = bytes.firstOffset(of: "-->", from: offset, to: min(bytes.count, offset + 4096)) else {
                continue
            }
            guard let kind = Kind(rawValue: word) else {
                unknownWords.append(
                    UnknownWord(word: word, location: Location(file: file, range: FileRange(start..<offset))))
                continue
            }
            var rules: [String] = []
            var ruleLocations: [Location] = []
            let text = bytes.string(offset..<end)
            // A name that is not ASCII is that of no rule, but without it the comment would be about all rules.
            for name in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }) {
                let begin = offset + text.utf8.distance(from: text.startIndex, to: name.startIndex)
                rules.append(String(name))
                ruleLocations.append(Location(file: file, range: FileRange(begin..<begin + name.utf8.count)))
            }
            comments.append(
                Comment(
                    kind: kind, location: Location(file: file, range: FileRange(opening..<end + 3)), rules: rules,
                    ruleLocations: ruleLocations))
            start = end + 3
        }
    }

    /// Where a word of letters and dashes ends, without the dashes of `-->`. The words that turn rules off are short.
    private static func endOfWord(from start: Int, _ bytes: Bytes) -> Int {
        var end = start
        while end < bytes.count, end - start < 32, bytes[end].isASCIILetter || bytes[end] == UInt8(ascii: "-") {
            end += 1
        }
        while end > start, bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
        return end
    }

    /// Removes the findings that a comment turns off.
    ///
    /// - Parameter findings: in the order of the files.
    package func filter(_ findings: [Finding], in bitext: Bitext) -> [Finding] {
        var use = Use()
        return filter(findings, in: bitext, &use)
    }

    /// Removes the findings that a comment turns off, and notes which comments did so.
    func filter(_ findings: [Finding], in bitext: Bitext, _ use: inout Use) -> [Finding] {
        guard !comments.isEmpty else { return findings }
        let lines = linesThatAreOff(in: bitext)
        var region = Scope()
        // Rules that are on again after all were turned off.
        var on: Set<String> = []
        var index = 0
        var file = 0
        return findings.filter { finding in
            // A comment applies to its own file only.
            if finding.location.file != file { (file, region, on) = (finding.location.file, Scope(), []) }
            while index < comments.count, comments[index].location.start <= finding.location.start {
                let comment = comments[index]
                if comment.location.file == file {
                    switch comment.kind {
                    case .disable:
                        region.add(comment, index)
                        on = comment.rules.isEmpty ? [] : on.subtracting(comment.rules)
                    case .enable where comment.rules.isEmpty: (region, on) = (Scope(), [])
                    case .enable:
                        for rule in comment.rules { region.rules[rule] = nil }
                        on.formUnion(comment.rules)
                    case .line, .nextLine: break
                    }
                }
                index += 1
            }
            let rule = finding.rule
            let line = lines[Line(file: file, number: finding.start.line)] ?? Scope()
            // A comment for one line counts before one that goes on: it shows that the fault is meant.
            if let comment = line.rules[rule] ?? region.rules[rule] {
                use.add(comment, rule)
                return false
            }
            guard let comment = line.all ?? (on.contains(rule) ? nil : region.all) else { return true }
            use.add(comment, nil)
            return false
        }
    }

    /// What is off, and by which comment.
    private struct Scope {
        var all: Int?
        var rules: [String: Int] = [:]

        /// Of two comments that say the same the first counts.
        mutating func add(_ comment: Comment, _ index: Int) {
            if comment.rules.isEmpty { all = all ?? index }
            for rule in comment.rules where rules[rule] == nil { rules[rule] = index }
        }
    }

    private struct Line: Hashable {
        let file: Int
        let number: Int
    }

    /// What the comments for one line turn off. The next line of a comment is the next one that is neither empty nor such
    /// a comment.
    private func linesThatAreOff(in bitext: Bitext) -> [Line: Scope] {
        var lines: [Line: Scope] = [:]
        // Where the text after a comment and those that follow it begins.
        var content = 0
        var nextLines: [(line: Line, index: Int)] = []
        for index in comments.indices.reversed() {
            let comment = comments[index]
            let file = bitext.files[comment.location.file]
            let end = comment.location.range.upperBound.value
            let offset = file.bytes[end...].firstIndex { !$0.isASCIIBlank } ?? file.bytes.count
            let isFollowed =
                index + 1 < comments.count && comments[index + 1].location.file == comment.location.file
                && comments[index + 1].location.range.lowerBound.value == offset
            if !isFollowed { content = offset }
            if comment.kind == .nextLine {
                // Text after the comment on its own line is not on the next one.
                let last = file.line(of: FileOffset(end - 1))
                let number = max(last + 1, file.line(of: FileOffset(content)))
                nextLines.append((Line(file: comment.location.file, number: number), index))
            }
        }
        for (line, index) in nextLines.reversed() { lines[line, default: Scope()].add(comments[index], index) }
        for (index, comment) in comments.enumerated() where comment.kind == .line {
            let number = bitext.files[comment.location.file].line(of: comment.location.range.lowerBound)
            lines[Line(file: comment.location.file, number: number), default: Scope()].add(comment, index)
        }
        return lines
    }

    /// Which comments turned a finding off.
    struct Use {
        /// Comments for all rules that did.
        private var all: Set<Int> = []
        /// The rules of each comment that names rules.
        private var rules: [Int: Set<String>] = [:]

        mutating func add(_ comment: Int, _ rule: String?) {
            if let rule { rules[comment, default: []].insert(rule) } else { all.insert(comment) }
        }

        func contains(_ comment: Int, _ rule: String?) -> Bool {
            rule.map { rules[comment]?.contains($0) ?? false } ?? all.contains(comment)
        }
    }

    /// The comments, and the names in them, that turned nothing off.
    ///
    /// - Parameters:
    ///   - use: what ``filter(_:in:_:)`` noted.
    ///   - judged: the rules that would have found something. Others may, another time.
    ///   - judgesAll: whether comments without a name are among the result.
    func unused(_ use: Use, judged: Set<String>, judgesAll: Bool) -> [(location: Location, rule: String?)] {
        var unused: [(location: Location, rule: String?)] = []
        for (index, comment) in comments.enumerated() where comment.kind != .enable {
            if comment.rules.isEmpty, judgesAll, !use.contains(index, nil) { unused.append((comment.location, nil)) }
            for (rule, location) in zip(comment.rules, comment.ruleLocations)
            where judged.contains(rule) && !use.contains(index, rule) {
                unused.append((location, rule))
            }
        }
        return unused
    }
}
