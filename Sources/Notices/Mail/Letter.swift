import Foundation
import Kernel

/// A letter as it travels (RFC 5322). Says that there is news and where, never what.
struct Letter: Hashable, Sendable {
    let text: String

    /// To one who has confirmed the address.
    static func news(_ parcel: Parcel, to mail: MailAddress, from: String, site: String, name: String, at now: Moment) -> Letter {
        let text = parcel.language.notices, end = site + "/mail/" + mail.word
        return Letter(
            to: mail.text, from: from, subject: text.letterSubject, name: name, site: site, end: end, at: now,
            body: text.letterBody(site + parcel.path, count: parcel.notices.count, end: end))
    }

    /// To whatever address was typed.
    static func question(to mail: MailAddress, _ language: Language, from: String, site: String, at now: Moment) -> Letter {
        let text = language.notices, place = site + "/mail/" + mail.word
        return Letter(
            to: mail.text, from: from, subject: text.confirmSubject, name: mail.word, site: site, end: nil, at: now, body: text.confirmBody(place))
    }

    private init(to: String, from: String, subject: String, name: String, site: String, end: String?, at now: Moment, body: String) {
        let host = site.split(separator: "/").last.map { String($0.prefix { $0 != ":" }) } ?? "localhost"
        var lines = [
            "From: \(from)", "To: \(to)", "Subject: =?UTF-8?B?\(Data(subject.utf8).base64EncodedString())?=", "Date: \(Self.date(now))",
            "Message-ID: <\(name)@\(host)>", "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
        ]
        // RFC 8058: a mail program may end the letters by one press.
        if let end { lines += ["List-Unsubscribe: <\(end)>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"] }
        let packed = Data(body.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
        text = (lines + ["", packed, ""]).joined(separator: "\n")
    }

    /// `Tue, 10 Nov 2026 06:10:00 +0000`
    static func date(_ now: Moment) -> String {
        let day = Day(number: Int(now.milliseconds / 86_400_000)), second = Int(now.milliseconds % 86_400_000) / 1000
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday - 1]
        let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][day.month - 1]
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
        return "\(weekday), \(two(day.day)) \(month) \(day.year) \(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60)) +0000"
    }
}
