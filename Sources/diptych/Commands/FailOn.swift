import Checks
import ParsedBitext
import TranslationModel
import ArgumentParser

/// From which severity on findings end a command with status 1.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note, never

    /// Whether a severity counts.
    func counts(_ severity: Finding.Severity) -> Bool {
        switch self {
        case .error: severity == .error
        case .warning: severity >= .warning
        case .note: true
        case .never: false
        }
    }
}
