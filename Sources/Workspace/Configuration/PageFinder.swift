import Bitext
import ParsedBitext
import SystemPackage

/// Finds the pages that a user names: files, whole folders, or standard input.
public struct PageFinder: Sendable {
    /// One page to read.
    public struct Found: Sendable, Equatable {
        /// Where to read it. `-` is standard input.
        public let path: FilePath
        /// Its name in documents and messages: the path from the folder that the user named.
        public let name: FilePath
        /// The place of its document below the output folder.
        public internal(set) var output: FilePath

        /// The target's locale, where the page names none: what the command line, a configuration or, of a page pair, the
        /// path says.
        var locale: String?

        /// The page that it translates, where that is another file: then both are a page pair.
        public internal(set) var source: SourcePage?

        /// Where its source should be and is not.
        var missingSource: FilePath?

        /// Whether the page is not there yet: what is read is its source, which is to be translated.
        var isNew = false

        /// Whether it is a source that other pages translate, by the configuration.
        public internal(set) var isSource = false

        /// The language of a source, where the page names none: what its path says.
        var sourceLocale: String?

        /// Its bytes, where standard input was read already.
        var standardInput: [UInt8]?

        /// Whether the page comes from standard input.
        package var isStandardInput: Bool { path == "-" }

        /// Its name in exchange files: its path from the working folder, or from the folder that the user named, with `/` between
        /// folders.
        var exchangeName: String {
            let path = path.fromWorkingFolder
            return path.isRelative && !path.isEmpty ? path.string : name.lexicallyNormalized().string
        }

        /// The page as a bitext.
        ///
        /// - Throws: ``FileError`` where it cannot be read, or is no text.
        package func readBitext() throws(FileError) -> Bitext {
            try readFiles().text(name: name.string, path: path.string, targetLocale: locale).bitext
        }

        /// The bytes of its file, and of its source's.
        func readFiles() throws(FileError) -> PageFiles { try PageFiles(read(), source: source) }

        /// The file's bytes.
        public func read() throws(FileError) -> [UInt8] {
            if isNew, let source { return try FileSystem.read(source.path) }
            if let standardInput { return standardInput }
            return try isStandardInput ? FileSystem.readStandardInput() : FileSystem.read(path)
        }
    }

    /// The pages, in the order of the arguments; those of a folder in the order of their names' bytes. A page that several
    /// arguments name is there once, as the first one names it.
    public private(set) var pages: [Found] = []
    /// What could not be found or listed, or is wrong in a configuration or on the command line.
    public var errors: [FileError] { missing + mistakes }
    /// Pages and folders that could not be found or listed.
    package private(set) var missing: [FileError] = []
    /// What is wrong in a configuration or on the command line.
    package private(set) var mistakes: [FileError] = []
    /// Whether any argument is a folder.
    public private(set) var hasFolder = false

    /// The extensions of pages.
    public static let extensions = PageEnding.all

    /// What the user should know of the page pairs: pages without a source, and names that differ in case.
    public private(set) var pairNotes = PairNotes()

    /// - Parameters:
    ///   - arguments: paths as the user wrote them.
    ///   - excluded: a folder without pages.
    init(_ arguments: [String], excluding excluded: FilePath?, _ settings: inout ConfiguredPageSettings) {
        let excluded = excluded.flatMap { FileSystem.identity(of: $0) }
        let severalArguments = arguments.count > 1
        var known: Set<FilePath> = []
        for argument in arguments {
            let path = FilePath(argument)
            if argument == "-" {
                if known.insert(path).inserted {
                    pages.append(Found(path: path, name: path, output: "stdin.json"))
                }
                continue
            }
            switch FileSystem.kind(of: path) {
            case .folder:
                hasFolder = true
                let prefix = severalArguments ? path.lexicallyNormalized().lastComponent : nil
                let (walk, found) = walk(
                    path, prefix: prefix?.kind == .regular ? FilePath(root: nil, [prefix].compactMap { $0 }) : "",
                    excluding: excluded, &settings)
                pages += found.filter { known.insert($0.path.fromRoot).inserted }
                if found.isEmpty, !missing.contains(where: { $0.path == argument }) {
                    missing.append(FileError(path: argument, reason: Self.reason(walk)))
                }
            case nil:
                missing.append(FileError(path: argument, reason: "does not exist"))
            default:
                guard let file = path.lastComponent, known.insert(path.fromRoot).inserted else { continue }
                pages.append(Found(path: path, name: path, output: FilePath(root: nil, [file]).withExtension("json")))
            }
        }
        if severalArguments { removeRepeated() }
        for index in pages.indices { pages[index].locale = settings.locale(of: pages[index].path) }
        findSources(&settings)
        findUnusedLocales(&settings)
        // A configuration that cannot be read: all pages are found, but without what it sets for them.
        if let error = settings.error { mistakes.append(error) }
    }

    /// Removes pages that are named again by a symbolic link to the page or its folder. Of a link to a page and the page, the page
    /// stays. A link in a folder is a page by itself.
    private mutating func removeRepeated() {
        var folders: [FilePath: FilePath] = [:]
        var places: [FilePath: (index: Int, isLink: Bool)] = [:]
        var removed: Set<Int> = []
        for (index, page) in pages.enumerated() where !page.isStandardInput {
            let path = page.path.fromRoot
            let isLink = page.name == page.path && FileSystem.kind(of: path, followsLinks: false) == .link
            let folder = path.removingLastComponent()
            let realFolder = folders[folder] ?? folder.resolvingLinks ?? folder
            folders[folder] = realFolder
            let place =
                (isLink ? path.resolvingLinks : path.lastComponent.map { realFolder.appending($0) }) ?? path
            guard let known = places[place] else {
                places[place] = (index, isLink)
                continue
            }
            let isBetter = known.isLink && !isLink
            removed.insert(isBetter ? known.index : index)
            if isBetter { places[place] = (index, isLink) }
        }
        pages = pages.indices.filter { !removed.contains($0) }.map { pages[$0] }
    }

