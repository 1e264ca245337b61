import Bitext
import TestSupport
import Testing

@testable import Checklists

/// What the sentence before a list, its title and its items say about its kind, one form at a time.
@Suite struct KindLeadInTests {
    @Test(arguments: [
        ("You can either:", "Start the relay.", "Open a port."),
        ("To run it, you need to", "either keep the name of the relay", "or change its port."),
        ("You must either:", "Start the relay.", "Open a port."),
        ("For slow relays, you should do either of following:", "Start the relay.", "Open a port."),
        ("You can stop the relay in two simple ways:", "By hand.", "By a job."),
        ("There are a few different ways you can use to stop the required relay.", "By hand.", "By a job."),
        ("There are several ways to stop it. Some of them depend on the relay.", "By hand.", "By a job."),
        ("Here are two ways to stop it. For more about it, see Relays.", "By hand.", "By a job."),
        ("Ways to share:", "Join the channel.", "Join the group."),
        ("There are several approaches you can take for the relay:", "By hand.", "By a job."),
        ("Choose the desired behavior:", "One call.", "All calls."),
        ("As a general rule:", "If it is slow, in most cases you should stop it.", "If it is new, start it."),
        ("Start the script.", "On Windows, use relay.cmd.", "On Linux or Unix, use relay.sh."),
    ])
    func choices(leadIn: String, first: String, second: String) throws {
        try expect(.options, leadIn: leadIn, first, second)
    }

    @Test(arguments: [
        ("If it has no name, the relay works in one of the following ways:", "If it is new, it calls.", "It ends."),
        ("For a number:", "If it can be shown by type int, it is one.", "If it can be shown by type long, it is one."),
        ("The value of the property can be one of the following relay values:", "None", "All"),
        ("For example, you might use it to do one of the following:", "Test a relay.", "Remove a port."),
        ("These approaches create relays that are:", "Slow.", "Big."),
        ("This can be the result of any of the following:", "The relay is stopped.", "A port is closed."),
        ("There are several ways a call can end:", "By hand.", "By a job."),
        ("The relay exposes two methods that allow you to call:", "start: Starts a call.", "stop: Ends it."),
        ("This option prints all calls using one of the following formats:", "text: One line.", "json: An object."),
        ("There are two ways to think about relays: slow and big.", "Slow relays call.", "Big relays wait."),
        ("It may fail.", "If you stop it, you might lose calls.", "If you start it, you may lose time."),
    ])
    func whatOnlyLooksLikeAChoice(leadIn: String, first: String, second: String) throws {
        try expect(.list, leadIn: leadIn, first, second)
    }

    @Test(arguments: [
        ("To determine the name, without examples, use the following steps:", "Convert it.", "Remove all blanks."),
        ("You can apply the following steps to determine the name:", "Convert it.", "Remove all blanks."),
        ("All users should consider taking the following actions:", "Save the calls.", "Start the relay."),
        ("Its number is limited. To free up relays:", "Move old calls.", "Abort new calls."),
        ("If the check reports an issue:", "Replace the relay.", "Run it again."),
        ("If there is no relay, skip the rest. Otherwise:", "Add a relay.", "Create a port."),
        ("Here are the steps to open it.", "Create a port.", "Start the relay."),
        ("Make the following updates to each relay:", "Update its port.", "Add a name."),
        ("If you have no relay, you need to do the following steps:", "For calls: Add a relay.", "A port is useful."),
    ])
    func bulletsToDo(leadIn: String, first: String, second: String) throws {
        try expect(.procedure, leadIn: leadIn, first, second)
    }

    @Test(arguments: [
        ("It will do the following:", "Start the relay.", "Open a port."),
        ("You are going to learn to do the following:", "Start the relay.", "Open a port."),
        ("This video includes information about settings.", "Enter a name.", "Select a port."),
        ("A server is essential when you need to:", "Start many calls.", "Open many ports."),
        ("If you write relays:", "Keep their names.", "Provide a port."),
        ("Instead, all teams must:", "Secure the relay.", "Manage calls."),
    ])
    func bulletsThatAreNotToDo(leadIn: String, first: String, second: String) throws {
        try expect(.list, leadIn: leadIn, first, second)
    }

