import ParsedBitext

/// English words that have an opposite, and those that negate: a lexicon learns the other language's words for them.
///
/// The words are English because nearly all documentation is translated from English. The target's words are learned (see
/// ``PolarityTrainer``), so one list serves every target language. A lexicon file holds no word, only the place in this list.
/// After a change of the list (``fingerprint``), old lexicons find no reversals, and new ones must be trained.
enum Opposites {
    /// The plainest words that negate.
    static let plainNegations = "not cannot t never"
    /// Pair number 0: all words that negate.
    static let negations = plainNegations + " no none nor neither nothing without unable"
    /// The negations that contain a "can" as well: the target's word for them need not negate.
    static let inabilities = "cannot unable"

    /// Words of the pairs that are nouns as often ("a content block"): they count only at the beginning of a sentence, or after a word
    /// that a verb comes after.
    static let verbsOnly = "block blocks"
    static let wordsBeforeVerbs =
        "to can cannot could will would must should may might shall you we they that which who and or not automatically"

    /// The pairs from number 1 on, each word with its forms. In `turn+on`, "on" is at most ``maxParticleDistance`` words after
    /// the verb.
    static let pairs: [(String, String)] = [
        (
            "enable enables enabled enabling activate activates activated turn+on turns+on turned+on turning+on switch+on",
            "disable disables disabled disabling deactivate deactivates deactivated turn+off turns+off turned+off turning+off"
                + " switch+off"
                + " inactivate inactivates inactivated"
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
        ("before prior", "after"), ("maximum max", "minimum min"), ("true", "false"),
        (
            "accept accepts accepted accepting approve approves approved approving",
            "reject rejects rejected rejecting decline declines declined"
        ),
        ("grant grants granted granting", "revoke revokes revoked revoking"),
        ("install installs installed installing installation", "uninstall uninstalls uninstalled uninstalling"),
        ("open opens opened opening", "close closes closed closing"),
        ("internal internally", "external externally"),
        ("incoming inbound", "outgoing outbound"),
        ("upload uploads uploaded uploading", "download downloads downloaded downloading"),
        ("import imports imported importing", "export exports exported exporting"),
        ("higher highest", "lower lowest"), ("above", "below"),
        ("longer longest", "shorter shortest"), ("larger largest", "smaller smallest"),
        ("first", "last"),
        ("online", "offline"), ("public", "private"), ("left", "right"), ("top", "bottom"),
        ("older oldest earlier earliest", "newer newest later latest"),
        ("succeed succeeds succeeded successful", "fail fails failed failing failure"),
        ("valid", "invalid"), ("automatic automatically", "manual manually"),
        ("encrypt encrypts encrypted", "decrypt decrypts decrypted"),
        ("sign+in signs+in signed+in signing+in log+in", "sign+out signs+out signed+out signing+out log+off"),
        ("select selects selected selecting choose chooses choosing", "clear clears cleared clearing"),
        ("assign assigns assigned assigning", "unassign unassigns unassigned unassigning"),
        ("subscribe subscribes subscribed", "unsubscribe unsubscribes unsubscribed"),
        ("inside", "outside"), ("primary", "secondary"), ("source", "destination"),
    ]

    /// How many pairs there are, negation included.
    static let count = pairs.count + 1
    static let maxParticleDistance = 3

    /// Equal for equal lists.
    static var fingerprint: UInt32 {
        WordHash((pairs + [(negations, verbsOnly)]).flatMap { Array($0.utf8) + [0] + Array($1.utf8) + [1] }).value
    }
}

/// One side of a pair of ``Opposites``. Negation, pair 0, has a first side only.
struct OppositeSide: Sendable, Hashable {
    var pair: Int
    var isFirst: Bool
}

/// A set of pairs of ``Opposites``, which are fewer than 64.
struct PairSet: OptionSet, Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }
    init(pair: Int) { rawValue = 1 << UInt64(pair) }

    static let negation = PairSet(pair: 0)

    func contains(pair: Int) -> Bool { contains(PairSet(pair: pair)) }
}

/// Of which pairs a sentence has the first side, and of which the second.
struct OppositeSides: Sendable {
    private(set) var first: PairSet = []
    private(set) var second: PairSet = []

    mutating func insert(_ side: OppositeSide) {
        if side.isFirst { first.insert(PairSet(pair: side.pair)) } else { second.insert(PairSet(pair: side.pair)) }
    }

    var isNegated: Bool { first.contains(.negation) }

    /// The pairs of which it has one side only. Empty for a negated sentence, in which one side may well mean the other.
    var single: PairSet { isNegated ? [] : first.symmetricDifference(second).subtracting(.negation) }
}
