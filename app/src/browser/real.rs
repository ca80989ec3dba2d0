//! The browser.

use domain::option::fields::Fields;
use futures::{StreamExt, future::Either, stream::select};
use gloo_net::eventsource::futures::EventSource;
use leptos::{prelude::*, reactive::spawn_local, web_sys};
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, FormData, HtmlElement, HtmlFormElement};

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

fn field_name(name: &str) -> Option<String> {
    Some(name.strip_prefix("fields[")?.strip_suffix(']')?.to_owned())
}

/// Follows a run's stream until it ends or the page is left. The browser connects again by itself and says which line
/// it had last, so nothing is missed.
pub fn follow(path: String, heard: Heard) {
    spawn_local(async move {
        let Ok(mut source) = EventSource::new(&path) else { return };
        let (Ok(lines), Ok(states), Ok(ends)) =
            (source.subscribe("line"), source.subscribe("state"), source.subscribe("end"))
        else {
            return;
        };
        let ends = ends.map(Either::Right);
        let mut told = select(select(lines, states).map(Either::Left), ends);
        while let Some(told) = told.next().await {
            match told {
                Either::Left(Ok((kind, message))) => {
                    let left = match kind.as_str() {
                        "line" => {
                            read(&message.data()).map(|line| heard.line.try_run(line)).is_some_and(|run| run.is_none())
                        }
                        _ => read(&message.data())
                            .map(|state| heard.state.try_run(state))
                            .is_some_and(|run| run.is_none()),
                    };
                    if left {
                        break;
                    }
                    heard.connected.try_run(true);
                }
                Either::Left(Err(_)) => {
                    if heard.connected.try_run(false).is_none() {
                        break;
                    }
                }
                Either::Right(_) => break,
            }
        }
        source.close();
    });
}

fn read<T: DeserializeOwned>(text: &JsValue) -> Option<T> {
    serde_json::from_str(&text.as_string()?).ok()
}

pub fn scroll_to_end(element: &HtmlElement) {
    element.set_scroll_top(element.scroll_height());
}

/// Moves on to an element that is about to appear, so that it is read out and in sight.
pub fn focus(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let Some(element) = element {
            // Where it can't be focused, nothing is lost.
            let _ = element.focus();
        }
    });
}

/// Puts the cursor into the first field of an element that is about to appear.
pub fn focus_first_in(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        let first = document()
            .get_element_by_id(&id)
            .and_then(|row| row.query_selector("input, textarea, select").ok().flatten())
            .and_then(|field| field.dyn_into::<HtmlElement>().ok());
        if let Some(first) = first {
            // Where it can't be focused, nothing is lost.
            let _ = first.focus();
        }
    });
}
