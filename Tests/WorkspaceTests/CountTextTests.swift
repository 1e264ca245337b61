import Testing
import Workspace

@Suite struct CountTextTests {
    @Test func numbersHaveCommas() {
        #expect(CountText.number(7) == "7")
        #expect(CountText.number(2312) == "2,312")
        #expect(CountText.number(123456) == "123,456")
        #expect(CountText.counted(1_000_000, "segment") == "1,000,000 segments")
    }

    @Test func oneAndSeveral() {
        #expect(CountText.counted(1, "page") == "1 page")
        #expect(CountText.counted(0, "page") == "0 pages")
        #expect(CountText.counted(1, "box is", "boxes are") == "1 box is")
        #expect(CountText.counted(1200, "box is", "boxes are") == "1,200 boxes are")
    }
}
