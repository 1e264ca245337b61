import Foundation

/// What the process has used so far.
struct Usage {
    /// Seconds of all threads, in the program and in the system on its behalf.
    var cpu: Double
    /// Seconds since some moment.
    var wall: Double

    static var now: Usage {
        var usage = rusage()
        getrusage(thisProcess, &usage)
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Usage(
            cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            wall: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
    }

    /// The most memory the process has had, in megabytes.
    static var peakMemory: Double {
        #if canImport(Darwin)
            var usage = rusage()
            getrusage(thisProcess, &usage)
            return Double(usage.ru_maxrss) / 1_048_576
        #else
            // Linux counts in `ru_maxrss` what the parent had when the process began.
            let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
            return (kilobytes ?? 0) / 1024
        #endif
    }

    #if canImport(Darwin)
        private static let thisProcess = RUSAGE_SELF
    #else
        private static let thisProcess = __rusage_who_t(RUSAGE_SELF.rawValue)
    #endif

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

/// The cost of one run.
struct Cost: Comparable {
    var cpu: Double
    var wall: Double

    static func < (left: Cost, right: Cost) -> Bool { left.cpu < right.cpu }

    static func measure(_ body: @Sendable () async -> Void) async -> Cost {
        let start = Usage.now
        await body()
        let end = Usage.now
        return Cost(cpu: end.cpu - start.cpu, wall: end.wall - start.wall)
    }
}
