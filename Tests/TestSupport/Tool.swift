import Foundation

/// The built command, run as a user runs it.
package struct Tool {
    /// What a run left behind.
    package struct Result {
        package var status: Int32
        package var output: String
        package var error: String
    }

    /// Beside the test bundle, where SwiftPM builds all products.
    package static var executable: URL {
        #if os(macOS)
            let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
            return (bundle?.bundleURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
                .deletingLastPathComponent().appendingPathComponent("diptych")
        #else
            return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
                .appendingPathComponent("diptych")
        #endif
    }

    /// The environment of a run, with further variables, and without those that choose colours: build services set them.
    static func environment(_ variables: [String: String]) -> [String: String] {
        var environment = ProcessInfo.processInfo.environment
        for name in ["NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "DIPTYCH_LEXICONS"] {
            environment[name] = nil
        }
        environment["TERM"] = "xterm"
        return environment.merging(variables) { $1 }
    }

    package static func run(_ arguments: String..., input: Data = Data(), in folder: String? = nil) throws -> Result {
        try run(arguments, input: input, in: folder)
    }

    /// - Parameters:
    ///   - executable: the command, if it is not the built one.
    ///   - lexicons: the value of `DIPTYCH_LEXICONS`.
    ///   - variables: further variables of the environment.
    package static func run(
        _ arguments: [String], input: Data = Data(), in folder: String? = nil, executable: URL = executable,
        lexicons: String? = nil, environment variables: [String: String] = [:]
    ) throws -> Result {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        var variables = variables
        variables["DIPTYCH_LEXICONS"] = lexicons
        process.environment = environment(variables)
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
