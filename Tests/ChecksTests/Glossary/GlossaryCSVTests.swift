import Testing

@testable import Checks

@Suite struct GlossaryCSVTests {
    private func terms(_ csv: String, locale: String? = nil) throws -> [Glossary.Term] {
        try Glossary.terms(in: Array(csv.utf8), locale: locale)
    }

    private func error(_ bytes: some Sequence<UInt8>) -> String? {
        do {
            _ = try Glossary.terms(in: Array(bytes))
            return nil
        } catch { return error.description }
    }

    @Test(arguments: [",", ";", "\t"])
    func theSeparatorIsFoundInTheHeader(separator: String) throws {
        let csv = "source;target;forbidden;note;locale\r\nedge node;nœud de périmètre;nœud Edge;;fr-FR\r\n"
        #expect(
            try terms(csv.split(separator: ";", omittingEmptySubsequences: false).joined(separator: separator)) == [
                Glossary.Term(
                    "edge node", targets: ["nœud de périmètre"], forbidden: ["nœud Edge"], locale: "fr-FR")
            ])
    }

    @Test func columnsStandInAnyOrderAndCase() throws {
        #expect(
            try terms("\u{FEFF}Target, Source \nrelais | le relais , relay\n\n,\n", locale: "fr") == [
                Glossary.Term("relay", targets: ["relais", "le relais"], locale: "fr")
            ])
    }

    @Test func quotedFieldsHoldSeparatorsQuotesAndLines() throws {
        let terms = try terms("source,target,note\n\"a \"\"b\"\", c\",d,\"one\r\ntwo\"\ne,f,\"\"\n")
        #expect(terms.map(\.source) == ["a \"b\", c", "e"])
        #expect(terms.map(\.note) == ["one\ntwo", nil])
    }

    @Test func whatIsNotTranslatedYetAsksForNothing() throws {
        #expect(try terms("source,target,forbidden\nrelay,,\nhub,,hub\n").map(\.source) == ["hub"])
    }

    @Test(arguments: [
        ("", "is empty"),
        (" \r\n", "is empty"),
        ("source,note\n", "line 1: no column is called “target”"),
        ("source,target,forbiden\n", "line 1: no column is called “forbiden”; the columns are source, target,"),
        ("source,target,Source\n", "line 1: two columns are called “source”"),
        ("source,target\n\"a\nb\",c\nd\n", "line 4: 1 field, the header has 2"),
        ("source,target\na,b,c\n", "line 2: 3 fields, the header has 2"),
        ("source,target\n,b\n", "line 2: the source term is missing"),
        ("source,target\na,b\n\"c,d\ne,f\n", "line 3: the quote that opens here is never closed"),
        ("source,target\n\"a\"b,c\n", "line 2: text after the closing quote"),
        ("source,target\na 5\" disk,b\n", "line 2: a quote inside a field"),
        ("source,target\na,b\n\n\(String(repeating: "x", count: 2000)),b\n", "line 4: a term of 2000 bytes"),
    ])
    func damageIsSaidWithItsLine(csv: String, message: String) {
        #expect(error(csv.utf8)?.hasPrefix(message) == true, "\(error(csv.utf8) ?? "no error")")
    }

    /// A pull request can make diptych read any file of the repository, and its messages are public.
    @Test(arguments: ["root:x:0:0:root:/root:/bin/bash\n", "token,secret\n", "secret\tnote\nx\ty\n", "\"secret\n"])
    func nothingOfAnotherFileIsQuoted(text: String) throws {
        let message = try #require(error(text.utf8))
        #expect(message.hasPrefix("line 1: not a glossary") || message.hasPrefix("line 1: the quote that opens"))
        #expect(!message.contains("root") && !message.contains("secret"))
    }

    @Test func anUnknownColumnOfAGlossaryIsQuoted() {
        #expect(error("sorce,target\n".utf8)?.hasPrefix("line 1: no column is called “sorce”") == true)
    }

    @Test func whatIsNoTextIsRefused() {
        #expect(
            error("source,target\na,".utf8.map { $0 } + [0xE9, 0x0A])
                == "line 2: not UTF-8 text; save the glossary as UTF-8")
        #expect(error([0xFF, 0xFE, 0x73, 0x00]) == "is UTF-16; save it as UTF-8")
        #expect(error("PK\u{3}\n\u{0}".utf8)?.hasPrefix("line 2: not UTF-8 text") == true)
    }

    @Test func aRowOfAMillionFieldsIsNotKept() {
        #expect(
            error("source,target\n\(String(repeating: ",", count: 1_000_000))".utf8)?.hasPrefix("line 2: more than")
                == true)
    }
}
