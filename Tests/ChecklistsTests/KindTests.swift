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
        "Under **Security** > **PIN length**, select a number.", "Don't close the window.", "Right click **Start**.",
        "Toggle the port.",
    ])
    func anInstructionIsTold(sentence: String) { #expect(Phrase(SharedText(sentence)).isInstruction()) }

    @Test(arguments: [
        "The relay restarts.", "You can restart the relay.", "You must have an account.",
        "When you click it, it opens.",
        "Delete. Deletes the relay.", "Issue: a message is displayed.", "Call quality is measured.",
        "At the start of a session.", "Access to port 443.", "Number of calls.", "Use of ports.", "Support for ports.",
        "",
    ])
    func otherSentencesAreNoInstructions(sentence: String) { #expect(!Phrase(SharedText(sentence)).isInstruction()) }

    @Test func aNounIsAVerbAmongNumberedSteps() {
        #expect(Phrase("Call MAPILogoff.").isInstruction(inSequence: true))
        #expect(!Phrase("Call MAPILogoff.").isInstruction())
    }

    @Test func aPathBeforeAVerbIsAPlaceAmongNumberedSteps() {
        #expect(Phrase("Settings, Relays, select **Start**.").isInstruction(inSequence: true))
        #expect(!Phrase("Settings, Relays, select **Start**.").isInstruction())
        #expect(!Phrase("Settings. To see them, select **Start**.").isInstruction(inSequence: true))
    }

    @Test(arguments: [
        ("The relay can:", "Start calls.", "End calls.", Checklist.Kind.list),
        ("You need to:", "Start the relay.", "End all calls.", .procedure),
        ("There are several settings. To change them:", "Start the relay.", "Edit the file.", .procedure),
        ("Best practices are as follows.", "Start the relay.", "End all calls.", .list),
        ("To use a relay, you must have the following:", "A server.", "A license.", .prerequisites),
        ("Keep the following in mind before you begin:", "A relay is slow.", "A server is not.", .list),
        ("The relay can be started in two ways:", "By hand.", "By a job.", .options),
        ("The acceptable values are:", "None", "All", .list),
        ("Select one of the following values:", "None", "All", .options),
        ("Set the following fields:", "**Name** – Enter a name.", "**Port** – Select a port.", .list),
        ("The following options are available:", "Never – Calls end.", "Always – Calls go on.", .list),
        ("You can start it from any of the following locations:", "The console.", "The relay.", .options),
        (
            "Call it with one of the following commands if you use one of these relays:", "A small one.", "A big one.",
            .list
        ),
        ("To start a relay, follow one of these steps:", "Select **Start**.", "Press F5.", .options),
        ("The relays differ in two ways:", "One is slow.", "One is big.", .list),
        ("It stops for one of the following reasons:", "Its port is closed.", "It has no name.", .list),
        ("Then, depending on the relay:", "If it is stopped, start it.", "If it runs, stop it.", .options),
        (
            "You can delete a relay if the following conditions are met:", "It is stopped.", "It has a name.",
            .prerequisites
        ),
        ("A call ends only if one of these conditions is met:", "The relay stops.", "A port closes.", .prerequisites),
        ("The error is shown if the following conditions are met:", "It is stopped.", "It has a name.", .list),
        ("The button isn't available if any of these conditions are met:", "It is stopped.", "It is new.", .list),
        ("The following conditions may apply:", "It is stopped.", "It has a name.", .list),
        ("Before you begin, complete these tasks:", "Create a server.", "Buy a license.", .prerequisites),
        ("Before you begin, you should understand the following concepts:", "Relays.", "Servers.", .list),
        ("To use it, you must have one of the following licenses:", "Small.", "Big.", .prerequisites),
        ("A name must follow these rules:", "It must begin with a letter.", "It must be short.", .list),
        ("The file requires the following columns:", "Name", "Port", .list),
        ("The plan includes the following requirements:", "A server.", "A license.", .list),
        ("After you complete the prerequisites, do the following:", "Start the relay.", "End all calls.", .procedure),
        ("You can do the following:", "Start the relay.", "End all calls.", .list),
        ("The console lets users perform these tasks:", "Start the relay.", "End all calls.", .list),
        ("The following actions are available:", "Start the relay.", "End all calls.", .list),
        ("Try the following actions:", "Start the relay.", "End all calls.", .procedure),
        (
            "There is more.", "For information about calls, see [Calls](a.md).", "For details, see [Ports](b.md).",
            .navigation
        ),
        ("For details, see the following articles:", "Relays", "Servers", .navigation),
        ("A relay that is stopped does the same as one of these. It has:", "A server.", "A license.", .list),
        (
            "On the **New** page, enter the following values:", "For **Name**, enter Relay.",
            "For **Port**, select 443.", .procedure
        ),
        (
            "Configure each of the relays as follows:", "For the first relay, change **Port** to 443.",
            "For the second relay, change **Port** to 444.", .procedure
        ),
        (
            "For each of the relays, change its functions:", "For the first relay, assign Start.",
            "For the second relay, assign Stop.", .procedure
        ),
        (
            "How you configure relays depends on your plan:", "For small relays, use F5.", "For big relays, use F6.",
            .options
        ),
        ("To stop it at once:", "For relays, use F5.", "For servers, use F6.", .options),
        (
            "Configure the relay as follows:", "Assign the server to **Host**.", "Change **Port** to 443.", .procedure
        ),
        (
            "The output is a job that performs the following steps:", "Open each port.", "Close it again.", .list
        ),
        ("The manager performs the following steps:", "Open the console.", "Close it again.", .procedure),
        (
            "Enter the key that you got as part of the Prerequisites for this page:",
            "In **Key**, enter the key.", "In **Name**, enter your name.", .procedure
        ),
        ("There are requirements that all files must meet:", "At most 1 MB.", "No blanks in names.", .list),
        ("A call on either a relay or a server takes long:", "On a relay, it waits.", "On a server, it ends.", .list),
        ("There are a few methods available:", "Calling the relay.", "Using a server.", .options),
        ("The relay supports two methods to call:", "By name.", "By number.", .options),
        ("Consider your relays as one of these categories:", "Slow relays.", "Big relays.", .list),
        (
            "It is started differently depending on your version:", "Relay 7: Open the console.",
            "Relay 8: Call the server.", .options
        ),
        ("Set the size.", "Choose **Small** if you have one relay.", "Choose **Big** if you have more.", .options),
        ("Useful commands for relays:", "To start one:", "To stop one:", .list),
        ("The format of each name must meet the following criteria:", "No blanks.", "At most ten letters.", .list),
        ("Here are the requirements for the list file:", "One column.", "No blanks.", .list),
        ("The requirements are:", "Requirements for relays", "Server requirements", .list),
        ("Be sure that one of the following servers is installed:", "Server 7.", "Server 8.", .prerequisites),
        ("Other resources that help you meet those requirements:", "[Relays](a.md)", "[Ports](b.md)", .navigation),
        ("Share these with your users:", "Watch the [film](a.md).", "Watch the [talk](b.md).", .navigation),
        ("The currently supported filters are:", "[name](a.md)", "[port](b.md)", .list),
        ("The relay manages:", "[Calls](a.md)", "[Ports](b.md)", .list),
        ("You can use one of the following methods:", "[By name](a.md)", "[By port](b.md)", .options),
        ("Use these procedures to set up the ports:", "[Name a port](a.md)", "[Open a port](b.md)", .navigation),
        ("A call is eligible only if it meets all the below criteria.", "It is new.", "It is short.", .prerequisites),
        ("These must be complete before you call:", "Set up a port.", "Write a list.", .prerequisites),
        ("However, before choosing a port:", "Check the list.", "Read the questions.", .prerequisites),
        ("What is on the report is based on local requirements:", "The calls of the day.", "The ports.", .list),
        (
            "To redirect calls, you must have the following versions. The order listed is that of the installation.",
            "Relay 2.3.", "Server 1.6.", .prerequisites
        ),
        (
            "How you set it up depends on the relay:", "If it has a port, you don't need a server.",
            "If it has none, you need to add a server.", .options
        ),
        (
            "The page says more.", "If you have ten calls, you can use the wizard.",
            "If you have more (on any port), then you should write to us.", .options
        ),
        ("The page says more.", "If you stop it, you will be billed.", "If you start it, you will not.", .list),
        ("There are two ways to produce events:", "A relay.", "A server.", .options),
        ("The two choices are the following:", "New calls.", "Old calls.", .options),
        ("The relay is on or off. Valid options are:", "On.", "Off.", .list),
        ("Calls can be classified in two ways:", "Slow calls.", "Short calls.", .list),
        ("Start the job after you make any of the following changes:", "A new name.", "A new port.", .list),
        ("On the Relays page, you have the following options:", "New: adds one.", "Delete: deletes one.", .list),
        ("To make it faster, one or more of these may be of use:", "Add a port.", "Add a server.", .list),
        ("There are two options available for calls:", "Leave them as they are.", "Clear all of them.", .options),
        ("There are two options on the page:", "One is for calls.", "One is for ports.", .list),
        ("Additional pre-requisites will be needed as below:", "Create a server.", "Buy a license.", .prerequisites),
        ("If you want calls, you must enable them:", "Set the port to open.", "Set the name to calls.", .procedure),
        ("You must place three ports in order to:", "Provide short calls.", "Provide a relay for each.", .list),
        ("If it does not start, check the following:", "The port is open.", "The name is set.", .procedure),
        ("The list that holds all calls. Must be one of:", "Slow.", "Fast.", .list),
        ("Expand your calls by purchasing one of two support options:", "Small.", "Big.", .options),
        (
            "Here is how it works:", "If you see no light. First, press the button.",
            "If you see a light. First, turn the relay off.", .options
        ),
        ("There are two ways to start:", "[By name](a.md)", "[By port](b.md)", .options),
        ("A plan helps you do the following:", "Add a port.", "Add a server.", .list),
        ("In the **Next call** field:", "For **A**, select **B**.", "For **B**, select **A**.", .procedure),
        (
            "You do the following:", "**Open port**: Select the check box if you want it.",
            "**Call**: Select the check box if you call.", .list
        ),
    ])
    func theLastSentenceInFrontOfAListSaysWhatItIs(leadIn: String, first: String, second: String, kind: Checklist.Kind)
        throws
    {
        try expect(kind, leadIn: leadIn, first, second)
    }

    @Test(arguments: [
        (
            "Before you can call, you need to set a few things up.", "Users must have a port.", "You will need a name.",
            true
        ),
        ("Relays are a few things that need ports.", "Users must have a port.", "You will need a name.", false),
    ])
    func whatIsNeededBeforeMayBeSaidWithoutAColon(leadIn: String, first: String, second: String, isNeeded: Bool) throws
    {
        try expect(isNeeded ? .prerequisites : .list, leadIn: leadIn, first, second)
    }

    @Test func oneItemIsNoChoice() throws {
        let page = try content(
            """
            # «Titre|Relays»

            «Texte|Recommended ways to use the relay:»

            - «Un|If it is slow, consider a server.»
            """)
        #expect(page.checklists.map(\.kind) == [.list])
    }

    private func expect(_ kind: Checklist.Kind, leadIn: String, _ first: String, _ second: String) throws {
        let page = try content(
            """
            # «Titre|Relays»

            «Texte|\(leadIn)»

            - «Un|\(first)»
            - «Deux|\(second)»
            """)
        #expect(page.checklists.map(\.kind) == [kind])
    }

    @Test func aHeadingAboveTheTitleSaysThatItemsAreNeeded() throws {
        let page = try content(
            """
            # «Page|Relays»

            ## «Avant|Before you start»

            ### «Fichiers|Files»

            - «Un|The relay requires a server.»
            - «Deux|At least one port is open.»

            ### «Noms|Names»

            - «Un|A relay is slow.»
            - «Deux|A server is not.»
            """)
        #expect(page.checklists.map(\.kind) == [.prerequisites, .list])
    }

    @Test(arguments: [("set up", Checklist.Kind.procedure), ("see", .list)])
    func whatTheReaderWillDoIsAProcedureThoughItemsSayWhatIsSeen(verb: String, kind: Checklist.Kind) throws {
        let page = try content(
            """
            # «Page|Relays»

            «Texte|In this chapter, you will \(verb) the relay:»

            1. «Un|Open the console.»
            2. «Deux|The relay is shown.»
            3. «Trois|It has two ports.»
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

            # «Suite|More»

            - «[Un](a.md) - Arrêter avec `stop` .|[Servers](a.md) - How to stop one with `stop` alone.»
            """)
        #expect(page.checklists.map(\.kind) == [.navigation, .list, .navigation])
    }

    @Test func whatIsSeenIsNotToBeRead() throws {
        let page = try content(
            """
            # «Titre|Relays»

            «Dans la page, vous voyez :|On the page, you can see:»

            - «Les relais.|All relays.»
            - «Les ports.|All ports.»

            ## «5. Suite|5. Next steps»

            «D'ici, vous pouvez :|From here, you can:»

            - «[Un](a.md).|[Start a relay](a.md)»
            - «[Deux](b.md).|[Stop a relay](b.md)»
            """)
        #expect(page.checklists.map(\.kind) == [.list, .navigation])
    }

    @Test func linksToReportsOfChangesAreNotToBeRead() throws {
        let page = try content(
            """
            # «Modifications|Changelog»

            - «[#12](a.md) Un.|[#12](a.md) Check the port.»
            - «[13](b.md) Deux.|[13](b.md) Count all calls.»
            """)
        #expect(page.checklists.map(\.kind) == [.list])
    }

    @Test(arguments: [
        ("Stopping the old relay", Checklist.Kind.procedure), ("Stop the old relay", .procedure), ("Steps", .procedure),
        ("The old relay", .list),
    ])
    func threeInstructionsUnderATaskAreSteps(title: String, kind: Checklist.Kind) throws {
        let page = try content(
            """
            # «Titre|\(title)»

            - «Un|Write to all users.»
            - «Deux|Close the port.»
            - «Trois|Rename the relay.»
            """)
        #expect(page.checklists.map(\.kind) == [kind])
    }

    @Test(arguments: [
        ("To start a relay:", "Open the console.", "Select the relay.", Checklist.Kind.procedure),
        ("The amount is converted in three steps:", "Converted to euros.", "Rounded.", .list),
        ("The system completes the following steps:", "The port is closed.", "The relay stops.", .list),
        ("It searches in the following order:", "The server.", "The relay.", .list),
        ("A typical flow consists of the following steps:", "A user calls.", "The relay answers.", .list),
        ("Complete the following prerequisites:", "Create a server.", "Buy a license.", .prerequisites),
        ("There are 3 steps to creating a relay:", "Naming it.", "Calling it.", .procedure),
        ("Follow the page about relays, which includes the following steps:", "Naming it.", "Calling it.", .procedure),
        ("A relay rounds in 3 steps:", "Dividing it.", "Multiplying it.", .list),
        ("The console will:", "Draw the relay.", "Draw the server.", .list),
        ("Each frame:", "Draw the relay.", "Draw the server.", .list),
        ("Slow calls have a reason. Reduce:", "Number of relays.", "Number of ports.", .list),
        ("You can find the relays by:", "Opening the console.", "Selecting **Relays**.", .procedure),
        ("Calls are made longer by:", "Slow ports.", "Old relays.", .list),
        ("Calls take two steps to be turned on for a user:", "A port must be open.", "The user must call.", .procedure),
        ("For the relay to work:", "You must have a port.", "Your server must be on.", .prerequisites),
        ("The administrator must perform the following steps:", "A port, first.", "Then the relay.", .procedure),
        ("Turn on the following features, in this order:", "Relays in calls", "Ports in calls", .procedure),
        ("The files are organized into:", "test_call.txt: tests calls.", "test_port.txt: tests ports.", .list),
        ("With relays, you can:", "Call servers.", "Open ports.", .list),
        ("The first time that you call it, the relay will:", "Open the port.", "Call the server.", .list),
        ("It runs by itself. Its steps are:", "Open the port.", "Call the server.", .list),
        ("A port takes priority in the following order:", "Open the port.", "The relay.", .list),
        ("You might have the following stages:", "Plan", "Build", .list),
        ("You can end it by completing the following steps.", "Open the console.", "Select **Stop**.", .procedure),
        ("The page shows different ways to stop it.", "Open the console.", "Select **Stop**.", .procedure),
    ])
    func numberedItemsAreNotAlwaysSteps(leadIn: String, first: String, second: String, kind: Checklist.Kind) throws {
        let page = try content(
            """
            # «Titre|Relays»

            «Texte|\(leadIn)»

            1. «Un|\(first)»
            2. «Deux|\(second)»
            """)
        #expect(page.checklists.map(\.kind) == [kind])
    }

    @Test(arguments: [
        ("Prerequisites", "A server.", "A license.", Checklist.Kind.prerequisites),
        ("Considerations", "By default, you must be an Approver.", "You must have a license.", .prerequisites),
        ("Next steps", "Share this page.", "Review the prices.", .procedure),
        ("Start a relay", "On the **Relays** page, select a relay.", "Select **Start**.", .procedure),
        ("Features", "Start relays at night.", "End calls by voice.", .list),
        ("Actions", "**Start** – Start a relay.", "**Stop** – End all calls.", .list),
        ("Relays", "To start it, select **Start**.", "To stop it, select **Stop**.", .options),
        ("Calls", "When you call, note that it is slow.", "When you stop, note that calls end.", .list),
        ("Port requirements", "Relays call, and servers support it.", "Other ports are available.", .list),
        ("Enhancements", "Select the relay on the **Relays** page.", "Click **OK** to close the page.", .list),
        ("Requirements", "Relays call, and servers support it.", "Other ports are available.", .prerequisites),
        ("Requirements", "Server >= 3.9", "Relay 2.1+", .prerequisites),
        ("Port requirements", "A relay must be open.", "A server needs two.", .prerequisites),
        ("Port requirements", "We don't require a port.", "A server doesn't need one.", .list),
        ("Formats", "Select **New** to add a relay.", "Select **Up** to move it.", .list),
        ("Formats", "Select **New** and add a relay.", "Select **Up** to move it.", .procedure),
        ("Instructions", "Drag the relay to the server.", "Close the server.", .procedure),
        ("Create a relay", "Turn off calls.", "Expand the port.", .procedure),
        ("Don't", "Use one port.", "Select long names.", .list),
        ("Log", "Option 1 is selected: the relay calls.", "Option 2 is selected: the server calls.", .list),
    ])
    func aTitleAndTheItemsDecideWithoutALeadIn(title: String, first: String, second: String, kind: Checklist.Kind)
        throws
    {
        let page = try content(
            """
            # «Page|Page»

            ## «Titre|\(title)»

            - «Un|\(first)»
            - «Deux|\(second)»
            """)
        #expect(page.checklists.map(\.kind) == [kind])
    }

    /// Numbers alone make no steps of things that one needs.
    @Test(arguments: [("A relay.", Checklist.Kind.prerequisites), ("Start the relay.", .procedure)])
    func numberedThingsUnderPrerequisites(item: String, kind: Checklist.Kind) throws {
        let page = try content(
            """
            # «Page|Page»

            ## «Titre|Prerequisites»

            1. «Un|\(item)»
            2. «Deux|\(item)»
            """)
        #expect(page.checklists.map(\.kind) == [kind])
    }

    @Test func aParagraphThatAnnouncesNothingDoesNotDecide() throws {
        let page = try content(
            """
            # «Titre|Relays»

            «Texte|Different relays are required for different purposes.»

            - «Un|Small relays have one port.»
            - «Deux|Big relays have two.»
            """)
        #expect(page.checklists.map(\.kind) == [.list])
    }

    @Test func commandsOneAfterTheOtherAreSteps() throws {
        let page = try content(
            """
            # «Titre|Relays»

            ## «Un|Stop calls at night»

            - «Un|To create a policy, run:»
              ```powershell
              New-Relay
              ```
            - «Deux|To assign the policy you created, run:»
              ```powershell
              Set-Relay
              ```

            ## «Deux|Relays»

            - «Un|To start it, run:»
              ```powershell
              Start-Relay
              ```
            - «Deux|To stop it, run:»
              ```powershell
              Stop-Relay
              ```

            ## «Trois|Assign relays to users»

            - «Un|Assign the relay, with the name of the user:»
              ```powershell
              Grant-Relay
              ```
            """)
        #expect(page.checklists.map(\.kind) == [.procedure, .options, .procedure])
    }

    @Test func numberedStepsAreSurerThanConditions() throws {
        let page = try content(
            """
            # «Titre|Relays»

            1. «Un|Open the console.»
            2. «Deux|Select a relay.»

            «Texte|You can stop it if the following conditions are met:»

            - «Un|It runs.»
            - «Deux|It has a name.»
            """)
        let confidences = page.checklists.compactMap(\.confidence)
        #expect(confidences.count == 2 && confidences[0] > confidences[1])
        #expect(KindEvidence.allCases.allSatisfy { 0.5...1 ~= $0.confidence })
    }
}
