import Foundation

/// The built command, run as a user runs it.
struct Tool {
    /// What a run left behind.
    struct Result {
        var status: Int32
        var output: String
        var error: String
    }

    /// Beside the test bundle, where SwiftPM builds all products.
    static var executable: URL {
        #if os(macOS)
            let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
            return (bundle?.bundleURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
                .deletingLastPathComponent().appendingPathComponent("diptych")
        #else
            return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
                .appendingPathComponent("diptych")
        #endif
    }

    static func run(_ arguments: String..., input: Data = Data(), in folder: String? = nil) throws -> Result {
        try run(arguments, input: input, in: folder)
    }

    /// - Parameters:
    ///   - executable: the command, if it is not the built one.
    ///   - lexicons: the value of `DIPTYCH_LEXICONS`.
    static func run(
        _ arguments: [String], input: Data = Data(), in folder: String? = nil, executable: URL = executable,
        lexicons: String? = nil
    ) throws -> Result {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        var environment = ProcessInfo.processInfo.environment
        environment["DIPTYCH_LEXICONS"] = lexicons
        process.environment = environment
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        let (standardInput, output, error) = (Pipe(), Pipe(), Pipe())
        process.standardInput = standardInput
        process.standardOutput = output
        process.standardError = error
        try process.run()
        // Both are small enough for a pipe's buffer or are read before the wait.
        standardInput.fileHandleForWriting.write(input)
        try standardInput.fileHandleForWriting.close()
        let outputData = output.fileHandleForReading.readDataToEndOfFile()
        let errorData = error.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: outputData, as: UTF8.self),
            error: String(decoding: errorData, as: UTF8.self))
    }
}

/// A folder that is gone when the test is.
final class ScratchFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "diptych-scratch-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and the folders above it, and returns its path.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let file = "\(path)/\(name)"
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }
}

/// The repository that the tests belong to.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
