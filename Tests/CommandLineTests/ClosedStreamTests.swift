import Foundation
import TestSupport
import Testing

/// Who closes a stream gives its number to the first file that is opened: what is said must not be written into that one.
@Suite struct ClosedStreamTests {
    private func run(_ command: String, in folder: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "\"$0\" \(command)", Tool.executable.path]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test(arguments: ["2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
    func messagesGoNowhere(closed: String) throws {
        let folder = NSTemporaryDirectory() + "diptych-closed-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data("# T\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/a.md"))
        #expect(try run("check a.md none.md --format json -o report.json \(closed)", in: folder) == 2)
        let report = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/report.json"))
        #expect((try JSONSerialization.jsonObject(with: report) as? [String: Any])?["schemaVersion"] as? Int == 1)
        #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/a.md")) == Data("# T\n".utf8))
    }

    @Test func standardOutputThatIsClosedIsSaid() throws {
        let folder = NSTemporaryDirectory()
        #expect(try run("rules >&-", in: folder) == 2)
        #expect(try run("extract - </dev/null >&-", in: folder) == 2)
        #expect(try run("extract - <&-", in: folder) == 2)
    }
}
