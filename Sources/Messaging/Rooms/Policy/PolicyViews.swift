import Kernel
import Markup
import WebCore

/// Who may write to whom, for the heads of a school. Values to markup, nothing else.
struct PolicyViews {
    let reader: Reader
    private var text: any RoomsText { reader.language.rooms }

    func page(_ policy: ChatPolicy, isSaved: Bool) -> HTML {
        shell(
            text.policy, reader, place: .chats,
            """
            <header class="head"><a class="tool" href="\(Link.newChat)" aria-label="\(text.newChat)">\(Icon.back)</a><div><h1>\(text.policy)</h1></div></header>
            <div class="narrow flow">\(isSaved ? #"<p class="notice good" role="status">\#(text.saved)</p>"# as HTML : nil)<p class="quiet">\(text.policyHint)</p>
            <form method="post" action="\(Link.chatPolicy)" class="flow">\(reader.formField)\(each: ChatRule.allCases, { rule($0, policy) })\
            <div class="acts"><button class="chief">\(text.save)</button></div></form></div>
            """)
    }

    private func rule(_ rule: ChatRule, _ policy: ChatPolicy) -> HTML {
        """
        <div><label for="\(rule.rawValue)">\(text.rule(rule))</label><select id="\(rule.rawValue)" name="\(rule.rawValue)">\(each: rule.choices, { reach in
            #"<option value="\#(reach.rawValue)"\#(policy[rule] == reach ? " selected" as HTML : nil)>\#(text.reach(reach, of: rule))</option>"#
        })</select></div>

        """
    }
}
