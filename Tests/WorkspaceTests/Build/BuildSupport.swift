import Foundation
import SystemPackage
import TestSupport

@testable import Workspace

/// A folder of pages and the folder that is built from it.
final class Site {
    let root: TemporaryFolder
    var input: String { "\(root.path)/pages" }
    var output: String { "\(root.path)/out" }

    init(_ pages: [String: String] = [:]) throws {
        root = try TemporaryFolder()
        for (name, text) in pages { try write(name, text) }
    }

    func write(_ name: String, _ text: String) throws { try root.write("pages/\(name)", text) }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(root.path)/\(name)") }

    @discardableResult
    func build(_ change: (inout Build.Options) -> Void = { _ in }) async throws -> Build.Result {
        var options = Build.Options(input: FilePath(input), output: FilePath(output))
        change(&options)
        events = []
        return try await Build(options).run { events.append($0) }
    }

    /// What happened in the last build.
    private(set) var events: [Build.Event] = []

    /// What could not be done in the last build.
    var failures: [String] {
        events.compactMap { event in
            if case .failure(let error) = event { error.description } else { nil }
        }
    }

    var notes: [String] {
        events.compactMap { event in
            if case .note(let text) = event { text } else { nil }
        }
    }

    /// The files of the output folder, by their paths.
    var files: [String: String] {
        var files: [String: String] = [:]
        for name in root.files where name.hasPrefix("out/") { files[String(name.dropFirst(4))] = text(name) }
        return files
    }

    func text(_ name: String) -> String { String(decoding: root.contents(name) ?? Data(), as: UTF8.self) }

    /// Ticks or unticks the boxes of the lines with a text in a file of tasks.
    func tick(_ text: String, in list: String, _ isTicked: Bool = true) throws {
        let lines = self.text(list).components(separatedBy: "\n").map { line in
            line.contains(text)
                ? line.replacingOccurrences(of: isTicked ? "[ ]" : "[x]", with: isTicked ? "[x]" : "[ ]") : line
        }
        try root.write(list, lines.joined(separator: "\n"))
    }

    /// What a build into an empty folder makes of the pages.
    func fresh() async throws -> [String: String] {
        let other = try Site()
        for name in root.files where name.hasPrefix("pages/") {
            try other.root.write(name, root.contents(name) ?? Data())
        }
        try await other.build()
        return other.files
    }

    /// A page with a procedure of these steps, source and target.
    static func page(_ title: String, _ steps: [(source: String, target: String)], id: String = "0a1b2") -> String {
        var number = 103
        func pair(_ step: (source: String, target: String)) -> String {
            defer { number += 1 }
            return "<span data-ttu-id=\"\(id)-\(number)\">\(step.target)</span><span class=\"sxs-lookup\">"
                + "<span data-stu-id=\"\(id)-\(number)\">\(step.source)</span></span>"
        }
        var text = "---\ntitle: \(title)\nms.contentlocale: fr-FR\n---\n\n# \(pair((title, title)))\n\n"
        text += "\(pair(("To do it, follow these steps:", "Pour le faire, procédez comme suit :")))\n\n"
        for step in steps { text += "1. \(pair(step))\n\n" }
        return text
    }
}

let steps = [
    (source: "Open the console.", target: "Ouvrez la console."),
    (source: "Select **Relays**.", target: "Sélectionnez **Relais**."),
    (source: "Restart the relay server.", target: "Redémarrez le serveur de relais."),
]
