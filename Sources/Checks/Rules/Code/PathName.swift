import ParsedBitext

/// A path, file name, registry key or variable of the source that is missing in the target.
struct PathName: SegmentRule {
    static let description = RuleDescription(
        "path", .warning, .doNotTranslate,
        "A path, file name, registry key or variable of the source was translated, changed or lost.",
        discussion: """
            `C:\\Windows`, `setup.exe`, `HKLM:\\Software` and `%TEMP%` are the same in every language. With a space
            inside, or with a translated folder, a path does not work. A path of general words
            (`drive:\\path\\filename`), and two words with a backslash between them, may be translated, so they are a
            note. So are a path with a variable in italics, the example in a label, what stands after the `$$` of a formula, and
            a path in a tree that the reader names, `Model\\Lines\\Sum`, with as many parts in the target.
            Segments in code blocks are compared, too; in a comment of the code, the finding is a note. Copy the name from
            the source.
            """,
        bad: .init("Open C:\\Relay\\relay.log.", "Ouvrez C:\\Relais\\relais.log."),
        good: .init("Open C:\\Relay\\relay.log.", "Ouvrez C:\\Relay\\relay.log."),
        precision:
            """
            208 of 214 on pages of fifteen locales that nobody had read (30 November 2026), then 40.5 of 43 \
            others when the rule had been improved
            """
    )
    static let appliesTo = SegmentContents.paths

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        checkSegments(tokenized, &report)
        for pair in tokenized.segmentsInCode() {
            let (source, target) = (pair.markdown(.source), pair.markdown(.target))
            let lost = pair.paths(.source).filter { target.firstPlace(of: source[$0]) == nil && !isWords(source[$0]) }
            pair.reportLostNames("name", lost, pair.paths(.target), severity: pair.severityInCode, &report)
        }
    }

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let text = pair.text(.source)
        let formulas = TeXFormula.mayBe(in: text) ? TeXFormula.all(in: text) : []
        IdentifierComparison(
            includes: { $0.kind == .path || $0.kind == .file || $0.kind == .variable }, noun: "name",
            isUncertain: { token, found, pair in
                let text = pair.text(token.range, .source)
                // The formula is compared as a whole.
                if formulas.contains(where: { $0.range.contains(token.range.lowerBound.value) }) { return true }
                // Beside a formula, `$a0, a1$` are two letters and no variable of a shell.
                if token.kind == .variable, !formulas.isEmpty { return text.first == UInt8(ascii: "$") }
                if let found, isTranslatedInItalics(token, found, pair) { return true }
                guard token.kind == .path else { return false }
                if isInOpenFormula(token, pair), isSameFormula(token, pair) { return true }
                if found != nil, isExampleInLabel(token, pair) { return true }
                // Keys that are pressed together: "ALT_SHIFT+Left/Right".
                if text.contains(UInt8(ascii: "+")), !text.contains(UInt8(ascii: "\\")) { return true }
                return isWords(text) || isInQuotedTree(token, pair) || isInPattern(token, pair)
                    || found.map { isTree(text, pair.text($0.range, .target)) } ?? false
            }
        ).check(pair, &report)
    }

    /// Whether part of it is in italics, a variable that the reader replaces, and the target has the rest: `_version_.zip` is
    /// `_версия_.zip`.
    private func isTranslatedInItalics(_ token: Token, _ found: Token, _ pair: SegmentPair) -> Bool {
        pair.elements(.source).contains { element in
            guard element.kind == .emphasis, !element.textRange.isEmpty, element.textRange.overlaps(token.range) else {
                return false
            }
            let range = element.textRange.clamped(to: token.range)
            let (before, after) = (
                pair.text(token.range.lowerBound..<range.lowerBound, .source),
                pair.text(range.upperBound..<token.range.upperBound, .source)
            )
            let other = pair.text(found.range, .target)
            return before.count + after.count > 0 && other.starts(with: before)
                && other.suffix(after.count).elementsEqual(after)
        }
    }

    /// Whether the target has it with other blanks, none of them after a backslash: a blank is nothing in TeX, but `\ sum` is no command.
    private func isSameFormula(_ token: Token, _ pair: SegmentPair) -> Bool {
        guard let found = BrokenName(pair.text(token.range, .source), in: pair.text(.target)) else { return false }
        let text = pair.text(found.range, .target)
        return !zip(text, text.dropFirst()).contains { $0 == UInt8(ascii: "\\") && $1.isASCIIBlank }
    }

    /// Whether a formula begins before it in the segment, `$$`, that ends in another one.
    private func isInOpenFormula(_ token: Token, _ pair: SegmentPair) -> Bool {
        let signs = Array("$$".utf8)
        var rest = pair.text(.source)[..<token.range.lowerBound.value]
        var isOpen = false
        while let place = rest.firstPlace(of: signs[...]) {
            isOpen.toggle()
            rest = rest[place.upperBound...]
        }
        return isOpen
    }

    /// Whether it is the example in the label of a box, which may be localised: "**Type a local path (example: c:\backup)**".
    private func isExampleInLabel(_ token: Token, _ pair: SegmentPair) -> Bool {
        pair.elements(.source).contains { label in
            guard label.kind == .strong, label.textRange.lowerBound < token.range.lowerBound,
                label.textRange.upperBound >= token.range.upperBound
            else { return false }
            let before = pair.string(label.textRange.lowerBound..<token.range.lowerBound, .source).lowercased()
            return ["example", "e.g.", "such as"].contains { before.contains($0) }
        }
    }

    /// Whether it is part of a regular expression, in which `\b` is the end of a word: `\bRelay\d{4}\b`.
    private func isInPattern(_ token: Token, _ pair: SegmentPair) -> Bool {
        let text = pair.text(.source)
        return pair.text(token.range, .source).starts(with: "\\b".utf8)
            && ["\\b)", "\\d", "(?"].contains { text.contains(Array($0.utf8)) }
    }

    /// Whether it is two words with a backslash between them, or a path of general words: `Confidential\Finance`,
    /// `drive:\path\filename.wk1`.
    private func isWords(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "\\"), omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIILetter) }) { return true }
        return parts.count >= 2
            && parts.allSatisfy { part in
                Self.generalWords.contains(
                    String(decoding: part.prefix(while: \.isASCIILetter), as: UTF8.self).lowercased())
            }
    }

    /// Whether it is a path of words from no root to no file, and the target has another one with as many parts. The reader of
    /// a localised sample names the nodes of such trees.
    private func isTree(_ source: ArraySlice<UInt8>, _ target: ArraySlice<UInt8>) -> Bool {
        let backslash = UInt8(ascii: "\\")
        func parts(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
            text.split(separator: backslash, omittingEmptySubsequences: true)
        }
        let (words, others) = (parts(source), parts(target))
        return source.first.map(\.isASCIILetter) ?? false && words.count >= 3 && words.count == others.count
            && target.first != backslash
            && words.allSatisfy { $0.allSatisfy(\.isASCIIAlphanumeric) }
            // `Orders= Lines\Relay\Sum` can lose its blank.
            && others.allSatisfy { $0.allSatisfy { $0.isASCIIAlphanumeric || $0 >= 0x80 || $0 == UInt8(ascii: "=") } }
    }

    /// Whether it is part of a tree of labels in quotation marks, and the target has as many backslashes: 'Zip output\Attached file\Base64'.
    /// A path that a computer reads has a drive, a root or a dot.
    private func isInQuotedTree(_ token: Token, _ pair: SegmentPair) -> Bool {
        let text = pair.text(.source)
        // The last bytes of ‘ ’ “ and ”, or ASCII.
        func isQuote(_ byte: UInt8) -> Bool { [0x22, 0x27, 0x98, 0x99, 0x9C, 0x9D].contains(byte) }
        guard let open = text[..<token.range.lowerBound.value].lastIndex(where: isQuote),
            let close = text[token.range.upperBound.value...].firstIndex(where: isQuote)
        else { return false }
        let label = text[(open + 1)..<close]
        let backslash = UInt8(ascii: "\\")
        return label.contains(0x20) && label.first?.isASCIILetter ?? false && !label.contains { $0.isOne(of: ":.%$") }
            && text.count { $0 == backslash } == pair.text(.target).count { $0 == backslash }
    }

    private static let generalWords: Set<String> = [
        "drive", "path", "filename", "file", "name", "folder", "directory", "server", "share", "domain", "user",
        "username", "computer", "database",
    ]
}
