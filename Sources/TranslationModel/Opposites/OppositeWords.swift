import ParsedBitext

/// The words of ``Opposites`` in a source vocabulary.
struct OppositeWords: Sendable {
    private enum Meaning {
        case side(OppositeSide)
        case verb([UInt32: OppositeSide])
    }

    /// What the terms of the vocabulary mean that are on the list: one side of a pair, or a verb whose side is known by the
    /// particle after it.
    private var meanings: [UInt32: Meaning] = [:]
    /// For each pair, all terms that are part of it.
    private(set) var members: [Set<UInt32>] = []
    /// For each pair, the terms of both its sides, without the verbs that need a particle.
    private(set) var sides: [(first: [UInt32], second: [UInt32])] = []
    private let verbsOnly: Set<UInt32>
    private let wordsBeforeVerbs: Set<UInt32>

    /// - Parameter number: a term's number in the vocabulary, by its hash; negative for none.
    init(number: (UInt32) -> Int32) {
        func known(_ word: Substring) -> UInt32? { UInt32(exactly: number(WordHash(stemOf: word).value)) }
        verbsOnly = Set(Opposites.verbsOnly.split(separator: " ").compactMap(known))
        wordsBeforeVerbs = Set(Opposites.wordsBeforeVerbs.split(separator: " ").compactMap(known))
        for (pair, words) in ([(Opposites.negations, "")] + Opposites.pairs).enumerated() {
            members.append([])
            var plain: [[UInt32]] = []
            for (side, words) in [words.0, words.1].enumerated() {
                plain.append([])
                let meaning = OppositeSide(pair: pair, isFirst: side == 0)
                for word in words.split(separator: " ") {
                    let parts = word.split(separator: "+")
                    guard let first = known(parts[0]) else { continue }
                    if parts.count == 1 {
                        // A word that is on two lists counts for the first one, as "never" does for negation.
                        if meanings[first] == nil { meanings[first] = .side(meaning) }
                        if members[pair].insert(first).inserted { plain[side].append(first) }
                    } else if let particle = known(parts[1]) {
                        members[pair].formUnion([first, particle])
                        switch meanings[first] {
                        case nil: meanings[first] = .verb([particle: meaning])
                        case .verb(let particles):
                            meanings[first] = .verb(particles.merging([particle: meaning]) { $1 })
                        case .side: break
                        }
                    }
                }
            }
            sides.append((plain[0], plain[1]))
        }
    }

    /// The terms of the vocabulary that negate or have an opposite.
    var marks: [Int32: TermMarks] {
        var marks: [Int32: TermMarks] = [:]
        for (term, meaning) in meanings {
            if case .side(let side) = meaning, side.pair == 0 {
                marks[Int32(term)] = .negates
            } else {
                marks[Int32(term)] = .opposes
            }
        }
        return marks
    }

    /// The terms that mean the opposite of a term.
    func opposites(of term: UInt32) -> [UInt32] {
        guard case .side(let side) = meanings[term] else { return [] }
        return side.isFirst ? sides[side.pair].second : sides[side.pair].first
    }

    /// What the word at a place means; nil for most words.
    ///
    /// - Parameters:
    ///   - count: how many terms the sentence has.
    ///   - term: the number of the term at a place, or a negative one.
    /// - Returns: the side, and the place of the word that decides: of a verb and its particle, the particle.
    func meaning(at place: Int, count: Int, term: (Int) -> Int32) -> (side: OppositeSide, place: Int)? {
        let word = UInt32(bitPattern: term(place))
        switch meanings[word] {
        case nil: return nil
        case .side(let side):
            let isNoun =
                place > 0 && verbsOnly.contains(word)
                && !wordsBeforeVerbs.contains(UInt32(bitPattern: term(place - 1)))
            return isNoun ? nil : (side, place)
        case .verb(let particles):
            for next in place + 1..<min(count, place + 1 + Opposites.maxParticleDistance) {
                if let side = particles[UInt32(bitPattern: term(next))] { return (side, next) }
            }
            return nil
        }
    }

    /// Calls `body` with what each word of a half of the source means, and its place, in order.
    func forEachMeaning(in half: Half, _ body: (_ side: OppositeSide, _ place: Int) -> Void) {
        for place in half.indices where !half[place].marks.isDisjoint(with: [.negates, .opposes]) {
            if let meaning = meaning(at: place, count: half.count, term: { half[$0].number }) {
                body(meaning.side, meaning.place)
            }
        }
    }

    /// The places of the words in a half of the source that mean a side of a pair.
    func places(of pair: Int, in half: Half) -> [Int] {
        var places: [Int] = []
        forEachMeaning(in: half) { side, place in if side.pair == pair { places.append(place) } }
        return places
    }
}

extension WordHash {
    /// The hash of the first letters of a word: ``Token/stem``.
    init(stemOf word: Substring) { self.init(word.utf8.prefix(Self.stemLength)) }
}
