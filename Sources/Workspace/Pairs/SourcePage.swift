import Bitext
import ParsedBitext
import SystemPackage

/// The page that another one translates, where it is another file.
public struct SourcePage: Sendable, Equatable {
    /// Where to read it: below the working folder a path from there.
    public let path: FilePath
    /// What documents call it: its path from the folder that the paths of the pages start from.
    public let name: String
    /// Its language where it does not name one; nil where its path says nothing.
    let locale: String?
    /// The language of the page that translates it; nil where the paths say nothing.
    let targetLocale: String?

    /// - Parameters:
    ///   - page: the page that translates it, and what documents call that.
    init(_ path: FilePath, of page: FilePath, named name: FilePath) {
        self.path = path.fromWorkingFolder
        self.name = Self.name(of: path, page, name)
        (targetLocale, locale) = Self.locales(page, path)
    }

    /// Reads it.
    func read() throws(FileError) -> InputFile { InputFile(path: name, bytes: try FileSystem.read(path)) }

    /// The path of a source from the folder that the name of its translation starts from: `../en/page.md`.
    private static func name(of source: FilePath, _ page: FilePath, _ name: FilePath) -> String {
        var (folder, rest) = (page.fromRoot, name.lexicallyNormalized())
        guard name.isRelative, folder.ends(with: rest) else { return source.string }
        while rest.removeLastComponent() { folder.removeLastComponent() }
        let (names, shared) = source.steps(from: folder)
        // A path that leads through the root says where the folders of a machine are.
        guard shared > 0 || folder.components.isEmpty else { return source.string }
        return names.joined(separator: "/")
    }

    /// The languages that the paths of a translation and of its source differ in: `docs/fr/page.md` and `docs/en/page.md`,
    /// `page.fr.md` and `page.md`.
    static func locales(_ target: FilePath, _ source: FilePath) -> (target: String?, source: String?) {
        func words(_ path: FilePath) -> [Substring] {
            path.fromRoot.string.split { $0 == "/" || $0 == "." }
        }
        let (targets, sources) = (words(target), words(source))
        func locale(_ words: [Substring], without others: [Substring]) -> String? {
            words.last { !others.contains($0) && Language.isTag($0) }.map {
                Language.canonical(String($0))
            }
        }
        return (locale(targets, without: sources), locale(sources, without: targets))
    }
}
