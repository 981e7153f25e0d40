import Kernel
import Markup

extension Link {
    static func consent(of person: ID<Person>) -> Link { "/consents/of/\(person.number)" }
    static func consent(of person: ID<Person>, _ purpose: Purpose) -> Link { "/consents/of/\(person.number)?purpose=\(purpose.rawValue)" }
    static func wording(_ purpose: Purpose) -> Link { "/consents/text?purpose=\(purpose.rawValue)" }
    static func consents(ofClass id: Int64) -> Link { "/consents/classes/\(id)" }
    static func papers(of person: ID<Person>) -> Link { "/consents/pupils/\(person.number)" }
    static func refusal(_ id: ID<Refusal>) -> Link { "/consents/refusals/\(id.number)" }
    static func line(_ person: ID<Person>) -> Link { "/consents/lines/\(person.number)" }
    static func act(_ id: ID<Act>) -> Link { "/consents/acts/\(id.number)" }
}
