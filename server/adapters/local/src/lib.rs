//! The environment `local`: static sites served on this machine by a process of their own.
//!
//! [`Local`] is the provider that the server drives; [`serve_sites`] is the site process that answers visitors. They
//! are two processes that share nothing but one directory:
//!
//! | path | what |
//! |---|---|
//! | `sites/<host>` | link to a site in a closure, `…/nix/store/<closure>/<application>.<requirement>` |
//! | `deployments/<deployment>.json` | what a deployment's links should be, written before they change |
//! | `deployments/lock` | held while links change |
//! | `lock` | held by the site process for as long as it lives |
//! | `listening` | where the site process listens, once it does |
//! | `control` | pipe on which it is asked to end |
//! | `starting` | held by who looks after the site process |
//! | `sites.log` | what the site process has to say |
//!
//! **Invariant:** one answer comes from one closure: the link is read once for each request, and replaced by renaming.
//! **Invariant:** no process id is kept: who holds `lock` is the site process.

mod closure;
mod config;
mod durable;
mod held;
mod local;
mod site;
mod site_process;

pub use config::{LocalConfig, Places};
pub use local::Local;
pub use site_process::{CLOSURE_PATH, SiteProcessError, ask_to_stop, serve_sites};
