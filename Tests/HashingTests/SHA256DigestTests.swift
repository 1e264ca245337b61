import Testing

@testable import Hashing

/// The examples of FIPS 180-2, appendix B, and what is at the edges of a block of 64 bytes.
@Suite struct SHA256DigestTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func examplesOfTheStandard(text: String, hex: String) {
        let digest = SHA256Digest(of: Array(text.utf8))
        #expect(digest.hex == hex)
        #expect(digest.beginning == UInt64(hex.prefix(16), radix: 16))
    }

    @Test func aMillionLetters() {
        #expect(
            SHA256Digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)).hex
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func equalBytesHaveEqualDigests() {
        #expect(SHA256Digest(of: [1, 2, 3]) == SHA256Digest(of: [1, 2, 3]))
        #expect(SHA256Digest(of: [1, 2, 3]) != SHA256Digest(of: [1, 2, 3, 0]))
    }
}

@Suite struct KeyHashTests {
    /// The examples of the FNV reference, http://www.isthe.com/chongo/tech/comp/fnv (64 bits, FNV-1a).
    @Test(arguments: [
        ("", 0xcbf2_9ce4_8422_2325 as UInt64), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ])
    func isFNV1a(text: String, hash: UInt64) {
        #expect(KeyHash.of(text.utf8) == hash)
    }

    @Test func bytesOneByOneAndAllTogether() {
        var hash = KeyHash()
        for byte in "foobar".utf8 { hash.add(byte) }
        #expect(hash.value == KeyHash.of("foobar".utf8))
    }
}
