/// The pages that a user names, without those that are sources of others or that a configuration excludes.
struct BilingualPages {
    /// A page, and the target's locale where the page does not name it.
    struct Page: Sendable {
        let found: PageFinder.Found
        let locale: String?
    }

    private(set) var pages: [Page] = []
    /// What could not be found or listed, or cannot be used.
    private(set) var errors: [FileError]

    /// - Throws: where a configuration cannot be read, or the source that the command line names cannot be used.
    init(_ arguments: [String], _ plan: CheckPlan.Options) throws {
        let finder = PageFinder(arguments, plan)
        try finder.requireUsableSource()
        errors = finder.errors
        var configurations = try ConfigurationFinder(plan)
        for page in finder.pages where !page.isSource {
            guard !page.isStandardInput else {
                errors.append(FileError(path: "-", reason: "standard input has no name; name a page or a folder"))
                continue
            }
            let configured = try ConfiguredPage(page, &configurations)
            if configured.isExcluded { continue }
            pages.append(Page(found: page, locale: configured.locale(plan)))
        }
    }
}
