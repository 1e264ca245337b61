/// A form of file that is a list of units. The raw value is the end of the names of its files.
public enum ExchangeFile: String, CaseIterable, Sendable {
    /// Translation memories.
    case tmx
    /// Tab-separated pairs.
    case tsv
    /// Catalogues of gettext.
    case po
    /// XLIFF 1.x or 2.x, under the names that tools give it.
    case xlf, xliff, mqxliff, sdlxliff

    /// The form of a file, by the end of its name; nil for a page or a folder.
    public init?(path: String) {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
        self.init(rawValue: path[path.index(after: dot)...].lowercased())
    }

    /// All ends of names, for a message: `.tmx, .tsv, .po and .xlf`.
    public static var endings: String {
        let all = allCases.map { ".\($0.rawValue)" }
        return all.dropLast().joined(separator: ", ") + " and " + all[all.count - 1]
    }
}
