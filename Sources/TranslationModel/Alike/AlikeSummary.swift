/// One half of a pair: which of its terms the other half has.
struct AlikeSummary {
    /// What the terms say together that the other half has, and those that it does not have.
    private(set) var found: Float = 0
    private(set) var lost: Float = 0
    /// The lost terms of the worst stretch.
    private(set) var gap: Float = 0
    /// The same of the second half of the half.
    private(set) var tailFound: Float = 0
    private(set) var tailLost: Float = 0
    private(set) var verbatimLost: Float = 0
    private(set) var verbatimKept: Float = 0
    /// What the terms say together in a right pair.
    private(set) var expected: Float = 0
    private(set) var length: Float = 0
    private(set) var sentences: Float = 0
    private(set) var parentheses: Float = 0
    private(set) var emphasised: Float = 0
    private(set) var colons: Float = 0
    /// How far the terms that were found are from where the other half has them, and how many they are.
    private(set) var distance: Float = 0
    private(set) var matches: Float = 0

    /// - Parameter places: all clear, for terms by their numbers.
    init(_ half: [AlikeTerm], others: [AlikeTerm], _ places: FirstPlaces) {
        let numbers = others.lazy.map(\.number)
        places.set(numbers)
        defer { places.clear(numbers) }
        var stretch: Float = 0
        let middle = (half.count + 1) / 2
        let (scale, otherScale) = (1 / Float(max(1, half.count)), 1 / Float(max(1, others.count)))
        for (index, term) in half.enumerated() {
            length += term.length
            count(term.marks, isLast: index + 1 == half.count)
            guard term.number >= 0 else { continue }
            expected += term.expected
            if let place = places[term.number] {
                found += term.found
                stretch = max(0, stretch - term.found)
                if index >= middle { tailFound += term.found }
                if term.kind.isVerbatim { verbatimKept += 1 }
                if term.found > 1 {
                    distance += abs(Float(index) * scale - Float(place) * otherScale)
                    matches += 1
                }
            } else {
                lost += term.lost
                stretch += term.lost
                gap = max(gap, stretch)
                if index >= middle { tailLost += term.lost }
                if term.kind.isVerbatim { verbatimLost += 1 }
            }
        }
    }

    private mutating func count(_ marks: AlikeTerm.Marks, isLast: Bool) {
        guard !marks.isEmpty else { return }
        if marks.contains(.endsSentence), !isLast { sentences += 1 }
        if marks.contains(.opensParenthesis) { parentheses += 1 }
        if marks.contains(.emphasised) { emphasised += 1 }
        if marks.contains(.colon) { colons += 1 }
    }
}
