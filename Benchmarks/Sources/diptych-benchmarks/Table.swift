import Workspace

/// What was measured, as a table in Markdown.
struct Table {
    private let pages: Int
    private let megabytes: Double
    private var rows: [(name: String, cost: Cost, memory: Double?)] = []

    init(pages: [PageFinder.Found]) {
        var bytes = 0
        each(pages) { bytes += $0.count }
        self.pages = pages.count
        megabytes = Double(bytes) / 1e6
    }

    mutating func add(_ name: String, _ cost: Cost, memory: Double?) {
        rows.append((name, cost, memory))
    }

    /// - Parameter copies: how often `Corpus/` was repeated, if it was.
    func text(_ copies: Int?) -> String {
        let columns = ["stage", "CPU s", "× floor", "wall s", "pages/s", "MB/s", "peak MB"]
        let floor = rows[0]
        let lines = rows.map { row in
            let cells = [
                row.name, rounded(row.cost.cpu, 3), rounded(row.cost.cpu / floor.cost.cpu, 2),
                rounded(row.cost.wall, 3),
                rounded(Double(pages) / row.cost.wall, 0), rounded(megabytes / row.cost.wall, 0),
                row.memory.map { rounded($0, 0) } ?? "",
            ]
            return "| \(cells.joined(separator: " | ")) |"
        }
        let title =
            "\(pages) pages, \(rounded(megabytes, 1)) MB" + (copies.map { ": Corpus/ \($0) times" } ?? "")
        let rule = "|---|" + String(repeating: "---:|", count: columns.count - 1)
        return ([title, "", "| \(columns.joined(separator: " | ")) |", rule] + lines).joined(separator: "\n")
    }

    private func rounded(_ value: Double, _ digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = Int((value * scale).rounded())
        guard digits > 0 else { return String(scaled) }
        let fraction = String(scaled % Int(scale))
        return "\(scaled / Int(scale)).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
    }
}
