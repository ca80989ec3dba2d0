//! Every sentence of the user interface, in every language, checked by the compiler.
//!
//! A text is a field; a text with gaps is a function. A missing translation is a missing field, and does not compile.
//!
//! Why no library: docs/decisions/translations.md.

pub mod account;
pub mod application;
pub mod deployment;
pub mod finding;
pub mod form;
pub mod frame;
pub mod organisation;
pub mod problem;
pub mod quantity;
pub mod run;
pub mod when;

use domain::language::Language;
use leptos::prelude::*;

/// Declares a group of texts: `key { en = "…"; de = "…"; }`, or `key(gap: type) { … }` where it has gaps.
macro_rules! declare {
    ($(#[$doc:meta])* $name:ident { $($key:ident $(($($gap:ident: $kind:ty),*))? { en = $en:literal; de = $de:literal; })* }) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name { $(pub $key: crate::text::declare!(@kind $(($($kind),*))?),)* }

        impl $name {
            pub(super) const EN: Self = Self { $($key: crate::text::declare!(@text $en $(($($gap: $kind),*))?),)* };
            pub(super) const DE: Self = Self { $($key: crate::text::declare!(@text $de $(($($gap: $kind),*))?),)* };
        }
    };
    (@kind) => { &'static str };
    (@kind ($($kind:ty),*)) => { fn($($kind),*) -> String };
    (@text $text:literal) => { $text };
    (@text $text:literal ($($gap:ident: $kind:ty),*)) => { |$($gap: $kind),*| format!($text) };
}
pub(crate) use declare;

/// All texts in one language.
#[derive(Debug)]
pub struct Texts {
    pub account: account::Account,
    pub application: application::Application,
    pub deployment: deployment::Deployment,
    pub form: form::Form,
    pub frame: frame::Frame,
    pub organisation: organisation::Organisation,
    pub problem: problem::Problem,
    pub quantity: quantity::Quantity,
    pub run: run::Run,
    pub when: when::When,
}

macro_rules! all {
    ($language:ident) => {
        Texts {
            account: account::Account::$language,
            application: application::Application::$language,
            deployment: deployment::Deployment::$language,
            form: form::Form::$language,
            frame: frame::Frame::$language,
            organisation: organisation::Organisation::$language,
            problem: problem::Problem::$language,
            quantity: quantity::Quantity::$language,
            run: run::Run::$language,
            when: when::When::$language,
        }
    };
}

static EN: Texts = all!(EN);
static DE: Texts = all!(DE);

/// The texts in a language.
pub fn texts_in(language: Language) -> &'static Texts {
    match language {
        Language::En => &EN,
        Language::De => &DE,
    }
}

/// The texts in the language of this page.
pub fn texts() -> &'static Texts {
    texts_in(language())
}

/// The language of this page.
pub fn language() -> Language {
    use_context::<Language>().unwrap_or_default()
}

/// The language as HTML and HTTP name it.
pub fn code(language: Language) -> &'static str {
    match language {
        Language::En => "en",
        Language::De => "de",
    }
}

/// Decides on a language: what was chosen here (a cookie) before what the browser asks for.
pub fn negotiate(chosen: Option<&str>, accepted: Option<&str>) -> Language {
    let named = |text: &str| match text.trim().get(..2)?.to_ascii_lowercase().as_str() {
        "en" => Some(Language::En),
        "de" => Some(Language::De),
        _ => None,
    };
    chosen.and_then(named).or_else(|| accepted?.split(',').find_map(named)).unwrap_or_default()
}

/// Makes the language of this page known to everything on it.
pub(crate) fn provide_language() {
    provide_context(requested());
}

#[cfg(feature = "ssr")]
pub(crate) fn requested() -> Language {
    crate::server::language()
}

/// The browser reads it from the document that the server sent.
#[cfg(not(feature = "ssr"))]
pub(crate) fn requested() -> Language {
    let document = document().document_element();
    negotiate(document.and_then(|root| root.get_attribute("lang")).as_deref(), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_comes_before_what_the_browser_asks_for() {
        assert_eq!(negotiate(None, None), Language::En);
        assert_eq!(negotiate(None, Some("fr, de-CH;q=0.8, en;q=0.5")), Language::De);
        assert_eq!(negotiate(Some("en"), Some("de")), Language::En);
        assert_eq!(negotiate(Some("ü"), Some("")), Language::En);
    }
}
