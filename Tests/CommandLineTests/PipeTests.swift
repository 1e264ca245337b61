import Foundation
import TestSupport
import Testing

/// Who reads only the beginning of the output, as `head` does, gets no message.
@Suite struct PipeTests {
    private static let pages: TemporaryFolder? = {
        guard let folder = try? TemporaryFolder() else { return nil }
        let pair =
            "<span data-ttu-id=\"1-1\"></span><span class=\"sxs-lookup\"><span data-stu-id=\"1-1\">Wait 1.</span></span>\n\n"
        let fixable = pair.replacing("\"></span>", with: "\">Un  deux.</span>").replacing("Wait 1", with: "One two")
        for index in 0..<20 {
            _ = try? folder.write("docs/\(index).md", "# T\n\n\(fixable)\n\n1. \(String(repeating: pair, count: 40))")
        }
        for index in 0..<20 { _ = try? folder.write("new/\(index).md", "# T\n\n- \(index)\n- \(pair)") }
        return folder
    }()

    @Test(arguments: [
        "check docs", "check docs --format json", "check docs --format sarif", "check docs --format junit",
        "check docs --format github", "check docs --format summary", "check docs --dry-run", "rules",
        "rules --format json",
        "explain number", "extract docs/1.md", "split --side source docs/1.md", "inspect docs/1.md",
        "build docs -o OUT",
        "build docs -o OUT --check", "diff docs new", "diff docs new --format json", "diff docs new --format markdown",
        "watch docs -o OUT", "--help", "check --help", "check docs --write-baseline OUT.json",
    ])
    func aReaderThatHasEnoughIsNoError(_ command: String) throws {
        let folder = try #require(Self.pages)
        let out = "out-\(UUID().uuidString)"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        // `sleep` for a command that has little to say: it must meet a closed pipe.
        process.arguments = [
            "-c",
            "{ sleep 0.2; exec 3>&1; \"$0\" \(command.replacing("OUT", with: out)) 2>\(out).err; echo $? >\(out).rc; } | :",
            Tool.executable.path,
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        try process.run()
        process.waitUntilExit()
        let status = folder.contents("\(out).rc").map { String(decoding: $0, as: UTF8.self) }
        let messages = folder.contents("\(out).err").map { String(decoding: $0, as: UTF8.self) }
        #expect(messages?.contains("error") == false, "\(messages ?? "")")
        if command.hasSuffix("--help") {
            #expect(status == "0\n")
        } else if command.contains("baseline") {
            // It has more to do than to print.
            #expect(status == "0\n")
            #expect(folder.contents("\(out).json")?.isEmpty == false)
        } else {
            #expect(status == "141\n", "\(status ?? "")")
        }
    }
}
