import Checks
import ParsedBitext
import SystemPackage

/// Reads glossary files.
package enum GlossaryReader {
    /// All the files' terms together, or nil for no file.
    ///
    /// Terms that name no locale are for the one in the file's name, `glossary.fr-FR.csv`, or else for every page.
    package static func read(_ paths: [String]) throws(FileError) -> Glossary? {
        guard !paths.isEmpty else { return nil }
        var terms: [Glossary.Term] = []
        for path in paths {
            let file = FilePath(path)
            do {
                terms += try Glossary.terms(in: try FileSystem.read(file), locale: locale(inName: file))
            } catch let error as FileError {
                throw error
            } catch {
                throw FileError(path: path, reason: String(describing: error))
            }
        }
        return Glossary(terms)
    }

    private static func locale(inName file: FilePath) -> String? {
        // Each part between dots as if it were a folder.
        guard let name = file.lastComponent?.string else { return nil }
        return Language.locale(inPath: name.split(separator: ".").joined(separator: "/"))
    }
}
