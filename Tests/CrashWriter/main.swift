import Accounts
import App
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Logging
import Messaging
import Storage
import Web
import WebCore

/// Posts messages into a school that is there already, from 64 callers at once, through the site's own route, and prints each
/// message's name when it has been answered. Runs until it is killed: `CrashTests` does, and looks whether all of them are there.
///
///     crashwriter DATABASE PERSON CHAT RUN
let arguments = CommandLine.arguments
guard arguments.count == 5, let person = Int64(arguments[2]), let chat = Int64(arguments[3]) else { fatalError("crashwriter DATABASE PERSON CHAT RUN") }
let run = arguments[4]
let database = try openDatabase(arguments[1])
guard let author = try await database.read({ tx in try AccountsStore.viewer(ID(person), side: .staff, tx) }) else { fatalError("no such person") }

struct OnlyAuthor: Session {
    let author: Viewer
    func visit(of headers: HTTPFields, at now: Moment) -> Visit? { Visit(viewer: author, session: 1, formToken: "token", isByCookie: true) }
    func cookie(_ value: String) -> String { value }
}

let assets = SiteAssets()
let parts = SiteParts(
    site: Site(database: database, assets: assets.folder, features: Features.all), session: OnlyAuthor(author: author),
    passwords: try PasswordWorks(cost: .light), assets: assets)
let headers: HTTPFields = [.contentType: "application/json", HTTPField.Name("X-Form-Token")!: "token"]

var quiet = Logger(label: "crashwriter")
quiet.logLevel = .error
try await Application(router: siteRouter(parts), logger: quiet).test(.router) { client in
    try await withThrowingTaskGroup(of: Void.self) { callers in
        for caller in 0..<64 {
            callers.addTask {
                for number in 0... {
                    let name = "\(run)-caller-\(caller)-\(number)"
                    let body = ByteBuffer(string: #"{"body":"hello","clientID":"\#(name)"}"#)
                    try await client.execute(uri: "/chats/\(chat)/messages", method: .post, headers: headers, body: body) { answer in
                        guard answer.status == .ok else { fatalError("\(answer.status)") }
                    }
                    try FileHandle.standardOutput.write(contentsOf: Data((name + "\n").utf8))
                }
            }
        }
        try await callers.waitForAll()
    }
}
