import Foundation
import Synchronization
import SystemPackage

/// Where the stages write, each run into a new folder.
///
/// In memory where the system has such a place, so that the disk is not what is measured. On a disk, nothing is deleted
/// before all is measured: ext4 makes files seconds slower for five seconds after many were deleted.
final class Scratch: Sendable {
    private let folder: String
    private let isInMemory: Bool
    private let count = Mutex(0)

    init() {
        isInMemory = FileManager.default.isWritableFile(atPath: "/dev/shm")
        let parent = isInMemory ? "/dev/shm" : NSTemporaryDirectory()
        folder = "\(parent)/diptych-benchmarks-\(ProcessInfo.processInfo.processIdentifier)"
    }

    /// A folder that nothing was written to yet.
    func next() -> FilePath {
        let number = count.withLock { count in
            count += 1
            return count
        }
        return FilePath("\(folder)/\(number)")
    }

    /// Between two measurements: makes room, if that slows down nothing.
    func makeRoom() {
        if isInMemory { removeAll() }
    }

    func removeAll() { try? FileManager.default.removeItem(atPath: folder) }
}
