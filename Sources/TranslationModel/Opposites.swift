import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext

/// English words that have an opposite, and those that negate: what a lexicon learns the other language's words for.
///
/// The list is of English, which the vendor translates from. What says either side in the target is learned (see
/// ``PolarityTrainer``), so the list serves every target language. A file names no word, only the place in this list: whoever
/// changes the list makes old lexicons silent about opposites (``fingerprint``), and trains new ones.
enum Opposites {
    /// Number 0: words that say no. The plainest come first.
    static let denials = "not cannot t never"
    static let negations = denials + " no none nor neither nothing without unable"
    /// Of them, those that hold a "can" as well: a target's word for them need not say no.
    static let inabilities = "cannot unable"

    /// The pairs, from number 1 on, each with its forms; `turn+on` is the particle at most three words behind the verb.
    static let pairs: [(String, String)] = [
        (
            "enable enables enabled enabling activate activates activated turn+on turns+on turned+on turning+on switch+on",
            "disable disables disabled disabling deactivate deactivates deactivated turn+off turns+off turned+off turning+off"
                + " switch+off"
        ),
        (
            "allow allows allowed allowing permit permits permitted permitting",
            "block blocks blocked blocking deny denies denied prevent prevents prevented prohibit prohibits forbid"
        ),
        ("set+on toggle+on", "off"),
        ("show shows shown showing display displays displayed", "hide hides hidden hiding"),
        ("start starts started starting", "stop stops stopped stopping"),
        ("add adds added adding", "remove removes removed removing delete deletes deleted deleting"),
        ("include includes included including", "exclude excludes excluded excluding exclusion"),
        ("lock locks locked locking", "unlock unlocks unlocked unlocking"),
        ("mute mutes muted muting", "unmute unmutes unmuted unmuting"),
        ("connect connects connected connecting", "disconnect disconnects disconnected disconnecting"),
        (
            "increase increases increased increasing raise raises",
            "decrease decreases decreased decreasing reduce reduces reduced reducing"
        ),
        ("before prior", "after"), ("maximum max", "minimum min"), ("most", "least"), ("true", "false"),
        ("accept accepts accepted accepting", "reject rejects rejected rejecting decline declines declined"),
        ("grant grants granted granting", "revoke revokes revoked revoking"),
        ("install installs installed installing installation", "uninstall uninstalls uninstalled uninstalling"),
        ("open opens opened opening", "close closes closed closing"),
        ("internal internally", "external externally"),
        ("incoming inbound", "outgoing outbound"),
        ("upload uploads uploaded uploading", "download downloads downloaded downloading"),
        ("import imports imported importing", "export exports exported exporting"),
        ("higher", "lower"), ("above", "below"), ("longer", "shorter"), ("larger", "smaller"),
        ("first", "last"),
        ("online", "offline"), ("public", "private"), ("left", "right"), ("top", "bottom"),
        ("older earlier", "newer later"),
        ("succeed succeeds succeeded successful", "fail fails failed failing failure"),
        ("valid", "invalid"), ("automatic automatically", "manual manually"),
        ("encrypt encrypts encrypted", "decrypt decrypts decrypted"),
        ("sign+in signs+in signed+in signing+in log+in", "sign+out signs+out signed+out signing+out log+off"),
        ("select selects selected selecting choose chooses choosing", "clear clears cleared clearing"),
        ("assign assigns assigned assigning", "unassign unassigns unassigned unassigning"),
        ("subscribe subscribes subscribed", "unsubscribe unsubscribes unsubscribed"),
        ("inside", "outside"), ("primary", "secondary"), ("source", "destination"),
    ]

    /// So many bits stand for them.
    static let count = pairs.count + 1
    static let furthest = 3

    /// Equal for equal lists.
    static var fingerprint: UInt32 {
        WordHash((pairs + [(negations, "")]).flatMap { Array($0.utf8) + [0] + Array($1.utf8) + [1] }).value
    }
}

/// Where words of ``Opposites`` are in a vocabulary.
struct OppositeSeeds: Sendable {
    /// For each term of the source's vocabulary: twice its pair's number, and one more on the second side; `none`; or `verb`,
    /// which may have its particle behind it.
    private let codes: [UInt8]
    /// By the verb's and the particle's numbers.
    private let particles: [UInt64: UInt8]
    /// Of each pair, the terms that give it away.
    let members: [Set<UInt32>]
    /// Of each pair, the terms of both its sides; verbs with particles are left out.
    let sides: [(first: [UInt32], second: [UInt32])]

