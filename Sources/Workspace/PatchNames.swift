import SystemPackage

/// How a patch calls pages: without `.`, `..`, doubled slashes and links, which `git apply` refuses.
public struct PatchNames: Sendable {
    /// The working folder; nil where a page is outside of it. Then all are named from the root of their repository.
    private let folder: FilePath?

    /// - Parameter pages: all pages of the patch, as the user named them.
    public init(_ pages: [FilePath]) {
        let folder = FilePath("").fromRoot.resolvingLinks ?? FilePath("").fromRoot
        self.folder = pages.allSatisfy { $0 == "-" || Self.path(of: $0).isBelow(folder) } ? folder : nil
    }

    /// Whether `git apply` and `patch -p1` read the patch in the working folder.
    public var isForWorkingFolder: Bool { folder != nil }

    /// A name in a patch, after `---` or `+++`.
    func header(_ side: String, of page: FilePath) -> String { Self.quoted("\(side)/\(name(of: page))") }

    private func name(of page: FilePath) -> String {
        guard page != "-" else { return page.string }
        let path = Self.path(of: page)
        if let folder {
            var below = path
            return below.removePrefix(folder) ? below.string : page.string
        }
        var finder = RepositoryFinder()
        return finder.location(of: path)?.path.string ?? path.removingRoot().string
    }

    private static func path(of page: FilePath) -> FilePath { page.resolvingLinks ?? page.fromRoot }

    /// A name as git writes it in a diff: quoted, with its bytes as octal numbers, where it has quotes, control characters
    /// or what could act on a terminal; with a tab after it where it has a blank.
    private static func quoted(_ name: String) -> String {
        let isPlain = name.unicodeScalars.allSatisfy { !$0.isUnsafe && $0 != "\"" && $0 != "\\" }
        guard !isPlain else { return name.contains(" ") ? name + "\t" : name }
        var result = "\""
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += "\\" + String(UnicodeScalar(byte))
            case 0x20...0x7E: result += String(UnicodeScalar(byte))
            default:
                let digits = String(byte, radix: 8)
                result += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
            }
        }
        return result + "\""
    }
}
