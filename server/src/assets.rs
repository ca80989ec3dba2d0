//! The files that browsers load: what Trunk built, and the hosting provider's stylesheet.
//!
//! Trunk puts a hash into each name, so a browser may keep them for ever; which names there are stands in the
//! `index.html` that Trunk writes beside them, which is read at start and never served.

mod tags;

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use app::server::Assets;
use axum::{
    extract::{Request, State},
    response::{IntoResponse, Response},
};
use http::{HeaderValue, StatusCode, header};
use tags::Tag;
use tower::ServiceExt;
use tower_http::services::ServeDir;
use workflow::secret::TokenHash;

use crate::router::Panel;

/// The route that serves them.
pub const ROUTE: &str = "/assets/{*file}";
const PATH: &str = "/assets";
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// No stylesheet that somebody wrote is longer.
const LONGEST_BRAND: u64 = 512 * 1024;

#[derive(Debug, thiserror::Error)]
pub enum AssetsError {
    #[error("the brand's stylesheet {} can't be read", path.display())]
    Brand { path: PathBuf, source: io::Error },
    #[error("the brand's stylesheet {} is longer than 512 KiB", .0.display())]
    BrandTooLong(PathBuf),
}

/// What is served, and how pages name it.
#[derive(Clone, Debug, Default)]
pub struct Served {
    pub named: Assets,
    directory: Option<PathBuf>,
    brand: Option<Arc<str>>,
}

impl Served {
    /// Reads what there is. Without the front-end pages work as they do without JavaScript, and without a style.
    pub fn find(directory: &Path, brand: Option<&Path>) -> Result<Self, AssetsError> {
        let mut served = Self::default();
        match fs::read_to_string(directory.join("index.html")) {
            Ok(index) => {
                served.named = named(&index);
                served.directory = Some(directory.to_owned());
            }
            Err(error) => tracing::warn!(
                error = &error as &dyn std::error::Error,
                directory = %directory.display(),
                "the front-end is not there; pages come without style and scripts"
            ),
        }
        if let Some(path) = brand {
            let sheet = read_brand(path)?;
            let version = TokenHash::of(sheet.as_bytes()).0;
            served.named.brand = Some(format!("{PATH}/brand.css?{}", version.get(..16).unwrap_or_default()));
            served.brand = Some(sheet.into());
        }
        Ok(served)
    }
}

/// Serves one of them.
pub async fn answer(State(panel): State<Panel>, mut request: Request) -> Response {
    let served = panel.assets;
    let file = request.uri().path().strip_prefix(PATH).unwrap_or_default();
    let mut response = match (file, served.brand, served.directory) {
        ("/brand.css", Some(sheet), _) => {
            ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], sheet.to_string()).into_response()
        }
        (file, _, Some(directory)) if !file.ends_with(".html") => {
            let Ok(place) = file.parse() else { return StatusCode::NOT_FOUND.into_response() };
            *request.uri_mut() = place;
            let files = ServeDir::new(directory).append_index_html_on_directories(false);
            files.precompressed_br().precompressed_gzip().oneshot(request).await.into_response()
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    };
    if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
        response.headers_mut().insert(header::CACHE_CONTROL, FOR_EVER);
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    response
}

fn read_brand(path: &Path) -> Result<String, AssetsError> {
    let unreadable = |source| AssetsError::Brand { path: path.to_owned(), source };
    if fs::metadata(path).map_err(unreadable)?.len() > LONGEST_BRAND {
        return Err(AssetsError::BrandTooLong(path.to_owned()));
    }
    fs::read_to_string(path).map_err(unreadable)
}

/// The names in what Trunk writes: one stylesheet, one module to preload, one WASM file to preload.
fn named(index: &str) -> Assets {
    let links: Vec<Tag<'_>> = tags::named(index, "link").collect();
    let find = |relation: &str, ending: &str| {
        let link = links.iter().find(|link| {
            link.value("rel") == Some(relation) && link.value("href").is_some_and(|path| path.ends_with(ending))
        });
        let text = |name| link.and_then(|link| link.value(name)).unwrap_or_default().to_owned();
        (text("href"), text("integrity"))
    };
    let mut assets = Assets::default();
    (assets.script.path, assets.script.integrity) = find("modulepreload", ".js");
    (assets.wasm.path, assets.wasm.integrity) = find("preload", ".wasm");
    (assets.style.path, assets.style.integrity) = find("stylesheet", ".css");
    assets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_read_from_what_trunk_writes() {
        let index = r#"<!doctype html><html><head>
            <script type="module" nonce="x">import init from '/assets/frontend-1a.js';</script>
            <link rel="stylesheet" href="/assets/main-2b.css" integrity="sha384-c+/="/>
            <link rel="modulepreload" href="/assets/frontend-1a.js" crossorigin="anonymous" integrity="sha384-j">
            <link rel="preload" href="/assets/frontend-1a_bg.wasm" crossorigin="anonymous" integrity="sha384-w" as="fetch" type="application/wasm"></head>"#;

        let assets = named(index);

        assert_eq!(assets.script.path, "/assets/frontend-1a.js");
        assert_eq!(assets.script.integrity, "sha384-j");
        assert_eq!(assets.wasm.path, "/assets/frontend-1a_bg.wasm");
        assert_eq!(assets.style.path, "/assets/main-2b.css");
        assert_eq!(named("<link rel=stylesheet>"), Assets::default());
    }
}
