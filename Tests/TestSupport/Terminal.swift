import Foundation

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A terminal for the built command: a pseudo-terminal of the system.
package final class Terminal {
    /// Which streams of the command are the terminal. What goes to the other is lost.
    package enum Streams {
        case both, error
    }

    private let controller: FileHandle
    private let terminal: FileHandle

    /// - Parameter columns: its width.
    package init(columns: Int) throws {
        let (descriptor, name) = try Self.pseudoTerminal()
        controller = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let end = open(name, O_RDWR | O_NOCTTY)
        guard end >= 0 else { throw CocoaError(.fileReadUnknown) }
        terminal = FileHandle(fileDescriptor: end, closeOnDealloc: true)
        var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        guard ioctl(end, UInt(TIOCSWINSZ), &size) == 0 else { throw CocoaError(.fileReadUnknown) }
    }

    /// A new pseudo-terminal: the descriptor that controls it, and the name of its other end.
    private static func pseudoTerminal() throws -> (descriptor: Int32, name: String) {
        #if canImport(Darwin)
            let descriptor = posix_openpt(O_RDWR | O_NOCTTY)
            guard descriptor >= 0, grantpt(descriptor) == 0, unlockpt(descriptor) == 0, let name = ptsname(descriptor)
            else { throw CocoaError(.fileReadUnknown) }
            return (descriptor, String(cString: name))
        #else
            // Swift does not import `posix_openpt`. These are TIOCSPTLCK and TIOCGPTN (man 2 TIOCGPTN).
            let (unlock, getNumber) = (UInt(0x4004_5431), UInt(0x8004_5430))
            let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY)
            var (locked, number) = (Int32(0), UInt32(0))
            guard descriptor >= 0, ioctl(descriptor, unlock, &locked) == 0, ioctl(descriptor, getNumber, &number) == 0
            else { throw CocoaError(.fileReadUnknown) }
            return (descriptor, "/dev/pts/\(number)")
        #endif
    }

    /// Runs the command, and returns what it writes to the terminal, with `\n` at the ends of lines.
    package func run(
        _ arguments: String..., streams: Streams = .both, environment variables: [String: String] = [:]
    ) throws -> String {
        let process = Process()
        process.executableURL = Tool.executable
        process.arguments = arguments
        process.environment = Tool.environment(variables)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = streams == .both ? terminal : FileHandle.nullDevice
        process.standardError = terminal
        try process.run()
        try terminal.close()
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            // At the end, Linux reports an error and macOS no bytes.
            let count = read(controller.fileDescriptor, &chunk, chunk.count)
            if count <= 0 { break }
            output += chunk[..<count]
        }
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    }
}
