/// How the names of pages end.
enum PageEnding {
    /// In lower case, without the full stop.
    static let all = ["md", "markdown", "mdx"]
}
