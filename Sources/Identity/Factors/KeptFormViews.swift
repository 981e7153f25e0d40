import Foundation
import Kernel
import Markup
import School
import WebCore

/// A form that came when its sender's proof had run out: it goes along through the proof, in the pages themselves and nowhere else,
/// and is sent once more afterwards.
struct KeptForm: Sendable {
    /// Where it was sent.
    let to: Link
    private let fields: [Field]

    struct Field: Codable, Sendable {
        let name: String
        let value: String
    }

    /// As it came to the place of proof. `nil` where it would go to no page of ours.
    init?(to address: String?, _ sent: SentForm) {
        guard let to = address.flatMap({ Link(returning: $0) }) else { return nil }
        self.to = to
        fields = sent.all.filter { $0.name != "formToken" }.map { Field(name: $0.name, value: $0.value) }
    }

    /// As a page of the proof has carried it. `nil` where there was none.
    init?(to address: String?, carried: String?) {
        guard let to = address.flatMap({ Link(returning: $0) }), let carried,
            let fields = try? JSONDecoder().decode([Field].self, from: Data(carried.utf8))
        else { return nil }
        self.to = to
        self.fields = fields
    }

    /// For a form of the proof, to be carried along.
    var carrying: HTML {
        let carried = (try? JSONEncoder().encode(fields)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
        return #"<input type="hidden" name="to" value="\#(to.text)"><input type="hidden" name="kept" value="\#(carried)">"#
    }

    /// As the page sent it that the person was at.
    var hiddenFields: HTML { "\(each: fields, { #"<input type="hidden" name="\#($0.name)" value="\#($0.value)">"# })" }
}
