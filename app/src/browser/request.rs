//! Asking the server, and sending forms as the browser itself would, but without leaving the page.

use leptos::{ev::SubmitEvent, form::form_data_from_event};
use serde::de::DeserializeOwned;
use server_fn::{
    Http, ServerFn,
    client::{Client, browser::BrowserClient},
    codec::{Encoding, IntoReq, Json, PostUrl},
    error::FromServerFnError,
    redirect::call_redirect_hook,
    request::{ClientReq, browser::BrowserRequest},
    response::ClientRes,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlFormElement};

use super::{Load, Loading, Reply};
use crate::{
    content::{Content, read},
    error::{Answer, AppError},
};

const FORM: &str = "application/x-www-form-urlencoded";
/// Whoever accepts HTML is led on by the server, and gets neither what a function answers nor its error.
const JSON: &str = "application/json";

/// Only writing the question is code of its own for each.
impl<F, I, T> Load for F
where
    F: ServerFn<Protocol = Http<I, Json>, Output = Content<T>, Error = AppError>
        + IntoReq<I, BrowserRequest, AppError>
        + 'static,
    T: DeserializeOwned,
{
    type Shown = T;

    fn load(self) -> Loading {
        fetch(self.into_req(F::PATH, JSON))
    }
}

fn fetch(request: Answer<BrowserRequest>) -> Loading {
    Box::pin(async move {
        let reply = reply(request?).await?;
        if let Some(to) = reply.to {
            call_redirect_hook(&to);
        }
        // What is JSON already travels as a text.
        read(&reply.json)
    })
}

/// Sends a form with the value of the button that was pressed. That button is busy until the answer is here, and on if
/// it leads to another page.
pub fn send(path: &'static str, event: &SubmitEvent) -> impl Future<Output = Answer<Reply>> + use<> {
    let form = form_data_from_event(event);
    let pressed = pressed(event);
    mark(pressed.as_ref(), true);
    async move {
        let form = form.map_err(|_| AppError::Transport)?;
        let request = <BrowserRequest as ClientReq<AppError>>::try_new_req_form_data(
            path,
            JSON,
            FORM,
            form.into(),
            PostUrl::METHOD,
        )?;
        let answer = reply(request).await;
        if !answer.as_ref().is_ok_and(|reply| reply.to.is_some()) {
            mark(pressed.as_ref(), false);
        }
        answer
    }
}

async fn reply(request: BrowserRequest) -> Answer<Reply> {
    let response = <BrowserClient as Client<AppError>>::send(request).await?;
    let refused = ClientRes::<AppError>::status(&response) >= 400;
    let to = ClientRes::<AppError>::has_redirect(&response).then(|| ClientRes::<AppError>::location(&response));
    let json = ClientRes::<AppError>::try_into_string(response).await?;
    if refused {
        return Err(AppError::de(json.into()));
    }
    Ok(Reply { json, to })
}

/// The button that was pressed; where a key did it, the one that it stands for.
fn pressed(event: &SubmitEvent) -> Option<Element> {
    let button: Option<Element> = event.submitter().map(Into::into);
    button.filter(|button| !button.has_attribute("aria-hidden")).or_else(|| {
        let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
        form.query_selector(".button.primary").ok()?
    })
}

fn mark(button: Option<&Element>, busy: bool) {
    if let Some(button) = button {
        // Only a name that can't be one is refused.
        let _ = if busy { button.set_attribute("aria-busy", "true") } else { button.remove_attribute("aria-busy") };
    }
}
