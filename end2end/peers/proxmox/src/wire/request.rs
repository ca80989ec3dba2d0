use std::sync::Arc;

use http::{HeaderMap, Method, header, request::Parts};
use hyper::body::Incoming;
use percent_encoding::percent_decode_str;

use super::{Ending, Reply, Upload, body, upload};
use crate::{
    access::Credentials, control, host, journal::Entry, journal::Verdict, refusal::Refusal, schema::Parameters,
    world::World,
};

/// Where the API begins.
const BASE: &str = "/api2/json";

/// Where faults can be asked for.
const CONTROL: &str = "/control";

/// A request, as far as the protocol goes.
#[derive(Debug)]
pub(crate) struct Request {
    pub method: String,
    /// Below `/api2/json`.
    pub path: String,
    pub parameters: Parameters,
    pub shown: Credentials,
    pub upload: Option<Upload>,
}

pub(super) async fn answer(world: &Arc<World>, request: http::Request<Incoming>) -> Ending {
    let (parts, body) = request.into_parts();
    if parts.uri.path() == CONTROL && parts.method == Method::POST {
        return Ending::Reply(match body::whole(body).await {
            Ok(text) => Reply::json(control::obey(world, &String::from_utf8_lossy(&text))),
            Err(refusal) => Reply::refused(&refusal, world.version),
        });
    }
    let Some(path) = parts.uri.path().strip_prefix(BASE) else {
        let refusal = Refusal { is_bare: true, ..Refusal::new(404, "no such file") };
        return Ending::Reply(Reply::refused(&refusal, world.version));
    };
    let path = format!("/{}", path.trim_matches('/'));
    match read(world, &parts, body).await {
        Ok((parameters, upload)) => {
            let shown = credentials(&parts.headers);
            host::answer(world, Request { method: parts.method.to_string(), path, parameters, shown, upload })
        }
        Err(refusal) => {
            let Refusal { status, message, .. } = refusal.clone();
            let verdict = Verdict::Refused { status, message };
            let (method, parameters) = (parts.method.to_string(), Parameters::default());
            world.journal.add(Entry { method, path, parameters, caller: None, verdict, is_answered: true });
            Ending::Reply(Reply::refused(&refusal, world.version))
        }
    }
}

/// The parameters of query and body. Reads and deletions have none in their body.
async fn read(world: &World, parts: &Parts, body: Incoming) -> Result<(Parameters, Option<Upload>), Refusal> {
    let mut parameters = body::form(parts.uri.query().unwrap_or_default().as_bytes());
    if parts.method == Method::GET || parts.method == Method::DELETE {
        return Ok((parameters, None));
    }
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if let Ok(boundary) = multer::parse_boundary(kind) {
        let (fields, upload) = upload::receive(body, boundary, world.files()).await?;
        parameters.extend(fields);
        return Ok((parameters, upload));
    }
    let text = body::whole(body).await?;
    parameters.extend(if kind.starts_with("application/json") { body::json(&text)? } else { body::form(&text) });
    Ok((parameters, None))
}

fn credentials(headers: &HeaderMap) -> Credentials {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let ticket = cookies
        .flat_map(|cookies| cookies.split(';'))
        .find_map(|cookie| cookie.trim().strip_prefix("PVEAuthCookie="))
        .map(|ticket| percent_decode_str(ticket.trim_matches('"')).decode_utf8_lossy().into_owned());
    Credentials {
        token: text("authorization").and_then(|header| header.strip_prefix("PVEAPIToken=")).map(str::to_owned),
        ticket,
        csrf: text("csrfpreventiontoken").map(str::to_owned),
    }
}
