import Bitext
import ParsedBitext
import TranslationModel

/// What the rules can use besides the bitext.
package struct RuleContext: Sendable {
    /// The scores of the segments by a lexicon; nil without a lexicon for the target's language.
    package var content: ContentAlignment?
    /// The terms and their translations.
    package var glossary: Glossary?
    /// The translations in all bitexts that are checked together.
    package var consistency: Consistency?
    /// The differences between the Markdown of the two sides.
    package var differences: [StructureDifference] = []
    /// The parts whose source changed since they were translated; empty where that is not checked.
    package var staleParts: [StalePart] = []
    /// The comments that turn rules off.
    package var suppressions: Suppressions
    /// The names of all rules.
    package var ruleNames: Set<String> = []

    package init(suppressions: Suppressions) { self.suppressions = suppressions }
}

/// Collects the findings of one bitext and gives each its location.
package struct Report: Sendable {
    package let tokenized: TokenizedBitext
    package let context: RuleContext
    /// The rule that runs now.
    package var rule: PreparedRule
    package private(set) var findings: [Finding] = []

    package init(_ tokenized: TokenizedBitext, rule: PreparedRule, context: RuleContext) {
        self.tokenized = tokenized
        self.rule = rule
        self.context = context
    }

    /// Reports a fault in one variant of a segment.
    ///
    /// - Parameters:
    ///   - range: where, on that variant's side; nil for the whole variant.
    ///   - severity: a lower severity, for a case that is less certain or less serious; nil for the rule's own.
    ///   - fix: the text that replaces `range`.
    ///   - isSafe: whether the fix is certainly right, see ``Finding/Fix/isSafe``.
    package mutating func add(
        _ message: String, in pair: SegmentPair, _ side: Side, _ range: SideRange? = nil,
        evidence: Finding.Evidence = .init(), severity: Finding.Severity? = nil, fix: String? = nil,
        isSafe: Bool = true
    ) {
        let segment = tokenized.bitext.segments[pair.index]
        let whole = (segment[side] ?? segment[side.opposite])?.origin ?? segment.location
        let shown = side == .source ? evidence.target : evidence.source
        let isLoss = range == nil && side == .target && evidence.target == nil
        let other = shown.flatMap { Counterpart.place(of: $0, side.opposite, in: pair, takesFirst: isLoss) }
        var place = range
        if isLoss, let other {
            place = Counterpart(other, in: pair).range()
        }
        let location = place.map { tokenized.bitext.location(of: $0, on: side) } ?? whole
        add(
            message, segment: pair.index, side: side, at: location, evidence: evidence, severity: severity,
            fix: fix.map { Finding.Fix(location, $0, isSafe: isSafe) })
        let last = findings.count - 1
        if range == nil { findings[last].extent = whole }
        if let other {
            addCounterpart(tokenized.bitext.location(of: other, on: side.opposite))
        }
    }

    /// Adds to the last finding where the other side has what it is about.
    package mutating func addCounterpart(_ location: Location) {
        findings[findings.count - 1].counterpart = Finding.Mark(location, in: tokenized.bitext.files[location.file])
    }

    /// Says which part of its place the last finding is about, so that it hides no findings in the rest.
    package mutating func narrowExtent(to location: Location) { findings[findings.count - 1].extent = location }

    /// Reports a fault anywhere in the bitext's files.
    package mutating func add(
        _ message: String, segment: Int? = nil, side: Side? = nil, at location: Location,
        evidence: Finding.Evidence = .init(), severity: Finding.Severity? = nil, fix: Finding.Fix? = nil
    ) {
        findings.append(
            rule.finding(
                message, in: tokenized.bitext, segment: segment, side: side, at: location, evidence: evidence,
                severity: severity, fix: fix))
    }
}

extension PreparedRule {
    /// Makes a finding of this rule.
    ///
    /// On a page pair, what is in the file of the source is reported where the target has it: that is the file to correct.
    package func finding(
        _ message: String, in bitext: Bitext, segment: Int?, side: Side?, at location: Location,
        evidence: Finding.Evidence, severity: Finding.Severity? = nil, fix: Finding.Fix? = nil
    ) -> Finding {
        guard location.file == bitext[.target].file else {
            let mark = Finding.Mark(location, in: bitext.files[location.file])
            var finding = finding(
                segment == nil ? "in the source, line \(mark.start.line): \(message)" : message, in: bitext,
                segment: segment, side: .target, at: bitext.targetLocation(of: location, segment: segment),
                evidence: evidence, severity: severity)
            finding.counterpart = mark
            return finding
        }
        let file = bitext.files[location.file]
        // In damaged text, a node can begin inside a character; a finding holds whole characters.
        let (bytes, range) = (file.bytes, location.range.values)
        var lower = max(0, min(range.lowerBound, bytes.count))
        while lower > 0, lower < bytes.count, bytes[lower].isUTF8Continuation { lower -= 1 }
        var upper = max(lower, min(range.upperBound, bytes.count))
        while upper < bytes.count, bytes[upper].isUTF8Continuation { upper += 1 }
        let start = file.position(of: FileOffset(lower))
        return Finding(
            rule: description.name,
            // A case can lower the severity of its rule, not raise it: the user chose the highest.
            severity: severity.map { min($0, self.severity) } ?? self.severity,
            category: description.category, message: message, segment: segment.map { bitext.segments[$0].id },
            segmentIndex: segment, side: side, location: Location(file: location.file, range: FileRange(lower..<upper)),
            start: start, end: file.position(of: FileOffset(upper), after: start), evidence: evidence, fix: fix)
    }
}

extension Bitext {
    /// Where the target of a page pair has what is at a location of the source's file.
    fileprivate func targetLocation(of location: Location, segment: Int?) -> Location {
        if let target = segment.flatMap({ segments[$0].target }) { return target.origin }
        let range = SideOffset(location.range.lowerBound.value)..<SideOffset(location.range.upperBound.value)
        return self.location(of: targetRange(of: range), on: .target)
    }
}
