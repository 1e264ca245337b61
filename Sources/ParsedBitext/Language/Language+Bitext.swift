import Bitext

extension Language {
    /// The language of a bitext's source; of one that does not name it, the language that the vendor writes in.
    package init(ofSource bitext: Bitext) { self.init(locale: bitext.sourceLocale ?? "") }

    /// The language of a bitext's target.
    ///
    /// - Parameters:
    ///   - path: names the locale where the bitext does not.
    ///   - locale: names it where neither does.
    package init(ofTarget bitext: Bitext, path: String, locale: String? = nil) {
        let named = bitext.target == nil ? bitext.sourceLocale : bitext.targetLocale
        self.init(locale: named ?? Language.locale(inPath: path) ?? locale ?? "")
    }
}
