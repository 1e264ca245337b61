import Bitext
import Testing

@testable import Workspace

/// The lexicons that come with diptych tell which block of a page pair is missing.
@Suite struct LexiconAlignmentTests {
    private let source = """
        Select the account of the administrator in the list of users.

        Restart the server when the installation of the update is done.

        Delete the files of the report from the folder on the computer.

        """

    @Test(arguments: [
        (
            "fr-FR", "Sélectionnez le compte de l'administrateur dans la liste des utilisateurs.",
            "Supprimez les fichiers du rapport du dossier de l'ordinateur."
        ),
        (
            "de-DE", "Wählen Sie das Konto des Administrators in der Liste der Benutzer aus.",
            "Löschen Sie die Dateien des Berichts aus dem Ordner auf dem Computer."
        ),
        ("ja-JP", "ユーザーの一覧で管理者のアカウントを選択します。", "コンピューターのフォルダーからレポートのファイルを削除します。"),
        ("zh-CN", "在用户列表中选择管理员的帐户。", "从计算机上的文件夹中删除报告的文件。"),
    ])
    func whichParagraphIsMissing(locale: String, first: String, last: String) throws {
        let files = PageFiles(
            Array("\(first)\n\n\(last)\n".utf8), source: InputFile(path: "en.md", bytes: Array(source.utf8)),
            sourceLocale: "en-US")
        let bitext = try files.text(name: "a.md", path: "a.md", targetLocale: locale).bitext
        let missing = bitext.unpairedBlocks.map { bitext.source.text($0.source) }
        #expect(missing == ["Restart the server when the installation of the update is done."])
    }

    /// A language without a lexicon is aligned by lengths and by what is alike.
    @Test func aLanguageWithoutALexicon() throws {
        let files = PageFiles(
            Array("Unu.\n\nDu.\n".utf8),
            source: InputFile(path: "en.md", bytes: Array("One.\n\nTwo.\n\nThree.\n".utf8)),
            sourceLocale: "en-US")
        let bitext = try files.text(name: "a.md", path: "a.md", targetLocale: "eo").bitext
        #expect(bitext.unpairedBlocks.count == 1)
    }
}
