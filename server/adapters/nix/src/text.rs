//! What Nix and builders write, made fit to be stored and shown.

/// Without terminal sequences and control characters; line breaks and tabs stay.
pub(crate) fn plain(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\u{1b}' => match characters.next() {
                // A control sequence ends with a byte from @ to ~.
                Some('[') => while characters.next().is_some_and(|inner| !('@'..='~').contains(&inner)) {},
                // A command to the terminal, such as a title or a link, ends with a bell or with ESC \.
                Some(']') => {
                    while let Some(inner) = characters.next_if(|inner| *inner != '\n') {
                        if inner == '\u{7}' || (inner == '\u{1b}' && characters.next_if_eq(&'\\').is_some()) {
                            break;
                        }
                    }
                }
                _ => {}
            },
            '\n' | '\t' => kept.push(character),
            character if character.is_control() => {}
            character => kept.push(character),
        }
    }
    kept
}

/// One line, cut between characters.
pub(crate) fn line(text: &str, bytes: usize) -> String {
    let mut kept = plain(text);
    if kept.len() > bytes {
        kept.truncate(kept.floor_char_boundary(bytes));
        kept.push('…');
    }
    kept
}

/// How long a message may be.
const MESSAGE: usize = 2000;

/// A message of at most 2,000 bytes: its beginning and its end, because Nix names the cause last.
pub(crate) fn message(text: &str) -> String {
    let text = text.trim();
    if text.len() <= MESSAGE {
        return text.to_owned();
    }
    let half = MESSAGE / 2 - 4;
    let (start, end) = (text.floor_char_boundary(half), text.ceil_char_boundary(text.len() - half));
    format!("{}\n…\n{}", &text[..start], &text[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminal_sequences_vanish_and_text_stays() {
        let link = "\u{1b}]8;;http://x\u{1b}\\link\u{1b}]8;;\u{7} end";

        assert_eq!(plain("\u{1b}[31;1merror:\u{1b}[0m <b>ü</b>\ta\r\n\u{0}\u{1b}"), "error: <b>ü</b>\ta\n");
        assert_eq!(plain(link), "link end");
        assert_eq!(plain("\u{1b}]0;no end\nnext"), "\nnext");
    }

    #[test]
    fn long_text_is_cut_between_characters() {
        let cut = message(&"ü".repeat(5000));

        assert_eq!(line(&"ü".repeat(10), 5), "üü…");
        assert!(cut.len() <= MESSAGE && cut.starts_with('ü') && cut.ends_with('ü'));
    }
}
