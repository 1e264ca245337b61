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

    static func run(_ arguments: [String], input: Data = Data(), in folder: String? = nil) throws -> Result {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
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

/// The repository that the tests belong to.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
