//! Where there is no browser.

use domain::option::fields::Fields;

use super::Heard;

pub fn form_of<E>(_: &E) -> Option<(String, Fields)> {
    None
}

pub fn follow(_: String, heard: Heard) {
    // There is no stream to hear, so nothing of this is ever called.
    let _ = (heard.line, heard.state, heard.connected);
}

pub fn scroll_to_end<E>(_: &E) {}

pub fn focus(_: &str) {}

pub fn focus_first_in(_: &str) {}
