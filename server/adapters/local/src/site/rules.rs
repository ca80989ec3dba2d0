//! A site's `site.json`: redirects, headers per path, and the page for what is not found.

use std::collections::HashMap;

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use serde::Deserialize;

/// What a site says about its paths. Holding one proves that everything in it can be sent.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Written")]
pub(crate) struct Rules {
    redirects: HashMap<String, Redirect>,
    headers: Vec<HeaderRule>,
    /// A path below the site's files.
    pub(crate) not_found: Option<String>,
}

#[derive(Debug)]
struct Redirect {
    to: String,
    status: StatusCode,
    keep_query: bool,
}

#[derive(Debug)]
struct HeaderRule {
    path: String,
    /// Whether `path` is only how a path begins.
    begins: bool,
    name: HeaderName,
    value: HeaderValue,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Written {
    redirects: Vec<WrittenRedirect>,
    headers: Vec<WrittenHeader>,
    not_found: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct WrittenRedirect {
    path: String,
    to: String,
    status: u16,
    keep_query: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenHeader {
    path: String,
    name: String,
    value: String,
}

/// A rule that can't be carried out.
#[derive(Debug, thiserror::Error)]
enum RuleError {
    #[error("{0} is not a status of a redirect")]
    Status(u16),
    #[error("“{0}” can't be redirected to")]
    Target(String),
    #[error("“{0}” is not a header that a site may set")]
    Header(String),
    #[error("the value of the header {0} can't be sent")]
    Value(HeaderName),
}

/// These say how an answer is sent, not what it is.
const OURS: [HeaderName; 8] = [
    header::CONNECTION,
    header::CONTENT_LENGTH,
    header::TRANSFER_ENCODING,
    header::TRAILER,
    header::UPGRADE,
    header::DATE,
    header::ETAG,
    header::LOCATION,
];

impl Rules {
    /// Where a path is redirected to, and with which status.
    pub(crate) fn redirect(&self, path: &str, query: Option<&str>) -> Option<(StatusCode, String)> {
        let redirect = self.redirects.get(path)?;
        let query = query.filter(|query| redirect.keep_query && !query.is_empty());
        let to = query.map_or_else(|| redirect.to.clone(), |query| with_query(&redirect.to, query));
        Some((redirect.status, to))
    }

    /// Sets the headers of a path; of two rules for one header, the later one counts.
    pub(crate) fn set_headers(&self, path: &str, headers: &mut HeaderMap) {
        for rule in &self.headers {
            if if rule.begins { path.starts_with(&rule.path) } else { path == rule.path } {
                headers.insert(rule.name.clone(), rule.value.clone());
            }
        }
    }
}

fn with_query(to: &str, query: &str) -> String {
    let (to, fragment) = to.split_at(to.find('#').unwrap_or(to.len()));
    let sign = if to.contains('?') { '&' } else { '?' };
    format!("{to}{sign}{query}{fragment}")
}

impl TryFrom<Written> for Rules {
    type Error = RuleError;

    fn try_from(written: Written) -> Result<Self, RuleError> {
        let redirects = written.redirects.into_iter().map(|redirect| Ok((redirect.path.clone(), redirect.try_into()?)));
        Ok(Self {
            redirects: redirects.collect::<Result<_, RuleError>>()?,
            headers: written.headers.into_iter().map(HeaderRule::try_from).collect::<Result<_, _>>()?,
            not_found: written.not_found,
        })
    }
}

impl TryFrom<WrittenRedirect> for Redirect {
    type Error = RuleError;

    fn try_from(WrittenRedirect { to, status, keep_query, .. }: WrittenRedirect) -> Result<Self, RuleError> {
        if ![301, 302, 303, 307, 308].contains(&status) {
            return Err(RuleError::Status(status));
        }
        let status = StatusCode::from_u16(status).map_err(|_| RuleError::Status(status))?;
        if to.is_empty() || !to.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(RuleError::Target(to));
        }
        Ok(Self { to, status, keep_query })
    }
}

impl TryFrom<WrittenHeader> for HeaderRule {
    type Error = RuleError;

    fn try_from(WrittenHeader { path, name, value }: WrittenHeader) -> Result<Self, RuleError> {
        let parsed = name.parse().ok().filter(|name| !OURS.contains(name));
        let name: HeaderName = parsed.ok_or(RuleError::Header(name))?;
        let value = HeaderValue::from_str(&value).map_err(|_| RuleError::Value(name.clone()))?;
        let (path, begins) = path.strip_suffix('*').map_or((path.as_str(), false), |path| (path, true));
        Ok(Self { path: path.to_owned(), begins, name, value })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn rules(redirects: Value, headers: Value) -> Result<Rules, serde_json::Error> {
        serde_json::from_value(json!({ "redirects": redirects, "headers": headers, "notFound": null }))
    }

    #[test]
    fn a_query_is_kept_only_where_the_rule_says_so() {
        let redirect = |keep: bool, to: &str| json!([{ "path": "/a", "to": to, "status": 301, "keepQuery": keep }]);
        let to = |keep, to, query| rules(redirect(keep, to), json!([])).unwrap().redirect("/a", query).unwrap().1;

        assert_eq!(to(true, "https://b.org/a", Some("x=1&y=%20")), "https://b.org/a?x=1&y=%20");
        assert_eq!(to(true, "https://b.org/a?z#end", Some("x=1")), "https://b.org/a?z&x=1#end");
        assert_eq!(to(true, "https://b.org/a", None), "https://b.org/a");
        assert_eq!(to(false, "https://b.org/a", Some("x=1")), "https://b.org/a");
    }

    #[test]
    fn headers_follow_exact_paths_and_beginnings() {
        let rule = |path: &str, value: &str| json!({ "path": path, "name": "X-Rule", "value": value });
        let rules = rules(json!([]), json!([rule("/*", "all"), rule("/a/*", "below"), rule("/a/b", "exact")])).unwrap();
        let value = |path| {
            let mut headers = HeaderMap::new();
            rules.set_headers(path, &mut headers);
            headers.get("x-rule").unwrap().to_str().unwrap().to_owned()
        };

        assert_eq!([value("/"), value("/a"), value("/a/c"), value("/a/b")], ["all", "all", "below", "exact"]);
    }

    #[test]
    fn rules_that_can_not_be_carried_out_are_refused() {
        let redirect = |to: &str, status: u16| {
            rules(json!([{ "path": "/", "to": to, "status": status, "keepQuery": true }]), json!([]))
        };
        let header = |name: &str, value: &str| rules(json!([]), json!([{ "path": "/", "name": name, "value": value }]));

        assert!(redirect("https://b.org/\r\nSet-Cookie: a=b", 301).is_err());
        assert!(redirect("https://b.org/", 200).is_err());
        assert!(header("Content-Length", "1").is_err());
        assert!(header("X Y", "1").is_err());
        assert!(header("X-Y", "1\r\n\r\n<html>").is_err());
        assert!(header("X-Y", "1").is_ok());
    }
}
