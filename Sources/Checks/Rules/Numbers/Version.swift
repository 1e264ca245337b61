import Bitext
import ParsedBitext

/// Versions, IP addresses and other numbers with several parts that are missing or different in the target.
struct Version: SegmentRule {
    static let description = RuleDescription(
        "version", .warning, .doNotTranslate, "A version or an IP address of the source was changed or lost.",
        discussion: """
            `6.0.9319.0` and `10.0.0.1` are names made of digits. They keep their digits and dots in every language.
            Copy the version from the source. A number with one dot is a version if the word “version” or a name is
            before it (“PowerShell 2,0” for “PowerShell 2.0”), or “or later” after it; `--fix` restores its dot. An
            amount of money, a rate and a number with a unit are no versions: their decimal sign is the target
            language's. After a word that may be a name or a quantity, the finding is a note and has no fix.
            """,
        bad: .init("Install version 6.0.9319.", "Installez la version 6,0,9319."),
        good: .init("Install version 6.0.9319.", "Installez la version 6.0.9319."),
        precision: "95 of 95 on pages of fourteen locales that nobody had read (30 November 2026)",
        isFixable: true)
    static let appliesTo = SegmentContents.numbers

    func check(_ pair: SegmentPair, _ report: inout Report) {
        checkLocalised(pair, &report)
        for token in pair.tokens(.source) where token.kind == .version {
            if pair.tokens(.target).contains(where: { $0.hash == token.hash && $0.kind == .version }) { continue }
            if pair.contains(pair.text(token.range, .source), .target) { continue }
            let name = pair.string(token.range, .source)
            let digits = pair.text(token.range, .source).filter(\.isASCIIDigit)
            let found = pair.tokens(.target).first { other in
                (other.kind == .version || other.kind == .number)
                    && !pair.contains(pair.text(other.range, .target), .source)
                    && (other.kind == .version || pair.text(other.range, .target).filter(\.isASCIIDigit) == digits)
            }
            if let found {
                let other = pair.string(found.range, .target)
                report.add(
                    "source has \(name), target has \(other)", in: pair, .target, pair.sideRange(found.range, .target),
                    evidence: .init(source: name, target: other))
            } else {
                report.add(
                    "\(name) is lost", in: pair, .target, evidence: .init(source: name))
            }
        }
    }

    // MARK: A comma for the dot

    /// Reports "PowerShell 2,0" for "PowerShell 2.0".
    private func checkLocalised(_ pair: SegmentPair, _ report: inout Report) {
        let source = pair.tokens(.source)
        for index in source.indices where source[index].kind == .number {
            let text = pair.text(source[index].range, .source)
            guard isDotted(text), !pair.contains(text, .target),
                let clue = VersionClue(source, at: index, pair),
                clue.isCertain || !isAmount(source[index], .source, pair)
            else { continue }
            let localised = text.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: ",") : $0 }
            let hash = WordHash(localised).value
            let tokens = pair.tokens(.target)
            let places = tokens.indices.filter { tokens[$0].kind == .number && tokens[$0].hash == hash }
            guard let place = self.place(of: index, places, pair) else {
                if clue.isCertain { checkBroken(source[index], pair, &report) }
                continue
            }
            let token = pair.tokens(.target)[place]
            guard !isAmount(token, .target, pair) else { continue }
            let isKept = isNameKept(before: place, source[index - (clue.isAfter ? 0 : 1)], pair)
            let isSure = clue.isCertain || (isKept && clue.isLikely)
            let (was, now) = (pair.string(source[index].range, .source), pair.string(token.range, .target))
            report.add(
                "a version keeps its dot: source has \(was), target has \(now)", in: pair, .target,
                pair.sideRange(token.range, .target), evidence: .init(source: was, target: now),
                severity: isSure || clue.isProbable ? nil : .note, fix: isSure ? was : nil)
        }
    }

    /// Reports a version whose parts are apart in the target: "2. 5" and "2 5" for "2.5".
    private func checkBroken(_ version: Token, _ pair: SegmentPair, _ report: inout Report) {
        let parts = pair.text(version.range, .source).split(separator: UInt8(ascii: "."))
        let (text, tokens) = (pair.text(.target), pair.tokens(.target))
        let places = tokens.indices.dropLast().filter { index in
            let (first, second) = (tokens[index], tokens[index + 1])
            return pair.text(first.range, .target) == parts[0] && pair.text(second.range, .target) == parts[1]
                && second.range.lowerBound - first.range.upperBound <= 3
                && text[first.range.upperBound.value..<second.range.lowerBound.value].allSatisfy {
                    $0.isOne(of: " .,") || $0 == 0xC2 || $0 == 0xA0
                }
        }
        guard places.count == 1 else { return }
        let range = tokens[places[0]].range.lowerBound..<tokens[places[0] + 1].range.upperBound
        let (was, now) = (pair.string(version.range, .source), pair.string(range, .target))
        report.add(
            "a version keeps its dot: source has \(was), target has \(now)", in: pair, .target,
            pair.sideRange(range, .target), evidence: .init(source: was, target: now))
    }

    /// Whether a number is digits, one dot and digits.
    private func isDotted(_ text: ArraySlice<UInt8>) -> Bool {
        text.count { $0 == UInt8(ascii: ".") } == 1 && text.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
    }

    /// The token of the target that stands for the number: the first of the source is the first of the target. Nil where the
    /// sides have it in different numbers, because then it is not known which is which.
    private func place(of index: Int, _ places: [Int], _ pair: SegmentPair) -> Int? {
        guard !places.isEmpty else { return nil }
        let tokens = pair.tokens(.source)
        let same = tokens.indices.filter { tokens[$0].kind == .number && tokens[$0].hash == tokens[index].hash }
        guard same.count == places.count, let order = same.firstIndex(of: index) else { return nil }
        return places[order]
    }

    /// Whether a number has a currency or a unit.
    private func isAmount(_ token: Token, _ side: Side, _ pair: SegmentPair) -> Bool {
        let language = side == .source ? pair.tokenized.sourceLanguage : pair.language
        let text = pair.text(side)
        let before = text[..<token.range.lowerBound.value].last { $0 != 0x20 }
        return before == UInt8(ascii: "%") || before == UInt8(ascii: "$")
            || Currency.currency(around: token.range.values, in: text, language) != nil
            || MeasureUnit.unit(
                in: text[token.range.upperBound.value...], language, digits: token.range.count) != nil
    }

    /// Whether the token before a number of the target is the same name as in the source, as names stay what they are.
    private func isNameKept(before place: Int, _ name: Token, _ pair: SegmentPair) -> Bool {
        let tokens = pair.tokens(.target)
        guard place > tokens.startIndex else { return false }
        let before = tokens[place - 1]
        return before.hash == name.hash && tokens[place].range.lowerBound - before.range.upperBound <= 3
    }
}
