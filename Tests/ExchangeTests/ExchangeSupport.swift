import Bitext
import BitextReaders
import Checks
import Hashing
import ParsedBitext
import TestSupport

@testable import Exchange

/// A page of the tests, as a command has it.
struct TestPage {
    let bytes: [UInt8]
    let parsed: ParsedBitext
    let name: String

    init(_ text: String, name: String = "docs/page.md") throws { try self.init(Array(text.utf8), name: name) }

    init(_ bytes: [UInt8], name: String = "docs/page.md") throws {
        self.bytes = bytes
        self.name = name
        parsed = ParsedBitext(try read(bytes))
    }

    var sha256: String { SHA256Digest(of: bytes).hex }

    /// The page as it goes out.
    func exported(_ findings: [Finding] = [], _ selection: ExchangeSelection = ExchangeSelection()) -> ExchangePage {
        ExchangePage(
            parsed, name: name, sha256: sha256, targetLocale: "fr-FR", findings: findings, selection)
    }

    /// A file of the page.
    func file(_ form: ExchangeForm, _ selection: ExchangeSelection = ExchangeSelection()) -> String {
        let findings = Checker().check(TokenizedBitext(parsed, path: name, locale: "fr-FR"))
        return String(decoding: exported(findings, selection).document(form, version: "1").bytes, as: UTF8.self)
    }

    /// What the units of a file do to the page.
    func imported(_ file: String, _ form: ExchangeForm) throws -> PageImport {
        let units = try ExchangeFileReader.units(
            of: InputFile(path: "page.\(form.ending)", bytes: Array(file.utf8))
        ).map { ImportUnit($0, file: "page.\(form.ending)") }
        return try imported(units)
    }

    func imported(_ units: [ImportUnit]) throws -> PageImport {
        try PageImport(
            parsed, units.filter { !$0.unit.isOfAllPages }, common: CommonUnits(units.filter(\.unit.isOfAllPages)),
            name: name, sha256: sha256)
    }

    /// The bytes of the page with all changes.
    func bytes(after result: PageImport) -> [UInt8] {
        TargetEdit.apply(result.changes, to: bytes, file: 0, of: parsed.bitext)
    }

    /// A correction: source, old target, new target.
    func corrected(_ source: String, _ old: String?, _ new: String) throws -> PageImport {
        try imported([source, old, new].compactMap { $0 }.joined(separator: "\t") + "\n", tsv: ())
    }

    private func imported(_ corrections: String, tsv: Void) throws -> PageImport {
        try imported(
            ExchangeFileReader.units(of: InputFile(path: "a.tsv", bytes: Array(corrections.utf8)))
                .map { ImportUnit($0, file: "a.tsv") })
    }
}

extension PageImport {
    /// One line per issue: `conflict 12: …`.
    var report: [String] { issues.map { "\($0.kind.rawValue) \($0.line): \($0.message)" } }
}

/// A page with every kind of code, and with what is hard to write into the forms.
let richPage = """
    ---
    title: Relais
    ms.contentlocale: fr-FR
    ms.sourcegitcommit: 0123abc
    ---
    # \(pair("103", "Configurer le relais", "Set up the relay"))

    \(pair("104", "Ouvrez **le relais** et *exécutez* `Get-Relay`.", "Open **the relay** and *run* `Get-Relay`.")) \
    \(pair("105", "Voir [l'aide](help.md \"Aide\") & <b>plus</b> ![image](a.png).", "See [help](help.md) & <b>more</b> ![picture](a.png)."))

    1. \(pair("106", "Ouvrez « a < b > c » ]]> \\*", "Open \"a < b > c\" ]]> \\*"))
    2. \(pair("107", "Fermez\nle `x` `x`", "Close\nit `x` `x`"))
    3. \(pair("108", "", "Lock `it`."))
    4. \(pair("109", "~~Ancien~~ [!INCLUDE [a](b.md)] <https://contoso.com> &nbsp;!", "~~Old~~ [!INCLUDE [a](b.md)] <https://contoso.com> &nbsp;!"))

    | \(pair("110", "Oui", "Yes")) | \(pair("111", "Oui", "Yes")) |
    |---|---|
    | \(pair("112", "Si", "Yes")) | \(pair("113", "\u{202B}עברית\u{202C}\tTab\u{1B}", "Hebrew\tTab\u{1B}")) |

    \(pair("114", "**Gras perdu", "**Bold** [lost](x.md)")) \(pair("115", ":::no-loc text=\"Relais\"::: ouvert", ":::no-loc text=\"Relay\"::: open"))
    """
