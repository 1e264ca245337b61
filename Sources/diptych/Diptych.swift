import ArgumentParser

@main
struct Diptych: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diptych",
        abstract: "Reads bilingual documentation pages: extracts their checklists, procedures and code as JSON."
    )
}
