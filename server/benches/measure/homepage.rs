//! The home page that is measured: as much of it as a community fills in.

use domain::deployment::{Applications, ConfiguredApplication};
use serde_json::{Value, json};

pub(crate) fn options(name: &str, title: &str) -> Value {
    json!({
        "name": name,
        "title": title,
        "tagline": "We sing every Thursday, and you are welcome.",
        "description": "We began in 1911.\n\nAnd we go on.",
        "language": "en",
        "colour": "#2f5d50",
        "links": [
            { "label": "Our videos", "url": "https://video.weidenau.example/", "description": "Every concert since 2011.", "kind": "video" },
            { "label": "Our photos", "url": "https://photos.weidenau.example/", "kind": "photos" },
        ],
        "contactText": "Town hall\nMarket 1",
        "contactEmail": "hello@weidenau.example",
        "legalNotice": "https://weidenau.example/legal",
        "privacy": "https://weidenau.example/privacy",
        "translations": [{ "language": "de", "title": title, "tagline": "Jeden Donnerstag." }],
        "accounts": { "host": "social.weidenau.example" },
    })
}

pub(crate) fn applications(name: &str, title: &str) -> Applications {
    let configured = ConfiguredApplication { module: "homepage".into(), version: None, options: options(name, title) };
    Applications::from([("homepage".to_owned(), configured)])
}

/// The same as the form sends it.
pub(crate) fn fields(name: &str, title: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    flatten("homepage", &options(name, title), &mut fields);
    fields
}

fn flatten(path: &str, value: &Value, fields: &mut Vec<(String, String)>) {
    match value {
        Value::Object(options) => {
            options.iter().for_each(|(key, inner)| flatten(&format!("{path}.{key}"), inner, fields));
        }
        Value::Array(rows) => {
            rows.iter().enumerate().for_each(|(row, inner)| flatten(&format!("{path}.{row}"), inner, fields));
        }
        scalar => {
            let text = scalar.as_str().map_or_else(|| scalar.to_string(), str::to_owned);
            fields.push((format!("fields[{path}]"), text));
        }
    }
}
