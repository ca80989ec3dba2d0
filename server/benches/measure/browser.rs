//! A browser without JavaScript: pages are asked for and forms are sent, each on a connection of its own.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{self, Read, Write as _},
    net::TcpStream,
};

/// What a browser accepts of a server on the same machine.
pub(crate) const BROWSER: &str = "gzip, deflate, br, zstd";
pub(crate) const PLAIN: &str = "identity";

#[derive(Clone, Debug)]
pub(crate) struct Browser {
    port: u16,
    /// By their names.
    cookies: BTreeMap<String, String>,
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: Vec<u8>,
}

impl Browser {
    pub(crate) fn new(port: u16) -> Self {
        Self { port, cookies: BTreeMap::new() }
    }

    /// The same cookies, after the server was started again.
    pub(crate) fn at(&self, port: u16) -> Self {
        Self { port, cookies: self.cookies.clone() }
    }

    pub(crate) fn get(&self, path: &str, accepted: &str) -> io::Result<Answer> {
        self.send(&format!("GET {path} HTTP/1.1\r\nAccept-Encoding: {accepted}\r\n"), "")
    }

    /// The text of a page that must be there.
    pub(crate) fn page(&self, path: &str) -> String {
        let answer = self.get(path, PLAIN).expect("an answer");
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        answer.text()
    }

    /// Sends a form that must be accepted; gives where it leads to.
    pub(crate) fn submit(&mut self, function: &str, fields: &[(String, String)]) -> String {
        let answer = self.post(function, fields).expect("an answer");
        assert_eq!(answer.status, 302, "{function}: {}", answer.text());
        let set = answer.headers("set-cookie").filter_map(|cookie| cookie.split(';').next()?.split_once('='));
        self.cookies.extend(set.map(|(name, value)| (name.to_owned(), value.to_owned())));
        answer.header("location").expect("where it leads to").to_owned()
    }

    /// Sends a form to a server that may end at it.
    pub(crate) fn post(&self, function: &str, fields: &[(String, String)]) -> io::Result<Answer> {
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
        let body = body.join("&");
        let head = format!(
            "POST /api/{function} HTTP/1.1\r\nOrigin: http://localhost:{}\r\nContent-Length: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n",
            self.port,
            body.len(),
        );
        self.send(&head, &body)
    }

    fn send(&self, head: &str, body: &str) -> io::Result<Answer> {
        let port = self.port;
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        let request = format!(
            "{head}Host: localhost:{port}\r\nAccept: text/html,*/*;q=0.8\r\nCookie: {}\r\n\
             Referer: http://localhost:{port}/\r\nConnection: close\r\n\r\n{body}",
            cookies.join("; ")
        );
        stream.write_all(request.as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Answer::read(&answer).ok_or_else(|| io::Error::other("the answer was cut off"))
    }
}

impl Answer {
    fn read(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let mut answer = Self { status, head, body: bytes[end + 4..].to_vec() };
        if answer.header("transfer-encoding") == Some("chunked") {
            answer.body = unchunked(&answer.body)?;
        }
        Some(answer)
    }

    pub(crate) fn header(&self, name: &'static str) -> Option<&str> {
        self.headers(name).next()
    }

    fn headers(&self, name: &'static str) -> impl Iterator<Item = &str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(move |(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

fn unchunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|window| window == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..end]).ok()?, 16).ok()?;
        if size == 0 {
            return Some(body);
        }
        body.extend_from_slice(rest.get(end + 2..end + 2 + size)?);
        rest = rest.get(end + 4 + size..)?;
    }
}

/// As forms are sent.
fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut escaped, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            let _ = write!(escaped, "%{byte:02X}");
        }
        escaped
    })
}
