import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import TestKit
import WebCore

/// Walks a part of the site as one person: reads every kind of page once, then fills in every kind of form it has met, and sends it.
struct Robot: Sendable {
    let client: any TestClientProtocol
    let name: String
    /// What is written into a text field of at most so many characters, the more the field holds.
    let words: @Sendable (_ atMost: Int, _ place: Int) -> String
    /// So that one round does what another does not: publishes or refuses, asks with or without answers to choose from.
    let round: Int
    /// The last of the rounds.
    let isLast: Bool
    /// Chats of which each page is read; of the others the newest stands for all.
    let chats: Set<String>

    /// What came of one page or one form.
    struct Step: Sendable {
        let label: String
        let status: Int
        let elements: [Element]
    }
    struct Form: Sendable {
        let action: String, isPost: Bool, isInParts: Bool, hasWords: Bool
        let fields: [(name: String, value: String)]
    }
    /// A form that was sent, and whether it was taken.
    struct Sent: Sendable {
        let form: Form
        let status: Int
    }

    /// Not pressed: what would end what the walk is about.
    static let endings = ["/remove", "/leave", "/end", "/cancel", "/withdraw", "/revoke", "/close", "/export", "/owner", "/manager"]

    /// An address as the kind of page it is: numbers and words that name something are left out.
    static func kind(_ path: String) -> String {
        path.replacing(/\/join\/[^\/?#]+/, with: "/join/x").replacing(/[0-9]+/, with: "0").replacing(/#.*$/, with: "").replacing(/=[^&]*/, with: "")
    }
    private func kind(_ path: String) -> String {
        guard let chat = path.firstMatch(of: /^\/chats\/([0-9]+)/), chats.contains(String(chat.1)) else { return Self.kind(path) }
        return "/chats/\(chat.1)" + Self.kind(String(path.dropFirst(chat.0.count)))
    }

    func walk(from starts: [String], below part: String, steps: inout [Step], sent: inout [Sent], isOnlyLooking: Bool = false) async throws {
        var queue = starts, known: Set<String> = Set(starts.map(kind)), forms: [(kind: String, form: Form)] = []
        while !queue.isEmpty {
            let path = queue.removeFirst(), step = try await look(path)
            steps.append(step)
            // The newest of a kind stands for all of it.
            let links = step.elements.compactMap { $0.tag == "a" ? $0["href"] : nil }.filter { $0.hasPrefix(part) && !$0.hasSuffix(".csv") }
            for (kind, paths) in Dictionary(grouping: links, by: kind).sorted(by: { $0.key < $1.key }) where known.insert(kind).inserted {
                queue.append(paths.max { Self.numbers($0).lexicographicallyPrecedes(Self.numbers($1)) } ?? paths[0])
            }
            for form in self.forms(in: step.elements, place: forms.count) where form.action.hasPrefix(part) {
                let kind = "\(kind(form.action)) \(form.fields.map(\.name)) \(form.fields.filter { $0.name == "kind" || $0.name == "publish" }.map(\.value))"
                if !forms.contains(where: { $0.kind == kind }) { forms.append((kind, form)) }
            }
        }
        guard !isOnlyLooking else { return }
        for (_, form) in forms where !Self.endings.contains(where: form.action.hasSuffix) {
            // Rules that are not accepted keep everybody from writing: they come last.
            guard isLast || !form.action.hasSuffix("/rules") else { continue }
            guard round % 2 == 1 || !form.fields.contains(where: { $0.name == "publish" }), !(round % 2 == 0 && form.action.hasSuffix("/publish")) else {
                continue
            }
            let step = try await send(form)
            steps.append(step)
            sent.append(Sent(form: form, status: step.status))
        }
    }

    private static func numbers(_ path: String) -> [Int] { path.matches(of: /[0-9]+/).compactMap { Int($0.output) } }

    func look(_ path: String) async throws -> Step {
        try await client.execute(uri: path, method: .get) {
            Step(label: "\(name): GET \(kind(path))", status: $0.status.code, elements: Element.all(in: String(buffer: $0.body)))
        }
    }

    func send(_ form: Form) async throws -> Step {
        let text = form.fields.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
        guard form.isPost else { return try await look(form.action + "?" + text) }
        let parts =
            form.fields.map { "--of-the-walk\r\nContent-Disposition: form-data; name=\"\($0.name)\"\r\n\r\n\($0.value)\r\n" }.joined() + "--of-the-walk--\r\n"
        let headers: HTTPFields = [.contentType: form.isInParts ? "multipart/form-data; boundary=of-the-walk" : "application/x-www-form-urlencoded"]
        return try await client.execute(uri: form.action, method: .post, headers: headers, body: ByteBuffer(string: form.isInParts ? parts : text)) {
            Step(label: "\(name): POST \(kind(form.action))", status: $0.status.code, elements: Element.all(in: String(buffer: $0.body)))
        }
    }

    private static func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }

    // MARK: Filling in

    private func forms(in elements: [Element], place: Int) -> [Form] {
        var forms: [Form] = [], inside: [Element] = [], form: Element?
        for element in elements {
            switch element.tag {
            case "form": (form, inside) = (element, [])
            case "/form":
                if let form { forms.append(filled(form, inside, place: place + forms.count)) }
                form = nil
            default: inside.append(element)
            }
        }
        return forms
    }

    private func filled(_ form: Element, _ inside: [Element], place: Int) -> Form {
        let action = form["action"] ?? "", isPost = form["method"]?.lowercased() == "post"
        var fields: [(name: String, value: String)] = [], hasWords = false, select: String?, chosen: Set<String> = []
        for (number, element) in inside.enumerated() {
            if element.tag == "/select" { select = nil }
            if element.tag == "option", let name = select, let value = element["value"], element["selected"] != nil || !chosen.contains(name) {
                fields.removeAll { $0.name == name }
                fields.append((name, value))
                chosen.insert(name)
            }
            guard let name = element["name"] else { continue }
            switch (element.tag, element["type"] ?? "text") {
            case ("select", _): select = name
            case ("textarea", _), ("input", "text"), ("input", "search"):
                let atMost = Int(element["maxlength"] ?? "") ?? (element.tag == "textarea" ? 300 : 100)
                fields.append((name, special(name, action) ?? words(atMost, place + number)))
                hasWords = true
            case ("input", "radio"):
                let isFirst = inside.first { $0["name"] == name } == element && !inside.contains { $0["name"] == name && $0["checked"] != nil }
                let wanted = name == "measure" ? "warn" : name == "kind" && round % 2 == 1 ? "open" : nil
                let isMine = wanted.map { element["value"] == $0 } ?? (element["checked"] != nil || isFirst)
                if isMine { fields.append((name, element["value"] ?? "")) }
            case ("input", "checkbox"):
                let isPerson = (name == "member[]" || name == "option[]") && fields.count { $0.name == name } < 3
                if element["checked"] != nil || isPerson { fields.append((name, element["value"] ?? "")) }
            case ("input", "file"): break
            case ("input", "datetime-local"): fields.append((name, name == "due" ? "2036-01-01T10:00" : ""))
            case ("input", _): fields.append((name, element["value"] ?? ""))
            case ("button", _): if chosen.insert("button").inserted { fields.append((name, element["value"] ?? "")) }
            default: break
            }
        }
        return Form(action: action, isPost: isPost, isInParts: form["enctype"] == "multipart/form-data", hasWords: hasWords, fields: fields)
    }

    /// What only certain words fit.
    private func special(_ name: String, _ action: String) -> String? {
        switch name {
        case "school": "Школа № 7"
        case "options": round % 2 == 1 ? "" : words(80, 1) + "\n" + words(80, 2)
        default: nil
        }
    }
}
