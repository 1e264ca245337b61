import Bitext
import ParsedBitext
import TranslationModel

/// What the rules may ask beside the bitext itself.
package struct RuleContext: Sendable {
    /// What a lexicon says of the segments, where there is one for the target's language.
    package var content: ContentAlignment?
    /// How terms are to be translated.
    package var glossary: Glossary?
    /// How the bitexts that are checked together translate what they have in common.
    package var consistency: Consistency?
    /// Where the two sides' Markdown differs.
    package var differences: [StructureDifference] = []
    /// The comments that switch rules off.
    package var suppressions: Suppressions
    /// The names of all rules.
    package var ruleNames: Set<String> = []

    package init(suppressions: Suppressions) { self.suppressions = suppressions }
}

/// Takes what the rules find in one bitext, and gives each finding its place.
package struct Report: Sendable {
    package let tokenized: TokenizedBitext
    package let context: RuleContext
    /// The rule that is at work.
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
    ///   - severity: where this case is less certain or less grave than the rule's others.
    ///   - fix: what is to be written in the place of `range`.
    package mutating func add(
        _ message: String, in pair: SegmentPair, _ side: Side, _ range: SideRange? = nil,
        evidence: Finding.Evidence = .init(), severity: Finding.Severity? = nil, fix: String? = nil
    ) {
        let location: Location
        if let range {
            location = tokenized.bitext.location(of: range, on: side)
        } else {
            let segment = tokenized.bitext.segments[pair.index]
            location = (segment[side] ?? segment[side.opposite])?.origin ?? segment.location
        }
        add(
            message, segment: pair.index, side: side, at: location, evidence: evidence, severity: severity,
            fix: fix.map { Finding.Fix(location, $0) })
    }

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
    /// A fault that the rule has found in a bitext.
    package func finding(
        _ message: String, in bitext: Bitext, segment: Int?, side: Side?, at location: Location,
        evidence: Finding.Evidence, severity: Finding.Severity? = nil, fix: Finding.Fix? = nil
    ) -> Finding {
        let file = bitext.files[location.file]
        // Damage can put a node's beginning inside of a character; a finding holds whole ones.
        let (bytes, range) = (file.bytes, location.range.values)
        var lower = max(0, min(range.lowerBound, bytes.count))
        while lower > 0, lower < bytes.count, bytes[lower].isUTF8Continuation { lower -= 1 }
        var upper = max(lower, min(range.upperBound, bytes.count))
        while upper < bytes.count, bytes[upper].isUTF8Continuation { upper += 1 }
        let start = file.position(of: FileOffset(lower))
        return Finding(
            rule: description.name,
            // A case can be less grave than its rule, and no graver than the user wants the rule.
            severity: severity.map { min($0, self.severity) } ?? self.severity,
            category: description.category, message: message, segment: segment.map { bitext.segments[$0].id },
            segmentIndex: segment, side: side, location: Location(file: location.file, range: FileRange(lower..<upper)),
            start: start, end: file.position(of: FileOffset(upper), after: start), evidence: evidence, fix: fix)
    }
}
