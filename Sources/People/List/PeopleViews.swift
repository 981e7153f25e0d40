import Accounts
import Kernel
import Markup
import School
import WebCore

/// The list of people. Values to markup, nothing else.
struct PeopleViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any PeopleText { reader.language.people }
    private var mass: any MassText { reader.language.mass }
    private var web: any WebText { reader.language.web }
    private var rules: Bool { PeopleAccess.rules(viewer) }

    func page(_ page: PeoplePage, _ query: PeopleQuery, classes: [(id: ID<SchoolClass>, name: String)], refused: Denial? = nil) -> HTML {
        shell(
            text.people, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/more" aria-label="\(web.more)">\(Icon.back)</a><div><h1>\(text.people)</h1></div></header>
            <div class="narrow flow">\(search(query, classes))\(page.lines.isEmpty ? nobody : list(page, query, refused))\(ways)</div>
            """)
    }

    // MARK: Search and filters

    private func search(_ query: PeopleQuery, _ classes: [(id: ID<SchoolClass>, name: String)]) -> HTML {
        """
        <form method="get" action="/people" class="flow" role="search"><div><label for="q">\(rules ? text.search : text.searchName)</label>
        <div class="acts find"><input id="q" name="q" type="search" value="\(query.text)" maxlength="200" autocomplete="off"><button class="chief">\(text.find)</button></div></div>
        <details class="fold"\(query.role != nil || query.schoolClass != nil || query.state != nil ? " open" as HTML : nil)><summary>\(text.filters)</summary><div class="tools">
        \(choice("role", text.role, text.anyRole, roles.map { ($0.rawValue, web.role($0)) }, query.role?.rawValue))
        \(choice("class", text.schoolClass, text.anyClass, classes.map { (String($0.id.number), $0.name) }, query.schoolClass.map { String($0.number) }))
        \(choice("state", text.state, text.anyState, states.map { ($0.rawValue, text.name($0)) }, query.state?.rawValue))
        </div></details>\(query.isPlain ? nil : #"<p><a href="/people">\#(text.clear)</a></p>"# as HTML)</form>
        """
    }

    private func choice(_ name: StaticString, _ label: String, _ any: String, _ values: [(String, String)], _ chosen: String?) -> HTML {
        """
        <div><label for="\(name.description)">\(label)</label><select id="\(name.description)" name="\(name.description)"><option value="">\(any)</option>\
        \(each: values, { #"<option value="\#($0.0)"\#($0.0 == chosen ? " selected" as HTML : nil)>\#($0.1)</option>"# })</select></div>
        """
    }

    private var isHead: Bool { viewer.hasAny(of: Role.heads) }
    private var roles: [Role] {
        Role.allCases.filter { isHead || $0.side == .staff || viewer.has(.classTeacher) }.filter {
            ![.platformOperator, .regionalCurator, .municipalCurator].contains($0)
        }
    }
    private var states: [PeopleQuery.State] {
        PeopleQuery.State.allCases.filter { [.withoutLogin, .blocked].contains($0) ? rules : isHead || $0 == .unverified }
    }

    /// Ways to what else concerns the school's people.
    private var ways: HTML? {
        guard rules else { return nil }
        let doors: [(Link, String)] = [(.duplicates, text.duplicates), (.corrections, text.correctionsDoor)]
        return """
            <ul class="lines">\(each: doors, { #"<li><a href="\#($0.0)"><span class="grow"><b>\#($0.1)</b></span><span class="go"></span></a></li>"# })</ul>
            """
    }

    // MARK: The list

    private var nobody: HTML { #"<div class="empty"><b>\#(text.nobody)</b>\#(text.nobodyHint)</div>"# }

    private func list(_ page: PeoplePage, _ query: PeopleQuery, _ refused: Denial?) -> HTML {
        let lines: HTML = #"<ul class="lines">\#(each: page.lines, line)</ul>"#
        let pages: HTML = """
            <nav class="pages">\(query.after == nil ? "<span></span>" as HTML : #"<a href="/people">\#(text.toStart)</a>"#)\
            \(page.hasMore ? page.lines.last.map { #"<a class="button" href="\#(Link.people(query, after: $0.place))">\#(text.next)</a>"# as HTML } : nil)</nav>
            """
        guard rules else { return "\(lines)\(pages)" }
        return #"<form method="get" action="/people/preview" class="flow">\#(hidden(query))\#(lines)\#(pages)\#(acts(refused))</form>"#
    }

    private func line(_ line: PersonLine) -> HTML {
        let about = (line.roles.map { web.role($0) } + [line.classes.joined(separator: ", ")]).filter { !$0.isEmpty }.joined(separator: " · ")
        let box: HTML? = rules ? #"<input type="checkbox" name="person" value="\#(line.id.number)" aria-label="\#(text.choose(line.name.list))">"# : nil
        return """
            <li><span class="line">\(box)<a class="grow" href="\(Link.person(line.id))"><b>\(line.name.full)\(line.isVerified ? Icon.badge(web.verifiedTeacher) : nil)</b><small>\(about)</small></a>\
            \(line.hasLogin == false ? #"<span class="state quiet small">\#(text.noLogin)</span>"# as HTML : nil)</span></li>

            """
    }

    private func hidden(_ query: PeopleQuery) -> HTML {
        """
        <input type="hidden" name="q" value="\(query.text)"><input type="hidden" name="of" value="\(query.role?.rawValue ?? "")">\
        <input type="hidden" name="class" value="\(query.schoolClass.map { String($0.number) } ?? "")"><input type="hidden" name="state" value="\(query.state?.rawValue ?? "")">
        """
    }

    private func acts(_ refused: Denial?) -> HTML {
        """
        <section class="block flow"><h2>\(mass.withChosen)</h2><div class="tools">
        <div><label for="act">\(mass.act)</label><select id="act" name="act">\(each: MassAct.Kind.allCases, { #"<option value="\#($0.rawValue)">\#(mass.name($0))</option>"# })</select></div>
        <div><label for="given">\(text.role)</label><select id="given" name="role">\(each: MassAct.roles.filter { AccountsAccess.mayGive($0, viewer) }, { #"<option value="\#($0.rawValue)">\#(web.role($0))</option>"# })</select></div></div>
        <fieldset><legend>\(mass.who)</legend><label class="check"><input type="radio" name="who" value="chosen" checked>\(mass.chosen)</label>
        <label class="check"><input type="radio" name="who" value="all">\(mass.allFound)</label></fieldset>
        \(why(refused))<div class="acts"><button class="chief">\(mass.preview)</button></div></section>
        """
    }

    private func why(_ refused: Denial?) -> HTML? {
        guard case .invalid(_, let reason) = refused else { return nil }
        return #"<p class="why" role="alert">\#(reason.words(reader.language))</p>"#
    }
}