    /// The folder that holds the sources of all page pairs; nil where there are none.
    var sourceFolder: FilePath? {
        var common: FilePath?
        for source in pages.lazy.compactMap(\.source) {
            let folder = source.path.fromRoot.removingLastComponent()
            guard var shared = common else {
                common = folder
                continue
            }
            while !folder.isBelow(shared), shared.removeLastComponent() {}
            common = shared
        }
        return common
    }

    /// Reads standard input, if it is one of the pages, so that it can be looked at twice.
    package mutating func readStandardInput() throws(FileError) {
        for index in pages.indices where pages[index].isStandardInput {
            pages[index].standardInput = try pages[index].read()
        }
    }

    /// Refuses to write a report to a page or to the source of one.
    ///
    /// - Parameter output: where the report shall go; nil for standard output.
    public func refuse(output: String?) throws(FileError) {
        guard let output, let file = FileSystem.identity(of: FilePath(output)) else { return }
        let isPage = pages.contains { page in
            [page.path, page.source?.path].contains { $0.map { FileSystem.identity(of: $0) == file } ?? false }
        }
        guard !isPage else {
            throw FileError(path: output, reason: "is one of the pages; name another file for what is written")
        }
    }

    /// Why the source that the command line names cannot be used; nil where it can. It is one of ``errors``, too.
    private(set) var wrongSource: FileError?

    /// Refuses a source that cannot be used. What is written without it would take the place of something better, so a run asks
    /// for this before anything is opened or written.
    ///
    /// Without typed throws: the optimizer of Swift 6.3.1 crashes where a command calls a method with them in a `do` in which other
    /// errors can be thrown, too.
    ///
    /// - Throws: ``FileError``.
    public func requireUsableSource() throws {
        if let wrongSource { throw wrongSource }
    }

    private mutating func findSources(_ settings: inout ConfiguredPageSettings) {
        var sources = SourceFinder(settings.source, isForOnePage: !hasFolder && pages.count <= 1)
        if let error = sources.error {
            wrongSource = error
            return mistakes.append(error)
        }
        for index in pages.indices {
            let page = pages[index]
            switch sources.role(of: page, &settings) {
            case nil: break
            case .source:
                pages[index].isSource = true
                pages[index].sourceLocale = settings.localeOfSource(page.path)
            case .target(let path, let locale, let limit):
                guard let found = sources.page(at: path, within: limit) else {
                    pairNotes.addOrphan(page.path, expecting: path)
                    pages[index].missingSource = path
                    continue
                }
                if let identity = FileSystem.identity(of: page.path), identity == FileSystem.identity(of: found.path) {
                    pairNotes.addSelf(page.path)
                    continue
                }
                if found.differsInCase { pairNotes.addCaseDifference(page.path, found.path) }
                let source = SourcePage(found.path, of: page.path, named: page.name)
                pages[index].source = source
                pages[index].locale = page.locale ?? locale ?? source.targetLocale
                if let target = source.targetLocale, let source = source.locale,
                    Language.areSwapped(source: source, target: target)
                {
                    pairNotes.addSwapped(page.path, found.path)
                }
            }
        }
    }

    /// Finds the locales of configurations that no page has: they are often misspelt, and the pages that were meant are
    /// left out.
    private mutating func findUnusedLocales(_ settings: inout ConfiguredPageSettings) {
        for (_, configuration) in settings.pairConfigurations.sorted(by: { $0.key.string < $1.key.string }) {
            let usesGitIgnore = settings.usesGitIgnore(in: configuration.folder)
            for layout in configuration.pairs {
                let unused = UnusedLocales(
                    layout, pages: pages.map(\.path.fromRoot), hasFolder: hasFolder, usesGitIgnore: usesGitIgnore)
                for locale in unused.found {
                    let place = "\(configuration.file.fromWorkingFolder):\(locale.listed.line):\(locale.listed.column)"
                    if locale.isMisspelt {
                        mistakes.append(FileError(path: place, reason: locale.message))
                    } else {
                        pairNotes.addUnusedLocale("\(place): \(locale.message)")
                    }
                }
            }
        }
    }

    private mutating func walk(
        _ root: FilePath, prefix: FilePath, excluding excluded: FileSystem.Identity?,
        _ settings: inout ConfiguredPageSettings
    ) -> (walk: FolderWalk, pages: [Found]) {
        var walk = FolderWalk(
            excluded: excluded, gitIgnore: settings.usesGitIgnore(in: root) ? GitIgnore(root) : nil,
            skipsOutputs: true)
        let found = walk.files(below: root, where: Self.isPage).map { file in
            Found(path: root.pushing(file), name: file, output: prefix.pushing(file).withExtension("json"))
        }
        missing += walk.errors
        return (walk, found)
    }

    /// Why a folder has no pages.
    private static func reason(_ walk: FolderWalk) -> String {
        if walk.isOutput {
            return "is the output of `diptych build`, which holds no pages; name the folder of the pages"
        }
        return walk.hasIgnored
            ? "no pages below this folder but what .gitignore excludes; --no-gitignore reads these, too"
            : "no pages below this folder (no .md file)"
    }

    /// Whether a file is a page, by its name.
    static func isPage(_ name: FilePath.Component) -> Bool {
        guard let ending = name.extension?.lowercased() else { return false }
        return extensions.contains(ending)
    }
}
