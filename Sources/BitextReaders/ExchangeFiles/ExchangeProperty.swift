/// The names by which exchange files say of a unit where it was on its page.
package enum ExchangeProperty {
    /// The category of metadata in XLIFF 2.
    package static let category = "diptych"
    /// The page of the first segment with these texts, in TMX.
    package static let page = "x-diptych-page"
    /// The id of that segment, in TMX.
    package static let segment = "x-diptych-segment"
    /// How many segments have these texts, in TMX.
    package static let count = "x-diptych-count"
    /// The hash of the target when the file was made, in TMX and XLIFF 1.2.
    package static let targetHash = "x-diptych-target"
    /// The SHA-256 of the page, in metadata and headers.
    package static let pageHash = "sha256"
    /// The revision of the source from which the page was translated.
    package static let sourceRevision = "source-revision"
    /// The fields of a catalogue's header with the page and its SHA-256.
    package static let cataloguePage = "X-Diptych-Page"
    package static let cataloguePageHash = "X-Diptych-SHA256"
    /// The beginning of the comment in a catalogue with the hash of the target and the ids of the segments.
    package static let catalogueComment = "#. diptych: "
}
