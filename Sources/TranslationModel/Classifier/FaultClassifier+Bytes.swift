extension PerFault<FaultClassifier> {
    /// Classifiers without trees.
    init() { self.init(repeating: FaultClassifier()) }

    /// As bytes: for each kind of fault the bias, the three limits, the number of trees, and the trees.
    var bytes: [UInt8] { FaultKind.allCases.flatMap { self[$0].bytes } }

    /// Reads what ``bytes`` wrote; nil where something is missing.
    init?(_ bytes: ArraySlice<UInt8>) {
        self.init()
        var reader = ByteReader(bytes)
        for fault in FaultKind.allCases {
            guard let classifier = FaultClassifier(&reader) else { return nil }
            self[fault] = classifier
        }
        guard reader.isAtEnd else { return nil }
    }
}

extension FaultClassifier {
    fileprivate var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for number in [bias, limits.warning, limits.shortWarning, limits.note, Float(treeCount)] {
            bytes.append(littleEndian: number)
        }
        for tree in 0..<treeCount {
            let questions = questions[tree * DecisionTree.questionCount..<(tree + 1) * DecisionTree.questionCount]
            bytes += questions.map { $0 == .never ? Self.noFeature : $0.feature }
            for question in questions { bytes.append(littleEndian: question == .never ? 0 : question.limit) }
            for leaf in leaves[tree * DecisionTree.leafCount..<(tree + 1) * DecisionTree.leafCount] {
                bytes.append(littleEndian: leaf)
            }
        }
        return bytes
    }

    fileprivate init?(_ reader: inout ByteReader) {
        self.init()
        guard let header = reader.floats(5), (0...10_000).contains(header[4]) else { return nil }
        // No sum of them may leave the numbers: a probability must come of it.
        let isSound = abs(header[0]) <= Self.maxValue && header[1...3].allSatisfy { abs($0) <= Self.maxValue }
        guard header[4] == 0 || isSound else { return nil }
        bias = header[0]
        limits = Limits(warning: header[1], shortWarning: header[2], note: header[3])
        for _ in 0..<Int(header[4]) {
            guard let features = reader.bytes(DecisionTree.questionCount),
                let limits = reader.floats(DecisionTree.questionCount),
                let leaves = reader.floats(DecisionTree.leafCount),
                features.allSatisfy({ $0 == Self.noFeature || Int($0) < FeatureVector.count }),
                leaves.allSatisfy({ abs($0) <= Self.maxValue })
            else { return nil }
            let questions = zip(features, limits).map { feature, limit in
                feature == Self.noFeature ? .never : DecisionTree.Question(feature: feature, limit: limit)
            }
            append(DecisionTree(questions: questions, leaves: leaves))
        }
    }

    /// Stands in a file for the feature of ``DecisionTree/Question/never``.
    private static let noFeature: UInt8 = 255
    /// No log-odds that were learned are as large.
    private static let maxValue: Float = 1_000_000
}
