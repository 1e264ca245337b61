import TestSupport
import Testing

@testable import Checklists

/// Lists where Markdown needs help to see them, or their words.
@Suite struct ListPlaceTests {
    /// The items of all lists, with their markers, as the target has them.
    private func items(_ page: String) throws -> [String] {
        try content(page).checklists.flatMap { outline($0.items, .target) }
    }

    @Test func stepsInColumns() throws {
        let found = try items(
            """
            :::row:::
                :::column:::
                    1. «Ouvrez le journal.|Open the log.»
                       - «Oui|Yes»
                    2. «Fermez-le.|Close it.»
                :::column-end:::
                :::column:::
            \t\t- «Autre|Other»
                :::column-end:::
            :::row-end:::

            """)
        #expect(found == ["1. Ouvrez le journal.", "  - Oui", "2. Fermez-le.", "- Autre"])
    }

    /// What is indented for its column is no part of the last item before the columns.
    @Test func columnsAfterAList() throws {
        let page = try content(
            """
            - «Un.|One.»

            :::row:::
                :::column:::
                    «![a](a.png)|![a](a.png)»
                :::column-end:::
            :::row-end:::

            """)
        #expect(page.checklists[0].items[0].content.count == 1)
    }

    @Test func anAlertMayAnnounceAList() throws {
        func leadIn(_ note: String) throws -> String? {
            try content("«Avant.|Before.»\n\n> [!NOTE]\n> \(note)\n\n- «Un.|One.»\n").checklists[0].leadIn?.text.source
        }
        #expect(try leadIn("«Ainsi :|These changes are planned:»") == "These changes are planned:")
        #expect(try leadIn("«Ainsi.|This may change.»") == "Before.")
    }

    @Test func textsThatBeginLikeAMarker() throws {
        let found = try items(
            """
            1. «1. Schritt wiederholen.|Repeat step 1.»
            2. «31. Dezember: Ende.|December 31: End.»
            3. «+ 10 %|10% more»
            4. «# 5 öffnen|Open number 5»
            5. «> 3 GB|More than 3 GB»
            6. «- oder -|-or-»
            7. «[**保存**]: 変更を保存します。|**Save**: saves the changes.»

            """)
        #expect(
            found == [
                "1. 1. Schritt wiederholen.", "2. 31. Dezember: Ende.", "3. + 10 %", "4. # 5 öffnen", "5. > 3 GB",
                "6. - oder -", "7. [保存]: 変更を保存します。",
            ])
    }

    @Test(arguments: [
        "> [!NOTE]\n> 1. «Un.|One.»\n> 2. «Deux.|Two.»\n",
        "> [!NOTE]\n> «Ainsi :|Thus:»\n> - «Un.|One.»\n> - «Deux.|Two.»\n",
        ">[!TIP]\n>\n>- «Un.|One.»\n>\n>- «Deux.|Two.»\n",
        "<table>\n<tr>\n<td>\n\n- «Un.|One.»\n- «Deux.|Two.»\n\n</td>\n</tr>\n</table>\n",
        "<table>\n  <tr>\n    <td>«Ainsi :|Thus:»\n\n- «Un.|One.»\n- «Deux.|Two.»</td>\n  </tr>\n</table>\n",
    ])
    func inNotesAndCells(page: String) throws {
        #expect(try items(page).map { $0.split(separator: " ").last } == ["Un.", "Deux."])
    }
}
