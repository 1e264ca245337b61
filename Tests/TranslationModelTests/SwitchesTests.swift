import ParsedBitext
import Testing

@testable import TranslationModel

/// Words that look like opposites and are none.
@Suite struct SwitchesTests {
    @Test(arguments: [
        ("off", "If Wi-Fi is on, turn it off and then on again.", true), ("off", "Turn it off and on", true),
        ("off", "Turn off the relay on the device.", false), ("on", "Turn it on, not off", true),
        ("on", "Turn on the relay of the office", false), ("enable", "Enable it on and off", false),
    ])
    func switchedBothWays(particle: String, text: String, isSwitched: Bool) {
        #expect(
            ReversalFinder.hasOtherParticle(Array(particle.utf8)[...], in: Array(text.utf8)[...]) == isSwitched)
    }

    @Test(arguments: [
        ("permettent", "fr-FR", true), ("Permite", "es-ES", true), ("activé", "fr-FR", false),
        ("permettent", "de-DE", false),
    ])
    func helpingVerbs(verb: String, locale: String, isHelping: Bool) {
        #expect(ReversalFinder.isHelpingVerb(Array(verb.utf8)[...], Language(locale: locale)) == isHelping)
    }
}
