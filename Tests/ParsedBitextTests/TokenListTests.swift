import Bitext
import Testing

@testable import ParsedBitext

@Suite struct TokenListTests {
    private func token(_ place: Int) -> Token {
        Token(
            kind: .word, isCapitalised: false, isAllCapitals: false, lower: Int32(place), upper: Int32(place + 1),
            hash: UInt32(place), stem: 0)
    }

    @Test(arguments: [0, 1, 16, 17, 40, 100, 1000])
    func anArrayHasAllTokensWhateverWasExpected(count: Int) {
        for expected in [0, 16, 64, 1000] {
            let tokens = TokenList.array(expecting: expected) { list in
                for place in 0..<count { list.append(token(place)) }
            }
            #expect(tokens.map(\.hash) == (0..<count).map { UInt32($0) })
        }
    }
}
