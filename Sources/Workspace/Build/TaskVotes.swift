/// What the files of tasks say together: a box that is ticked in one language is ticked in both.
///
/// A box that a person changed since the last build counts. If one file was ticked and another unticked, the tick counts.
struct TaskVotes: Sendable {
    private struct Task: Hashable {
        let page: String
        let id: String
    }

    private var votes: [Task: [TaskFile.Vote]] = [:]
    /// How many files have each page.
    private var files: [String: Int] = [:]

    mutating func add(_ file: TaskFile) {
        for page in Set(file.sections.map(\.page)) { files[page, default: 0] += 1 }
        for vote in file.votes { votes[Task(page: vote.page, id: vote.id), default: []].append(vote) }
    }

    /// What is ticked.
    var state: TaskState {
        var state = TaskState()
        for (task, votes) in votes {
            if let mark = Self.mark(votes) { state.set(mark, task.id, of: task.page) }
        }
        return state
    }

    /// Whether all files already say the same, and say that a build wrote it.
    var areSettled: Bool {
        votes.allSatisfy { task, votes in
            let mark = Self.mark(votes)
            return votes.count >= files[task.page, default: 0]
                && votes.allSatisfy { $0.mark == mark && $0.written == mark }
        }
    }

    /// How many boxes were ticked in one file and unticked in another since the last build.
    var conflicts: Int {
        votes.values.count { votes in
            let changed = votes.filter { $0.mark != $0.written }
            return changed.contains { $0.mark == .done } && changed.contains { $0.mark != .done }
        }
    }

    private static func mark(_ votes: [TaskFile.Vote]) -> TaskState.Mark? {
        let changed = votes.filter { $0.mark != $0.written }
        if !changed.isEmpty { return changed.contains { $0.mark == .done } ? .done : nil }
        return votes.contains { $0.mark == .done } ? .done : votes.contains { $0.mark == .changed } ? .changed : nil
    }
}
