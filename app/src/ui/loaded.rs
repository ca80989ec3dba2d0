//! What a page shows: its content, or why there is none, or grey lines while it comes.
//!
//! Pages differ in what they load and show, but not in how: there is one resource in the WASM and not one for each page.

use std::{future::Future, pin::Pin, sync::Arc};

use leptos::prelude::*;
use serde::de::DeserializeOwned;

use super::Notice;
use crate::{
    content::{Content, read},
    error::{Answer, AppError},
    place,
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
    T: DeserializeOwned + Send + 'static,
    F: Future<Output = Answer<Content<T>>> + Send + 'static,
{
    let fetch = move |parts: Vec<String>| {
        let answer = <[String; N]>::try_from(parts).map(&fetch);
        let json = async move { Ok(answer.map_err(|_| AppError::NotFound)?.await?.json()) };
        Box::pin(json) as Pin<Box<dyn Future<Output = Answer<String>> + Send>>
    };
    let show = move |json: &str| match read(json) {
        Ok(content) => show(content),
        Err(error) => view! { <Missing error/> }.into_any(),
    };
    draw(Arc::new(move || key().to_vec()), Arc::new(fetch), Arc::new(show))
}

/// The resource is read, not awaited: so what is shown is replaced, and its signals given up, only when there is something
/// to show in its place.
fn draw(key: Key, fetch: Fetch, show: Show) -> AnyView {
    let resource = Resource::new_blocking(move || key(), move |key| fetch(key));
    let drawn = move || match resource.get() {
        Some(Ok(json)) => show(&json),
        None | Some(Err(AppError::NotSignedIn)) => ().into_any(),
        Some(Err(error)) => view! { <Missing error/> }.into_any(),
    };
    view! { <Transition fallback=Skeleton>{drawn}</Transition> }.into_any()
}

#[component]
fn Missing(error: AppError) -> impl IntoView {
    let t = texts();
    if error == AppError::NotFound {
        place::not_found();
    }
    view! {
        <leptos_meta::Title text=t.problem.title/>
        <header class="title"><h1>{t.problem.title}</h1></header>
        <Notice kind="bad" title=t.problem.nothing_lost>
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
