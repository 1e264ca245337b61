extension ExchangePage {
    /// The page by itself as a file, and how many of its segments are in it.
    ///
    /// - Parameter version: that of Diptych.
    public func document(_ form: ExchangeForm, version: String) -> (bytes: [UInt8], segments: Int) {
        switch form {
        case .xliff: return (XLIFF2Writer(self).document(), segmentCount)
        case .xliff12: return (XLIFF1Writer(self).document(), segmentCount)
        case .po: return POWriter.document(self)
        case .tmx:
            var writer = TMXWriter()
            let beginning = writer.beginning(version: version, sourceLocale: sourceLocale)
            let units = writer.units(of: self)
            return (beginning + units.bytes + writer.end(), units.segments)
        }
    }
}
