extension ExchangePage {
    /// The page by itself as a file.
    ///
    /// - Parameter version: that of Diptych.
    public func document(_ form: ExchangeForm, version: String) -> [UInt8] {
        switch form {
        case .xliff: return XLIFF2Writer(self).document()
        case .xliff12: return XLIFF1Writer(self).document()
        case .po: return POWriter.document(self)
        case .tmx:
            var writer = TMXWriter()
            return writer.beginning(version: version, sourceLocale: sourceLocale) + writer.units(of: self)
                + writer.end()
        }
    }
}
