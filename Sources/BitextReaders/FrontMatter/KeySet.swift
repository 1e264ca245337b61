/// The keys so far: in a list while there are few, as on every real page, later in a set.
struct KeySet {
    private var few: [String] = []
    private var many: Set<String> = []

    init() { few.reserveCapacity(Self.limit) }

    private static let limit = 32

    /// Adds a key. Returns false if it was present.
    mutating func insert(_ key: String) -> Bool {
        guard many.isEmpty else { return many.insert(key).inserted }
        if few.contains(key) { return false }
        few.append(key)
        if few.count > Self.limit { many = Set(few) }
        return true
    }
}
