import Bitext
import ParsedBitext

/// Finds the identifiers of a source that are missing in its target. They can be anywhere in the target, in text or in
/// code, in any case and any number of times.
struct IdentifierComparison {
    /// Whether to compare a token.
    let includes: (Token) -> Bool
    /// What messages call it: "command".
    let noun: String
    /// Whether a token may be ordinary text, so that its finding is only a note. The second token is what the target has in
    /// its place, if anything.
    var isUncertain: (Token, Token?, SegmentPair) -> Bool = { _, _, _ in false }
    /// Whether blanks inside a name are taken out by a fix.
    var fixesBlanks = false
    /// Whether the target's text need not have a token of the source.
    var isOptional: (Token, SegmentPair) -> Bool = { _, _ in false }

    func check(_ pair: SegmentPair, _ report: inout Report) {
        // Lazy, because most segments have all their addresses.
        lazy var addresses = Set(
            pair.tokens(.target).filter { $0.kind == .url }.map { Self.address($0, pair, .target) })
        var lost: [Token] = []
        for token in pair.tokens(.source) where includes(token) {
            if pair.tokens(.target).contains(where: { $0.hash == token.hash && $0.isIdentifier }) { continue }
            if lost.contains(where: { $0.hash == token.hash }) { continue }
            if token.kind == .url, addresses.contains(Self.address(token, pair, .source)) { continue }
            if !isKept(token, pair), !isOptional(token, pair) { lost.append(token) }
        }
        guard !lost.isEmpty else { return }
        // Identifiers of the target that are not in the source may be changed ones.
        let replacements = pair.tokens(.target).filter { token in
            includes(token) && !pair.shows(pair.text(token.range, .target), .source)
        }
        let broken = lost.map { BrokenName(pair.text($0.range, .source), in: pair.text(.target)) }
        let counterparts = LostNames(
            zip(lost, broken).filter { $1 == nil }.map(\.0), of: pair.tokens(.source).filter(includes), replacements,
            pair)
        var lostNames: [String] = []
        for (token, broken) in zip(lost, broken) {
            let name = pair.string(token.range, .source)
            if let broken {
                addFinding(token, broken, pair, &report)
            } else if let found = counterparts[token].map({ replacements[$0] }) {
                let other = pair.string(found.range, .target)
                report.add(
                    "the \(noun) differs: source has \(name), target has \(other)", in: pair, .target,
                    pair.sideRange(found.range, .target), evidence: .init(source: name, target: other),
                    severity: isUncertain(token, found, pair) ? .note : nil)
            } else if isUncertain(token, nil, pair) || isInNeighbour(token, pair) {
                report.add(
                    "the \(noun) \(name) is lost", in: pair, .target, evidence: .init(source: name), severity: .note)
            } else {
                lostNames.append(name)
            }
        }
        guard !lostNames.isEmpty else { return }
        let names = lostNames.joined(separator: ", ")
        report.add(
            lostNames.count == 1 ? "the \(noun) \(names) is lost" : "these are lost: \(names)", in: pair, .target,
            evidence: .init(source: names))
    }

    /// Reports a name with blanks inside.
    private func addFinding(_ token: Token, _ broken: BrokenName, _ pair: SegmentPair, _ report: inout Report) {
        let (name, other) = (pair.string(token.range, .source), pair.string(broken.range, .target))
        let (source, target) = (pair.sideRange(token.range, .source), pair.sideRange(broken.range, .target))
        // Where there is markup inside, the reader's text is not the page's.
        let isPlain =
            pair.tokenized.bitext[.source].text(source) == name && pair.tokenized.bitext[.target].text(target) == other
        report.add(
            "the \(noun) differs: source has \(name), target has \(other)", in: pair, .target, target,
            evidence: .init(source: name, target: other), severity: isUncertain(token, nil, pair) ? .note : nil,
            fix: fixesBlanks && broken.isCertain && isPlain ? name : nil)
    }

    /// Whether the target of a page pair has a name in the sentence before or after: the words were moved.
    private func isInNeighbour(_ token: Token, _ pair: SegmentPair) -> Bool {
        pair.neighbours(within: 1).contains { $0.shows(pair.text(token.range, .source), .target) }
    }

