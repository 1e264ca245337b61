import PageDocuments
import SystemPackage

/// Recognizes the outputs of builds, which hold Markdown but no pages.
enum BuildOutput {
    /// The name of the file that says what a build wrote.
    static let manifestName = "manifest.json"

    /// Whether a folder is the output of a build. Looks at the first bytes of its manifest.
    static func isOne(_ folder: FilePath) -> Bool {
        guard
            let descriptor = try? FileDescriptor.open(folder.appending(manifestName), .readOnly, options: .nonBlocking)
        else { return false }
        defer { try? descriptor.close() }
        var head = [UInt8](repeating: 0, count: 512)
        let count = (try? head.withUnsafeMutableBytes { try descriptor.read(into: $0) }) ?? 0
        let text = String(decoding: head[..<count], as: UTF8.self)
        return ["\"schemaVersion\"", "\"name\": \"\(Generator.diptych.name)\"", "\"configuration\""].allSatisfy {
            text.contains($0)
        }
    }
}
