/// The features of a pair that is compared by a lexicon, and their indices in a ``FeatureVector``.
///
/// The order is part of the lexicon file: add at the end only. A classifier in the file names a feature by its index.
enum PairFeature: Int, CaseIterable, Sendable {
    /// The mean log ratio of a target term's probability given the source to that of the language alone.
    case targetSupport
    case sourceSupport
    /// The share of the target's information that the source explains, 0 to 1.
    case targetCoverage
    case sourceCoverage
    /// The information, in nats, of the longest stretch that is not explained.
    case targetGap
    case sourceGap
    /// All information that is not explained, in nats.
    case targetRest
    case sourceRest
    /// ``LengthModel/surprise(source:target:)``.
    case length
    /// How many terms.
    case sourceTerms
    case targetTerms
    /// Numbers, names and identifiers that the other half does not have.
    case sourceVerbatimLost
    case targetVerbatimAdded
    case verbatimKept
    /// The share of terms that the lexicon does not know.
    case unknown
    /// The coverage of the last third and the first third of a half.
    case sourceTail
    case targetTail
    case sourceHead
    case targetHead
    /// How many sentences and parentheses more the target has than the source. Translators explain in parentheses what they
    /// leave in the source's language.
    case sentences
    case parentheses
    /// 1 where the source ends as a sentence does and the target does not, -1 the other way round.
    case end
}

extension FeatureVector {
    subscript(feature: PairFeature) -> Float {
        get { self[feature.rawValue] }
        set { self[feature.rawValue] = newValue }
    }

    /// A source with fewer terms is short.
    static let shortSource = 12

    var isShort: Bool { self[.sourceTerms] < Float(Self.shortSource) }

    /// Whether each half explains the other but for a word, at the length and with the end that one expects: no classifier has
    /// to see the pair.
    var isClear: Bool { isClear(of: .content) }

    /// Whether the classifier of a fault need not see the pair: nothing is left out where the target explains the source, nothing
    /// is added where the source explains the target.
    func isClear(of fault: FaultKind) -> Bool {
        let leavesNothingOut =
            self[.sourceGap] < 9 && self[.sourceCoverage] > 0.65 && self[.sourceVerbatimLost] == 0 && self[.length] > -2
            && self[.end] <= 0
        let addsNothing =
            self[.targetGap] < 9 && self[.targetCoverage] > 0.65 && self[.targetVerbatimAdded] == 0
            && self[.length] < 2
        return switch fault {
        case .content: leavesNothingOut && addsNothing
        case .omission: leavesNothingOut
        case .addition: addsNothing
        }
    }
}
