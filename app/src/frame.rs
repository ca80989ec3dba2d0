//! What stands around every screen of somebody who is signed in: navigation, language, account.

use domain::{
    language::Language,
    organisation::Organisation,
    person::Actor,
    policy::{Verb, allows},
};
use leptos::prelude::*;
use leptos_router::{
    components::Outlet,
    hooks::{use_location, use_params_map},
};
use serde::{Deserialize, Serialize};
use server_fn::codec::GetUrl;

use crate::{
    account::sign_out::SignOut,
    content::Content,
    error::Answer,
    markup, place,
    text::{self, texts},
    ui::{Form, Sending, loaded},
};

/// What the frame shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FrameContent {
    pub brand: String,
    pub actor: Actor,
    /// The organisation that the page is about.
    pub organisation: Option<Organisation>,
}

/// Who is signed in and where; an organisation that they may not see is none.
#[server(endpoint = "frame", input = GetUrl)]
pub async fn load_frame(organisation: String) -> Answer<Content<FrameContent>> {
    use crate::server;

    let actor = server::actor()?;
    let host = server::host();
    let organisation = match organisation.as_str() {
        "" => None,
        label => host.workflow.organisations.find(&actor, label).await.ok(),
    };
    Content::of(&FrameContent { brand: host.brand, actor, organisation })
}

/// The frame, with the screen inside.
#[component]
pub fn Frame() -> impl IntoView {
    let params = use_params_map();
    let label = Memo::new(move |_| params.with(|params| params.get("organisation").unwrap_or_default()));
    let t = texts();
    view! {
        <a class="skip button primary" href="#content">{t.frame.skip}</a>
        <div class="frame">
            {loaded(move || [label.get()], |[organisation]| Ok(LoadFrame { organisation }), |content| view! { <Around content/> }.into_any())}
            <main class="page" id="content" tabindex="-1">
                <Outlet/>
            </main>
        </div>
    }
}

#[component]
fn Around(content: FrameContent) -> impl IntoView {
    let t = texts();
    let FrameContent { brand, actor, organisation } = content;
    let provider = allows(&actor, Verb::SeeOrganisations, None);
    let several = actor.memberships.len() > 1;
    view! {
        <header class="side">
            <Brand name=brand/>
            <details class="opener"><summary>{t.frame.menu}</summary></details>
            <nav aria-label=t.frame.main>
                {organisation.map(|organisation| view! { <OrganisationLinks organisation/> })}
                {several.then(|| view! { <ul><li><NavigationLink to="/".into() label=t.frame.your_organisations/></li></ul> })}
                {provider.then(|| view! {
                    <h2>{t.frame.provider}</h2>
                    <ul><li><NavigationLink to="/organisations".into() label=t.frame.organisations/></li></ul>
                })}
            </nav>
        </header>
        <div class="top">
            <nav class="self" aria-label=t.frame.self_label>
                <LanguageMenu/>
                <AccountMenu name=actor.name/>
            </nav>
        </div>
    }
}

#[component]
fn OrganisationLinks(organisation: Organisation) -> impl IntoView {
    let t = texts();
    let base = format!("/o/{}", organisation.label);
    view! {
        <h2>{organisation.name}</h2>
        <ul>
            <li><NavigationLink to=base.clone() label=t.frame.overview/></li>
            <li><NavigationLink to=format!("{base}/applications") label=t.frame.applications/></li>
            <li><NavigationLink to=format!("{base}/people") label=t.frame.people/></li>
        </ul>
    }
}

#[component]
fn NavigationLink(to: String, label: &'static str) -> impl IntoView {
    let location = use_location().pathname;
    let target = to.clone();
    view! { <a href=to aria-current=move || (location.get() == target).then_some("page")>{label}</a> }
}

/// The hosting provider's sign and name.
#[component]
pub fn Brand(name: String) -> impl IntoView {
    view! {
        <a class="brand" href="/">
            <svg viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2.4" aria-hidden="true">
                <circle cx="16" cy="6" r="3.4"></circle>
                <circle cx="6" cy="24" r="3.4"></circle>
                <circle cx="26" cy="24" r="3.4"></circle>
                <path d="M14.4 9 7.7 21M17.6 9l6.7 12M9.6 24h12.8"></path>
            </svg>
            {name}
        </a>
    }
}

/// Choosing a language is a form, so that it works without JavaScript.
#[component]
pub fn LanguageMenu() -> impl IntoView {
    let t = texts();
    let location = use_location();
    let current = text::language();
    let name = |language| match language {
        Language::En => "English",
        Language::De => "Deutsch",
    };
    view! {
        <details class="menu">
            <summary><span class="spoken">{t.frame.language}</span>" "{name(current)}</summary>
            <form method="post" action="/language">
                <input type="hidden" name="to" value=move || location.pathname.get()/>
                <ul>
                    {[Language::En, Language::De].map(|language| {
                        let code = text::code(language);
                        let pressed = (language == current).then_some("true");
                        view! {
                            <li><button name="language" value=code lang=code aria-current=pressed>{name(language)}</button></li>
                        }
                    }).collect_view()}
                </ul>
            </form>
        </details>
    }
}

#[component]
fn AccountMenu(name: String) -> impl IntoView {
    let t = texts();
    let sign_out = Sending::to::<SignOut>();
    view! {
        <details class="menu">
            <summary>{name}</summary>
            <ul>
                <li><a href="/account">{t.frame.account}</a></li>
                <li><Form to=sign_out><button>{t.frame.sign_out}</button></Form></li>
            </ul>
        </details>
    }
}

/// The title of a page, a sentence, and at most one thing to do.
#[component]
pub fn Title(
    #[prop(into)] title: String,
    #[prop(optional, into)] lead: Option<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <leptos_meta::Title text=markup::title(&title)/>
        <header class="title">
            <div>
                <h1>{title}</h1>
                {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
            </div>
            {children.map(|children| children())}
        </header>
    }
}

/// Where one is, as links.
#[component]
pub fn Crumbs(links: Vec<(String, String)>, #[prop(into)] here: String) -> impl IntoView {
    view! {
        <nav class="crumbs" aria-label=texts().frame.here>
            <ol>
                {links.into_iter().map(|(to, label)| view! { <li><a href=to>{label}</a></li> }).collect_view()}
                <li aria-current="page">{here}</li>
            </ol>
        </nav>
    }
}

/// A page of its own, without the frame: signing in and what comes before.
#[component]
pub fn Alone(#[prop(into)] title: String, #[prop(into)] lead: String, children: Children) -> impl IntoView {
    view! {
        <main class="page alone">
            <Brand name=place::brand()/>
            <Title title lead/>
            {children()}
            <nav class="self" aria-label=texts().frame.self_label><LanguageMenu/></nav>
        </main>
    }
}

#[component]
pub fn NoSuchPage() -> impl IntoView {
    place::not_found();
    let t = texts();
    view! {
        <Alone title=t.frame.no_such_page lead=t.frame.no_such_page_help>
            <p><a href="/">{t.frame.to_start}</a></p>
        </Alone>
    }
}
