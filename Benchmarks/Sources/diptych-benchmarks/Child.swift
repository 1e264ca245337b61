import Foundation

/// One run of one stage in a process of its own, for what can only be told of a whole process.
struct Child {
    let folder: String

    /// The most memory that the process had, in megabytes.
    func peakMemory(ofStage index: Int) throws -> Double? {
        let output = try run([CommandLine.arguments[0], folder, "--stage", String(index)])
        return output.split(separator: "\n").last.flatMap { Double($0) }
    }

    private func run(_ command: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }
}
