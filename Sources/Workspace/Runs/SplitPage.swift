import Bitext
import Checklists
import SystemPackage

/// One side of a page as ordinary Markdown.
public struct SplitPage: Sendable {
    /// The side's bytes.
    public let text: [UInt8]
    /// The page's damage, in its order.
    public let diagnostics: [Diagnostic]

    /// - Parameter path: a page, or `-` for standard input.
    public init(_ path: String, side: Side) throws(FileError) {
        let bytes = try path == "-" ? FileSystem.readStandardInput() : FileSystem.read(FilePath(path))
        let bitext = try PageAnalysis(PageFiles(bytes), name: path, path: path).bitext
        text = bitext[side].bytes
        diagnostics = bitext.defects.map { Diagnostic($0, of: bitext) }
    }
}
