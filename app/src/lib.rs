//! The user interface: screens, components and the server functions behind them.
//!
//! Start with [`App`] (which path shows which screen); `server` has the document around it. Each noun has its
//! screens in a directory of its own; `ui` knows no noun; `text` has every sentence in every language.
//!
//! **Invariant:** every form works before the WASM arrives and without it; sea-orm, reqwest and processes are never
//! named here.

#![recursion_limit = "256"]

mod account;
mod application;
mod browser;
mod content;
mod deployment;
mod error;
mod frame;
mod markup;
mod organisation;
mod place;
mod problem;
mod run;
mod text;
mod ui;

#[cfg(feature = "ssr")]
pub mod server;

pub use error::AppError;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{ParentRoute, Route, Router, Routes},
    path,
};
pub use text::negotiate;

/// The whole user interface.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    text::provide_language();
    view! {
        <Router>
            <Routes fallback=|| view! { <frame::NoSuchPage/> }>
                <Route path=path!("/first-account") view=account::first::Page ssr=SsrMode::Async/>
                <Route path=path!("/sign-in") view=account::sign_in::Page ssr=SsrMode::Async/>
                <Route path=path!("/new-password") view=account::new_password::Page ssr=SsrMode::Async/>
                <Route path=path!("/invitation") view=account::invitation::Page ssr=SsrMode::Async/>
                <ParentRoute path=path!("") view=frame::Frame ssr=SsrMode::Async>
                    <Route path=path!("/") view=organisation::choose::Page/>
                    <Route path=path!("/account") view=account::sessions::Page/>
                    <Route path=path!("/account/delete") view=account::deletion::Page/>
                    <Route path=path!("/organisations") view=organisation::list::Page/>
                    <Route path=path!("/o/:organisation") view=deployment::list::Page/>
                    <Route path=path!("/o/:organisation/people") view=organisation::people::Page/>
                    <Route path=path!("/o/:organisation/applications") view=application::catalogue::Page/>
                    <Route path=path!("/o/:organisation/deployments/:deployment") view=deployment::summary::Page/>
                    <Route path=path!("/o/:organisation/deployments/:deployment/configuration") view=deployment::form::Page/>
                    <Route path=path!("/o/:organisation/deployments/:deployment/review/:revision") view=deployment::review::Page/>
                    <Route path=path!("/o/:organisation/deployments/:deployment/history") view=deployment::history::Page/>
                    <Route path=path!("/o/:organisation/deployments/:deployment/remove") view=deployment::remove::Page/>
                    <Route path=path!("/o/:organisation/runs/:run") view=run::page::Page/>
                </ParentRoute>
            </Routes>
        </Router>
    }
}
