import Bitext
import Procedures
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
        let page: Page
        do {
            page = try Page(bytes)
        } catch {
            throw FileError(path: path, reason: error.description)
        }
        text = page.split(into: side).bytes
        diagnostics = page.defects.map { Diagnostic($0, on: page) }
    }
}