    static let none: UInt8 = 255
    private static let verb: UInt8 = 254

    /// - Parameter index: the number of a term, by its hash, or a negative one.
    init(size: Int, index: (UInt32) -> Int32) {
        var codes = Array(repeating: Self.none, count: size)
        var particles: [UInt64: UInt8] = [:]
        var members: [Set<UInt32>] = []
        var sides: [(first: [UInt32], second: [UInt32])] = []
        func number(_ word: Substring) -> UInt32? {
            let found = index(WordHash(word.utf8.prefix(WordHash.stemLength)).value)
            return found >= 0 ? UInt32(found) : nil
        }
        for (pair, words) in ([(Opposites.negations, "")] + Opposites.pairs).enumerated() {
            var own: Set<UInt32> = []
            var plain: [[UInt32]] = [[], []]
            for (side, words) in [words.0, words.1].enumerated() {
                let code = UInt8(2 * pair + side)
                for word in words.split(separator: " ") {
                    let parts = word.split(separator: "+")
                    guard let first = number(parts[0]) else { continue }
                    if parts.count == 2 {
                        guard let second = number(parts[1]) else { continue }
                        particles[UInt64(first) << 32 | UInt64(second)] = code
                        if codes[Int(first)] == Self.none { codes[Int(first)] = Self.verb }
                        own.formUnion([first, second])
                    } else {
                        // What stands on two lists counts for the first, as "never" does for negation.
                        if codes[Int(first)] == Self.none { codes[Int(first)] = code }
                        if own.insert(first).inserted { plain[side].append(first) }
                    }
                }
            }
            members.append(own)
            sides.append((plain[0], plain[1]))
        }
        self.codes = codes
        self.particles = particles
        self.members = members
        self.sides = sides
    }

    /// Knows no word.
    init() { (codes, particles, members, sides) = ([], [:], [], []) }

    /// On which of the lists a term of the source's vocabulary is: of those that negate, or of those that have an opposite.
    func marks(of term: Int32) -> PairEntry.Marks {
        let code = codes[Int(term)]
        return code == Self.none ? [] : code >> 1 == 0 ? .negates : .opposes
    }

    /// The terms that say the opposite of one.
    func opposites(of term: UInt32) -> [UInt32] {
        let code = codes[Int(term)]
        guard code != Self.none, code != Self.verb else { return [] }
        let (first, second) = sides[Int(code >> 1)]
        return code & 1 == 0 ? second : first
    }

    /// Calls with the code and the place of each word of the kind among some terms.
    @inline(__always)
    func each(count: Int, term: (Int) -> Int, _ body: (UInt8, Int) -> Void) {
        for place in 0..<count { visit(place, count: count, term: term, body) }
    }

    /// The same in a half of the source, whose marks tell where such words are.
    @inline(__always)
    func each(in half: UnsafeBufferPointer<PairEntry>, _ body: (UInt8, Int) -> Void) {
        for place in 0..<half.count where !half[place].marks.isDisjoint(with: .polar) {
            visit(place, count: half.count, term: { Int(half[$0].index) }, body)
        }
    }

    @inline(__always)
    private func visit(_ place: Int, count: Int, term: (Int) -> Int, _ body: (UInt8, Int) -> Void) {
        let index = term(place)
        guard index >= 0 else { return }
        let code = codes[index]
        guard code != Self.none else { return }
        guard code == Self.verb else { return body(code, place) }
        for next in place + 1..<min(count, place + 1 + Opposites.furthest) where term(next) >= 0 {
            if let code = particles[UInt64(index) << 32 | UInt64(term(next))] { return body(code, next) }
        }
    }
}

/// Which sides of which pairs a sentence has: a bit for each pair.
struct OppositeSides {
    private(set) var first: UInt64 = 0
    private(set) var second: UInt64 = 0

    mutating func insert(_ code: UInt8) {
        if code & 1 == 0 { first |= 1 << UInt64(code >> 1) } else { second |= 1 << UInt64(code >> 1) }
    }

    var isEmpty: Bool { first | second == 0 }

    var isNegated: Bool { first & 1 != 0 }

    /// The pairs that it has one side of; in a negated sentence the other side may well stand for it.
    var single: UInt64 { isNegated ? 0 : (first ^ second) & ~1 }
}
