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
        // Two full stops need no encoding.
        end.steps(from: start).names.map(encodePath)
    }

    /// Longer addresses are not links.
    private static let maxLength = 2000

    /// The destination of a link or an image of the page, as a file in the output folder writes it.
    ///
    /// - Returns: nil for any scheme other than `http`, `https` and `mailto`.
    func destination(_ url: String) -> String? {
        guard !url.isEmpty, url.utf8.count <= Self.maxLength, !url.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
        else { return nil }
        // By bytes: by characters, links took a fiftieth of the time of a build.
        let bytes = url.utf8
        let start = bytes.prefix { !"/?#".utf8.contains($0) }
        if let colon = start.firstIndex(of: UInt8(ascii: ":")) {
            guard ["http", "https", "mailto"].contains(url[..<colon].lowercased()) else { return nil }
            return Self.encodeURL(bytes[...])
        }
        // From the root of the site that the page is on.
        if bytes.first == UInt8(ascii: "/") { return Self.encodeURL(bytes[...]) }
        let path = bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let rest = Self.encodeURL(bytes[path.endIndex...])
        guard !path.isEmpty else { return page + rest }
        var components = folder
        for part in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            let component = Self.encodeURL(part)
            if component == "." { continue }
            if component == "..", let last = components.last, last != ".." {
                components.removeLast()
            } else {
                components.append(component)
            }
        }
        guard let first = components.first else { return "." + rest }
        // At the beginning, `a:b` would have a scheme, and an empty component would lead to the root or to another host.
        let isSafe = !first.isEmpty && !first.utf8.contains(UInt8(ascii: ":"))
        return (isSafe ? "" : "./") + components.joined(separator: "/") + rest
    }

    /// A file name as a part of a link.
    static func encodePath(_ name: String) -> String {
        encode(name.utf8[...]) { $0.isASCIIAlphanumeric || "-._~+=,@".utf8.contains($0) }
    }

    /// An address as a link of Markdown: what it has percent-encoded stays so.
    private static func encodeURL(_ url: Substring.UTF8View) -> String {
        encode(url) { $0.isASCIIAlphanumeric || "-._~:/?#@!$&'*+,;=%".utf8.contains($0) }
    }

    private static func encode(_ text: Substring.UTF8View, _ isKept: (UInt8) -> Bool) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for byte in text {
            if byte == UInt8(ascii: "&"), isKept(byte) {
                // Otherwise `&copy=1` would be a character.
                result += "&amp;".utf8
            } else if isKept(byte) {
                result.append(byte)
            } else {
                result += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
