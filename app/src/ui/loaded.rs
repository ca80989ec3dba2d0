//! What a page shows: its content, or why there is none, or grey lines while it comes.
//!
//! Pages differ in what they load and show, but not in how: what a server function answers passes through here as JSON,
//! so that there is one resource in the WASM and not one for each page.

use std::{future::Future, pin::Pin, sync::Arc};

use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

use super::Notice;
use crate::{
    error::{Answer, AppError},
    text::{problem, texts},
};

type Key = Arc<dyn Fn() -> Vec<String> + Send + Sync>;
type Fetch = Arc<dyn Fn(Vec<String>) -> Pin<Box<dyn Future<Output = Answer<String>> + Send>> + Send + Sync>;
type Show = Arc<dyn Fn(&str) -> AnyView + Send + Sync>;

/// Loads what depends on `key`, again whenever that changes, and shows it. The old content stays while a new one is on
/// its way.
pub fn loaded<const N: usize, T, F>(
    key: impl Fn() -> [String; N] + Send + Sync + 'static,
    fetch: impl Fn([String; N]) -> F + Send + Sync + 'static,
    show: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Serialize + DeserializeOwned + Send + 'static,
    F: Future<Output = Answer<T>> + Send + 'static,
{
    let fetch = move |parts: Vec<String>| {
        let answer = <[String; N]>::try_from(parts).map(&fetch);
        let json = async move {
            let content = answer.map_err(|_| AppError::NotFound)?.await?;
            serde_json::to_string(&content).map_err(|_| AppError::Transport)
        };
        Box::pin(json) as Pin<Box<dyn Future<Output = Answer<String>> + Send>>
    };
    let show = move |json: &str| match serde_json::from_str(json) {
        Ok(content) => show(content),
        Err(_) => view! { <Missing error=AppError::Transport/> }.into_any(),
    };
    draw(Arc::new(move || key().to_vec()), Arc::new(fetch), Arc::new(show))
}

fn draw(key: Key, fetch: Fetch, show: Show) -> AnyView {
    let resource = Resource::new_blocking(move || key(), move |key| fetch(key));
    view! {
        <Transition fallback=Skeleton>
            {move || {
                let show = show.clone();
                Suspend::new(async move {
                    match resource.await {
                        Ok(json) => show(&json),
                        Err(AppError::NotSignedIn) => ().into_any(),
                        Err(error) => view! { <Missing error/> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
    .into_any()
}

#[component]
fn Missing(error: AppError) -> impl IntoView {
    let t = texts();
    view! {
        <Notice kind="bad" title=t.problem.title>
            <p>{problem::sentence(t, &error)}</p>
            <p><a href="/">{t.frame.to_start}</a></p>
        </Notice>
    }
}

#[component]
fn Skeleton() -> impl IntoView {
    view! {
        <p class="spoken" role="status">{texts().frame.loading}</p>
        <div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>
    }
}
