import Testing

@testable import Checks

@Suite struct KeyTableTests {
    /// More keys than the table begins with, many of which want the same place.
    @Test func keysKeepTheirNumbers() {
        var table = KeyTable()
        let keys: [UInt64] = (0..<3_000).map { number in
            let value = UInt64(number)
            let crowd: UInt64 = (value % 50) << 20
            return crowd | (value << 40) | value
        }
        for (number, key) in keys.enumerated() {
            let known = table.insert(key, Int32(number))
            #expect(known == nil)
        }
        #expect(table.count == keys.count)
        for (number, key) in keys.enumerated() {
            #expect(table[key] == Int32(number))
            let known = table.insert(key, 7)
            #expect(known == Int32(number))
        }
        #expect(table[1 << 63] == nil)
    }
}
