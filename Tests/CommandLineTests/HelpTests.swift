import Testing

@testable import diptych

@Suite struct HelpTests {
    @Test func allCommandsNameTheirExitStatus() {
        for command in Diptych.configuration.subcommands {
            #expect(command.configuration.discussion.contains("\n\nExit status:\n  0  "), "\(command)")
        }
    }

    /// The help has 80 columns. A longer line goes on in a line of its own, without the indentation.
    @Test func noLineOfADiscussionIsTooLong() {
        for command in Diptych.configuration.subcommands {
            let long = command.configuration.discussion.split(separator: "\n").filter { $0.count > 80 }
            #expect(long.isEmpty, "\(command)")
        }
    }
}
