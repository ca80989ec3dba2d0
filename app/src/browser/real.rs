//! The browser.

use domain::option::fields::Fields;
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventSource, FormData, HtmlElement, HtmlFormElement, MessageEvent, SubmitEvent};

use super::Heard;

/// The fields of the form that an event happened in, and the field that it happened to.
pub fn form_of(event: &Event) -> Option<(String, Fields)> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    let form: HtmlFormElement = target.closest("form").ok()??.dyn_into().ok()?;
    let name = target.get_attribute("name").as_deref().and_then(field_name).unwrap_or_default();
    let mut fields = Fields::new();
    for entry in js_sys::try_iter(FormData::new_with_form(&form).ok()?.as_ref()).ok()??.flatten() {
        let pair: js_sys::Array = entry.into();
        if let (Some(name), Some(value)) =
            (pair.get(0).as_string().as_deref().and_then(field_name), pair.get(1).as_string())
        {
            fields.insert(name, value);
        }
    }
    Some((name, fields))
}

/// What puts the fields of a form that is being sent back to how the page came.
pub fn putting_back(event: &SubmitEvent) -> impl FnOnce() + use<> {
    let form: Option<HtmlFormElement> = event.target().and_then(|form| form.dyn_into().ok());
    move || {
        if let Some(form) = form {
            form.reset();
        }
    }
}

fn field_name(name: &str) -> Option<String> {
    Some(name.strip_prefix("fields[")?.strip_suffix(']')?.to_owned())
}

/// A run's stream, which ends when the page that follows it is left.
struct Stream {
    source: EventSource,
    /// What the browser calls; it has to live as long as the stream.
    hearing: Vec<Closure<dyn Fn(MessageEvent)>>,
}

impl Stream {
    fn hear(&mut self, kind: &str, run: impl Fn(MessageEvent) + 'static) {
        let hearing = Closure::new(run);
        // Adding a listener can't fail on a stream that is there.
        let _ = self.source.add_event_listener_with_callback(kind, hearing.as_ref().unchecked_ref());
        self.hearing.push(hearing);
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.close();
    }
}

/// Follows a run's stream until it ends or the page is left. After a break the browser connects again by itself and
/// says which line it had last, so nothing is missed.
pub fn follow(path: String, heard: Heard) {
    Effect::new(move |_| {
        let Ok(source) = EventSource::new(&path) else { return };
        let mut stream = Stream { source: source.clone(), hearing: Vec::new() };
        stream.hear("line", move |event| {
            if let Some(line) = read(&event) {
                heard.line.run(line);
            }
        });
        stream.hear("state", move |event| {
            if let Some(state) = read(&event) {
                heard.state.run(state);
            }
        });
        stream.hear("open", move |_| heard.connected.run(true));
        stream.hear("error", move |_| heard.connected.run(false));
        stream.hear("end", move |_| source.close());
        StoredValue::new_local(stream);
    });
}

fn read<T: DeserializeOwned>(event: &MessageEvent) -> Option<T> {
    serde_json::from_str(&event.data().as_string()?).ok()
}

pub fn scroll_to_end(element: &HtmlElement) {
    element.set_scroll_top(element.scroll_height());
}

const FIELDS: &str = "input:not([type='hidden']), textarea, select";

/// Moves on to an element that is about to appear, so that it is read out and in sight; to the first field of several.
pub fn focus(id: &str) {
    focus_on(format!("[id='{id}']:is([tabindex], {FIELDS}), [id='{id}'] :is({FIELDS}, button)"));
}

/// Puts the cursor into the first field of an element that is about to appear.
pub fn focus_first_in(id: &str) {
    focus_on(format!("[id='{id}'] :is({FIELDS})"));
}

/// Moves on to the first thing that is wrong on the page, once it says so.
pub fn focus_problem() {
    focus_on("main :is(.notice.bad, [aria-invalid])".into());
}

fn focus_on(selector: String) {
    request_animation_frame(move || {
        let element = document().query_selector(&selector).ok().flatten();
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // Where it can't be focused, nothing is lost.
            let _ = element.focus();
        }
    });
}
