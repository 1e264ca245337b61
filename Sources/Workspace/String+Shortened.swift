extension String {
    /// The text, or its beginning with “…”, in at most so many characters.
    package func shortened(to length: Int) -> String { count > length ? prefix(length - 1) + "…" : self }
}
