import ArgumentParser
import Checks
import ParsedBitext

/// The least severity that makes a command end with status 1.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note, never

    /// Whether a finding of this severity makes the command end with 1.
    func counts(_ severity: Finding.Severity) -> Bool {
        switch self {
        case .error: severity == .error
        case .warning: severity >= .warning
        case .note: true
        case .never: false
        }
    }
}
