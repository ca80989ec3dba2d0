//! Where there is no browser.

use std::future::{Ready, ready};

use domain::option::fields::Fields;
use serde::de::DeserializeOwned;
use server_fn::ServerFn;

use super::{Heard, Load, Loading, Reply};
use crate::{
    content::Content,
    error::{Answer, AppError},
};

impl<F, T> Load for F
where
    F: ServerFn<Output = Content<T>, Error = AppError> + 'static,
    T: DeserializeOwned,
{
    type Shown = T;

    fn load(self) -> Loading {
        Box::pin(async move { Ok(self.run_body().await?.json()) })
    }
}

pub fn form_of<E>(_: &E) -> Option<(String, Fields)> {
    None
}

pub fn follow(_: String, heard: Heard) {
    // There is no stream to hear, so nothing of this is ever called.
    let _ = (heard.line, heard.state, heard.connected);
}

pub fn send<E>(_: &'static str, _: &E) -> Ready<Answer<Reply>> {
    ready(Err(AppError::Transport))
}

pub fn putting_back<E>(_: &E) -> fn() {
    || ()
}

pub fn scroll_to_end<E>(_: &E) {}

pub fn focus(_: &str) {}

pub fn focus_first_in(_: &str) {}

pub fn focus_problem() {}
