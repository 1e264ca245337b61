#if canImport(CryptoKit)
    import CryptoKit
#else
    internal import CCrypto
#endif

/// A SHA-256 hash. The system's library computes it: CryptoKit on Apple's systems, OpenSSL's libcrypto elsewhere.
package struct SHA256Digest: Sendable, Equatable {
    /// 32 bytes.
    package let bytes: [UInt8]

    /// Hashes bytes.
    package init(of data: [UInt8]) { self = data.withUnsafeBufferPointer { SHA256Digest(of: $0) } }

    /// Hashes bytes.
    package init(of data: UnsafeBufferPointer<UInt8>) {
        #if canImport(CryptoKit)
            var hash = SHA256()
            hash.update(bufferPointer: UnsafeRawBufferPointer(data))
            bytes = Array(hash.finalize())
        #else
            var context = SHA256_CTX()
            bytes = [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { digest, count in
                // Fails only if the library lacks the algorithm.
                precondition(SHA256_Init(&context) == 1, "libcrypto has no SHA-256")
                SHA256_Update(&context, data.baseAddress, data.count)
                SHA256_Final(digest.baseAddress, &context)
                count = Int(SHA256_DIGEST_LENGTH)
            }
        #endif
    }

    /// 64 lower-case hexadecimal digits.
    package var hex: String {
        String(unsafeUninitializedCapacity: 2 * bytes.count) { digits in
            for (index, byte) in bytes.enumerated() {
                digits[2 * index] = Self.digit(byte >> 4)
                digits[2 * index + 1] = Self.digit(byte & 15)
            }
            return 2 * bytes.count
        }
    }

    /// The ASCII digit of a value from 0 to 15.
    package static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
