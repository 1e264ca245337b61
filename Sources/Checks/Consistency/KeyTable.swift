/// A hash table with open addressing from keys that are hashes to numbers from 0 on. For millions of lookups.
struct KeyTable: Sendable {
    private var keys: [UInt64]
    /// -1 in an empty slot.
    private var values: [Int32]
    private(set) var count = 0

    init() {
        keys = Array(repeating: 0, count: 1 << 12)
        values = Array(repeating: -1, count: 1 << 12)
    }

    /// The number of a key, or nil. O(1) on average.
    subscript(key: UInt64) -> Int32? {
        let value = values[slot(of: key)]
        return value < 0 ? nil : value
    }

    /// Adds a key with its number. If the table has the key already, changes nothing and returns its number.
    mutating func insert(_ key: UInt64, _ value: Int32) -> Int32? {
        let slot = slot(of: key)
        guard values[slot] < 0 else { return values[slot] }
        keys[slot] = key
        values[slot] = value
        count += 1
        if count * 2 > keys.count { grow() }
        return nil
    }

    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key >> 20) & mask
        while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        values = Array(repeating: -1, count: oldKeys.count * 2)
        for (key, value) in zip(oldKeys, oldValues) where value >= 0 {
            let slot = slot(of: key)
            keys[slot] = key
            values[slot] = value
        }
    }
}
