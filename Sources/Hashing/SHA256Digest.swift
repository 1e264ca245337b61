#if canImport(CryptoKit)
    import CryptoKit
#else
    internal import CCrypto
#endif

/// A SHA-256 hash. The system's library computes it: CryptoKit on Apple's systems, OpenSSL's libcrypto elsewhere.
package struct SHA256Digest: Sendable, Equatable {
    /// 32 bytes in four words, in the order of memory.
    private let words: SIMD4<UInt64>

    /// Hashes bytes.
    package init(of data: [UInt8]) { self = data.withUnsafeBufferPointer { SHA256Digest(of: $0) } }

    /// Hashes bytes.
    package init(of data: UnsafeBufferPointer<UInt8>) {
        #if canImport(CryptoKit)
            var hash = SHA256()
            hash.update(bufferPointer: UnsafeRawBufferPointer(data))
            words = hash.finalize().withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
        #else
            var context = SHA256_CTX()
            var digest = SIMD4<UInt64>()
            // Fails only if the library lacks the algorithm.
            precondition(SHA256_Init(&context) == 1, "libcrypto has no SHA-256")
            SHA256_Update(&context, data.baseAddress, data.count)
            withUnsafeMutableBytes(of: &digest) { digest in
                _ = SHA256_Final(digest.bindMemory(to: UInt8.self).baseAddress, &context)
            }
            words = digest
        #endif
    }

    /// The first eight bytes as a number.
    package var beginning: UInt64 { UInt64(bigEndian: words[0]) }

    /// 64 lower-case hexadecimal digits.
    package var hex: String {
        String(unsafeUninitializedCapacity: 64) { digits in
            withUnsafeBytes(of: words) { bytes in
                for (index, byte) in bytes.enumerated() {
                    digits[2 * index] = (byte >> 4).hexDigit
                    digits[2 * index + 1] = (byte & 0xF).hexDigit
                }
            }
            return 64
        }
    }
}
