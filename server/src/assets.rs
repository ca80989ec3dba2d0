//! The files that browsers load: what Trunk built, and the hosting provider's stylesheet.
//!
//! Trunk puts a hash into each name, so a browser may keep them for ever; which names there are stands in the
//! `index.html` that Trunk writes beside them. All of it is read at start.

mod build;
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
use build::Build;
use http::{HeaderValue, StatusCode, header};
use workflow::secret::TokenHash;

use crate::router::Panel;

/// The route that serves them.
pub const ROUTE: &str = "/assets/{*file}";
const PATH: &str = "/assets/";
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
    build: Arc<Build>,
    brand: Option<Arc<str>>,
}

impl Served {
    /// Reads what there is. Without the front-end pages work as they do without JavaScript, and without a style.
    pub fn find(directory: &Path, brand: Option<&Path>) -> Result<Self, AssetsError> {
        let mut served = Self::default();
        match Build::read(directory) {
            Ok(build) => {
                served.named = build.named.clone();
                served.build = Arc::new(build);
            }
            Err(error) => tracing::warn!(
                error = &error as &dyn std::error::Error,
                directory = %directory.display(),
                "the front-end is not there; pages come without style and scripts until the next start"
            ),
        }
        if let Some(path) = brand {
            let sheet = read_brand(path)?;
            let version = TokenHash::of(sheet.as_bytes()).0;
            served.named.brand = Some(format!("{PATH}brand.css?{}", version.get(..16).unwrap_or_default()));
            served.brand = Some(sheet.into());
        }
        Ok(served)
    }
}

/// Serves one of them.
pub async fn answer(State(panel): State<Panel>, request: Request) -> Response {
    let served = panel.assets;
    let name = request.uri().path().strip_prefix(PATH).unwrap_or_default();
    let found = match (name, served.brand) {
        ("brand.css", Some(sheet)) => {
            Some(([(header::CONTENT_TYPE, "text/css; charset=utf-8")], sheet.to_string()).into_response())
        }
        (name, _) => served.build.answer(name, request.headers()),
    };
    let Some(mut response) = found else { return StatusCode::NOT_FOUND.into_response() };
    response.headers_mut().insert(header::CACHE_CONTROL, FOR_EVER);
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}

fn read_brand(path: &Path) -> Result<String, AssetsError> {
    let unreadable = |source| AssetsError::Brand { path: path.to_owned(), source };
    if fs::metadata(path).map_err(unreadable)?.len() > LONGEST_BRAND {
        return Err(AssetsError::BrandTooLong(path.to_owned()));
    }
    fs::read_to_string(path).map_err(unreadable)
}
