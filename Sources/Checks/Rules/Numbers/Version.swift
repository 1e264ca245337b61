import Bitext
import ParsedBitext

/// Versions, IP addresses and other numbers with several parts that are missing or different in the target.
struct Version: SegmentRule {
    static let description = RuleDescription(
        "version", .warning, .doNotTranslate, "A version or an IP address of the source was changed or lost.",
        discussion: """
            `6.0.9319.0` and `10.0.0.1` are names made of digits. They keep their digits and dots in every language.
            Copy the version from the source. `--fix` restores the dot in “PowerShell 2,0”.
            """,
        bad: .init("Install version 6.0.9319.", "Installez la version 6,0,9319."),
        good: .init("Install version 6.0.9319.", "Installez la version 6.0.9319."),
        precision: "26 of 26 (de-DE, es-ES, ja-JP; November 2026)",
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
                report.add("\(name) is lost", in: pair, .target, evidence: .init(source: name))
            }
        }
    }

    /// Reports "PowerShell 2,0" for "PowerShell 2.0". The name before the number shows that it is not a quantity.
    private func checkLocalised(_ pair: SegmentPair, _ report: inout Report) {
        let source = pair.tokens(.source)
        for index in source.indices.dropFirst() where source[index].kind == .number {
            let text = pair.text(source[index].range, .source)
            guard text.contains(UInt8(ascii: ".")), !text.contains(UInt8(ascii: ",")), isName(source[index - 1], pair),
                source[index].range.lowerBound - source[index - 1].range.upperBound <= 2,
                !pair.contains(text, .target)
            else { continue }
            let localised = text.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: ",") : $0 }
            let target = pair.text(.target)
            guard
                let start = target.indices.first(where: { index in
                    target[index...].starts(with: localised)
                        && (index == target.startIndex || !target[index - 1].isASCIIDigit)
                })
            else { continue }
            let range = TextRange(start..<start + localised.count)
            let (was, now) = (pair.string(source[index].range, .source), pair.string(range, .target))
            report.add(
                "a version keeps its dot: source has \(was), target has \(now)", in: pair, .target,
                pair.sideRange(range, .target), evidence: .init(source: was, target: now), fix: was)
        }
    }

    /// Whether a token is a name or the word "version", so that a number after it is a version.
    private func isName(_ token: Token, _ pair: SegmentPair) -> Bool {
        guard token.kind == .word || token.kind == .name || token.kind == .file else { return false }
        let text = pair.text(token.range, .source)
        if text.elementsEqual("v".utf8) || text.startsIgnoringCase(with: Array("version".utf8)) { return true }
        // Any word can have a capital at the beginning of the segment.
        return token.kind != .word
            || (token.isCapitalised && token.range.lowerBound.value > pair.text(.source).startIndex)
    }
}
