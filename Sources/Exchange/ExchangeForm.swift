/// A form of file that goes out to the tools of translators. The raw value is the name that users write.
public enum ExchangeForm: String, CaseIterable, Sendable {
    /// XLIFF 2.1.
    case xliff
    /// XLIFF 1.2.
    case xliff12
    /// TMX 1.4b.
    case tmx
    /// A catalogue of gettext.
    case po

    /// The end of the names of its files.
    public var ending: String {
        switch self {
        case .xliff, .xliff12: "xlf"
        case .tmx: "tmx"
        case .po: "po"
        }
    }
}
