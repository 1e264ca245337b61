import Checks

extension Finding {
    /// The finding in a line, for a note.
    func note(in segment: String) -> String { "\(severity.rawValue): \(message) [\(rule)] (\(segment))" }
}

extension Finding.Severity {
    /// From 0 to 100 (ITS 2.0, 8.17).
    var itsSeverity: String {
        switch self {
        case .error: "100"
        case .warning: "50"
        case .note: "10"
        }
    }

    /// The priority of a note in XLIFF: 1 is the highest of 10.
    var priority: String {
        switch self {
        case .error: "1"
        case .warning: "3"
        case .note: "7"
        }
    }
}

extension Finding.Category {
    /// The type of issue of ITS 2.0 (appendix C).
    var itsType: String {
        switch self {
        case .mistranslation: "mistranslation"
        case .omission: "omission"
        case .addition: "addition"
        case .untranslated: "untranslated"
        case .doNotTranslate: "non-conformance"
        case .terminology: "terminology"
        case .inconsistency: "inconsistency"
        case .numberFormat: "numbers"
        case .spelling: "misspelling"
        case .punctuation, .typography: "typographical"
        case .whitespace: "whitespace"
        case .markup, .link: "markup"
        case .characterEncoding: "characters"
        case .localeConvention: "locale-violation"
        case .duplication: "duplication"
        }
    }
}
