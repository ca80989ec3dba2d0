//! A form that changes something.
//!
//! Without JavaScript the browser sends it and shows the page that it is led to. With JavaScript we send the same fields
//! to the same address, and whoever typed them stays on the page until there is somewhere to go on to.

use leptos::{ev, prelude::*, server::ServerActionError, task::spawn_local};
use server_fn::{ServerFn, error::ServerFnUrlError};

use crate::{
    browser,
    error::{Answer, AppError},
};

/// The server function that forms of a page are sent to, and what it answered last.
///
/// Of the function only the path is known here: what all of them share is compiled one time, and the browser gets no
/// code for their arguments.
#[derive(Clone, Copy, Debug)]
pub struct Sending {
    path: &'static str,
    pending: RwSignal<bool>,
    changes: RwSignal<u32>,
    answer: RwSignal<Option<Answer<String>>>,
}

impl Sending {
    pub fn to<F: ServerFn>() -> Self {
        Self::to_path(F::PATH)
    }

    /// Without JavaScript an error comes back in the address of the page.
    fn to_path(path: &'static str) -> Self {
        let refused = use_context::<ServerActionError>().filter(|error| error.path() == path);
        let answer = refused.map(|error| Err(ServerFnUrlError::<AppError>::decode_err(error.err())));
        Self { path, pending: RwSignal::new(false), changes: RwSignal::new(0), answer: RwSignal::new(answer) }
    }

    /// Whether a form is on its way, or has led on to another page.
    pub fn pending(self) -> bool {
        self.pending.get()
    }

    /// How many forms went through; what depends on it is loaded again after each. One that was refused changes nothing,
    /// and what was typed into it stays.
    pub fn changes(self) -> u32 {
        self.changes.get()
    }

    /// The last answer, as JSON.
    pub fn answer(self) -> Option<Answer<String>> {
        self.answer.get()
    }

    /// Why the last form was refused, whether it was the browser or we who sent it.
    pub fn error(self) -> Signal<Option<AppError>> {
        Signal::derive(move || self.answer.with(|answer| answer.as_ref()?.as_ref().err().cloned()))
    }

    fn send(self, event: &ev::SubmitEvent, put_back: bool) {
        event.prevent_default();
        // What was pressed twice is sent one time.
        if self.pending.get_untracked() {
            return;
        }
        self.pending.set(true);
        let sent = browser::send(self.path, event);
        let put_back = put_back.then(|| browser::putting_back(event));
        spawn_local(async move {
            let (answer, to) = match sent.await {
                Ok(reply) => (Ok(reply.json), reply.to),
                Err(error) => (Err(error), None),
            };
            let refused = answer.is_err();
            // The page may have been left meanwhile; then nobody waits for any of this.
            self.answer.try_set(Some(answer));
            if let Some(to) = to {
                server_fn::redirect::call_redirect_hook(&to);
                return;
            }
            self.pending.try_set(false);
            if refused {
                if let Some(put_back) = put_back {
                    put_back();
                }
                browser::focus_problem();
            } else {
                self.changes.try_update(|changes| *changes += 1);
            }
        });
    }
}

/// A form with the fields and the buttons of `children`. Whoever checks it in another way than browsers do says so with
/// `unchecked`; `put_back` is for fields that show what is so: after a refusal they do again.
#[component]
pub fn Form(
    to: Sending,
    #[prop(optional)] unchecked: bool,
    #[prop(optional)] put_back: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <form action=to.path method="post" novalidate=unchecked on:submit=move |event| to.send(&event, put_back)>
            {children()}
        </form>
    }
}
