import Testing

@testable import Bitext

@Suite struct BinarySearchTests {
    @Test(
        arguments: [([], 3, 0), ([3], 3, 0), ([2], 3, 1), ([1, 3, 3, 5], 3, 1), ([1, 2], 0, 0), ([1, 2], 9, 2)]
            as [([Int], Int, Int)])
    func theFirstOneThatMatchesIsFound(numbers: [Int], limit: Int, index: Int) {
        #expect(numbers.partitioningIndex { $0 >= limit } == index)
    }

    /// The index is one of the whole array.
    @Test func aSliceIsSearchedInItsOwnRange() {
        let numbers = [9, 1, 2, 3, 0]
        #expect(numbers[1..<4].partitioningIndex { $0 >= 2 } == 2)
        #expect(numbers[1..<4].partitioningIndex { $0 >= 7 } == 4)
        #expect(numbers[2..<2].partitioningIndex { $0 >= 0 } == 2)
    }
}
