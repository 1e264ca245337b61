import ParsedBitext

/// A parameter or switch of the source that is missing in the target.
struct ParameterName: SegmentRule {
    static let description = RuleDescription(
        "parameter", .warning, .doNotTranslate, "A parameter or switch of the source was translated, changed or lost.",
        discussion: """
            A command knows the names `-Identity` and `/quiet`. It does not know `-Identité`, and `/Recurse` is not
            `-Recurse`. A sign and a word are a parameter if the word has capitals inside, if the sentence mentions a
            parameter, switch or option, if the segment has a command or another parameter, if they are in bold or
            italics, or if a heading or an item begins with them and describes them (“-Name: The name”). Otherwise
            (“Create /assign agents”) the finding is a note. A name that lost only its sign is a note, too; one with a
            blank after its sign (`- ComputerName`) is not. In a heading, a cell or an item that is only a parameter
            (`-Command | -c`), the target must have
            exactly its names, unless it is a slash and a word far from any command (“/Filters”). Copy the parameter
            from the source.
            """,
        bad: .init("Use -Recurse for subfolders.", "Utilisez /Recurse pour les sous-dossiers."),
        good: .init("Use -Recurse for subfolders.", "Utilisez -Recurse pour les sous-dossiers."),
        precision:
            """
            13 of 24 on pages of ten locales that nobody had read (30 November 2026), then 6 of 6 others when \
            the rule had been improved
            """
    )
    static let appliesTo: SegmentContents = [.parameters, .words, .codeSpans]

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        checkSegments(tokenized, &report)
        for pair in tokenized.segmentsInCode() {
            let source = OptionNames(in: pair.markdown(.source), requiresAlone: false)
            // A single letter after a hyphen may be an operand.
            let names = source.names.filter { $0.count > 2 }
            let target = OptionNames(in: pair.markdown(.target), requiresAlone: false)
            pair.reportLostNames("parameter", names, target.names, &report)
        }
    }

    func check(_ pair: SegmentPair, _ report: inout Report) {
        if OptionNames.mayBeAlone(pair.markdown(.source)), isListedWord(pair) || checkAlone(pair, &report) { return }
        guard pair.contents.contains(.parameters) else { return }
        IdentifierComparison(
            includes: { $0.kind == .parameter }, noun: "parameter",
            isUncertain: { token, _, pair in
                isWord(token, pair)
                    ? !isAltered(token, pair) && !isMentioned(token, pair) && !isDescribed(token, pair)
                        && !(pair.text(token.range, .source).starts(with: "--".utf8) && hasBlankInside(token, pair))
                    // Only the sign is lost. With a blank after it, `- ComputerName`, it is another operand.
                    : pair.shows(pair.text(token.range, .source).dropFirst(), .target) && !hasBlankInside(token, pair)
            }, isOptional: { isGlued($0, $1) || isBullet($0, $1) }
        ).check(pair, &report)
    }

    /// Whether the target has its sign and its name with a blank between them.
    private func hasBlankInside(_ token: Token, _ pair: SegmentPair) -> Bool {
        BrokenName(pair.text(token.range, .source), in: pair.text(.target)) != nil
    }

    /// Compares the names of a segment whose source is only options. Returns false for other segments.
    private func checkAlone(_ pair: SegmentPair, _ report: inout Report) -> Bool {
        let source = OptionNames(in: pair.markdown(.source), requiresAlone: true)
        guard source.isAlone, let first = source.names.first else { return false }
        // "/month" in a list of prices is a word.
        if source.names.count == 1, pair.markdown(.source)[first].first == UInt8(ascii: "/"),
            pair.markdown(.source)[first].allSatisfy({ $0 == UInt8(ascii: "/") || $0 >= UInt8(ascii: "a") }),
            !isHeadingOfOption(pair), !isNearCommand(pair)
        {
            return false
        }
        let found = OptionNames(in: pair.markdown(.target), requiresAlone: false)
        pair.reportLostNames("parameter", source.names, found.names, &report)
        return true
    }

    /// Whether a segment is only a slash and an ordinary word, and nothing near is a command: a piece of a list such as
    /// “Tabs/Filters”, or “/month” beside a price.
    private func isListedWord(_ pair: SegmentPair) -> Bool {
        let text = pair.markdown(.source).trimmingBlanks
        let word = text.dropFirst()
        guard text.first == UInt8(ascii: "/"), word.count > 1, word.first?.isASCIILetter ?? false,
            word.dropFirst().allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") })
        else { return false }
        return !isHeadingOfOption(pair) && !isNearCommand(pair)
    }

    /// Whether a segment is a heading, as options have, and no common word: `## /page` can be part of an address.
    private func isHeadingOfOption(_ pair: SegmentPair) -> Bool {
        guard pair.isHeading else { return false }
        let word = pair.markdown(.source).trimmingBlanks.dropFirst().prefix(while: \.isASCIILetter)
        return !Self.commonWords.contains(String(decoding: word, as: UTF8.self).lowercased())
    }

    private static let commonWords: Set<String> = [
        "page", "pages", "month", "months", "year", "years", "day", "days", "week", "weeks", "user", "users", "hour",
        "hours",
    ]

    /// Whether one of the segments around has a command, a file, code, another parameter, or is a short one about
    /// parameters, such as the head of a table.
    private func isNearCommand(_ pair: SegmentPair) -> Bool {
        (pair.index - 10...pair.index + 10).contains { index in
            guard index != pair.index, pair.tokenized.contents.indices.contains(index) else { return false }
            let other = SegmentPair(pair.tokenized, index: index)
            if !other.contents.isDisjoint(with: [.commands, .codeSpans, .codeBlocks]) { return true }
            let tokens = other.tokens(.source)
            return tokens.contains { token in
                switch token.kind {
                case .file: true
                case .parameter: !isWord(token, other)
                case .word: tokens.count <= 6 && Self.nouns.contains(token.hash)
                default: false
                }
            }
        }
    }

    /// Whether the hyphen is the bullet of a list that became one line: "Plan B   -Relays 1   - Port 3   - Port 4".
    private func isBullet(_ token: Token, _ pair: SegmentPair) -> Bool {
        let text = pair.text(.source)
        return text[..<token.range.lowerBound.value].suffix(2).elementsEqual("  ".utf8)
            && text[token.range.upperBound.value...].contains(Array("  - ".utf8))
    }

    /// Whether the source lacks the end of a sentence after a name: the target of “/CreateStoreTo verify it” has
    /// `/CreateStore` at the end of a sentence or of its code.
    private func isGlued(_ token: Token, _ pair: SegmentPair) -> Bool {
        let text = pair.text(token.range, .source)
        guard let word = Identifier.firstWords.first(where: { text.suffix($0.utf8.count).elementsEqual($0.utf8) })
        else { return false }
        let (name, target) = (text.dropLast(word.utf8.count), pair.markdown(.target))
        guard name.count > 3, let place = target.firstPlace(of: name) else { return false }
        let after = target[place.upperBound...]
        return after.isEmpty || ["`", ".", "!", "。", "．", "।"].contains { after.starts(with: $0.utf8) }
    }

    /// Whether it is a sign and one word in small letters or in capitals, which ordinary text can have, too.
    private func isWord(_ token: Token, _ pair: SegmentPair) -> Bool {
        let name = pair.text(token.range, .source).drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
        return name.allSatisfy(\.isASCIILetter)
            && (name.dropFirst().allSatisfy { $0 >= UInt8(ascii: "a") } || name.allSatisfy { $0 <= UInt8(ascii: "Z") })
    }

    /// Whether the target has a changed form of it: a word that begins with the same letters after `-`, or after `/`
    /// where the source has `-`. `-Identité`, `/Identity`.
    private func isAltered(_ token: Token, _ pair: SegmentPair) -> Bool {
        let text = pair.text(token.range, .source)
        guard text.count > 5 else { return false }
        let name = text.dropFirst().prefix(4)
        return pair.shows([UInt8(ascii: "-")] + name, .target)
            || (text.first == UInt8(ascii: "-") && pair.shows([UInt8(ascii: "/")] + name, .target))
    }

    /// Whether the source calls it a parameter, has a command or another parameter, or it is all of a text in bold or italics.
    private func isMentioned(_ token: Token, _ pair: SegmentPair) -> Bool {
        let isMarked = pair.elements(.source).contains {
            ($0.kind == .strong || $0.kind == .emphasis) && $0.textRange == token.range
        }
        return isMarked
            || pair.tokens(.source).contains { other in
                switch other.kind {
                case .command: true
                case .file: other.upper <= token.lower
                case .parameter: other.lower != token.lower && !isWord(other, pair)
                case .word:
                    Self.nouns.contains(other.hash) && abs(Int(other.lower) - Int(token.lower)) < 40
                default: false
                }
            }
    }

    /// Whether a heading or an item begins with it, and a colon or a dash and its description follow: “-Name – The name of
    /// the relay”. In other text, the hyphen can be the marker of an item without its blank: “-Example: MT1”.
    private func isDescribed(_ token: Token, _ pair: SegmentPair) -> Bool {
        let text = pair.text(.source)
        guard text[..<token.range.lowerBound.value].isBlankText,
            text[token.range.lowerBound] != UInt8(ascii: "/") || isNearCommand(pair),
            pair.isHeading || pair.isListItem
        else { return false }
        var rest = text[token.range.upperBound.value...].trimmingBlanks
        // The kind of its value: `-Name <String>`.
        if rest.first == UInt8(ascii: "<"), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
            rest = rest[(end + 1)...].trimmingBlanks
        }
        return [":", "– ", "— ", "- "].contains { rest.starts(with: $0.utf8) }
    }

    private static let nouns = Set(
        [
            "parameter", "parameters", "switch", "switches", "option", "options", "flag", "flags", "argument",
            "arguments",
        ]
        .map(Token.hash(of:)))
}
