public struct FrontMatterProblem: Sendable, Equatable { public let offset: Int; public let message: String }
public struct FrontMatter: Sendable, Equatable {
  public let range: Range<Int>
  public subscript(key: String) -> String? { nil }
  static func read(_ page: Bytes) -> (FrontMatter?, [FrontMatterProblem]) {
    guard page.has("---\n", at: 0), let e = page.firstOffset(of: "\n---", from: 3), let n = page.firstOffset(of: 10, from: e + 1) else { return (nil, []) }
    return (FrontMatter(range: 0..<n+1), [])
  }
}
