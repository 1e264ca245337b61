import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Workspace

@Suite struct AtomicFileTests {
    @Test func theOldBytesStandUntilTheNewAreWhole() throws {
        let folder = try TemporaryFolder()
        let path = FilePath(try folder.write("report.json", "old"))
        let file = try AtomicFile(path)
        try file.write(Array("ne".utf8))
        try file.write(Array("w".utf8))
        #expect(folder.contents("report.json") == Data("old".utf8))
        try file.commit()
        #expect(folder.contents("report.json") == Data("new".utf8))
        #expect(folder.files == ["report.json"])
    }

    @Test(arguments: [mode_t(0o600), 0o640, 0o755])
    func aReplacedFileKeepsItsPermissions(mode: mode_t) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("page.md", "old")
        try #require(chmod(path, mode) == 0)
        try FileSystem.write(Array("new".utf8), to: FilePath(path))
        var status = stat()
        try #require(stat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == mode)
        #expect(folder.contents("page.md") == Data("new".utf8))
    }

    @Test func whatIsNotCommittedLeavesNothing() throws {
        let folder = try TemporaryFolder()
        do {
            let file = try AtomicFile(FilePath("\(folder.path)/report.json"))
            try file.write([0x41])
            #expect(folder.files.count == 1)
        }
        #expect(folder.files.isEmpty)
    }

    /// A run that was killed cannot take away its temporary files. The next one does.
    @Test func whatAKilledRunLeftIsTakenAway() throws {
        let folder = try TemporaryFolder()
        // A process that has ended.
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["true"]
        try process.run()
        process.waitUntilExit()
        let (dead, own) = (process.processIdentifier, ProcessInfo.processInfo.processIdentifier)
        let kept = [
            ".diptych-\(own)-999999.tmp", ".diptych-lock.json", ".diptych-\(dead)-1.tmp.md", ".diptych-x-1.tmp",
            ".diptych-\(dead)-2.tmp",
        ]
        for name in kept + [".diptych-\(dead)-1.tmp"] { try folder.write(name, "") }
        // One that cannot see this process may have this number.
        let locked = try FileDescriptor.open("\(folder.path)/.diptych-\(dead)-2.tmp", .readOnly)
        try #require(flock(locked.rawValue, LOCK_EX) == 0)
        try FileSystem.write([0x41], to: FilePath("\(folder.path)/page.md"))
        #expect(Set(folder.files) == Set(kept + ["page.md"]))
        try locked.close()
    }
}

@Suite struct SpoolTests {
    @Test(arguments: [0, 1, 15, 16, 17, 200_000])
    func bytesComeBackInOrder(count: Int) throws {
        let spool = Spool(limit: 16)
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        for start in stride(from: 0, to: count, by: 13) {
            try spool.write(Array(bytes[start..<min(start + 13, count)]))
        }
        var back: [UInt8] = []
        try spool.drain { back += $0 }
        #expect(back == bytes)
    }
}
