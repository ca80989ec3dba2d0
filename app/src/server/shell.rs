//! The document around the application, as the server sends it.

use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;

use crate::{App, text};

/// Three connected points, in the accent of the theme. Only this icon is given as data: browsers ask for it on every page.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32' fill='none' \
stroke='%232F5D50' stroke-width='2.4'%3E%3Ccircle cx='16' cy='6' r='3.4'/%3E%3Ccircle cx='6' cy='24' r='3.4'/%3E%3Ccircle \
cx='26' cy='24' r='3.4'/%3E%3Cpath d='M14.4 9 7.7 21M17.6 9l6.7 12M9.6 24h12.8'/%3E%3C/svg%3E";

/// The files that the browser loads: addresses with a hash in their name, and their integrity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets {
    pub script: Asset,
    pub wasm: Asset,
    pub style: Asset,
    /// The stylesheet of the hosting provider's brand.
    pub brand: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asset {
    pub path: String,
    /// Such as `sha384-…`; empty when not known.
    pub integrity: String,
}

/// The document. Without assets (the front-end was not built) pages work as they do without JavaScript.
pub fn shell(assets: Assets) -> impl IntoView {
    let language = text::requested();
    let nonce = use_nonce();
    let style = assets.style;
    view! {
        <!DOCTYPE html>
        <html lang=text::code(language) data-brand=super::host().brand>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="icon" href=ICON/>
                <link rel="stylesheet" href=style.path integrity=filled(style.integrity)/>
                {assets.brand.map(|path| view! { <link rel="stylesheet" href=path/> })}
                {(!assets.script.path.is_empty()).then(|| view! {
                    <link rel="modulepreload" href=assets.script.path.clone() integrity=filled(assets.script.integrity)/>
                    <link rel="preload" href=assets.wasm.path.clone() r#as="fetch" r#type="application/wasm" crossorigin="anonymous"/>
                    <script type="module" nonce=nonce>
                        {format!(
                            "import start from '{}'; start({{ module_or_path: '{}' }});",
                            assets.script.path, assets.wasm.path,
                        )}
                    </script>
                })}
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

fn filled(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
