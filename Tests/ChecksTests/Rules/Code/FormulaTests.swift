import TestSupport
import Testing

@testable import Checks

@Suite struct FormulaTests {
    @Test func changedAndLost() throws {
        try expect(
            Formula.self, "«La valeur ⟦$\\ sigma_j$⟧ est là|The value $\\sigma_j$ is there»",
            finds: ["source has $\\sigma_j$, target has $\\ sigma_j$"])
        #expect(
            try findings(of: Formula.self, in: "«Elle est petite|The value $\\lambda^2$ is small»").map(\.message)
                == ["the formula $\\lambda^2$ is lost"])
    }

    @Test(arguments: [
        "La valeur $V _j $ et $\\alpha $|The value $V_j$ and $\\alpha$", "Coûte 5 $ ou 10 $ ici|Costs $5 or $10 here",
        "$\\sqrt{x} / \\text{nombre}$|$\\sqrt{x} / \\text{number}$", "`$env:PATH`, $HOME et|Set $env:PATH, $HOME and",
        "$a $b_c ou $d_e|Use $a $b_c or $d_e here",
        "$x_1 \\\\y_2$|$x_1 \\\\ y_2$", "$a_list et $b_list|Compare $a_list and $b_list",
        "5$ un $10 ici|It costs 5$ a $10 bill",
        "De \\\\srv1\\C$\\Temp à \\\\srv2\\D$\\Relais|From \\\\srv1\\C$\\Temp to \\\\srv2\\D$\\Relay",
        "\\$5 et \\$6_a est $a_1$|\\$5 and \\$6_a is $a_1$", "$x_{\\mathrm{si}}$|$x_{\\mathrm{if}}$",
        "Voir {{$un_deux}} et {{$trois}}|See {{$one_two}} then {{$three}}",
        // Variables and shares of a shell, with prose between them.
        "**$Relay** Le dossier, donc \\\\\\\\srv1\\\\Relais$|**$Relay** The folder, such as \\\\\\\\srv1\\\\Relais$",
        "$RelayPath le dossier des relais de \\Relais$|$RelayPath the folder of the relays of \\Relais$",
        "De _$Env:TEMP\\a.txt_ vers _$Env:TEMP\\b.txt_|From _$Env:TEMP\\a.txt_ to _$Env:TEMP\\b.txt_",
        "Copiez $path\\Relais vers $target|Copy $path\\Relais to $target",
    ])
    func whatIsRight(segment: String) throws { try expect(Formula.self, "«\(segment)»") }

    /// A formula may have words in braces, lines, stars, and bold text before it.
    @Test func formulasWithWordsAndLines() throws {
        for (target, source) in [
            ("**Si** $\\Lambda_j$ et beaucoup de mots ici $x$", "**If** $\\lambda_j$ and many words here $x$"),
            ("$\\Sum_i \\text{les relais de la page}$", "$\\sum_i \\text{the relays of the page}$"),
            ("$\\begin{a}1 \\\\bc \\Pi\\end{a}$", "$\\begin{a}1 \\\\bc \\pi\\end{a}$"),
            ("$V^{**} \\Pi$", "$V^{**} \\pi$"),
        ] {
            #expect(try findings(of: Formula.self, in: "«\(target)|\(source)»").count == 1, "\(source)")
        }
    }

    @Test func aBlankThatEndsACommand() throws {
        #expect(try findings(of: Formula.self, in: "«Avec $\\alphax$|With $\\alpha x$»").count == 1)
    }

    /// What is in an environment is a formula, too, and no path; a formula between dollar signs may hold one.
    @Test func environments() throws {
        let segment =
            "«$x$ et \\begin{align}O \\ ket{0} \\_ a\\cdots\\end{align}|$x$ and \\begin{align}O\\ket{0}\\_a\\cdots\\end{align}»"
        #expect(try findings(of: Formula.self, in: segment).count == 1)
        #expect(try findings(of: PathName.self, in: segment).allSatisfy { $0.severity == .note })
        let inside = "«$ \\begin{align}a_1\\end{align} $ ici|$\\begin{align}a_1\\end{align}$ here»"
        #expect(try findings(of: Formula.self, in: inside).isEmpty)
    }

    /// The parts of a formula are no variables and no placeholders.
    @Test func otherRules() throws {
        let segment = "«Pour $V _j $ et $\\frac{x}{\\text{les relais}}$|For $V_j$ and $\\frac{x}{\\text{the relays}}$»"
        for rule in [PathName.self, Placeholder.self] as [any Rule.Type] {
            let (page, _) = try check(Formula.self, segment)
            #expect(Checker(rules: [.init(rule)]).check(page).allSatisfy { $0.severity == .note }, "\(rule)")
        }
    }
}
