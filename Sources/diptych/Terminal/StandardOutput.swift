import Reports

/// Standard output as the place of a report.
final class StandardOutput: ReportSink {
    private let isOptional: Bool

    init(isOptional: Bool = false) { self.isOptional = isOptional }

    func write(_ bytes: [UInt8]) throws { try Console.write(bytes, isOptional: isOptional) }
}
