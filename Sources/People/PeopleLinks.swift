import Kernel
import Markup

extension Link {
    static let people: Link = "/people"
    static let log: Link = "/log"
    static let ownData: Link = "/more/data"
    static let corrections: Link = "/people/corrections"
    static let duplicates: Link = "/people/duplicates"
    static func person(_ person: ID<Person>) -> Link { "/people/\(person.number)" }
    static func act(_ act: ID<MassAct>) -> Link { "/people/acts/\(act.number)" }
    static func merge(_ from: ID<Person>, into: ID<Person>) -> Link { "/people/merge?from=\(from.number)&into=\(into.number)" }
    static func log(of person: ID<Person>) -> Link { "/log?person=\(person.number)" }
    static func log(_ query: LogQuery, before: Int64) -> Link {
        "/log?person=\(query.person.map { String($0.number) } ?? "")&kind=\(query.kind ?? "")&day=\(query.day?.description ?? "")&before=\(before)"
    }
    static func people(_ query: PeopleQuery, after: PeopleQuery.Place) -> Link {
        """
        /people?q=\(query.text)&role=\(query.role?.rawValue ?? "")&class=\(query.schoolClass.map { String($0.number) } ?? "")\
        &state=\(query.state?.rawValue ?? "")&key=\(after.key)&after=\(after.person.number)
        """
    }
}
