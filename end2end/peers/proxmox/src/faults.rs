//! What goes wrong because somebody asked for it.

use serde::Deserialize;

/// A fault that the next calls meet.
///
/// As JSON: `{"fault": "status", "status": 500, "method": "POST", "path": "/nodes/*/qemu", "times": 2}`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum Fault {
    /// Calls are answered with a status, and not carried out. 595 has no body.
    Status {
        #[serde(flatten)]
        on: Calls,
        status: u16,
        #[serde(default)]
        message: Option<String>,
    },
    /// Calls are not carried out, and the connection stays open without an answer.
    Hang {
        #[serde(flatten)]
        on: Calls,
    },
    /// Calls are not carried out, and the connection is reset.
    Reset {
        #[serde(flatten)]
        on: Calls,
    },
    /// Calls are carried out, and instead of the answer the connection is reset, or stays open where `hangs`.
    AnswerLost {
        #[serde(flatten)]
        on: Calls,
        #[serde(default)]
        hangs: bool,
    },
    /// Just before the next machine is created, somebody else takes its number.
    VmidTaken,
    /// The next tasks of a kind, such as `qmcreate`, run for their time and fail with a text.
    TaskFails {
        task: String,
        text: String,
        #[serde(default = "once")]
        times: u32,
    },
    /// The next task of a kind does what it is for, and ends with so many warnings.
    TaskWarns { task: String, warnings: u32 },
    /// A machine is locked, for as many calls as need it unlocked.
    Locked {
        vmid: u32,
        #[serde(default = "backup")]
        lock: String,
        calls: u32,
    },
    /// The agent in a machine never answers.
    AgentSilent { vmid: u32 },
    /// A node can't be reached by the others.
    NodeOffline { node: String },
    /// From now on there is another certificate; open connections end.
    NewCertificate,
}

/// Which calls, and how many of them. A path is below `/api2/json`; `*` stands for anything in one of its parts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Calls {
    /// Any, where it is missing.
    #[serde(default)]
    pub method: Option<String>,
    pub path: String,
    #[serde(default = "once")]
    pub times: u32,
}

impl Calls {
    /// The next call of this method and path.
    #[must_use]
    pub fn next(method: &str, path: &str) -> Self {
        Self { method: Some(method.into()), path: path.into(), times: 1 }
    }

    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self { times, ..self }
    }

    fn include(&self, method: &str, path: &str) -> bool {
        let parts = |path: &str| path.trim_matches('/').split('/').map(str::to_owned).collect::<Vec<_>>();
        let (wanted, given) = (parts(&self.path), parts(path));
        self.method.as_deref().is_none_or(|wanted| wanted == method)
            && wanted.len() == given.len()
            && wanted.iter().zip(&given).all(|(wanted, given)| wanted == "*" || wanted == given)
    }
}

/// Faults that are still to come.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    pub fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The fault that a call meets; it counts as met.
    pub fn on_call(&mut self, method: &str, path: &str) -> Option<Fault> {
        let at = self.0.iter().position(|fault| fault.calls().is_some_and(|calls| calls.include(method, path)))?;
        let met = self.0[at].clone();
        self.spend(at);
        Some(met)
    }

    /// Whether the next machine's number is taken by somebody else.
    pub fn takes_vmid(&mut self) -> bool {
        let at = self.0.iter().position(|fault| *fault == Fault::VmidTaken);
        at.map(|at| self.0.remove(at)).is_some()
    }

    /// The text that a task of this kind fails with.
    pub fn on_task(&mut self, kind: &str) -> Option<String> {
        let at = self.0.iter().position(|fault| matches!(fault, Fault::TaskFails { task, .. } if task == kind))?;
        let Fault::TaskFails { text, .. } = self.0[at].clone() else { return None };
        self.spend(at);
        Some(text)
    }

    /// The warnings that a task of this kind ends with.
    pub fn warnings(&mut self, kind: &str) -> Option<u32> {
        let at = self.0.iter().position(|fault| matches!(fault, Fault::TaskWarns { task, .. } if task == kind))?;
        match self.0.remove(at) {
            Fault::TaskWarns { warnings, .. } => Some(warnings),
            _ => None,
        }
    }

    pub fn is_offline(&self, name: &str) -> bool {
        self.0.iter().any(|fault| matches!(fault, Fault::NodeOffline { node } if node == name))
    }

    /// The lock that a call finds on a machine.
    pub fn on_lock(&mut self, machine: u32) -> Option<String> {
        let at = self.0.iter().position(|fault| matches!(fault, Fault::Locked { vmid, .. } if *vmid == machine))?;
        let Fault::Locked { lock, .. } = self.0[at].clone() else { return None };
        self.spend(at);
        Some(lock)
    }

    /// The lock that a machine shows to those who only look.
    pub fn shown_lock(&self, machine: u32) -> Option<&str> {
        self.0.iter().find_map(|fault| match fault {
            Fault::Locked { vmid, lock, .. } if *vmid == machine => Some(lock.as_str()),
            _ => None,
        })
    }

    pub fn is_agent_silent(&self, machine: u32) -> bool {
        self.0.contains(&Fault::AgentSilent { vmid: machine })
    }

    fn spend(&mut self, at: usize) {
        if self.0[at].spend() == 0 {
            self.0.remove(at);
        }
    }
}

impl Fault {
    const fn calls(&self) -> Option<&Calls> {
        match self {
            Self::Status { on, .. } | Self::Hang { on } | Self::Reset { on } | Self::AnswerLost { on, .. } => Some(on),
            _ => None,
        }
    }

    /// How often it is still to be met, once it was.
    const fn spend(&mut self) -> u32 {
        let (Self::Status { on: Calls { times: left, .. }, .. }
        | Self::Hang { on: Calls { times: left, .. } }
        | Self::Reset { on: Calls { times: left, .. } }
        | Self::AnswerLost { on: Calls { times: left, .. }, .. }
        | Self::TaskFails { times: left, .. }
        | Self::Locked { calls: left, .. }) = self
        else {
            return 0;
        };
        *left = left.saturating_sub(1);
        *left
    }
}

const fn once() -> u32 {
    1
}

fn backup() -> String {
    "backup".into()
}
