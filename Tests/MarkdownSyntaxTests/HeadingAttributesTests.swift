import Bitext
import TestSupport
import Testing

@testable import MarkdownSyntax

@Suite struct HeadingAttributesTests {
    private func text(_ heading: String) -> String {
        let bytes = Array(heading.utf8)
        let tree = MarkdownTree(parsing: bytes)
        return tree.ids.filter { tree[$0].kind == .text }.map {
            String(decoding: bytes[tree[$0].range.values], as: UTF8.self)
        }
        .joined(separator: "|")
    }

    @Test(arguments: [
        ("## Set up {#set-up}\n", "Set up"), ("# Law {.notranslate lang=en}\n", "Law"),
        ("# A {#a .b key=\"c\"} #\n", "A"), ("# A { #a .b }\n", "A"),
        ("# Über {#über}\n", "Über"), ("Set up {#a}\n---\n", "Set up"), ("# {#a}\n", ""), ("# `x` {#x}\n", "x|"),
    ])
    func attributesAreNoText(heading: String, text: String) { #expect(self.text(heading) == text) }

    @Test(arguments: [
        ("# Set up {value}\n", "Set up {value}"), ("# A {#a} b\n", "A {#a} b"), ("# A{#a}\n", "A{#a}"),
        ("A {#a}\n", "A {#a}"), ("# A {}\n", "A {}"), ("# A { a }\n", "A { a }"), ("# A { # }\n", "A { # }"),
        ("# A {#}\n", "A {#}"), ("# A {#a;b}\n", "A {#a;b}"),
    ])
    func othersAre(heading: String, text: String) { #expect(self.text(heading) == text) }
}
