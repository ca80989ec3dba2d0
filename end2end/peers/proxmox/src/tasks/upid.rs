use std::fmt;

/// The name of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Upid {
    pub node: String,
    pub process: u32,
    pub process_start: u32,
    /// Seconds since 1970.
    pub start: u64,
    pub kind: String,
    /// What it is about, such as the number of a machine; may be empty.
    pub id: String,
    /// `user@realm` or `user@realm!token`.
    pub caller: String,
}

impl fmt::Display for Upid {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { node, process, process_start, start, kind, id, caller } = self;
        write!(formatter, "UPID:{node}:{process:08X}:{process_start:08X}:{start:08X}:{kind}:{id}:{caller}:")
    }
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::*;

    #[test]
    fn a_task_is_named_as_clients_expect_it() {
        let form = r"^UPID:([a-zA-Z0-9-]+):([0-9A-F]{8}):([0-9A-F]{8,9}):([0-9A-F]{8}):([^:\s]+):([^:\s]*):([^:\s]+):$";
        let upid = Upid {
            node: "pve1".into(),
            process: 1001,
            process_start: 7,
            start: 1_700_000_000,
            kind: "qmcreate".into(),
            id: "100".into(),
            caller: "ada@pve!ci".into(),
        };

        assert_eq!(upid.to_string(), "UPID:pve1:000003E9:00000007:6553F100:qmcreate:100:ada@pve!ci:");
        assert!(Regex::new(form).unwrap().is_match(&upid.to_string()));
    }
}
