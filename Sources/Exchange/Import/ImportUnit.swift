import BitextReaders

/// A unit of an exchange file, and the file.
package struct ImportUnit: Sendable {
    /// The file, as the user named it.
    package let file: String
    package let unit: ExchangeUnit

    package init(_ unit: ExchangeUnit, file: String) {
        self.file = file
        self.unit = unit
    }

    /// Whether it has a target that somebody has written or confirmed.
    var isTranslated: Bool {
        guard let target = unit.target, !target.parts.isEmpty, !unit.isFuzzy else { return false }
        return !unit.isUntranslated || target.parts != unit.source.parts
    }

    /// Whether there is certainly nothing to import: no target, or the one that went out.
    package var isUnedited: Bool {
        guard let target = unit.target, !target.parts.isEmpty else { return true }
        // Not translated yet: the source is where the target should be.
        if unit.isUntranslated, target.parts == unit.source.parts { return true }
        guard let markup = target.markup else { return false }
        guard let hash = unit.targetHash else { return unit.oldTarget == markup }
        return ExchangeSegment.hash(ofTarget: markup) == hash
    }
}

/// What an import has to say of a unit.
public struct ImportIssue: Sendable {
    /// Why an import has something to say.
    public enum Kind: String, Sendable {
        /// The page's target was changed since the file was made, too.
        case conflict
        /// The target would damage the page: its codes are not those of the segment, or it breaks a block. Or it is fuzzy.
        case refused
        /// The page has no such segment any more.
        case missing
        /// The page was changed since the file was made, and the segment was found by its text.
        case moved
    }

    /// What became of the unit.
    public let kind: Kind
    /// The file, as the user named it.
    public let file: String
    /// The 1-based line of the unit.
    public let line: Int
    /// What is wrong, and what was done.
    public let message: String
    /// The text that the page keeps, and the one of the file, where these say more.
    public var texts: (page: String, file: String)?

    package init(_ kind: Kind, _ unit: ImportUnit, _ message: String, texts: (page: String, file: String)? = nil) {
        self.kind = kind
        file = unit.file
        line = unit.unit.line
        self.message = message
        self.texts = texts
    }
}
