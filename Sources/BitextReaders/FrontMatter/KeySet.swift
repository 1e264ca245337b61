import Bitext

/// The keys seen so far: a list while they are few, as they are on every real page, a set when they are many.
struct KeySet {
    private var few: [String] = []
    private var many: Set<String> = []

    init() { few.reserveCapacity(Self.limit) }

    private static let limit = 32

    /// Adds the key. False if it was there already.
    mutating func insert(_ key: String) -> Bool {
        guard many.isEmpty else { return many.insert(key).inserted }
        if few.contains(key) { return false }
        few.append(key)
        if few.count > Self.limit { many = Set(few) }
        return true
    }
}

/// The ways to write nothing as a plain scalar: YAML's null.
enum YAMLNull {
    /// Whether the plain scalar means null, as in YAML 1.1 and in the core schema of 1.2.
    static func isSpelled(_ text: String) -> Bool {
        switch text {
        case "", "~", "null", "Null", "NULL": true
        default: false
        }
    }
}
