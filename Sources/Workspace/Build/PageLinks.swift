import Bitext
import SystemPackage

/// The links of a page, for a file in the output folder.
struct PageLinks: Sendable {
    /// The destination of a link to the page.
    let page: String
    /// The components of the path from the output folder to the page's folder, encoded.
    private let folder: [String]

    /// - Parameters:
    ///   - base: the path from the output folder to the input folder, as ``base(from:to:)`` gives it.
    ///   - path: the page's path from the input folder.
    init(base: [String], path: String) {
        let components = base + path.split(separator: "/").map { Self.encodePath(String($0)) }
        folder = components.dropLast()
        page = components.joined(separator: "/")
    }

    /// The path from one folder to another, each component encoded for a link.
    static func base(from start: FilePath, to end: FilePath) -> [String] {
        let (start, end) = (start.fromRoot.components.map(\.string), end.fromRoot.components.map(\.string))
        var common = 0
        while common < min(start.count, end.count), start[common] == end[common] { common += 1 }
        return Array(repeating: "..", count: start.count - common) + end[common...].map(encodePath)
    }

    /// Longer addresses are not links.
    private static let maxLength = 2000

    /// The destination of a link or an image of the page, as a file in the output folder writes it.
    ///
    /// - Returns: nil for any scheme other than `http`, `https` and `mailto`.
    func destination(_ url: String) -> String? {
        guard !url.isEmpty, url.utf8.count <= Self.maxLength, !url.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
        else { return nil }
        let start = url.prefix { !"/?#".contains($0) }
        if let colon = start.firstIndex(of: ":") {
            guard ["http", "https", "mailto"].contains(start[..<colon].lowercased()) else { return nil }
            return Self.encodeURL(url)
        }
        // From the root of the site that the page is on.
        if url.hasPrefix("/") { return Self.encodeURL(url) }
        let path = url.prefix { $0 != "?" && $0 != "#" }
        let rest = Self.encodeURL(url[path.endIndex...])
        guard !path.isEmpty else { return page + rest }
        var components = folder
        for component in path.split(separator: "/", omittingEmptySubsequences: false) where component != "." {
            if component == "..", let last = components.last, last != ".." {
                components.removeLast()
            } else {
                components.append(Self.encodeURL(component))
            }
        }
        return (components.isEmpty ? "." : components.joined(separator: "/")) + rest
    }

    /// A file name as a part of a link.
    static func encodePath(_ name: String) -> String {
        encode(name) { $0.isASCIIAlphanumeric || "-._~+=,@".utf8.contains($0) }
    }

    /// An address as a link of Markdown: what it has percent-encoded stays so.
    private static func encodeURL(_ url: some StringProtocol) -> String {
        let encoded = encode(url) { $0.isASCIIAlphanumeric || "-._~:/?#@!$&'*+,;=%".utf8.contains($0) }
        guard encoded.utf8.contains(UInt8(ascii: "&")) else { return encoded }
        // Otherwise `&copy=1` would be a character.
        return encoded.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
    }

    private static func encode(_ text: some StringProtocol, _ isKept: (UInt8) -> Bool) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            if isKept(byte) {
                result.append(byte)
            } else {
                result += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
