import Accounts
import Kernel
import Storage
import WebCore

/// Where a person is reached, and when not.
struct NoticesOwnData {
    let reader: Reader
    private var text: any NoticesText { reader.language.notices }

    func sections(of person: ID<Person>, _ tx: Transaction) throws -> [OwnData] {
        let devices = try PushStore.all(of: person, tx).map { device in
            [
                OwnData.Field("device", text.device, reader.language.device(device.name)),
                OwnData.Field("since", text.since, reader.zone.day(of: device.addedAt).description),
            ]
        }
        let address = try MailStore.address(of: person, tx).map { [[OwnData.Field("address", text.address, $0.text)]] } ?? []
        let own = try ChoiceStore.choices(of: [person], tx)[person]?.own
        let hours = own.map { [[OwnData.Field("hours", text.ownHours, "\(reader.language.web.time($0.from))–\(reader.language.web.time($0.until))")]] } ?? []
        let urgent = try UrgentStore.told(person, in: reader.viewer?.school ?? ID(0), tx).map { told in
            [OwnData.Field("words", text.urgentWhat, told.words), .init("at", text.urgentAt, reader.zone.day(of: told.at).description)]
        }
        return [OwnData("notices", text.notices, devices + address + hours), OwnData("urgent", text.urgent, urgent)]
    }
}
