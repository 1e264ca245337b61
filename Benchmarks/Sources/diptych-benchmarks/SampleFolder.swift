import Foundation

/// `Corpus/`, as many times as makes a folder that is worth measuring.
struct SampleFolder {
    static let copies = 24

    let path: String

    /// - Throws: if there is no `Corpus/` beside this package.
    init() throws {
        let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Corpus")
        let parent = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent(
            "diptych-pages-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        for number in 1...Self.copies {
            try FileManager.default.copyItem(at: corpus, to: parent.appendingPathComponent("copy-\(number)"))
        }
        path = parent.path
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
