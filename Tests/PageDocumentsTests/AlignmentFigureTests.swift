import TestSupport
import Testing

@testable import PageDocuments

/// The figure that only a lexicon knows.
@Suite struct AlignmentFigureTests {
    @Test(arguments: [(0.0, "0.00"), (0.344, "0.34"), (0.996, "1.00"), (1.0, "1.00")])
    func hasTwoDigits(figure: Double, written: String) throws {
        var document = try document("«Un|One»\n")
        #expect(!String(decoding: document.json(), as: UTF8.self).contains("alignment"))
        document.alignment = figure
        #expect(String(decoding: document.json(), as: UTF8.self).contains("\"alignment\": \(written)\n"))
    }
}
