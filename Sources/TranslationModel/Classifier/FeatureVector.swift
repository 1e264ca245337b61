/// What classifiers see of a pair: numbers that say how well its halves fit. It holds no text.
struct FeatureVector: Sendable {
    /// How many features it holds: all of ``PairFeature``, or of ``AlikeFeature``, which has fewer.
    static let count = 22
    /// Stored in place. An array would cost 9 ms of CPU more on the 2,837 pages of fr-FR, for its allocations.
    private var storage: (SIMD16<Float>, SIMD8<Float>) = (.zero, .zero)

    /// - Parameter index: 0 to ``count`` - 1.
    subscript(index: Int) -> Float {
        get { index < 16 ? storage.0[index] : storage.1[index - 16] }
        set { if index < 16 { storage.0[index] = newValue } else { storage.1[index - 16] = newValue } }
    }

    /// Lends all values, for code that picks them in any order.
    @inline(__always)
    func withValues<Result>(_ body: (UnsafeBufferPointer<Float>) -> Result) -> Result {
        withUnsafeBytes(of: storage) { body($0.assumingMemoryBound(to: Float.self)) }
    }
}
