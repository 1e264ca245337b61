import Testing

@testable import TranslationModel

@Suite struct FeatureVectorTests {
    @Test func allFeaturesFit() {
        #expect(PairFeature.allCases.count == FeatureVector.count)
        #expect(AlikeFeature.allCases.count <= FeatureVector.count)
        var features = FeatureVector()
        for index in 0..<FeatureVector.count { features[index] = Float(index + 1) }
        let read = features.withValues { Array($0.prefix(FeatureVector.count)) }
        #expect(read == (1...FeatureVector.count).map { Float($0) })
    }

    /// `isShort` reads the one for both.
    @Test func sourceTermsAreAtOnePlace() {
        #expect(PairFeature.sourceTerms.rawValue == AlikeFeature.sourceTerms.rawValue)
    }

    /// Classifiers in lexicon files name features by these indices.
    @Test func featuresKeepTheirPlaces() {
        #expect(
            PairFeature.allCases.map { "\($0)" }.joined(separator: " ") == """
                targetSupport sourceSupport targetCoverage sourceCoverage targetGap sourceGap targetRest sourceRest length \
                sourceTerms targetTerms sourceVerbatimLost targetVerbatimAdded verbatimKept unknown sourceTail targetTail \
                sourceHead targetHead sentences parentheses end
                """)
        #expect(
            AlikeFeature.allCases.map { "\($0)" }.joined(separator: " ") == """
                support sourceLost targetLost found sourceGap targetGap sourceTailLost targetTailLost length sourceTerms \
                targetTerms sourceVerbatimLost targetVerbatimAdded verbatimKept foundTail order expected targetExpected marks \
                sentences parentheses
                """)
    }
}
