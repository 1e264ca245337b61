import Checks
import ParsedBitext
import SystemPackage
import TranslationModel

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The folder of the lexicons that come with diptych.
enum LexiconFolder {
    /// The environment variable that names a folder of lexicons.
    static let variable = "DIPTYCH_LEXICONS"

    /// Where the lexicons may be, seen from the folder of the program.
    static let placesFromProgram = [
        "Lexicons",
        // Where `swift build` puts them.
        "diptych_Workspace.resources/Lexicons", "diptych_Workspace.bundle/Lexicons",
        "diptych_Workspace.bundle/Contents/Resources/Lexicons",
        // Where packages of a system put them.
        "../share/diptych/Lexicons", "../share/diptych",
    ]

    /// The folder that the user names in the environment.
    private static var named: FilePath? {
        guard let value = getenv(variable), value.pointee != 0 else { return nil }
        return FilePath(platformString: value)
    }

    /// The folders in which lexicons are looked for, in this order.
    static var places: [FilePath] {
        [named].compactMap { $0 }
            + ProgramFolder.all.flatMap { folder in
                placesFromProgram.map { folder.pushing(FilePath($0)).lexicallyNormalized() }
            }
    }

    /// The files of the lexicons that come with diptych, in the order of their names: all of the first place that has any.
    static var resources: [FilePath] { places.lazy.map(files).first { !$0.isEmpty } ?? [] }

    private static func files(in folder: FilePath) -> [FilePath] {
        let names = (try? FileSystem.names(in: folder)) ?? []
        return names.filter { $0.extension == "lexicon" }.map { folder.appending($0) }
    }

    // MARK: What the user should know

    /// Says that no lexicons were found, where that was, and what it means.
    ///
    /// - Parameter hasOthers: whether the user named lexicons of their own, for some locales.
    static func missing(hasOthers: Bool) -> String {
        let rules = RuleSet.contentRules.joined(separator: ", ")
        let places = places.map(\.string).joined(separator: ", ")
        return "no lexicons found, so the content rules (\(rules)) are off"
            + (hasOthers ? " except where a lexicon was named for the locale" : "")
            + (places.isEmpty ? "" : "; looked in \(places)")
            + ". Set \(variable) to the folder that has the .lexicon files"
    }

    /// Says that the folder in the environment has no lexicons and others are used, or nil where that is not so.
    static var unused: String? {
        guard let named, let used = resources.first?.removingLastComponent(), used != named else { return nil }
        return "\(variable) names \(named), which has no .lexicon files; those in \(used) are used"
    }
}

extension Lexicons {
    /// The lexicons that come with diptych, and those in the files `paths` in place of those of the same locales.
    public init(installedWith paths: [String]) throws(FileError) {
        self.init()
        for path in LexiconFolder.resources {
            let bytes = try FileSystem.read(path)
            do {
                try add(file: bytes)
            } catch {
                throw FileError(path: path.string, reason: error.description)
            }
        }
        for path in paths { add(try Lexicon(path: path)) }
    }

    /// The same, without reading more of those that come with diptych than their headers: a run needs one or two of them.
    ///
    /// - Parameter note: takes what is wrong with a lexicon that a page needs.
    init(installedWith paths: [String], note: @escaping @Sendable (String) -> Void) throws(FileError) {
        self.init()
        for path in LexiconFolder.resources {
            let (beginning, size) = try Self.beginning(of: path)
            do {
                try add(beginning: beginning, fileSize: size) {
                    try Lexicon(path: path.string)
                } report: {
                    note("\($0); pages of its language are checked without it")
                }
            } catch {
                throw FileError(path: path.string, reason: error.description)
            }
        }
        for path in paths { add(try Lexicon(path: path)) }
    }

    /// The first bytes of a lexicon's file, and its size.
    private static func beginning(of path: FilePath) throws(FileError) -> (bytes: [UInt8], fileSize: Int) {
        do {
            let descriptor = try FileDescriptor.open(path, .readOnly, options: .nonBlocking)
            return try descriptor.closeAfter {
                let bytes = try [UInt8](unsafeUninitializedCapacity: LexiconFile.headerSize) { buffer, count in
                    count = try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
                }
                return (bytes, Int(try descriptor.seek(offset: 0, from: .end)))
            }
        } catch {
            throw FileError(path: path.string, reason: "cannot be read: \(error)")
        }
    }
}

extension Lexicon {
    /// Reads a lexicon into memory, because its file may be written over meanwhile.
    public convenience init(path: String) throws(FileError) {
        let bytes = try FileSystem.read(FilePath(path))
        do {
            try self.init(bytes)
        } catch {
            throw FileError(path: path, reason: error.description)
        }
    }
}
