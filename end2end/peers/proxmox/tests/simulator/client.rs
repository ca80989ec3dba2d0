//! A client that holds every answer against what the API documents.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::{Request, client::conn::http1, ext::ReasonPhrase};
use hyper_util::rt::TokioIo;
use peer_proxmox::{Settings, Simulator, Version, schema::Api};
use rustls::pki_types::ServerName;
use serde_json::Value;
use tokio::{net::TcpStream, time::timeout};
use tokio_rustls::TlsConnector;

use super::pin::trusting;

/// Long enough for a busy machine; a test that needs it has failed.
pub const LIMIT: Duration = Duration::from_secs(10);

#[derive(Clone, Debug)]
pub struct Client {
    address: std::net::SocketAddr,
    fingerprint: String,
    version: Version,
    headers: Vec<(String, String)>,
    /// Methods and paths that were answered with success.
    pub seen: Arc<Mutex<Vec<(String, String)>>>,
}

#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub reason: String,
    pub body: Value,
}

impl Reply {
    #[track_caller]
    pub fn data(self) -> Value {
        assert_eq!(self.status, 200, "{} {}", self.reason, self.body);
        self.body["data"].clone()
    }

    /// The status and the text of a refusal.
    pub fn refusal(&self) -> (u16, &str) {
        (self.status, &self.reason)
    }
}

pub async fn simulator(settings: Settings) -> (Simulator, Client) {
    let version = settings.version;
    let simulator = Simulator::start(settings).await.expect("a simulator");
    let client = Client {
        address: simulator.address(),
        fingerprint: simulator.fingerprint(),
        version,
        headers: vec![("authorization".into(), format!("PVEAPIToken={}", simulator.token()))],
        seen: Arc::default(),
    };
    (simulator, client)
}

/// The host as it is by default, with the token for deploying.
pub async fn fresh() -> (Simulator, Client) {
    simulator(Settings::default()).await
}

impl Client {
    pub fn with_headers(&self, headers: &[(&str, &str)]) -> Self {
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self { headers, ..self.clone() }
    }

    /// The same client as `root@pam`, by a ticket.
    pub async fn as_root(&self) -> Self {
        self.log_in("root@pam", "simulated").await
    }

    pub async fn log_in(&self, user: &str, password: &str) -> Self {
        let nobody = self.with_headers(&[]);
        let login = nobody.post("/access/ticket", &[("username", user), ("password", password)]).await.data();
        let text = |name: &str| login[name].as_str().expect("a text").to_owned();
        self.with_headers(&[
            ("cookie", &format!("PVEAuthCookie={}", text("ticket"))),
            ("csrfpreventiontoken", &text("CSRFPreventionToken")),
        ])
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.call("GET", path, &[]).await
    }

    pub async fn post(&self, path: &str, parameters: &[(&str, &str)]) -> Reply {
        self.call("POST", path, parameters).await
    }

    pub async fn put(&self, path: &str, parameters: &[(&str, &str)]) -> Reply {
        self.call("PUT", path, parameters).await
    }

    pub async fn delete(&self, path: &str) -> Reply {
        self.call("DELETE", path, &[]).await
    }

    /// A call that begins a task, and how the task ended.
    #[track_caller]
    pub fn task(&self, method: &str, path: &str, parameters: &[(&str, &str)]) -> impl Future<Output = String> {
        let (client, method, path) = (self.clone(), method.to_owned(), path.to_owned());
        let parameters: Vec<(String, String)> =
            parameters.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        async move {
            let parameters: Vec<(&str, &str)> = parameters.iter().map(|(name, value)| (&**name, &**value)).collect();
            let upid = client.call(&method, &path, &parameters).await.data();
            client.outcome(upid.as_str().expect("the name of a task")).await
        }
    }

    /// Waits for a task and tells its exit status.
    pub async fn outcome(&self, upid: &str) -> String {
        let node = upid.split(':').nth(1).expect("a node");
        let path = format!("/nodes/{node}/tasks/{}/status", upid.replace(':', "%3A"));
        let ended = async {
            loop {
                let status = self.get(&path).await.data();
                if status["status"] == "stopped" {
                    break status["exitstatus"].as_str().expect("how it ended").to_owned();
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        timeout(LIMIT, ended).await.expect("a task that ends")
    }

    /// # Panics
    ///
    /// Where there is no answer, or one that the API does not document.
    pub async fn call(&self, method: &str, path: &str, parameters: &[(&str, &str)]) -> Reply {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
        let reply = if method == "GET" || method == "DELETE" {
            let query = if form.is_empty() { String::new() } else { format!("?{form}") };
            self.send(method, &format!("{path}{query}"), "", Vec::new()).await
        } else {
            self.send(method, path, "application/x-www-form-urlencoded", form.into_bytes()).await
        };
        let reply = reply.expect("an answer");
        self.judge(method, path, &reply);
        reply
    }

    /// The answer; none, where the connection breaks.
    pub async fn send(&self, method: &str, path: &str, kind: &str, body: Vec<u8>) -> Option<Reply> {
        let path = format!("/api2/json{path}");
        timeout(LIMIT, self.exchange(method, &path, kind, body)).await.expect("an end").ok()
    }

    /// # Errors
    ///
    /// Where the connection can't be made or breaks.
    pub async fn exchange(&self, method: &str, path: &str, kind: &str, body: Vec<u8>) -> anyhow::Result<Reply> {
        let socket = TcpStream::connect(self.address).await?;
        socket.set_nodelay(true)?;
        let name = ServerName::from(self.address.ip());
        let stream = TlsConnector::from(Arc::new(trusting(&self.fingerprint))).connect(name, socket).await?;
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        let driving = tokio::spawn(connection);
        let headers = [("host", self.address.to_string()), ("content-type", kind.to_owned())];
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers.chain(self.headers.iter().cloned()).filter(|(_, value)| !value.is_empty()) {
            request = request.header(name, value);
        }
        let answer = sender.send_request(request.body(Full::new(Bytes::from(body)))?).await?;
        let status = answer.status();
        let reason = answer.extensions().get::<ReasonPhrase>().map(|reason| String::from_utf8_lossy(reason.as_bytes()));
        let reason =
            reason.map_or_else(|| status.canonical_reason().unwrap_or_default().into(), |text| text.into_owned());
        let body = answer.into_body().collect().await?.to_bytes();
        driving.abort();
        let body = if body.is_empty() { Value::Null } else { serde_json::from_slice(&body)? };
        Ok(Reply { status: status.as_u16(), reason, body })
    }

    #[track_caller]
    pub fn judge(&self, method: &str, path: &str, reply: &Reply) {
        if reply.status != 200 {
            return;
        }
        let (endpoint, _) = Api::of(self.version).find(method, path).expect("an endpoint that is documented");
        let deviations = endpoint.deviations(&reply.body["data"]);
        assert!(deviations.is_empty(), "{method} {path} is answered with {deviations:#?}");
        self.seen.lock().expect("no test that failed").push((method.into(), endpoint.path.as_str().into()));
    }
}
