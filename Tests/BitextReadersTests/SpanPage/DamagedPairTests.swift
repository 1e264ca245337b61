import TestSupport
import Testing

@testable import Bitext
@testable import BitextReaders

/// Pairs that have lost something. The rest of the page is read as usual, and no byte of text is lost.
@Suite struct DamagedPairTests {
    @Test func aTargetWithoutSource() throws {
        let page = try read("- " + targetHalf("104", "Bonjour") + "\n- " + pair("105", "Oui", "Yes"))
        #expect(page.pairs == ["104: Bonjour | -", "105: Oui | Yes"])
        #expect(page.string(.target) == "- Bonjour\n- Oui")
        #expect(page.string(.source) == "- \n- Yes")
        #expect(page.report == ["missing-source 1:22"])
    }

    @Test func aTargetWithoutSourceAtTheEndOfThePage() throws {
        let page = try read(pair("104", "Oui", "Yes") + "\n\n" + targetHalf("105", "Fin") + "\n")
        #expect(page.pairs == ["104: Oui | Yes", "105: Fin | -"])
        #expect(page.string(.target) == "Oui\n\nFin\n")
        #expect(page.string(.source) == "Yes\n\n\n")
        #expect(page.report == ["missing-source 3:20"])
    }

    @Test func aSourceWithoutTarget() throws {
        let page = try read("- " + sourceHalf("104", "Hello") + "\n- " + pair("105", "Oui", "Yes"))
        #expect(page.pairs == ["104: - | Hello", "105: Oui | Yes"])
        #expect(page.string(.target) == "- \n- Oui")
        #expect(page.string(.source) == "- Hello\n- Yes")
        #expect(page.report == ["missing-target 1:47"])
    }

    @Test func unequalIDs() throws {
        let page = try read(targetHalf("104", "Oui") + sourceHalf("105", "Yes"))
        #expect(page.pairs == ["104: Oui | Yes"])
        #expect(page.report == ["unequal-ids 1:20"])
        let defect = try #require(page.defects.first)
        #expect(defect.message == "target has id 0a1b2-104, source has 0a1b2-105")
        #expect(page.files[0].text(defect.location.range).hasPrefix("0a1b2-104\">Oui</span>"))
        #expect(page.files[0].text(defect.location.range).hasSuffix("0a1b2-105"))
    }

    @Test func halvesOfDifferentParagraphsAreNoPair() throws {
        let page = try read(targetHalf("104", "Oui") + "\n\n" + sourceHalf("105", "No"))
        #expect(page.pairs == ["104: Oui | -", "105: - | No"])
        #expect(page.string(.target) == "Oui\n\n")
        #expect(page.string(.source) == "\n\nNo")
        #expect(page.report == ["missing-source 1:20", "missing-target 3:45"])
    }

    @Test func aTargetThatIsNotClosedBeforeItsSource() throws {
        let page = try read("- <span data-ttu-id=\"0a1b2-104\">Oui" + sourceHalf("104", "Yes") + "!")
        #expect(page.pairs == ["104: Oui | Yes"])
        #expect(page.string(.target) == "- Oui!")
        #expect(page.string(.source) == "- Yes!")
        #expect(page.report == ["unclosed-span 1:22"])
    }

    @Test func aTargetThatIsNeverClosedIsItsLine() throws {
        let page = try read("<span data-ttu-id=\"0a1b2-104\">Oui\nNon\n\n" + pair("105", "Fin", "End"))
        #expect(page.pairs == ["104: Oui | -", "105: Fin | End"])
        #expect(page.string(.target) == "Oui\nNon\n\nFin")
        #expect(page.string(.source) == "\nNon\n\nEnd")
        #expect(page.report == ["unclosed-span 1:20"])
    }

    @Test func aSourceThatIsClosedOnce() throws {
        let page = try read(
            targetHalf("104", "Oui") + "<span class=\"sxs-lookup\"><span data-stu-id=\"0a1b2-104\">Yes</span> rest\n")
        #expect(page.pairs == ["104: Oui | Yes"])
        #expect(page.string(.target) == "Oui rest\n")
        #expect(page.string(.source) == "Yes rest\n")
        #expect(page.report == ["unclosed-span 1:96"])
    }

    @Test func aSourceThatIsNeverClosedIsItsLine() throws {
        let page = try read(
            targetHalf("104", "Oui") + "<span class=\"sxs-lookup\"><span data-stu-id=\"0a1b2-104\">Yes\nNon\n\n"
                + pair("105", "Fin", "End"))
        #expect(page.pairs == ["104: Oui | Yes", "105: Fin | End"])
        #expect(page.string(.target) == "Oui\nNon\n\nFin")
        #expect(page.string(.source) == "Yes\nNon\n\nEnd")
        #expect(page.report == ["unclosed-span 1:96"])
    }

    @Test func aPairInsideTheTargetOfAnother() throws {
        let page = try read(
            "<span data-ttu-id=\"0a1b2-104\">Voir " + pair("105", "Aide", "Help") + " ici</span>"
                + sourceHalf("104", "See Help here"))
        #expect(page.pairs == ["104: Voir  | See Help here", "105: Aide | Help"])
        #expect(page.string(.target) == "Voir Aide ici")
        #expect(page.string(.source) == "HelpSee Help here")
        #expect(page.report == ["nested-pair 1:36"])
    }

    @Test func aSourceOutsideItsWrapper() throws {
        let page = try read(targetHalf("104", "Oui") + "<span data-stu-id=\"0a1b2-104\">Yes</span>.")
        #expect(page.pairs == ["104: Oui | Yes"])
        #expect(page.string(.target) == "Oui.")
        #expect(page.string(.source) == "Yes.")
        #expect(page.report == ["malformed-marker 1:41"])
    }

    @Test(arguments: [
        "<span data-ttu-id=0a1b2-104>x", "<span data-ttu-id=\"0a1b2-104>x", "<span data-ttu-id=\"0a1b2-104\" x>y",
        "<span class=\"x\" data-ttu-id=\"0a1b2-104\">x", "<span data-stu-id=\"a<b\">x",
    ])
    func aMarkerThatIsNoneIsText(marker: String) throws {
        let page = try read(marker + "\n\n" + pair("105", "Oui", "Yes"))
        #expect(page.pairs == ["105: Oui | Yes"])
        #expect(page.string(.target) == marker + "\n\nOui")
        #expect(page.string(.source) == marker + "\n\nYes")
        #expect(page.defects.map(\.kind) == [.malformedMarker])
    }

    @Test func damageIsReportedInTheOrderOfThePage() throws {
        let page = try read(
            sourceHalf("104", "a") + "\n" + targetHalf("105", "b") + "\n" + targetHalf("106", "c")
                + sourceHalf("107", "d"))
        #expect(page.report == ["missing-target 1:45", "missing-source 2:20", "unequal-ids 3:20"])
        #expect(page.defects.allSatisfy { $0.severity == .error })
    }
}
