//! Nix's structured log: one JSON object in each line that begins with `@nix`.
//!
//! Numbers of activities and results: `src/libutil/include/nix/util/logging.hh` of Nix 2.34.

use std::collections::{HashSet, VecDeque};

use serde::Deserialize;
use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, BufReader},
    sync::mpsc,
};
use workflow::port::{builder::Progress, evaluator::Limit};

use crate::{failure::Failure, text};

/// The activity that counts builds.
const BUILDS: u64 = 104;
/// A line that a builder, or a hook after it, wrote.
const BUILD_LINE: u64 = 101;
const HOOK_LINE: u64 = 107;
/// `[done, expected, running, failed]` of an activity.
const PROGRESS: u64 = 105;
/// How many of a builder's last lines explain its failure.
const LAST: usize = 20;
/// What matters to a reader of the log: errors, warnings, notices and information.
const INFORMATION: u64 = 3;

#[derive(Deserialize)]
#[serde(tag = "action", rename_all = "lowercase")]
enum Event {
    Start {
        id: u64,
        #[serde(rename = "type")]
        activity: u64,
        level: u64,
        #[serde(default)]
        text: String,
    },
    Stop {
        id: u64,
    },
    Result {
        id: u64,
        #[serde(rename = "type")]
        result: u64,
        #[serde(default)]
        fields: Vec<Value>,
    },
    Msg {
        level: u64,
        msg: String,
    },
    #[serde(other)]
    Other,
}

/// Reads the log of one build and tells what matters of it.
pub(crate) struct Log {
    progress: mpsc::Sender<Progress>,
    line_bytes: usize,
    counting: HashSet<u64>,
    told: Option<(u64, u64)>,
    said: String,
    last: VecDeque<String>,
}

impl Log {
    pub(crate) fn new(progress: mpsc::Sender<Progress>, line_bytes: usize) -> Self {
        Self { progress, line_bytes, counting: HashSet::new(), told: None, said: String::new(), last: VecDeque::new() }
    }

    /// Errors, whatever was not structured, and what a builder wrote last.
    pub(crate) fn said(&self) -> String {
        let mut said = self.said.clone();
        for line in &self.last {
            said.push_str("\n> ");
            said.push_str(line);
        }
        said
    }

    /// Tells that everything is built.
    pub(crate) async fn complete(&mut self) {
        if let Some((_, expected)) = self.told {
            self.built(expected, expected).await;
        }
    }

    /// Reads to the end, or to the limit.
    pub(crate) async fn read(&mut self, from: Option<impl AsyncRead + Unpin>, bytes: u64) -> Result<(), Failure> {
        let Some(from) = from else { return Ok(()) };
        let mut from = BufReader::new(from.take(bytes));
        let mut line = Vec::new();
        while from.read_until(b'\n', &mut line).await? > 0 {
            self.line(&String::from_utf8_lossy(&line)).await;
            line.clear();
        }
        if from.get_ref().limit() == 0 { Err(Failure::Limit(Limit::Output)) } else { Ok(()) }
    }

    async fn line(&mut self, line: &str) {
        let event = line.strip_prefix("@nix ").and_then(|json| serde_json::from_str(json).ok());
        match event {
            None => {
                self.say(line);
                self.tell(line).await;
            }
            Some(Event::Msg { level, msg }) if level <= INFORMATION => {
                if level == 0 {
                    self.say(&msg);
                }
                self.tell(&msg).await;
            }
            Some(Event::Start { id, activity: BUILDS, .. }) => drop(self.counting.insert(id)),
            Some(Event::Stop { id }) => drop(self.counting.remove(&id)),
            Some(Event::Start { level, text, .. }) if level <= INFORMATION => self.tell(&text).await,
            Some(Event::Result { result: BUILD_LINE | HOOK_LINE, fields, .. }) => {
                let line = fields.first().and_then(Value::as_str).unwrap_or_default();
                if self.last.len() == LAST {
                    self.last.pop_front();
                }
                self.last.push_back(text::line(line, self.line_bytes));
                self.tell(line).await;
            }
            Some(Event::Result { id, result: PROGRESS, fields }) if self.counting.contains(&id) => {
                self.count(&fields).await;
            }
            Some(_) => {}
        }
    }

    /// Nix counts a derivation that was just built twice until it starts the next one, so only what it counts while it
    /// builds is told.
    async fn count(&mut self, fields: &[Value]) {
        let number = |place: usize| fields.get(place).and_then(Value::as_u64);
        if let (Some(done), Some(expected), Some(1..)) = (number(0), number(1), number(2)) {
            self.built(done, expected).await;
        }
    }

    async fn built(&mut self, done: u64, expected: u64) {
        if self.told != Some((done, expected)) {
            self.told = Some((done, expected));
            self.send(Progress::Built { done, expected }).await;
        }
    }

    /// Remembers what explains a failure; as much as a message can hold is enough.
    fn say(&mut self, text: &str) {
        if self.said.len() < 64 * 1024 {
            self.said.push_str(text.trim_end());
            self.said.push('\n');
        }
    }

    async fn tell(&mut self, text: &str) {
        for line in text.lines() {
            let line = text::line(line.trim_end(), self.line_bytes);
            if !line.is_empty() {
                self.send(Progress::Line(line)).await;
            }
        }
    }

    /// Whoever listened may have gone; the build goes on.
    async fn send(&self, progress: Progress) {
        let _ = self.progress.send(progress).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read(text: &str) -> (Vec<Progress>, String) {
        let (sender, mut receiver) = mpsc::channel(100);
        let mut log = Log::new(sender, 10);
        log.read(Some(text.as_bytes()), 10_000).await.expect("within the limit");
        log.complete().await;
        let said = log.said();
        drop(log);
        let mut told = Vec::new();
        while let Some(progress) = receiver.recv().await {
            told.push(progress);
        }
        (told, said)
    }

    #[tokio::test]
    async fn lines_messages_and_counts_are_told() {
        let log = concat!(
            r#"@nix {"action":"start","id":2,"level":0,"parent":0,"text":"","type":104}"#,
            "\n",
            r#"@nix {"action":"result","fields":[0,1,1,0],"id":2,"type":105}"#,
            "\n",
            r#"@nix {"action":"result","fields":[1,2,0,0],"id":2,"type":105}"#,
            "\n",
            r#"@nix {"action":"result","fields":[7,7,0,0],"id":3,"type":105}"#,
            "\n",
            r#"@nix {"action":"result","fields":["\u001b[1m<b>0123456789"],"id":4,"type":101}"#,
            "\n",
            r#"@nix {"action":"msg","level":0,"msg":"\u001b[31;1merror:\u001b[0m no"}"#,
            "\n",
            r#"@nix {"action":"msg","level":5,"msg":"chatter"}"#,
            "\n@nix {\nplain",
        );

        let (told, said) = read(log).await;

        let line = |text: &str| Progress::Line(text.into());
        let built = Progress::Built { done: 0, expected: 1 };
        let done = Progress::Built { done: 1, expected: 1 };
        assert_eq!(told, [built, line("<b>0123456…"), line("error: no"), line("@nix {"), line("plain"), done]);
        assert!(said.contains("plain") && said.contains("no") && said.ends_with("> <b>0123456…"));
    }

    #[tokio::test]
    async fn a_flood_ends_at_the_limit() {
        let (sender, _receiver) = mpsc::channel(100);

        let ended = Log::new(sender, 10).read(Some(&[b'x'; 100][..]), 50).await;

        assert!(matches!(ended, Err(Failure::Limit(Limit::Output))));
    }
}
