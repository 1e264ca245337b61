/// Where in a half each term is first, by its number. One access to memory answers the question that is asked most: whether a term
/// is there at all.
struct FirstPlaces {
    /// A bit for each number: whether the term is there. A set of bits is small enough for the processor's cache, and cleared at once.
    private let bits: Scratch<UInt64>
    /// For each number with its bit, its place. A half has at most some hundred terms.
    private let places: Scratch<UInt16>

    /// - Parameter size: how many numbers there are.
    init(size: Int) {
        bits = Scratch(repeating: 0, count: size / 64 + 1)
        places = Scratch(uninitialized: size)
    }

    @inline(__always)
    private func has(_ number: Int) -> Bool { bits[number >> 6] >> UInt64(number & 63) & 1 != 0 }

    /// The first place of a term, or nil.
    @inline(__always)
    subscript(number: Int32) -> Int? { has(Int(number)) ? Int(places[Int(number)]) : nil }

    /// Sets the places of a half's terms; a negative number is no term.
    @inline(__always)
    func set(_ numbers: some Sequence<Int32>) {
        for (place, number) in numbers.enumerated() where number >= 0 {
            let number = Int(number)
            if has(number) { continue }
            bits[number >> 6] |= 1 << UInt64(number & 63)
            places[number] = UInt16(truncatingIfNeeded: place)
        }
    }

    /// Takes back what ``set(_:)`` did, so that the memory serves the next half. It clears 64 numbers at once, so only one half may be
    /// set at a time.
    @inline(__always)
    func clear(_ numbers: some Sequence<Int32>) {
        for number in numbers where number >= 0 { bits[Int(number) >> 6] = 0 }
    }
}
