import Bitext
import MarkdownSyntax
import ParsedBitext

extension TokenizedBitext {
    /// The segments inside code blocks that have both variants, and whose variants differ. Their text is no text for rules:
    /// the page shows even their markup. But their names are names.
    func segmentsInCode() -> [SegmentPair] { segmentsInCodeBlocks().map(\.pair) }

    /// These segments, each with its code block in the source.
    func segmentsInCodeBlocks() -> [(pair: SegmentPair, block: MarkdownTree.ID)] {
        let (tree, text) = (parsed.source.tree, parsed.source.text)
        guard !text.runs.isEmpty, tree.hasCodeBlocks else { return [] }
        var found: [(pair: SegmentPair, block: MarkdownTree.ID)] = []
        for id in tree.ids where tree[id].kind == .codeBlock && !tree[id].range.isEmpty {
            // A segment can have several blocks.
            for pair in differingSegments(in: tree[id].range) where pair.index != found.last?.pair.index {
                found.append((pair, id))
            }
        }
        return found
    }

    /// The segments inside inline code that have both variants, and whose variants differ: the backticks are around the pair.
    func segmentsInCodeSpans() -> [SegmentPair] {
        // Nearly no page has one. It has no text, as inline code is no text.
        guard SegmentPairs(self, all: [], none: [.isSame, .isLong]).contains(where: { $0.text(.source).isEmpty }) else {
            return []
        }
        let tree = parsed.source.tree
        return tree.ids.filter { tree[$0].kind == .codeSpan }.flatMap {
            differingSegments(in: tree[$0].range, areWhole: true)
        }
    }

    /// The segments in a range of the source that have both variants, and whose variants differ, in order.
    ///
    /// - Parameter areWhole: only those that begin and end inside of the range.
    private func differingSegments(in range: SideRange, areWhole: Bool = false) -> [SegmentPair] {
        let text = parsed.source.text
        var found: [SegmentPair] = []
        var run = text.runIndex(at: range.lowerBound)
        if areWhole, text.runs[run].start <= range.lowerBound { run += 1 }
        while run < text.runs.count,
            areWhole ? text.runEnd(run) < range.upperBound : text.runs[run].start < range.upperBound
        {
            if let segment = text.runs[run].segment, found.last?.index != segment {
                let pair = SegmentPair(self, index: segment)
                if pair.contents.contains(.isPaired), pair.contents.isDisjoint(with: [.isSame, .isLong]) {
                    found.append(pair)
                }
            }
            run += 1
        }
        return found
    }
}

extension SegmentPair {
    /// Reports names of the source that the target does not have, each with what it has instead.
    ///
    /// - Parameters:
    ///   - expected: the ranges of the names in the source's Markdown.
    ///   - found: those of everything in the target's Markdown that has the form of such a name.
    ///   - severity: a lower severity for a name of the source; nil for the rule's own.
    func reportLostNames(
        _ noun: String, _ expected: [Range<Int>], _ found: [Range<Int>],
        severity: (Range<Int>) -> Finding.Severity? = { _ in nil }, _ report: inout Report
    ) {
        func name(_ range: Range<Int>, _ side: Side) -> String { tokenized.bitext[side].text(SideRange(range)) }
        let names = Set(expected.map { name($0, .source).lowercased() })
        let kept = Set(found.map { name($0, .target).lowercased() })
        var others = found.filter { !names.contains(name($0, .target).lowercased()) }
        for range in expected where !kept.contains(name(range, .source).lowercased()) {
            let text = name(range, .source)
            let other = others.isEmpty ? nil : others.removeFirst()
            let otherText = other.map { name($0, .target) }
            report.add(
                otherText.map { "the \(noun) differs: source has \(text), target has \($0)" }
                    ?? "the \(noun) \(text) is lost",
                in: self, .target, other.map { SideRange($0) }, evidence: .init(source: text, target: otherText),
                severity: severity(range))
        }
    }

    /// The commands in a variant's Markdown: `Get-Job`.
    func commands(_ side: Side) -> [Range<Int>] { names(side) { $0 == .command } }

    /// The paths and files in a variant's Markdown: `C:\Logs`, `setup.exe`.
    func paths(_ side: Side) -> [Range<Int>] { names(side) { $0 == .path || $0 == .file } }

    private func names(_ side: Side, _ includes: (Token.Kind) -> Bool) -> [Range<Int>] {
        let text = markdown(side)
        return text.withUnsafeBufferPointer { bytes in
            var lexer = Lexer(bytes, 0..<bytes.count, side == .source ? tokenized.sourceLanguage : language)
            return lexer.tokens().filter { includes($0.kind) }.map {
                text.startIndex + Int($0.lower)..<text.startIndex + Int($0.upper)
            }
        }
    }

    /// A lower severity for what a comment of the source has: comments are text, and translated as freely as text.
    func severityInCode(_ range: Range<Int>) -> Finding.Severity? {
        CommentSign.isBefore(range.lowerBound, in: tokenized.bitext[.source].bytes) ? .note : nil
    }

    /// Everything in a variant's Markdown that has the form of a command, in any language: `Neu-Auftrag`.
    func hyphenatedNames(_ side: Side) -> [Range<Int>] {
        let text = markdown(side)
        func isInName(_ byte: UInt8) -> Bool {
            byte.isASCIIAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "-")
        }
        var found: [Range<Int>] = []
        var index = text.startIndex
        while index < text.endIndex {
            guard isInName(text[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < text.endIndex, isInName(text[index]) { index += 1 }
            if text[start] != UInt8(ascii: "-"), text[start..<index].contains(UInt8(ascii: "-")) {
                found.append(start..<index)
            }
        }
        return found
    }
}
