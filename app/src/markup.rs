//! Text in places where the renderer puts it into the document as it is.

/// Text that stays text inside `<title>` and `<textarea>`, whose content Leptos does not escape on the server.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The content of a text area. Where it is written into a document, its first line break is dropped: this one, and none
/// of the text.
pub fn text_area(text: &str) -> String {
    if cfg!(feature = "ssr") { format!("\n{}", escaped(text)) } else { escaped(text) }
}

/// The title of a document: escaped where it is written into the document, as it is where the browser sets it.
pub fn title(text: &str) -> String {
    if cfg!(feature = "ssr") { escaped(text) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_can_leave_its_element() {
        assert_eq!(escaped("</textarea><script>&lt;"), "&lt;/textarea&gt;&lt;script&gt;&amp;lt;");
    }
}
