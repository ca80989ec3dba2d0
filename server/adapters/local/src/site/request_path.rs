//! The path of a request, as names of files.

use percent_encoding::percent_decode_str;

/// A path without its percent-encoding. None when it is no path, or could lead anywhere but down.
///
/// It is decoded once, before it is looked at: an encoded slash or dot is one like any other.
pub(crate) fn decoded(path: &str) -> Option<String> {
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let names = path.strip_prefix('/')?;
    let names = names.strip_suffix('/').unwrap_or(names);
    let leads_down = |name: &str| !matches!(name, "" | "." | "..") && !name.contains('\0');
    (names.is_empty() && path == "/" || names.split('/').all(leads_down)).then(|| path.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_decoded_once() {
        for (path, names) in [
            ("/", "/"),
            ("/assets/style.css", "/assets/style.css"),
            ("/about/", "/about/"),
            ("/%C3%BCber%20uns", "/über uns"),
            ("/a%2Fb", "/a/b"),
            ("/%252e%252e/", "/%2e%2e/"),
            ("/100%", "/100%"),
            ("/...", "/..."),
            ("/\\..\\", "/\\..\\"),
        ] {
            assert_eq!(decoded(path).as_deref(), Some(names), "{path}");
        }
    }

    #[test]
    fn a_path_that_does_not_lead_down_is_none() {
        for path in [
            "",
            "*",
            "a",
            "//",
            "//example.org/",
            "/a//b",
            "/..",
            "/../a",
            "/a/../b",
            "/a/..",
            "/a/./b",
            "/.",
            "/%2e%2e/a",
            "/%2E%2E%2Fa",
            "/a/..%2f..%2fb",
            "/.%2e/a",
            "/a%00",
            "/%ff",
            "/%2f%2fa",
            "/a/%2e",
        ] {
            assert_eq!(decoded(path), None, "{path}");
        }
    }
}
