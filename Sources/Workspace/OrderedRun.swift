/// Runs the same work on many things, several at once, and hands the results on in the order of the things.
enum OrderedRun {
    /// - Parameters:
    ///   - jobs: how many at once, at least one. With one, everything happens on the caller's thread.
    ///   - work: what to do with one of them. One is one unit of work; nothing is shared.
    ///   - deliver: takes each result, in order, as soon as all before it are there.
    static func run<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], jobs: Int, work: @escaping @Sendable (Input) -> Output, deliver: (Output) -> Void
    ) async {
        guard jobs > 1, inputs.count > 1 else {
            for input in inputs { deliver(work(input)) }
            return
        }
        await withTaskGroup(of: (index: Int, output: Output).self) { group in
            var next = 0
            var waiting: [Int: Output] = [:]
            var due = 0
            func start() {
                guard next < inputs.count else { return }
                let (index, input) = (next, inputs[next])
                next += 1
                group.addTask { (index, work(input)) }
            }
            for _ in 0..<jobs { start() }
            while let (index, output) = await group.next() {
                waiting[index] = output
                while let output = waiting.removeValue(forKey: due) {
                    deliver(output)
                    due += 1
                }
                // A page that takes long must not let the results after it pile up without bound.
                while next < inputs.count, next - due < jobs * 64, next - due - waiting.count < jobs { start() }
            }
        }
    }
}
