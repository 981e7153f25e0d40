import AsyncHTTPClient
import Client
import Foundation

/// The people of a run, signed in.
enum Crowd {
    /// Signs everyone in, some at a time: the server hashes passwords on few threads on purpose.
    static func signIn(_ options: TargetOptions, http: HTTPClient, atMost: Int? = nil) async throws -> [Client] {
        let lines = try String(contentsOfFile: options.people, encoding: .utf8).split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        let people = lines.filter { $0.count == 2 }.prefix(atMost ?? .max)
        return try await withThrowingTaskGroup(of: (Int, Client).self) { group in
            var clients = [Client?](repeating: nil, count: people.count)
            var next = 0
            func add() {
                guard next < people.count else { return }
                let (place, person) = (next, people[next])
                next += 1
                group.addTask { (place, try await Client.signIn(at: options.address, login: person[0], password: person[1], http: http)) }
            }
            for _ in 0..<32 { add() }
            for try await (place, client) in group {
                clients[place] = client
                add()
            }
            return clients.compactMap { $0 }
        }
    }
}
