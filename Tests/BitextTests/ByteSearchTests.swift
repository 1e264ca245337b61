import Testing

@testable import Bitext

@Suite struct ByteSearchTests {
    @Test(arguments: [("", ""), ("Ä Z[@`z", "Ä z[@`z"), ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")])
    func onlyASCIILettersAreLowercased(text: String, lower: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { $0.asciiLowercased } == Array(lower.utf8))
    }

    @Test(arguments: [("", "", true), ("id", "id", true), ("id", "ie", false), ("id", "i", false), ("", "i", false)])
    func buffersAreEqualByTheirBytes(left: String, right: String, areEqual: Bool) {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                #expect(Bytes.areEqual(left, right) == areEqual)
                #expect(Bytes.areEqual(right, left) == areEqual)
            }
        }
    }

    @Test func rangesAreEqualByTheirBytes() {
        Array("id1 id1 id2".utf8).withUnsafeBufferPointer { bytes in
            #expect(bytes.areEqual(0..<3, 4..<7))
            #expect(!bytes.areEqual(0..<3, 8..<11))
            #expect(bytes.areEqual(0..<2, 8..<10))
            #expect(bytes.areEqual(3..<3, 11..<11))
            #expect(!bytes.areEqual(0..<3, 4..<6))
        }
    }
}