    private func isKept(_ token: Token, _ pair: SegmentPair) -> Bool {
        let text = pair.text(token.range, .source)
        if pair.shows(text, .target) { return true }
        if let spelling = BrokenName(text, in: pair.text(.target)), spelling.isSpelling { return true }
        // ".ini files" can be "INI-Dateien".
        if token.kind == .file, text.first == UInt8(ascii: ".") { return pair.shows(text.dropFirst(), .target) }
        if token.kind == .identifier { return isMainPartKept(text, pair) }
        guard token.kind == .url else { return false }
        let address = LinkKey(String(decoding: text, as: UTF8.self)).address
        return pair.shows(Array(address.utf8)[...], .target)
    }

    /// An address without the locale in it, which may change.
    private static func address(_ token: Token, _ pair: SegmentPair, _ side: Side) -> String {
        LinkKey(pair.string(token.range, side)).addressInLowerCase
    }

    /// "non-E.164" can become "anders als E.164"; a quarter, Q1, can become T1 or "erstes Quartal", and so can a half, H1; USD5
    /// and USD300K can become 5 dollars and 300 000 USD.
    private func isMainPartKept(_ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        if text.count == 2, text.first == UInt8(ascii: "Q") || text.first == UInt8(ascii: "H") { return true }
        // "v3" can be 3, "v1.16.1-preview" can be "Version 1.16.1-preview", and "24x7" has an idiom in some languages.
        if text.first == UInt8(ascii: "v"), text.dropFirst().first?.isASCIIDigit ?? false {
            // "v1.16.1-preview" is "a preview version (1.16.1)".
            let number = text.dropFirst().prefix { $0 != UInt8(ascii: "-") }
            return pair.shows(number.contains(UInt8(ascii: ".")) ? number : text.dropFirst(), .target)
        }
        if text.starts(with: "24x7".utf8) || text.starts(with: "24X7".utf8) { return true }
        if isSpelledOut(text, pair) || isInitial(text, pair) || isMask(text) { return true }
        if let amount = Currency.amount(of: text) { return pair.shows(amount, .target) }
        let parts = text.split(separator: UInt8(ascii: "-"))
        guard parts.count > 1, let core = parts.first(where: { !$0.allSatisfy(\.isASCIILetter) }) else { return false }
        return core.count > 2 && pair.shows(core, .target)
    }

    /// Whether a name is a letter for the word before a number, and the target has the word or its own letter: M365 is Microsoft 365,
    /// and "14 days (D14)" is "14 jours (J14)".
    private func isInitial(_ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        let digits = text.dropFirst()
        guard let initial = text.first, initial.isASCIILetter, !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit)
        else { return false }
        func isNumber(_ token: Token, _ side: Side) -> Bool {
            token.kind == .number && pair.text(token.range, side).elementsEqual(digits)
        }
        let target = pair.tokens(.target)
        if zip(target, target.dropFirst()).contains(where: { word, number in
            word.isCapitalised && pair.text(word.range, .target).first == initial && isNumber(number, .target)
        }) {
            return true
        }
        return pair.tokens(.source).contains { isNumber($0, .source) }
            && target.contains {
                let name = pair.text($0.range, .target)
                return $0.kind == .identifier && name.dropFirst().elementsEqual(digits)
            }
    }

    /// Whether a name is the form of a time or an amount, which each language has its own letters and signs for: HH.mm, XX.XX.
    private func isMask(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(whereSeparator: { $0.isOne(of: ".:,/-") })
        return parts.count > 1
            && parts.allSatisfy { part in
                (2...4).contains(part.count) && part.allSatisfy { $0 == part.first && $0.isASCIILetter }
            }
    }

    /// Whether the target has the word of an abbreviation that counts the letters which it leaves out: K8s is Kubernetes, i18n is
    /// internationalization.
    private func isSpelledOut(_ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        let digits = text.dropFirst().dropLast()
        guard let first = text.first, let last = text.last, first.isASCIILetter, last.isASCIILetter,
            (1...2).contains(digits.count), digits.allSatisfy(\.isASCIIDigit),
            let count = Int(String(decoding: digits, as: UTF8.self)), count > 0
        else { return false }
        return pair.tokens(.target).contains { token in
            let word = pair.text(token.range, .target)
            return word.count == count + 2 && word.first?.asciiLowercased == first.asciiLowercased
                && word.last?.asciiLowercased == last.asciiLowercased
        }
    }
}
