import Bitext
import ParsedBitext
import TestSupport
import Testing

@testable import TranslationModel

@Suite struct FaultClassifierTests {
    /// A tree that asks one question, four times.
    private func tree(above limit: Float, of feature: UInt8, no: Float, yes: Float) -> DecisionTree {
        var tree = DecisionTree()
        tree.questions[0] = .init(feature: feature, limit: limit)
        tree.leaves = Array(repeating: no, count: 8) + Array(repeating: yes, count: 8)
        return tree
    }

    private func features(_ values: [Int: Float]) -> FeatureVector {
        var features = FeatureVector()
        for (index, value) in values { features[index] = value }
        return features
    }

    @Test func treesAddUp() {
        var classifier = FaultClassifier()
        classifier.bias = 1
        classifier.append(tree(above: 2, of: 5, no: -0.25, yes: 0.5))
        classifier.append(tree(above: -1, of: 21, no: 4, yes: 8))
        #expect(classifier.treeCount == 2)
        #expect(classifier.logOdds(features([5: 2, 21: -1])) == 1 - 0.25 + 4)
        #expect(classifier.logOdds(features([5: 3, 21: 0])) == 1 + 0.5 + 8)
    }

    @Test func theLastQuestionDecides() {
        var tree = DecisionTree()
        // The path of all yes.
        for (node, feature) in [(0, 0), (2, 1), (6, 2), (14, 3)] {
            tree.questions[node] = .init(feature: UInt8(feature), limit: 0)
        }
        tree.leaves = (0..<16).map { Float($0) }
        var classifier = FaultClassifier()
        classifier.append(tree)
        #expect(classifier.logOdds(features([:])) == 0)
        #expect(classifier.logOdds(features([0: 1])) == 8)
        #expect(classifier.logOdds(features([0: 1, 1: 1, 2: 1])) == 14)
        #expect(classifier.logOdds(features([0: 1, 1: 1, 2: 1, 3: 1])) == 15)
    }

    /// Forty trees of which the first four are sure: what the others would say is guessed.
    @Test func aSurelyRightPairIsNotAskedFurther() {
        var classifier = FaultClassifier()
        for _ in 0..<4 { classifier.append(tree(above: 0, of: 0, no: -0.5, yes: 0)) }
        for _ in 4..<40 { classifier.append(tree(above: 0, of: 0, no: 1, yes: 0.25)) }
        #expect(classifier.logOdds(features([:])) == 4.8 * -2)
        #expect(classifier.logOdds(features([0: 1])) == 36 * 0.25)
    }
}
