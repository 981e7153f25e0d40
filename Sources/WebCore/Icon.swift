import Markup

/// One stroke, one size; always beside words or a label.
public enum Icon {
    public static let today = icon(#"<path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4"/>"#)
    public static let chats = icon(#"<path d="M4 5h16v11H9l-5 4z"/>"#)
    public static let journal = icon(#"<path d="M4 4h16v16H4zM4 9h16M9 4v16M14 9v11"/>"#)
    public static let diary = icon(#"<path d="M6 3h13v18H6a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM8 3v18M12 8h4M12 12h4"/>"#)
    public static let more = icon(#"<path d="M4 7h16M4 12h16M4 17h16"/>"#)
    public static let back = icon(#"<path d="M15 5l-7 7 7 7"/>"#)
    public static let forward = icon(#"<path d="M9 5l7 7-7 7"/>"#)
    public static let send = icon(#"<path d="M4 12l16-8-6 16-3-7z"/>"#)
    public static let undo = icon(#"<path d="M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6"/>"#)
    public static let check = icon(#"<path d="M5 12l5 5 9-10"/>"#)
    public static let alert = icon(#"<path d="M12 4l9 16H3zM12 10v4M12 17v.5"/>"#)
    public static let keep = icon(#"<path d="M7 4h10v17l-5-4-5 4z"/>"#)
    public static let search = icon(#"<path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L21 21"/>"#)
    public static let person = icon(#"<path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21a8 8 0 0 1 16 0"/>"#)

    /// A verified teacher's badge beside a name (REQUIREMENTS A35), with the word for those who do not see it.
    public static func badge(_ words: String) -> HTML {
        #" <svg class="icon badge" viewBox="0 0 24 24" role="img" aria-label="\#(words)">\#(seal)</svg>"#
    }
    /// The badge's drawing; no letter of any script looks like it.
    public static let seal: HTML = """
        <path d="M12 2.8l2.6 1.9 3.2 0 1 3.1 2.6 1.9-1 3.1 1 3.1-2.6 1.9-1 3.1-3.2 0L12 22l-2.6-1.1-3.2 0-1-3.1-2.6-1.9 1-3.1-1-3.1 2.6-1.9 1-3.1 3.2 0z"/>\
        <path d="M8.3 12.4l2.6 2.6 4.8-5"/>
        """

    /// The same at 18 px, for a line of text or a narrow button.
    public enum Small {
        public static let back = icon(#"<path d="M15 5l-7 7 7 7"/>"#, size: "icon s")
        public static let forward = icon(#"<path d="M9 5l7 7-7 7"/>"#, size: "icon s")
        public static let undo = icon(#"<path d="M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6"/>"#, size: "icon s")
        public static let check = icon(#"<path d="M5 12l5 5 9-10"/>"#, size: "icon s")
        public static let alert = icon(#"<path d="M12 4l9 16H3zM12 10v4M12 17v.5"/>"#, size: "icon s")
        public static let person = icon(#"<path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21a8 8 0 0 1 16 0"/>"#, size: "icon s")
    }

    private static func icon(_ paths: HTML, size: String = "icon") -> HTML {
        #"<svg class="\#(size)" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">\#(paths)</svg>"#
    }
}
