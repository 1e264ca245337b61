import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// Which terms of the target may stand for a side of a pair of ``Opposites``.
struct OppositeAnswers: Sendable {
    /// For each term of the target's vocabulary its place in ``sides``: 0 for nearly all.
    private var places: [UInt16]
    private var sides = [OppositeSides()]

    /// - Parameter size: of the target's vocabulary.
    init(size: Int) { places = Array(repeating: 0, count: size) }

    /// Adds a side of a pair to what a term may stand for.
    ///
    /// - Parameter code: as in ``OppositeSeeds``, twice the pair's number, and one more on the second side.
    mutating func insert(_ code: UInt8, _ term: Int) {
        // No more than ``LexiconFile/largestVocabulary``, which 16 bits hold.
        if places[term] == 0 {
            places[term] = UInt16(sides.count)
            sides.append(OppositeSides())
        }
        sides[Int(places[term])].insert(code)
    }

    func sides(of term: Int32) -> OppositeSides { sides[Int(places[Int(term)])] }
}
