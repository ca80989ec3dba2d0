use bytes::Bytes;
use http_body_util::{BodyExt, Limited};
use hyper::body::Incoming;
use serde_json::Value;

use crate::{
    refusal::Refusal,
    schema::{Parameter, Parameters},
};

/// The longest body that is no upload, in bytes.
const LONGEST: usize = 512 * 1024;

/// A body as a whole.
pub(super) async fn whole(body: Incoming) -> Result<Bytes, Refusal> {
    let read = Limited::new(body, LONGEST).collect().await;
    read.map(http_body_util::Collected::to_bytes).map_err(|_| Refusal::new(413, "request entity too large"))
}

/// Parameters as a form or a query has them.
pub(super) fn form(text: &[u8]) -> Parameters {
    let mut parameters = Parameters::default();
    for (name, value) in form_urlencoded::parse(text) {
        parameters.add(&name, value.into_owned());
    }
    parameters
}

/// Parameters as JSON: the members of one object.
pub(super) fn json(text: &[u8]) -> Result<Parameters, Refusal> {
    if text.is_empty() {
        return Ok(Parameters::default());
    }
    let Ok(Value::Object(members)) = serde_json::from_slice(text) else {
        return Err(Refusal::new(400, "malformed JSON string"));
    };
    Ok(members.into_iter().map(|(name, value)| (name, Parameter::from(value))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_and_json_say_the_same() {
        let from_form = form(b"vmid=100&onboot=1&command=cat&command=%2Fetc%2Fhostname");
        let from_json = json(br#"{"vmid": 100, "onboot": true, "command": ["cat", "/etc/hostname"]}"#).unwrap();

        assert_eq!(from_form, from_json);
    }
}
