import Kernel
import Markup
import WebCore

/// Polls: within a message, and their own pages. Values to markup, nothing else.
struct PollViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any PollsText { reader.language.polls }

    func part(_ poll: Poll, at seq: Int64, in chat: ID<Chat>) -> HTML {
        """
        <p class="head-of-part"><b>\(text.poll)</b> <span>\(state(poll))</span></p>\
        \(poll.hasAnswered || !poll.mayAnswer(at: reader.now) ? nil : ballot(poll, at: seq, in: chat))\(poll.hasAnswered ? done(poll, at: seq, in: chat) : nil)\
        \(results(poll))\(poll.isOverseen ? #"<p class="ways"><a href="\#(Link.poll(poll.id))">\#(text.results)</a></p>"# as HTML : nil)
        """
    }

    private func state(_ poll: Poll) -> String {
        let how = poll.isAnonymous ? text.anonymous : text.named
        guard let closes = poll.closesAt else { return how }
        return "\(how) · \(poll.isClosed(at: reader.now) ? text.closed : text.until(AnnouncementViews(reader: reader, viewer: viewer).when(closes)))"
    }

    private func done(_ poll: Poll, at seq: Int64, in chat: ID<Chat>) -> HTML {
        """
        <p class="done">\(Icon.Small.check) \(text.answered)</p>\(poll.mayAnswer(at: reader.now)
            ? #"<details class="fold"><summary>\#(text.change)</summary>\#(ballot(poll, at: seq, in: chat))</details>"# as HTML : nil)
        """
    }

    private func ballot(_ poll: Poll, at seq: Int64, in chat: ID<Chat>) -> HTML {
        let type: HTML = poll.kind == .multiple ? "checkbox" : "radio"
        let choices: HTML = """
            <fieldset><legend class="away">\(poll.question)</legend>\(each: poll.options, { option in
                """
                <label class="check"><input type="\(type)" name="option[]" value="\(option.number)"\(poll.ownChoices.contains(option.number) ? " checked" as HTML : nil)\
                \(poll.kind == .single ? " required" as HTML : nil)>\(option.words)</label>
                """
            })</fieldset>
            """
        let words: HTML = """
            <label>\(text.answer)<textarea name="words" rows="3" maxlength="\(Poll.longestAnswer)" required>\(poll.ownWords ?? "")</textarea></label>
            """
        return """
            <form method="post" action="\(Link.act("answer", on: seq, in: chat))"\(OrderViews(reader: reader).sureWord)>\(reader.formField)\(poll.kind == .open ? words : choices)\
            <button class="chief">\(text.send)</button></form>
            """
    }

    /// Bars and their numbers; or why there are none to see yet.
    private func results(_ poll: Poll) -> HTML {
        guard poll.showsResults(at: reader.now) else {
            let why = poll.isShownAnswered ? text.shownAfter : text.shownFrom(Poll.fewestShown)
            return #"<p class="quiet small">\#(why)</p>\#(coverage(poll))"#
        }
        return "\(bars(poll))\(coverage(poll))"
    }

    private func bars(_ poll: Poll) -> HTML? {
        guard poll.kind != .open else { return nil }
        let most = max(1, poll.voters)
        return """
            <ul class="bars">\(each: poll.options, { option in
                """
                <li\(poll.ownChoices.contains(option.number) ? #" class="mine""# as HTML : nil)><span class="words"><span>\(option.words)</span>\
                <span>\(text.votes(option.votes)), \(option.votes * 100 / most) %</span></span>\
                <progress max="\(most)" value="\(option.votes)" aria-hidden="true"></progress></li>
                """
            })</ul>
            """
    }

    private func coverage(_ poll: Poll) -> HTML {
        #"<p class="quiet small">\#(poll.coverage.filter { $0.all > 0 }.map(text.coverage).joined(separator: ". "))</p>"#
    }

    // MARK: Pages

    private func page(_ title: String, under line: String, back: Link, _ inside: HTML) -> HTML {
        shell(
            title, reader, place: .chats, kind: .deep,
            """
            <header class="head"><a class="tool" href="\(back)" aria-label="\(text.back)">\(Icon.back)</a><div><h1>\(title)</h1><p>\(line)</p></div></header>
            <div class="narrow flow">\(inside)</div>
            """)
    }

    func results(_ poll: Poll, _ ballots: [NamedBallot], at place: (chat: ID<Chat>, seq: Int64)) -> HTML {
        page(
            poll.question, under: state(poll), back: .chat(place.chat, at: place.seq),
            """
            \(results(poll))\(answers(poll))\(each: ballots, { ballot in
                """
                <p><b>\(ballot.name.list)</b> <small>\(text.side(ballot.side))</small><br>\(PollTable.answer(of: ballot, to: poll))</p>
                """
            })
            \(poll.isShownAnswered ? #"<p><a class="button" href="\#(Link.table(of: poll.id))" download>\#(text.download)</a></p>"# as HTML : nil)
            \(poll.isClosed(at: reader.now) ? nil : close(poll))
            """)
    }

    private func answers(_ poll: Poll) -> HTML? {
        guard poll.kind == .open, poll.isAnonymous, !poll.answers.isEmpty else { return nil }
        return """
            <section class="block"><h2>\(text.answers) <small>\(poll.answers.count)</small></h2>\
            <ul class="lines">\(each: poll.answers, { #"<li><span class="line">\#($0)</span></li>"# })</ul></section>
            """
    }

    private func close(_ poll: Poll) -> HTML {
        #"<form method="post" action="\#(Link.close(poll.id))">\#(reader.formField)<p class="hint">\#(text.closeAsks)</p><button>\#(text.close)</button></form>"#
    }

    /// The form of a new one. `targets` are the chats in which it may be put.
    func form(in chat: Chat, _ targets: [Chat], sample: PollSample?) -> HTML {
        page(
            text.newPoll, under: chat.title(reader.language.messaging), back: .more(in: chat.id),
            """
            <details class="fold"><summary>\(text.samplesTitle)</summary><ul class="lines">\(each: text.samples.enumerated(), { place, sample in
                #"<li><a class="go" href="\#(Link.newPoll(in: chat.id, sample: place))"><span class="grow">\#(sample.question)</span></a></li>"#
            })</ul></details>
            <form method="post" enctype="multipart/form-data" action="\(Link.polls(in: chat.id))">\(reader.formField)<input type="hidden" name="attempt" value="\(Attempt().text)">\
            <label for="body">\(text.question)</label><textarea id="body" name="body" rows="3" maxlength="\(Poll.longestQuestion)" required>\(sample?.question ?? "")</textarea>\
            \(AttachedViews.picker(reader))\
            <fieldset><legend>\(text.kind)</legend>\(each: Poll.Kind.allCases, { kind($0, isChosen: $0 == sample?.kind ?? .single) })</fieldset>\
            <label for="options">\(text.options)</label>\
            <textarea id="options" name="options" rows="5" aria-describedby="options-hint">\(sample?.options.joined(separator: "\n") ?? "")</textarea>\
            <p class="hint" id="options-hint">\(text.optionsHint)</p>\
            <label class="check"><input type="checkbox" name="anonymous" value="1">\(text.isAnonymous)</label><p class="hint">\(text.isAnonymousHint)</p>\
            <label class="check"><input type="checkbox" name="before" value="1">\(text.showsBefore)</label>\
            <label for="closes">\(text.closes)</label><input type="datetime-local" id="closes" name="closes"><p class="hint">\(text.closesHint)</p>\
            \(whom(chat, targets))<button class="chief">\(text.put)</button></form>
            """)
    }

    private func kind(_ kind: Poll.Kind, isChosen: Bool) -> HTML {
        """
        <label class="check"><input type="radio" name="kind" value="\(kind.rawValue)"\(isChosen ? " checked" as HTML : nil)>\(text.kind(kind))</label>
        """
    }

    private func whom(_ chat: Chat, _ targets: [Chat]) -> HTML {
        """
        <fieldset><legend>\(text.inChats)</legend>\(each: targets, { target in
            """
            <label class="check"><input type="checkbox" name="chats[]" value="\(target.id.number)"\(target.id == chat.id ? " checked" as HTML : nil)>\
            \(target.title(reader.language.messaging))</label>
            """
        })<p class="hint">\(text.inChatsHint)</p></fieldset>
        """
    }
}
