import Bitext

extension Language {
    /// The language of a bitext's source, or an unknown language if the bitext does not name it.
    package init(ofSource bitext: Bitext) { self.init(locale: bitext.sourceLocale ?? "") }

    /// The language of a bitext's target.
    ///
    /// - Parameters:
    ///   - path: gives the locale if nothing else does.
    ///   - locale: the locale if the bitext names none.
    package init(ofTarget bitext: Bitext, path: String, locale: String? = nil) {
        let named = bitext.target == nil ? bitext.sourceLocale : bitext.targetLocale
        self.init(locale: named ?? locale ?? Language.locale(inPath: path) ?? "")
    }
}