    @Test(arguments: [
        ("Relays are displayed in the following order:", "Show small relays.", "Show big relays.", Checklist.Kind.list),
        ("It is responsible for the following functions:", "Get the call.", "Post the answer.", .list),
        ("Use relays in the following scenarios:", "Simplify calls.", "Support users.", .list),
        ("You can free the relay:", "Abort new calls.", "Omit old calls.", .procedure),
        ("Check the following:", "Do all relays have a port?", "Do you have a server?", .list),
    ])
    func numbers(leadIn: String, first: String, second: String, kind: Checklist.Kind) throws {
        try expect(kind, leadIn: leadIn, first, second, markers: ("1.", "2."))
    }

    @Test(arguments: [
        ("I am assuming that you have a basic understanding of:", "Relays.", "Servers.", Checklist.Kind.prerequisites),
        ("The client must be a computer with the following installed:", "A relay.", "A server.", .prerequisites),
        ("Before we go on, we should clarify some terms:", "Relay: it calls.", "Server: it answers.", .list),
        ("Before you write one, ask yourself if it should be new:", "A relay.", "A server.", .list),
        ("Administrator rights are required for the following operations:", "Calls.", "Ports.", .list),
        ("The following requirements were decided upon:", "The relay must call.", "It must end.", .list),
        ("The version string must meet the following requirements:", "No blanks.", "Ten letters.", .list),
        (
            "Relay names must fulfill the following requirements:", "It must start with a letter.",
            "It can be only short.", .list
        ),
        ("For slow relays, you will also need one of:", "A license.", "A key of yours.", .prerequisites),
        ("The following apply to both relays, unless otherwise noted:", "Calls end.", "Ports may close.", .list),
        ("Your system must satisfy these dependencies:", "A relay library.", "A port library.", .prerequisites),
        ("You can find out more about these dependencies below:", "A relay library.", "A port library.", .list),
    ])
    func needs(leadIn: String, first: String, second: String, kind: Checklist.Kind) throws {
        try expect(kind, leadIn: leadIn, first, second)
    }

    @Test(arguments: [
        ("Prerequisites", "The versions of this test are in brackets.", "A relay (7).", "A server (8)."),
        ("Prerequisites", "You should be familiar with the following:", "Relays.", "Servers."),
        ("Prerequisites", "Before creating a relay, complete the following:", "You have a server.", "It is on."),
    ])
    func theTitlePrerequisitesDecides(title: String, leadIn: String, first: String, second: String) throws {
        try expect(.prerequisites, title: title, leadIn: leadIn, first, second)
    }

    @Test func aRequirementsTitleDoesNotDecideWhatCanBeUsed() throws {
        try expect(
            .list, title: "Relay requirements", leadIn: "To start it, you can use the following variables:",
            "RELAY_PORT: the port that it needs.", "RELAY_NAME: it must be short.")
    }

    @Test func numberedNeedsUnderPrerequisitesAreNoSteps() throws {
        let page = try content(
            """
            # «Page|Relays»

            ## «Avant|Prerequisites»

            1. «Un|Make sure that the relay is on.»
            2. «Deux|Ensure that you have a port.»

            ## «Pour|Process steps»

            1. «Un|Writer: Create a draft»
            2. «Deux|Reviewer: Add remarks»
            3. «Trois|Both: Done»

            ## «Quoi|Arguments»

            1. «Un|One or more relays.»
            2. «Deux|Target port of all relays.»

            ## «Arrêter|To override the relay»

            - «Un|Declare a relay of your own.»
            """)
        #expect(page.checklists.map(\.kind) == [.prerequisites, .procedure, .list, .procedure])
    }

