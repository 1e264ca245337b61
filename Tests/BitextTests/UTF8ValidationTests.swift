import Testing

@testable import Bitext

@Suite("UTF-8 that is well formed")
struct UTF8ValidationTests {
    private static let pieces: [[UInt8]] = [
        Array("plain".utf8), Array("é".utf8), Array("→".utf8), Array("語".utf8), Array("😀".utf8),
        Array("sixteen ASCII bytes".utf8),
        [0xC0, 0x80], [0xC2], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80],
        [0xF0, 0x8F, 0xBF, 0xBF],
        [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80],
        [0xE2, 0x82],
        [0xF0, 0x9F, 0x98], [0xFF],
    ]

    @Test("The standard library says the same of every two pieces, wherever they stand")
    func sameAsStandardLibrary() {
        var (good, bad) = (0, 0)
        for one in Self.pieces {
            for other in Self.pieces {
                for lead in 0...17 {
                    let bytes = Array(repeating: UInt8(ascii: "x"), count: lead) + one + other
                    let isValid = String(validating: bytes, as: UTF8.self) != nil
                    #expect(bytes.withUnsafeBufferPointer(\.isUTF8) == isValid, "\(bytes)")
                    if isValid { good += 1 } else { bad += 1 }
                }
            }
        }
        #expect(good > 500)
        #expect(bad > 500)
    }

    @Test func nothingIsWellFormed() { #expect(UnsafeBufferPointer<UInt8>(start: nil, count: 0).isUTF8) }
}
