//! One build of the front-end, held in memory: a few MiB.
//!
//! **Invariant:** pages and the files that they name are of one build for as long as the server runs, whatever becomes of
//! the directory meanwhile. A browser refuses a file that is not the one that its page names.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use app::server::Assets;
use axum::{
    body::Bytes,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderValue, header};

use super::{
    PATH,
    tags::{self, Tag},
};

/// How often a build is looked at that is just being put in place, and how long in between.
const LOOKS: u32 = 10;
const PAUSE: Duration = Duration::from_millis(100);

#[derive(Debug, Default)]
pub(super) struct Build {
    pub(super) named: Assets,
    /// By their places in the directory, such as `main-2b.css`.
    files: HashMap<String, File>,
}

#[derive(Debug, Default)]
struct File {
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
}

impl Build {
    /// Reads the build in a directory; while it is put in place, waits for a moment until it is complete.
    pub(super) fn read(directory: &Path) -> io::Result<Self> {
        let index = || fs::read_to_string(directory.join("index.html"));
        for _ in 0..LOOKS {
            let before = index()?;
            let build = Self { named: named(&before), files: files(directory)? };
            if build.is_complete() && index()? == before {
                return Ok(build);
            }
            thread::sleep(PAUSE);
        }
        Err(io::Error::other("its index.html names files that are not there"))
    }

    fn is_complete(&self) -> bool {
        [&self.named.script, &self.named.wasm, &self.named.style]
            .into_iter()
            .filter(|asset| !asset.path.is_empty())
            .all(|asset| asset.path.strip_prefix(PATH).is_some_and(|name| self.files.contains_key(name)))
    }

    /// A file, compressed in a way that the asker takes.
    pub(super) fn answer(&self, name: &str, headers: &HeaderMap) -> Option<Response> {
        let file = self.files.get(name)?;
        let compressed = [("br", &file.brotli), ("gzip", &file.gzip)];
        let taken = compressed.into_iter().find_map(|(coding, bytes)| {
            bytes.as_ref().filter(|_| accepts(headers, coding)).map(|bytes| (coding, bytes))
        });
        let body = taken.map_or(&file.plain, |(_, bytes)| bytes).clone();
        let mut response = ([(header::CONTENT_TYPE, kind(name))], body).into_response();
        if let Some((coding, _)) = taken {
            response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
        }
        Some(response)
    }
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

/// Every file, with the compressed copies beside it. The page itself is none: it is never served.
fn files(directory: &Path) -> io::Result<HashMap<String, File>> {
    let mut found: HashMap<String, File> = HashMap::new();
    let mut waiting = vec![PathBuf::new()];
    while let Some(place) = waiting.pop() {
        for entry in fs::read_dir(directory.join(&place))? {
            let entry = entry?;
            let place = place.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                waiting.push(place);
                continue;
            }
            let name = place.to_string_lossy();
            let bytes = || fs::read(entry.path()).map(Bytes::from);
            if let Some(name) = name.strip_suffix(".br") {
                found.entry(name.to_owned()).or_default().brotli = Some(bytes()?);
            } else if let Some(name) = name.strip_suffix(".gz") {
                found.entry(name.to_owned()).or_default().gzip = Some(bytes()?);
            } else if !name.ends_with(".html") {
                found.entry(name.into_owned()).or_default().plain = bytes()?;
            }
        }
    }
    found.retain(|_, file| !file.plain.is_empty());
    Ok(found)
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.') {
        Some((_, "css")) => "text/css",
        Some((_, "js")) => "text/javascript",
        Some((_, "wasm")) => "application/wasm",
        _ => "application/octet-stream",
    }
}

/// Whether the asker takes a coding (RFC 9110, section 12.5.3).
fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).any(|entry| {
        let (name, weight) = entry.split_once(';').unwrap_or((entry, ""));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case(coding) && weight.is_none_or(|weight| weight > 0.0)
    })
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

    #[test]
    fn a_coding_is_accepted_that_is_named_and_not_refused() {
        let accepts = |said: &'static str| {
            accepts(&[(header::ACCEPT_ENCODING, HeaderValue::from_static(said))].into_iter().collect(), "br")
        };

        assert!(accepts("gzip, deflate, br") && accepts("BR;q=0.1"));
        assert!(!accepts("") && !accepts("gzip, brotli") && !accepts("br; q=0, gzip") && !accepts("br;q=0.000"));
    }
}
