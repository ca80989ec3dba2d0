//! What a host does in the background, and how it is told.

mod upid;
mod work;

use std::{collections::BTreeMap, time::Duration};

use tokio::task::AbortHandle;

pub(crate) use upid::Upid;
pub(crate) use work::{Outcome, Undo, Work};

use crate::{access::Caller, clock, refusal::Refusal};

#[derive(Debug)]
pub(crate) struct Tasks {
    tasks: Vec<Task>,
    next_process: u32,
    time: Duration,
    times: BTreeMap<String, Duration>,
}

pub(crate) struct Task {
    pub upid: Upid,
    pub caller: Caller,
    pub log: Vec<String>,
    /// When it ended, in seconds since 1970, and how: `OK` or what went wrong.
    pub end: Option<(u64, String)>,
    handle: Option<AbortHandle>,
    undo: Option<Undo>,
}

impl Tasks {
    pub fn new(time: Duration) -> Self {
        Self { tasks: Vec::new(), next_process: 1001, time, times: BTreeMap::new() }
    }

    /// How long tasks of a kind take from now on; of every kind, where none is named.
    pub fn set_time(&mut self, kind: Option<&str>, time: Duration) {
        match kind {
            Some(kind) => {
                self.times.insert(kind.into(), time);
            }
            None => {
                self.times.clear();
                self.time = time;
            }
        }
    }

    pub fn find(&self, upid: &str) -> Result<&Task, Refusal> {
        self.tasks.iter().find(|task| task.upid.to_string() == upid).ok_or_else(|| Refusal::new(400, "no such task"))
    }

    /// The newest first.
    pub fn newest(&self) -> impl Iterator<Item = &Task> {
        self.tasks.iter().rev()
    }

    pub fn log(&mut self, upid: &Upid, line: impl Into<String>) {
        if let Some(task) = self.task_mut(upid) {
            task.log.push(line.into());
        }
    }

    fn open(&mut self, node: &str, kind: &str, id: &str, caller: Caller) -> Upid {
        let upid = Upid {
            node: node.into(),
            process: self.next_process,
            process_start: 0x0100_0000 + self.next_process * 7,
            start: clock::seconds(),
            kind: kind.into(),
            id: id.into(),
            caller: caller.to_string(),
        };
        self.next_process += 1;
        self.tasks.push(Task { upid: upid.clone(), caller, log: Vec::new(), end: None, handle: None, undo: None });
        upid
    }

    fn time_of(&self, kind: &str) -> Duration {
        self.times.get(kind).copied().unwrap_or(self.time)
    }

    /// Ends a task; what undoes it is handed back where it did not reach its end.
    fn close(&mut self, upid: &Upid, outcome: &Outcome, warnings: Option<u32>) -> Option<Undo> {
        let task = self.task_mut(upid).filter(|task| task.end.is_none())?;
        let text = match (outcome, warnings) {
            (Err(text), _) => text.clone(),
            (Ok(()), Some(warnings)) => format!("WARNINGS: {warnings}"),
            (Ok(()), None) => "OK".into(),
        };
        task.log.push(if outcome.is_ok() { format!("TASK {text}") } else { format!("TASK ERROR: {text}") });
        task.end = Some((clock::seconds(), text));
        task.handle = None;
        task.undo.take().filter(|_| outcome.is_err())
    }

    /// Ends nothing properly: for when the host itself goes.
    pub fn abort_all(&self) {
        self.tasks.iter().filter_map(|task| task.handle.as_ref()).for_each(AbortHandle::abort);
    }

    fn task_mut(&mut self, upid: &Upid) -> Option<&mut Task> {
        self.tasks.iter_mut().find(|task| task.upid == *upid)
    }
}

impl std::fmt::Debug for Task {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Task").field("upid", &self.upid).field("end", &self.end).finish_non_exhaustive()
    }
}
