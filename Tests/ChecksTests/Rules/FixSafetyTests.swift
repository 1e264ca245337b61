import Bitext
import ParsedBitext
import TestSupport
import Testing

@testable import Checks

/// Which fixes are certain.
@Suite struct FixSafetyTests {
    private func isSafe<R: Rule>(_ rule: R.Type, _ marked: String) throws -> [Bool] {
        try findings(of: rule, in: marked).compactMap { $0.fix?.isSafe }
    }

    @Test(arguments: [
        ("Cliquez sur \\*\\*Oui\\*\\* ou \\*non\\*.", "Click **Yes** or *no*.", true),
        ("(\\*\\*Oui\\*\\*)", "(**Yes**)", true),
        // A product.
        ("La valeur **A** = 3\\*4\\*5.", "The value *A* = 3**4**5.", false),
        // Two markers that meet, and markers beside blanks.
        ("**Un**\\*\\*\\*\\*deux**", "**One** *two* *three* *four*", false),
        ("Tapez \\*\\* Oui \\*\\* ici.", "Type **Yes** here.", false),
        ("\\*\\*\\*Oui\\*\\*\\*", "**Yes**", false),
    ])
    func escapedMarkers(target: String, source: String, isSafe: Bool) throws {
        #expect(try self.isSafe(EscapedEmphasis.self, "«\(target)|\(source)»") == [isSafe])
    }

    @Test(arguments: [
        ("Cliquez  ici", "Click here", true),
        ("Un – deux  trois", "One – two three", true),
        // Where a dash, a sign or code was lost, the blanks say where.
        ("Un  deux", "One – two", false),
        ("Un  deux", "One & two", false),
        ("Tapez  ici", "Type `x` here", false),
        ("Choisissez  ici", "Choose **Yes** here", false),
    ])
    func doubleSpaces(target: String, source: String, isSafe: Bool) throws {
        #expect(try self.isSafe(DoubleSpace.self, "«\(target)|\(source)»") == [isSafe])
    }

    @Test(arguments: [
        ("«Un. |One.»", [true]), ("«Un. |One.»\n«Deux.|Two.»", [true]), ("| «Un |One» |", [true]),
        ("«Un. |One.»«Deux.|Two.»", [false]), ("«Un.|One.»« Deux.|Two.»", [false]), ("**x**« un|one»", [false]),
    ])
    func spacesAtTheEdges(page: String, isSafe: [Bool]) throws {
        #expect(try self.isSafe(SurroundingSpace.self, page) == isSafe)
    }

    @Test(arguments: [
        ("Exécutez `setup` .", "Run `setup`.", true), ("Voir [ici](a.md) , puis", "See [here](a.md), then", true),
        ("Un relais .", "One relay.", false), ("Exécutez `a` .", "Run `a` or `b`.", false),
    ])
    func spacesBeforeSigns(target: String, source: String, isSafe: Bool) throws {
        #expect(try self.isSafe(SpaceBeforePunctuation.self, "«\(target)|\(source)»") == [isSafe])
    }
}
