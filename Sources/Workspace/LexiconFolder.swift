import Alignment
import Foundation
import SystemPackage

/// The lexicons that come with diptych, and those that a user names.
public enum LexiconFolder {
    /// Reads one lexicon, mapped.
    public static func read(_ path: String) throws(FileError) -> Lexicon {
        let file = try MappedFile(FilePath(path))
        do {
            return try Lexicon(mapped: file.bytes, owner: file)
        } catch {
            throw FileError(path: path, reason: error.description)
        }
    }

    /// The lexicons that come with diptych, and `paths` in the place of those of their locales.
    public static func lexicons(_ paths: [String] = []) throws(FileError) -> Lexicons {
        var lexicons = Lexicons()
        if let folder = Bundle.module.resourceURL?.appendingPathComponent("Lexicons").path {
            for name in (try? FileSystem.names(in: FilePath(folder))) ?? [] where name.extension == "lexicon" {
                lexicons.add(try read(FilePath(folder).appending(name).string))
            }
        }
        for path in paths { lexicons.add(try read(path)) }
        return lexicons
    }
}
