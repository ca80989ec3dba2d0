//! The log of a run: what outside things say while a step goes on, in numbered lines.

use domain::run::Step;
use tokio::sync::mpsc;

use super::Executor;
use crate::port::{
    builder::Progress,
    store::{StoreError, runs::NewLine},
};

/// The longest line that is kept, in bytes.
const LONGEST_LINE: usize = 2000;
/// How many lines of one build are kept; a flood says nothing more.
const MOST_LINES: usize = 20_000;
/// How many lines are written at once.
const BATCH: usize = 200;

impl Executor {
    /// Writes one line.
    pub(super) async fn say(&self, step: Step, text: impl Into<String>) -> Result<(), StoreError> {
        let line = NewLine { step: Some(step), text: cut(text.into()), at: self.ports.clock.now() };
        self.ports.store.append_lines(&self.claim, &[line]).await?;
        self.bell.ring();
        Ok(())
    }

    /// Writes what a build tells, as it comes, until it has told everything.
    pub(super) async fn listen(&self, step: Step, mut progress: mpsc::Receiver<Progress>) -> Result<(), StoreError> {
        let mut heard = Vec::with_capacity(BATCH);
        let mut written = 0;
        while progress.recv_many(&mut heard, BATCH).await > 0 {
            let room = MOST_LINES.saturating_sub(written);
            let mut lines: Vec<NewLine> = heard
                .drain(..)
                .filter_map(|progress| match progress {
                    Progress::Line(text) => Some(text),
                    Progress::Built { .. } => None,
                })
                .map(|text| NewLine { step: Some(step), text: cut(text), at: self.ports.clock.now() })
                .take(room)
                .collect();
            written += lines.len();
            if room > 0 && written == MOST_LINES {
                let text = format!("… the log goes on; only its first {MOST_LINES} lines are kept");
                lines.push(NewLine { step: Some(step), text, at: self.ports.clock.now() });
            }
            if !lines.is_empty() {
                self.ports.store.append_lines(&self.claim, &lines).await?;
                self.bell.ring();
            }
        }
        Ok(())
    }
}

fn cut(mut text: String) -> String {
    if text.len() > LONGEST_LINE {
        text.truncate(text.floor_char_boundary(LONGEST_LINE));
        text.push('…');
    }
    text
}
