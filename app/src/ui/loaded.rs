//! What a page shows: its content, or why there is none, or grey lines while it comes.
//!
//! Pages differ in what they load and show, but not in how: there is one resource in the WASM and not one for each page.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};

use super::Notice;
use crate::{
    browser::{Load, Loading},
    content::{Told, read},
    error::{Answer, AppError},
    place,
    text::{problem, texts},
};

type Key = Arc<dyn Fn() -> Vec<String> + Send + Sync>;
type Fetch = Arc<dyn Fn(Vec<String>) -> Answer<Loading> + Send + Sync>;
type Show = Arc<dyn Fn(&str) -> AnyView + Send + Sync>;

/// Loads what `ask` asks for, again whenever `key` changes, and shows it. The old content stays while a new one is on
/// its way.
pub fn loaded<const N: usize, F>(
    key: impl Fn() -> [String; N] + Send + Sync + 'static,
    ask: impl Fn([String; N]) -> Answer<F> + Send + Sync + 'static,
    show: impl Fn(F::Shown) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    F: Load,
{
    let fetch = move |parts: Vec<String>| Ok(ask(parts.try_into().map_err(|_| AppError::NotFound)?)?.load());
    let show = move |json: &str| match read(json) {
        Ok(content) => show(content),
        Err(error) => view! { <Missing error/> }.into_any(),
    };
    draw(Arc::new(move || key().to_vec()), Arc::new(fetch), Arc::new(show))
}

/// The resource is read, not awaited: so what is shown is replaced, and its signals given up, only when there is something
/// to show in its place.
fn draw(key: Key, fetch: Fetch, show: Show) -> AnyView {
    let resource = Resource::new_blocking(
        move || key(),
        move |key| {
            let loading = fetch(key);
            async move {
                match loading {
                    Ok(loading) => Told::of(loading.await),
                    Err(error) => Told::of(Err(error)),
                }
            }
        },
    );
    let drawn = move || match resource.get().map(Told::answer) {
        Some(Ok(json)) => show(&json),
        None => ().into_any(),
        Some(Err(AppError::NotSignedIn)) => view! { <SignInAgain/> }.into_any(),
        Some(Err(error)) => view! { <Missing error/> }.into_any(),
    };
    view! { <Transition fallback=Skeleton>{drawn}</Transition> }.into_any()
}

/// Whoever is not signed in any more is led to sign in, and back to this page. The server has done so where it was asked
/// for the page itself.
#[component]
fn SignInAgain() -> impl IntoView {
    let here = use_location();
    let navigate = use_navigate();
    Effect::new(move |_| {
        let path = here.pathname.get_untracked();
        let query = here.search.get_untracked();
        let page = if query.is_empty() { path } else { format!("{path}?{query}") };
        navigate(&place::sign_in(&page), NavigateOptions { replace: true, ..NavigateOptions::default() });
    });
}

#[component]
fn Missing(error: AppError) -> impl IntoView {
    let t = texts();
    if error == AppError::NotFound {
        place::not_found();
        return view! { <NotHere/> }.into_any();
    }
    view! {
        <leptos_meta::Title text=t.problem.title/>
        <header class="title"><h1>{t.problem.title}</h1></header>
        <Notice kind="bad" title=t.problem.nothing_lost>
            <p>{problem::sentence(t, &error)}</p>
            <p><a href="/">{t.frame.to_start}</a></p>
        </Notice>
    }
    .into_any()
}

/// Whether there is nothing, or nothing that somebody may see, is not told.
#[component]
fn NotHere() -> impl IntoView {
    let t = texts();
    view! {
        <leptos_meta::Title text=t.frame.no_such_page/>
        <header class="title"><div><h1>{t.frame.no_such_page}</h1><p class="lead">{t.problem.not_found}</p></div></header>
        <p><a href="/">{t.frame.to_start}</a></p>
    }
}

#[component]
fn Skeleton() -> impl IntoView {
    view! {
        <p class="spoken" role="status">{texts().frame.loading}</p>
        <div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>
    }
}
