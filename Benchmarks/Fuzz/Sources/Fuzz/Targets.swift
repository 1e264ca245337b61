import Bitext
import Checks
import Foundation
import ParsedBitext
import Revisions
import SystemPackage

@testable import BitextReaders
@testable import Exchange
@testable import TranslationModel
@testable import Workspace

/// What libFuzzer calls with every input that it thinks of.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        try target.run(Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
        fatalError("\(error)")
    }
    return 0
}

/// The target that `Scripts/fuzz` names.
private let target: Target = {
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
    guard let target = Target(rawValue: name) else {
        fatalError("FUZZ_TARGET must be one of \(Target.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return target
}()

/// What is fuzzed: every reader of bytes that somebody else wrote.
private enum Target: String, CaseIterable {
    case page, pair, frontmatter, powershell, tsv, tmx, po, xliff, `import`, lexicon, configuration, glossary, json
    case output

    func run(_ bytes: [UInt8]) throws {
        switch self {
        case .page: try Self.invariants.check(bytes)
        case .pair: try pair(bytes)
        case .frontmatter: try Self.invariants.check(Array("---\n".utf8) + bytes, isThorough: false)
        case .powershell: try powershell(bytes)
        case .tsv: try units(TSVReader(sourceLocale: "en", targetLocale: "fr"), bytes)
        case .tmx: try units(TMXReader(targetLocale: "fr"), bytes)
        case .po: try units(POReader(sourceLocale: "en", targetLocale: "fr"), bytes)
        case .xliff: try units(XLIFFReader(), bytes)
        case .import: try importing(bytes)
        case .lexicon: try lexicon(bytes)
        case .configuration: try configuration(bytes)
        case .glossary: try glossary(bytes)
        case .json: try json(bytes)
        case .output: try output(bytes)
        }
    }

    private static let invariants = PageInvariants(
        checker: Checker(lexicons: (try? Lexicons(installedWith: [])) ?? Lexicons()))

    private static let sample = Array(
        """
        <span data-ttu-id="1-101">Le relais reçoit les messages du serveur.</span><span class="sxs-lookup"><span \
        data-stu-id="1-101">The relay receives the server's messages (3 of them).</span></span>

        """.utf8)

    /// A file that others read, in memory where the system has such a place.
    private static let file: FilePath = {
        let folder = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        let path = "\(folder)/diptych-fuzz-\(getpid())"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return FilePath(path)
    }()

    /// Two files, with a form feed between them.
    private func pair(_ bytes: [UInt8]) throws {
        let middle = bytes.firstIndex(of: 0x0C) ?? bytes.count / 2
        try Self.invariants.check(Array(bytes[middle...].drop { $0 == 0x0C }), source: Array(bytes[..<middle]))
    }

    /// Code in a step, fenced and as an indented block.
    private func powershell(_ bytes: [UInt8]) throws {
        try Self.invariants.check(
            Array("# T\n\nTo do it:\n\n1. Run:\n\n```powershell\n".utf8) + bytes + Array("\n```\n\n2. Close.\n".utf8),
            isThorough: false)
    }

    /// A list of units, read as a whole and in parts.
    private func units(_ reader: some UnitReader, _ bytes: [UInt8]) throws {
        let file = InputFile(path: "pairs", bytes: bytes)
        guard let bitext = try? reader.read([file]) else { return }
        try BitextInvariants.check(bitext)
        var ids: [String] = []
        try reader.readInParts(file, unitCount: 3) { ids += $0.segments.map(\.id) }
        guard ids == bitext.segments.map(\.id) else {
            throw PageInvariants.Violation(description: "other units in parts")
        }
        _ = Self.page(bitext, locale: "fr-FR")
    }

    private static let exchanged = Array(
        """
        # <span data-ttu-id="1-101">Le relais `a`</span><span class="sxs-lookup"><span data-stu-id="1-101">The relay `a`</span></span>

        - <span data-ttu-id="1-102">Ouvrez **le relais**.</span><span class="sxs-lookup"><span \
        data-stu-id="1-102">Open **the relay**.</span></span>

        """.utf8)

    /// An exchange file of any form: whatever it says, only targets of the page change.
    private func importing(_ bytes: [UInt8]) throws {
        let page = try SpanPageReader().read([InputFile(path: "page.md", bytes: Self.exchanged)])
        for ending in ["xlf", "tmx", "po", "tsv"] {
            let file = InputFile(path: "page.\(ending)", bytes: bytes)
            guard let units = try? ExchangeFileReader.units(of: file).map({ ImportUnit($0, file: file.path) }),
                let result = try? PageImport(
                    ParsedBitext(page), units.filter { !$0.unit.isOfAllPages },
                    common: CommonUnits(units.filter(\.unit.isOfAllPages)), name: "page.md", sha256: "")
            else { continue }
            let new = TargetEdit.apply(result.changes, to: Self.exchanged, file: 0, of: page)
            let after = try SpanPageReader().read([InputFile(path: "page.md", bytes: new)])
            guard TargetEdit.misread(result.changes, before: page, after: after).isEmpty else { continue }
            guard after.source.bytes == page.source.bytes else {
                throw PageInvariants.Violation(description: "an import changed more than targets")
            }
        }
    }

    /// A bitext as rules see it.
    private static func page(_ bitext: Bitext, locale: String) -> TokenizedBitext {
        TokenizedBitext(ParsedBitext(bitext), path: "p.md", locale: locale)
    }

    /// The sample as rules see it.
    private static func sample(locale: String) throws -> TokenizedBitext {
        page(try SpanPageReader().read([InputFile(path: "p.md", bytes: sample)]), locale: locale)
    }

    /// A lexicon whose checksum is right, so that what follows it is read.
    private func lexicon(_ bytes: [UInt8]) throws {
        var bytes = bytes
        if bytes.count > LexiconFile.headerSize {
            let sum = bytes.withUnsafeBytes {
                LexiconFile.checksum(UnsafeRawBufferPointer(rebasing: $0[LexiconFile.headerSize...]))
            }
            withUnsafeBytes(of: sum.littleEndian) {
                bytes.replaceSubrange(LexiconFile.headerSize - 8..<LexiconFile.headerSize, with: $0)
            }
        }
        guard let lexicon = try? Lexicon(bytes) else { return }
        var lexicons = Lexicons()
        lexicons.add(lexicon)
        let checker = Checker(lexicons: lexicons)
        let first = checker.check(try Self.sample(locale: lexicon.locale))
        guard first == checker.check(try Self.sample(locale: lexicon.locale)) else {
            throw PageInvariants.Violation(description: "other findings the second time")
        }
    }

    private func configuration(_ bytes: [UInt8]) throws {
        let path = Self.file.appending(".diptych.yml")
        try FileSystem.create(bytes, at: path)
        do {
            let configuration = try ConfigurationReader.read(path)
            for glob in configuration.exclude { _ = glob.matches("docs/fr-FR/page.md") }
        } catch let error as ConfigurationError {
            guard error.line >= 1, error.column >= 0, !error.message.isEmpty else {
                throw PageInvariants.Violation(description: "an error without a place: \(error)")
            }
        } catch is FileError {}
    }

    private func glossary(_ bytes: [UInt8]) throws {
        guard let terms = try? Glossary.terms(in: bytes, locale: nil) else { return }
        let checker = Checker(glossary: Glossary(terms))
        _ = checker.check(try Self.sample(locale: "fr-FR"))
    }

    private func json(_ bytes: [UInt8]) throws {
        guard let revision = try? PageRevision(json: bytes) else { return }
        let same = PageDiff(revision, revision)
        guard same.entries.allSatisfy({ $0.old != nil && $0.new != nil }) else {
            throw PageInvariants.Violation(description: "a revision differs from itself")
        }
    }

    /// What an earlier build left, and people touched.
    private func output(_ bytes: [UInt8]) throws {
        let tasks = TaskFile(bytes)
        guard TaskFile(tasks.plain).plain == tasks.plain, TaskFile(tasks.plain).state.isEmpty else {
            throw PageInvariants.Violation(description: "plain is not plain")
        }
        for section in tasks.sections {
            guard section.range.upperBound <= tasks.plain.count else {
                throw PageInvariants.Violation(description: "a section outside of its file")
            }
        }
        _ = try? TaskState(json: bytes, path: "state.json")
        _ = try? ChecklistIndex.entries(in: bytes)
        _ = try? FindingsDocument.elements(in: bytes)
        try FileSystem.create(bytes, at: Self.file.appending(Manifest.fileName))
        _ = try? Manifest.read(Self.file)
        _ = try? Baseline(reading: Self.file.appending(Manifest.fileName).string)
    }
}
