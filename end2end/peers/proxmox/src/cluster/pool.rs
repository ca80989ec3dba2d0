use std::collections::BTreeSet;

/// Machines and storages that rights are granted on together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pool {
    pub comment: Option<String>,
    pub machines: BTreeSet<u32>,
    pub storages: BTreeSet<String>,
}
