import Checks
import ParsedBitext
import TranslationModel
import Foundation
import SystemPackage

/// The lexicons that come with diptych, and those that a user names.
public enum LexiconFolder {
    /// Reads a lexicon that a user names: into memory, because somebody may write over it meanwhile.
    public static func read(_ path: String) throws(FileError) -> Lexicon {
        let bytes = try FileSystem.read(FilePath(path))
        do {
            return try Lexicon(bytes)
        } catch {
            throw FileError(path: path, reason: error.description)
        }
    }

    /// Reads a lexicon that comes with diptych, mapped.
    private static func map(_ path: String) throws(FileError) -> Lexicon {
        let file = try MappedFile(FilePath(path))
        do {
            return try Lexicon(mapped: file.bytes, owner: file)
        } catch {
            throw FileError(path: path, reason: error.description)
        }
    }

    /// The files of the lexicons that come with diptych, in the order of their names.
    static var resources: [FilePath] {
        guard let folder = Bundle.module.resourceURL?.appendingPathComponent("Lexicons").path else { return [] }
        let names = (try? FileSystem.names(in: FilePath(folder))) ?? []
        return names.filter { $0.extension == "lexicon" }.map { FilePath(folder).appending($0) }
    }

    /// The lexicons that come with diptych, and `paths` in the place of those of their locales.
    public static func lexicons(_ paths: [String] = []) throws(FileError) -> Lexicons {
        var lexicons = Lexicons()
        for path in resources { lexicons.add(try map(path.string)) }
        for path in paths { lexicons.add(try read(path)) }
        return lexicons
    }
}
