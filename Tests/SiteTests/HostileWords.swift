/// Words by which pages are attacked: each would run or draw something if a page took it for markup. Our own small list, after the classes
/// of the OWASP cheat sheet: elements, attributes, addresses, comments, raw text, entities, encodings, other languages of templates.
enum HostileWords {
    static let all: [String] = [
        #"<script>alert(1)</script>"#, #""><script>alert(1)</script>"#, #"'><img src=x onerror=alert(1)>"#, #"<img src=x onerror=alert(1)>"#,
        #"<svg/onload=alert(1)>"#, #"</textarea><script>alert(1)</script>"#, #"</title><svg onload=alert(1)>"#, #"" autofocus onfocus="alert(1)"#,
        #"' autofocus onfocus='alert(1)"#, #"x onmouseover=alert(1) y"#, #"<a href="javascript:alert(1)">x</a>"#, #"javascript:alert(1)"#,
        #"https://a.example/"onmouseover="alert(1)"#, #"https://a.example/'><b>"#, #"http://a.example/<script>"#, #"data:text/html,<script>alert(1)</script>"#,
        #"<!--<img src="--><img src=x onerror=alert(1)//">"#, #"<![CDATA[<script>alert(1)</script>]]>"#, #"</noscript><script>alert(1)</script>"#,
        #"</template><script>alert(1)</script>"#, #"</form><form action=https://evil.example>"#, #"<base href=https://evil.example/>"#,
        #"<meta http-equiv=refresh content=0;url=https://evil.example>"#, #"<iframe srcdoc="<script>alert(1)</script>">"#, #"<style>*{display:none}</style>"#,
        #"&lt;script&gt;alert(1)&lt;/script&gt;"#, #"&#60;script&#62;alert(1)&#60;/script&#62;"#, #"&quot; onclick=&quot;alert(1)"#,
        #"{{7*7}}${7*7}#{7*7}<%=7*7%>"#,
        #"<ScRiPt>alert(1)</sCrIpT>"#, "<scr\u{200B}ipt>alert(1)</script>", "\u{202E}<b>\u{202D}", "＜script＞alert(1)＜/script＞",
        #"<math><mi//xlink:href="data:x,<b>">"#,
        #"*<b>*_<i>_`<u>`"#, #"</li></ol><h1>x"#, #"<div data-island="messaging/chat">"#, #"<input name=formToken value=x>"#,
    ]

    /// As long, and with the same letters: what a page does with it by the letters it does with both, but nothing of it is markup.
    static func harmless(_ words: String) -> String {
        String(
            String.UnicodeScalarView(
                words.unicodeScalars.map { scalar in
                    switch scalar {
                    case "<": "("
                    case ">": ")"
                    case "\"": "”"
                    case "'": "’"
                    case "&": "+"
                    case "＜": "（"
                    case "＞": "）"
                    default: scalar
                    }
                }))
    }
}
