import Bitext
import TestSupport
import Testing

@testable import Checklists

/// What tells the kinds apart, one sentence at a time; `KindLabelTests` measures them on real pages.
@Suite struct KindTests {
    @Test(arguments: [
        "Click **OK**.", "On the **Edit** menu, click **Show details**.", "In **Name** type a name.",
        "Step 2: Choose a server.", "(Optional) Add a description.", "To see all of them, run:", "To see all of them:",
        "You must restart the relay.", "If it fails, you will need to assign it anew.", "Carefully remove the cover.",
        "Under **Security** > **PIN length**, select a number.", "Don't close the window.",
    ])
    func anInstructionIsTold(sentence: String) { #expect(Phrase(SharedText(sentence)).isInstruction()) }

    @Test(arguments: [
        "The relay restarts.", "You can restart the relay.", "You must have an account.",
        "When you click it, it opens.",
        "Delete. Deletes the relay.", "Issue: a message is displayed.", "Call quality is measured.",
        "At the start of a session.", "Access to port 443.", "",
    ])
    func otherSentencesAreNoInstructions(sentence: String) { #expect(!Phrase(SharedText(sentence)).isInstruction()) }

    @Test func aNounIsAVerbAmongNumberedSteps() {
        #expect(Phrase("Call MAPILogoff.").isInstruction(inSequence: true))
        #expect(!Phrase("Call MAPILogoff.").isInstruction())
    }

    @Test(arguments: [
        ("The relay can:", "Start calls.", "End calls.", Checklist.Kind.list),
        ("You need to:", "Start the relay.", "End all calls.", .procedure),
        ("There are several settings. To change them:", "Start the relay.", "Edit the file.", .procedure),
        ("Best practices are as follows.", "Start the relay.", "End all calls.", .list),
        ("To use a relay, you must have the following:", "A server.", "A license.", .prerequisites),
        ("Keep the following in mind before you begin:", "A relay is slow.", "A server is not.", .list),
        ("The relay can be started in two ways:", "By hand.", "By a job.", .options),
        ("The acceptable values are:", "None", "All", .options),
        ("For details, see the following articles:", "Relays", "Servers", .navigation),
        ("A relay that is stopped does the same as one of these. It has:", "A server.", "A license.", .list),
    ])
    func theLastSentenceInFrontOfAListSaysWhatItIs(leadIn: String, first: String, second: String, kind: Checklist.Kind)
        throws
    {
        let page = try content(
            """
            # «Titre|Relays»

            «Texte|\(leadIn)»

            - «Un|\(first)»
            - «Deux|\(second)»
            """)
        #expect(page.checklists.map(\.kind) == [kind])
    }

    @Test func whatWasChangedIsNotWhatIsToBeDone() throws {
        let page = try content(
            """
            # «Notes|Release notes»

            ## «Version|7.1.2»

            - «Un|Fix the start of relays.»
            - «Deux|Add servers.»

            # «Suite|Start a relay»

            - «Un|Open the console.»
            - «Deux|Select a relay.»
            """)
        #expect(page.checklists.map(\.kind) == [.list, .procedure])
    }

    @Test func aLinkThatASentenceFollowsIsNavigation() throws {
        let page = try content(
            """
            # «Titre|Relays»

            - «[Un](a.md). Décrit.|[Servers](a.md) Tells what a server is.»
            - «[Deux](b.md). Décrit.|[Calls](b.md): what a call is.»

            «Types :|Types:»

            - «[Un](a.md) écrit.|[Reader](a.md) reads calls.»
            - «[Deux](b.md) lit.|[Writer](b.md) writes them.»
            """)
        #expect(page.checklists.map(\.kind) == [.navigation, .list])
    }
}
