import Bitext
import Hashing

/// The name of a file of tasks: `checklists.fr-FR.target.md`, or for the pages of one folder `checklists.fr-FR.target.a+b.md`.
struct TaskFileName: Hashable, Sendable {
    let locale: String
    let side: Side
    /// The folder, from the input folder, where the pages of each folder have a file of their own. Empty for all others.
    var folder = ""

    var text: String {
        "checklists.\(locale).\(side.rawValue)." + (folder.isEmpty ? "" : Self.encode(folder) + ".") + "md"
    }

    /// The side that a name is of; nil for any other file.
    static func side(of name: String) -> Side? {
        let parts = name.split(separator: ".")
        guard parts.count >= 4, parts[0] == "checklists" else { return nil }
        return Side(rawValue: String(parts[2]))
    }

    /// Names on most systems have at most 255 bytes.
    private static let maxLength = 116

    /// A folder as a part of a name. Different folders get different names.
    private static func encode(_ folder: String) -> String {
        var result = ""
        for byte in folder.utf8 {
            switch byte {
            case UInt8(ascii: "/"): result += "+"
            case UInt8(ascii: "-"), UInt8(ascii: "_"): result.unicodeScalars.append(Unicode.Scalar(byte))
            case _ where byte.isASCIIAlphanumeric: result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "=\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
            }
        }
        guard result.utf8.count > maxLength else { return result }
        return "\(result.prefix(100))=\(SHA256Digest(of: Array(folder.utf8)).hex.prefix(16))"
    }
}

/// Which file of tasks each page of a locale is in: one file, or one for each folder if that file would be too large.
struct TaskLayout: Sendable {
    let locale: String
    let isByFolder: Bool

    /// - Parameter sizes: the bytes of all sections on each side.
    init(locale: String, sizes: [Side: Int], limit: Int) {
        self.locale = locale
        // Both languages have the same form, so that their links fit.
        isByFolder = sizes.values.contains { $0 > limit }
    }

    func file(of page: String, _ side: Side) -> TaskFileName {
        TaskFileName(locale: locale, side: side, folder: isByFolder ? Self.folder(of: page) : "")
    }

    static func folder(of page: String) -> String {
        page.lastIndex(of: "/").map { String(page[..<$0]) } ?? ""
    }
}
