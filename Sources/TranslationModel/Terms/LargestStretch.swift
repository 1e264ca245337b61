/// The stretch of a sequence with the largest sum (Kadane's algorithm).
struct LargestStretch {
    private var sum: Float = 0
    private var start = 0
    private var largest: Float
    /// Nil where no stretch has a sum above the minimum.
    private(set) var range: Range<Int>?

    /// - Parameter minimum: what the sum must exceed.
    init(above minimum: Float = 0) { largest = minimum }

    /// Adds the next value; all are added in order.
    mutating func add(_ value: Float, at place: Int) {
        if sum <= 0 { (sum, start) = (0, place) }
        sum += value
        if sum > largest { (largest, range) = (sum, start..<place + 1) }
    }
}
