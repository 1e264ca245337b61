/// How much of one text is in another, in the same order.
struct TextSimilarity {
    /// 0 where they share nothing, 1 where they are the same: twice what they share by what both have.
    var whole: Float
    /// How much of the smaller is in the larger: 1 for a text to which something was only added.
    var part: Float
    /// As ``whole``, with words worth their letters, and in any order.
    var plain: Float
    /// How many words the smaller has.
    var length: Int

    /// What counts as evidence: the whole, or nearly as much where a text of some length is found in a larger one. Of the halves
    /// of a text that was split, the larger has more of it.
    var evidence: Float {
        if isPart { return 0.65 * part + 0.35 * plain }
        return length >= 4 ? max(whole, 0.75 * part) : whole
    }

    /// Whether one is the other with something added or taken.
    var isPart: Bool { length >= 3 && part >= 0.9 }

    /// Larger products of lengths are compared without the order of the words.
    private static let most = 10_000

    /// - Complexity: the product of the lengths, and bounded: beyond 10,000 linear.
    init(_ left: Vocabulary.Words, _ right: Vocabulary.Words, _ vocabulary: Vocabulary) {
        let weights = vocabulary.weights
        let smaller = min(left.weight, right.weight)
        length = min(left.words.count, right.words.count)
        guard smaller > 0 else {
            (whole, part, plain) = (0, 0, 0)
            return
        }
        var (shared, letters) = Self.shared(left.sorted, right.sorted, weights, vocabulary.lengths)
        plain = 2 * Float(letters) / Float(max(1, left.letters + right.letters))
        // What they share in any order is the most that they can share in order.
        if max(2 * shared / (left.weight + right.weight), 0.75 * shared / smaller) >= 0.2 {
            if left.words.count * right.words.count <= Self.most {
                // Words that only changed their places count for half.
                shared = (shared + Self.sharedInOrder(left.words, right.words, weights)) / 2
            } else {
                shared *= 0.95
            }
        }
        whole = 2 * shared / (left.weight + right.weight)
        part = shared / smaller
    }

    /// What they share in any order, and how many letters that is.
    private static func shared(
        _ left: [Int32], _ right: [Int32], _ weights: [Float], _ lengths: [Int]
    ) -> (Float, Int) {
        var (i, j, sum, letters) = (0, 0, Float(0), 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                sum += weights[Int(left[i])]
                letters += lengths[Int(left[i])]
                i += 1
                j += 1
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return (sum, letters)
    }

    /// The heaviest common subsequence.
    private static func sharedInOrder(_ left: [Int32], _ right: [Int32], _ weights: [Float]) -> Float {
        var best = [Float](repeating: 0, count: right.count + 1)
        for word in left {
            var diagonal: Float = 0
            let weight = weights[Int(word)]
            for j in right.indices {
                let above = best[j + 1]
                best[j + 1] = word == right[j] ? diagonal + weight : max(above, best[j])
                diagonal = above
            }
        }
        return best[right.count]
    }
}
