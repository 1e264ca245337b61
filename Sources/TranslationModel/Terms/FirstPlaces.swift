/// Where in a half each term is first, by its number. One access to memory answers the question that is asked most: whether a term
/// is there at all.
struct FirstPlaces {
    /// For each number its place and one more, or 0. A half has at most some hundred terms.
    private let places: Scratch<UInt16>
    /// A bit for each number, by its last digits: of a number without its bit, the term is not there. They stay in the first cache of
    /// the processor, and ``places`` does not.
    private let bits = Scratch<UInt64>(repeating: 0, count: Self.wordCount)

    private static let wordCount = 128

    /// - Parameter size: how many numbers there are.
    init(size: Int) { places = Scratch(repeating: 0, count: size) }

    /// The word of a number's bit.
    @inline(__always)
    private static func word(of number: Int32) -> Int { Int(number) >> 6 & (wordCount - 1) }

    /// The first place of a term, or nil.
    @inline(__always)
    subscript(number: Int32) -> Int? {
        guard bits[Self.word(of: number)] >> UInt64(number & 63) & 1 != 0 else { return nil }
        let place = places[Int(number)]
        return place == 0 ? nil : Int(place) - 1
    }

    /// Sets the places of a half's terms; a negative number is no term.
    @inline(__always)
    func set(_ numbers: some Sequence<Int32>) {
        for (place, number) in numbers.enumerated() where number >= 0 && places[Int(number)] == 0 {
            places[Int(number)] = UInt16(truncatingIfNeeded: place) + 1
            bits[Self.word(of: number)] |= 1 << UInt64(number & 63)
        }
    }

    /// Takes back what ``set(_:)`` did, so that the memory serves the next half.
    @inline(__always)
    func clear(_ numbers: some Sequence<Int32>) {
        for number in numbers where number >= 0 {
            places[Int(number)] = 0
            bits[Self.word(of: number)] = 0
        }
    }
}
