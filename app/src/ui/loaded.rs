//! What a page shows: its content, or why there is none, or grey lines while it comes.

use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

use super::Notice;
use crate::{
    error::{Answer, AppError},
    text::{problem, texts},
};

/// Shows what a resource brings. The old content stays while a new one is on its way.
pub fn loaded<T>(resource: Resource<Answer<T>>, show: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static) -> impl IntoView
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    view! {
        <Transition fallback=Skeleton>
            {move || {
                let show = show.clone();
                Suspend::new(async move {
                    match resource.await {
                        Ok(content) => show(content),
                        Err(AppError::NotSignedIn) => ().into_any(),
                        Err(error) => view! { <Missing error/> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
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
