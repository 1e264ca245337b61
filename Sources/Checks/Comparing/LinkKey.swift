import Hashing

/// The destination of a link, normalized for comparison.
///
/// These make no difference: a locale in the path (`/en-us/`, `/fr-fr/`, none), `http` or `https`, the case of scheme
/// and host, a final slash, and punctuation at the end.
struct LinkKey: Equatable {
    /// The normalized address, without the fragment.
    let address: String
    /// The part after `#`.
    let fragment: String

    init(_ url: String) {
        var bytes = Array(url.utf8)
        while let last = bytes.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ",") || last.isASCIIBlank {
            bytes.removeLast()
        }
        var fragment: [UInt8] = []
        if let hash = bytes.firstIndex(of: UInt8(ascii: "#")) {
            fragment = Array(bytes[(hash + 1)...])
            bytes.removeSubrange(hash...)
        }
        bytes = Self.withoutLocale(bytes)
        let hostEnd = Self.hostEnd(bytes)
        for index in 0..<hostEnd { bytes[index] = bytes[index].asciiLowercased }
        if bytes.starts(with: "http://".utf8) { bytes.insert(UInt8(ascii: "s"), at: 4) }
        if bytes.last == UInt8(ascii: "/"), bytes.count > 1 { bytes.removeLast() }
        address = String(decoding: bytes, as: UTF8.self)
        self.fragment = String(decoding: fragment, as: UTF8.self)
    }

    /// Equal for destinations with equal addresses, whatever their fragments.
    var key: UInt64 { KeyHash.of(address.utf8) }

    /// The index after the host; 0 without a scheme.
    private static func hostEnd(_ bytes: [UInt8]) -> Int {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes.dropFirst(colon).starts(with: "://".utf8)
        else { return 0 }
        return bytes[(colon + 3)...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
    }

    /// Removes the first folder that is a locale: `/fr-fr/`.
    private static func withoutLocale(_ bytes: [UInt8]) -> [UInt8] {
        var start = bytes.startIndex
        while let slash = bytes[start...].firstIndex(of: UInt8(ascii: "/")) {
            let end = bytes[(slash + 1)...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.endIndex
            let folder = bytes[(slash + 1)..<end]
            if folder.count == 5 || folder.count == 7, isLocale(folder) {
                return Array(bytes[..<slash]) + bytes[end...]
            }
            start = slash + 1
        }
        return bytes
    }

    private static func isLocale(_ folder: ArraySlice<UInt8>) -> Bool {
        guard folder[folder.startIndex + 2] == UInt8(ascii: "-") else { return false }
        return folder.enumerated().allSatisfy {
            $0.offset == 2 || $0.element.isASCIILetter || $0.element == UInt8(ascii: "-")
        }
    }
}
