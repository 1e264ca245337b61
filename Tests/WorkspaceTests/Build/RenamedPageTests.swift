import Foundation
import Testing

@testable import Workspace

/// Items and ticks of pages that get other names.
@Suite struct RenamedPageTests {
    private let target = "out/checklists.fr-FR.target.md"
    private let others = [
        (source: "Stop the gateway.", target: "Arrêtez la passerelle."),
        (source: "Copy the certificate to the new host.", target: "Copiez le certificat sur le nouvel hôte."),
        (source: "Start the gateway again.", target: "Redémarrez la passerelle."),
    ]

    /// The tasks that are ticked, by their words.
    private func ticked(_ site: Site) -> [String] {
        site.text(target).components(separatedBy: "\n").filter { $0.contains("[x]") }.map {
            $0.components(separatedBy: "[x] ")[1].components(separatedBy: " <!--")[0]
        }
    }

    private func ids(_ page: String, _ site: Site) -> [String] {
        let text = site.files["\(page).json"] ?? ""
        return text.components(separatedBy: "\n").filter { $0.hasPrefix("          \"id\": ") }
    }

    @Test(arguments: [false, true])
    func twoPagesExchangeTheirNames(isEdited: Bool) async throws {
        let site = try Site(["a.md": Site.page("A", steps), "b.md": Site.page("B", others)])
        try await site.build()
        try site.tick("console", in: target)
        try site.tick("certificat", in: target)
        try await site.build()
        let before = (a: ids("a", site), b: ids("b", site))
        var edited = steps
        if isEdited { edited[2] = (source: "Restart the relay server twice.", target: "Redémarrez-le deux fois.") }
        try site.write("a.md", Site.page("B", others))
        try site.write("b.md", Site.page("A", edited))
        try await site.build { $0.keepsState = true }
        #expect(site.notes.isEmpty)
        #expect(ticked(site) == ["Copiez le certificat sur le nouvel hôte.", "Ouvrez la console."])
        #expect(!before.a.isEmpty)
        #expect(ids("a", site) == before.b)
        #expect(ids("b", site) == before.a)
        try await site.build()
        #expect(ids("b", site) == before.a)
        #expect(try await site.build { $0.isCheck = true }.stale.isEmpty)
    }

    @Test func anItemKeepsItsIdWhenItIsEditedOnARenamedPage() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        let before = ids("a", site)
        var edited = steps
        edited[2].source = "Restart the relay server twice."
        try site.remove("pages/a.md")
        try site.write("b.md", Site.page("A", edited))
        try await site.build()
        #expect(before.count == 3)
        #expect(ids("b", site) == before)
    }

    @Test func aPageThatTakesANameTakesItsTicksAlong() async throws {
        let site = try Site(["a.md": Site.page("A", steps), "b.md": Site.page("B", others)])
        try await site.build()
        try site.tick("console", in: target)
        try site.tick("certificat", in: target)
        try await site.build()
        try site.remove("pages/b.md")
        try site.write("a.md", Site.page("B", others))
        try await site.build { $0.keepsState = true }
        #expect(ticked(site) == ["Copiez le certificat sur le nouvel hôte."])
        #expect(site.notes == ["a.md had 1 ticked box whose tasks are gone"])
    }

    @Test func aCopyHasNoTicksAndTheEditedPageKeepsThem() async throws {
        let site = try Site(["a.md": Site.page("A", steps)])
        try await site.build()
        try site.tick("console", in: target)
        try await site.build()
        try site.write("copy.md", Site.page("A", steps))
        try site.write("a.md", Site.page("A", steps + others.prefix(1)))
        try await site.build { $0.keepsState = true }
        #expect(site.notes.isEmpty)
        let sections = site.text(target).components(separatedBy: "<!-- page ")
        #expect(sections.count == 3)
        #expect(sections[1].hasPrefix("a.md") && sections[1].contains("[x] Ouvrez"))
        #expect(sections[2].hasPrefix("copy.md") && !sections[2].contains("[x]"))
    }

    @Test func aNameThatChangesPlacesInACircle() async throws {
        let third = [
            (source: "Read the log of the proxy.", target: "Lisez le journal du proxy."),
            (source: "Delete the old entries.", target: "Supprimez les anciennes entrées."),
        ]
        let site = try Site([
            "a.md": Site.page("A", steps), "b.md": Site.page("B", others), "c.md": Site.page("C", third),
        ])
        try await site.build()
        for word in ["console", "certificat", "journal"] { try site.tick(word, in: target) }
        try await site.build()
        try site.write("b.md", Site.page("A", steps))
        try site.write("c.md", Site.page("B", others))
        try site.write("a.md", Site.page("C", third))
        try await site.build { $0.keepsState = true }
        #expect(site.notes.isEmpty)
        #expect(
            ticked(site) == [
                "Lisez le journal du proxy.", "Ouvrez la console.", "Copiez le certificat sur le nouvel hôte.",
            ])
    }
}
