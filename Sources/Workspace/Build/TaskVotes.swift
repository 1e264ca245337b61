/// What the files of tasks say together: a box that is ticked in one language is ticked in both.
///
/// The comment after a task says how often its box was changed. A file in which it was changed less often is older, as when
/// one of the files is of an earlier commit, and the newer one counts. If a person changed the box of the older one since,
/// it is not known which change was the last one: then the tick counts.
struct TaskVotes: Sendable {
    private struct Task: Hashable {
        let page: String
        let id: String
    }

    private struct Vote {
        let file: String
        let vote: TaskFile.Vote

        /// How often the box had been changed when the file was written.
        var revision: Int { vote.written?.changes ?? 0 }
    }

    private var votes: [Task: [Vote]] = [:]
    /// How many files have each page.
    private var files: [String: Int] = [:]

    /// - Parameter name: the file's name.
    mutating func add(_ file: TaskFile, _ name: String) {
        for page in Set(file.sections.map(\.page)) { files[page, default: 0] += 1 }
        for vote in file.votes {
            votes[Task(page: vote.page, id: vote.id), default: []].append(Vote(file: name, vote: vote))
        }
    }

    /// What is ticked.
    var state: TaskState {
        var state = TaskState()
        for (task, votes) in votes { state.set(Self.outcome(votes).mark, task.id, of: task.page) }
        return state
    }

    /// Whether all files already say the same, and say that a build wrote it.
    var areSettled: Bool {
        votes.allSatisfy { task, votes in
            let mark = Self.outcome(votes).mark
            return votes.count >= files[task.page, default: 0]
                && votes.allSatisfy { $0.vote.mark == mark && $0.vote.written == mark }
        }
    }

    /// For each box on which a newer and an older file do not agree: what they say, and what is made of it.
    var conflicts: [String] {
        var conflicts: [(page: String, line: Int, text: String)] = []
        for (task, votes) in votes {
            let outcome = Self.outcome(votes)
            guard let older = outcome.conflict,
                let ticked = older.vote.isDone ? older : votes.first(where: { $0.vote.isDone }),
                let unticked = older.vote.isDone ? votes.first(where: { !$0.vote.isDone }) : older
            else { continue }
            conflicts.append(
                (
                    task.page, ticked.vote.line,
                    "\(task.page): “\(Self.excerpt(ticked.vote.words))” is ticked in \(ticked.file):\(ticked.vote.line), but "
                        + "unticked in \(unticked.file):\(unticked.vote.line), "
                        + (outcome.mark.kind == .done
                            ? "and what was last is not known: ticked in both" : "which is newer: unticked in both")
                ))
        }
        return conflicts.sorted { ($0.page, $0.line, $0.text) < ($1.page, $1.line, $1.text) }.map(\.text)
    }

    /// What becomes of a box.
    ///
    /// - Parameter votes: not empty.
    /// - Returns: the mark, and the vote of an older file that says something else.
    private static func outcome(_ votes: [Vote]) -> (mark: TaskState.Mark, conflict: Vote?) {
        let revision = votes.reduce(0) { max($0, $1.revision) }
        var mark = TaskState.Mark(.open, changes: 0)
        for newest in votes where newest.revision == revision {
            let other = newest.vote.mark
            if (other.changes, rank(other)) > (mark.changes, rank(mark)) { mark = other }
        }
        let isDone = mark.kind == .done
        let conflict = votes.first {
            $0.revision < revision && $0.vote.isDone != isDone && ($0.vote.isDone || $0.vote.isChanged)
        }
        if !isDone, votes.contains(where: { $0.revision < revision && $0.vote.isDone && $0.vote.isChanged }) {
            mark = TaskState.Mark(.done, after: mark)
        }
        return (mark, conflict)
    }

    /// Of files that are equally old, a tick counts. They differ only where branches were merged.
    private static func rank(_ mark: TaskState.Mark) -> Int {
        switch mark.kind {
        case .done: 2
        case .changed: 1
        case .open: 0
        }
    }

    /// The beginning of a text.
    private static func excerpt(_ text: String) -> String {
        let text = text.drop { $0 == " " }
        return text.count > maxExcerpt ? text.prefix(maxExcerpt) + "…" : String(text)
    }

    private static let maxExcerpt = 60
}