    @Test func versionsUnderRequirementsAreNeeded() throws {
        let page = try content(
            """
            # «Page|Tool requirements»

            ## «Un|Relays»

            - «Un|Relay 1.19+»
            - «Deux|relay-tools»

            ## «Deux|Servers»

            - «Un|Server of relays»
            - «Deux|server-tools»
            """)
        #expect(page.checklists.map(\.kind) == [.prerequisites, .list])
    }

    @Test func aStepMayBeToRead() throws {
        let page = try content(
            """
            # «Page|Relays»

            «Pour vérifier :|To verify the version:»

            1. «Un|Go to the settings.»
            1. «Deux [notes](a.md).|See the [notes](a.md).»

            «Pour vérifier :|To verify the version:»

            - «Un|Go to the settings.»
            - «Deux [notes](a.md).|See the [notes](a.md).»
            """)
        #expect(page.checklists.map(\.kind) == [.procedure, .navigation])
    }

    @Test func numberedPartsAreNoSteps() throws {
        let page = try content(
            """
            # «Page|Relays»

            «Paramètres :|The list has two parameters that can be changed:»

            1. «Un|Include slow calls – Calls that are slow can be used.»
            1. «Deux|Include new calls – Calls that are new can be used.»

            «Paramètres :|There are two parameters:»

            1. «Un|Include slow calls.»
            1. «Deux|Include new calls.»
            """)
        #expect(page.checklists.map(\.kind) == [.list, .procedure])
    }

    @Test func linksToWhatIsListedAreNotRead() throws {
        let page = try content(
            """
            # «Page|Relays»

            «Langues :|Relays are available for the following languages:»

            - «[Un](a.md)|[One](a.md)»
            - «[Deux](b.md)|[Two](b.md)»

            «Valeurs :|These are known values for a port:»

            - «[Un](a.md)|[small](a.md)»
            - «[Deux](b.md)|[big](b.md)»

            «Pages :|The planning articles are:»

            - «[Un](a.md)|[One](a.md)»
            - «[Deux](b.md)|[Two](b.md)»
            """)
        #expect(page.checklists.map(\.kind) == [.list, .list, .navigation])
    }

    @Test func whatIsReadMayBeNamedInASentence() throws {
        let page = try content(
            """
            # «Page|Relays»

            «Ressources :|The following resources say more.»

            - «Le [blog](a.md) parle.|The [blog](a.md) is about calls.»
            - «Des questions ? Voir le [canal](b.md).|Have questions? Ask in the [channel](b.md).»

            ## «Suite|What next?»

            - «Le [blog](a.md) parle.|The [blog](a.md) is about calls.»
            - «Des questions ? Voir le [canal](b.md).|Have questions? Ask in the [channel](b.md).»

            ## «Où|Where do I learn more?»

            - «Cette version : lire [ceci](a.md).|This version: Check out [this](a.md).»
            - «Autres versions : lire [cela](b.md).|Other versions: Browse [that](b.md).»

            ## «Suite|What's next?»

            «Vous pourriez faire ceci :|You could do the following:»

            1. «Ajoutez un [port](a.md).|Add a [port](a.md).»
            2. «Lancez le [relais](b.md).|Start the [relay](b.md).»
            """)
        #expect(page.checklists.map(\.kind) == [.navigation, .navigation, .navigation, .procedure])
    }

    private func expect(
        _ kind: Checklist.Kind, title: String = "Relays", leadIn: String, _ first: String, _ second: String,
        markers: (String, String) = ("-", "-")
    ) throws {
        let page = try content(
            """
            # «Page|Page»

            ## «Titre|\(title)»

            «Texte|\(leadIn)»

            \(markers.0) «Un|\(first)»
            \(markers.1) «Deux|\(second)»
            """)
        #expect(page.checklists.map(\.kind) == [kind])
    }
}
