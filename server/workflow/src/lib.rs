//! The use cases, and the ports through which they reach the outside.
//!
//! Start with [`Workflow`], which screens and commands share; [`worker`] carries out what they ask for, and [`port`]
//! says what both need from outside.
//!
//! **Invariant:** no process, socket, file or clock is touched here but through a port.

pub mod accounts;
pub mod bell;
pub mod deployments;
pub mod drift;
pub mod environments;
pub mod error;
pub mod executor;
pub mod limits;
pub mod organisations;
pub mod outlook;
pub mod planner;
pub mod port;
pub mod runs;
pub mod secret;
pub mod secrets;
#[cfg(feature = "testing")]
pub mod testing;
mod versions;
pub mod worker;

use std::{fmt, sync::Arc};

pub use error::WorkflowError;

/// Everything outside that the use cases reach.
#[derive(Clone)]
pub struct Ports {
    pub store: Arc<dyn port::store::Store>,
    pub evaluator: Arc<dyn port::evaluator::Evaluator>,
    pub builder: Arc<dyn port::builder::Builder>,
    pub providers: port::provider::Providers,
    pub clock: Arc<dyn port::clock::Clock>,
    pub sealer: Arc<dyn port::sealer::Sealer>,
}

impl Ports {
    /// This actor, now.
    pub(crate) fn by(&self, actor: &domain::person::Actor) -> port::store::By {
        port::store::By { person: actor.person, at: self.clock.now() }
    }
}

impl fmt::Debug for Ports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ports")
    }
}

/// The use cases, one field a noun. Each call asks the policy before it does anything.
#[derive(Clone, Debug)]
pub struct Workflow {
    pub accounts: accounts::Accounts,
    pub organisations: organisations::Organisations,
    pub deployments: deployments::Deployments,
    pub runs: runs::Runs,
}

impl Workflow {
    pub fn new(ports: Ports, bell: bell::Bell, limits: limits::Limits) -> Self {
        let accounts = accounts::Accounts::new(ports.clone());
        Self {
            organisations: organisations::Organisations::new(ports.clone(), accounts.clone(), limits),
            accounts,
            deployments: deployments::Deployments::new(ports.clone(), bell.clone(), limits),
            runs: runs::Runs::new(ports, bell),
        }
    }
}

/// Asks the policy.
pub(crate) fn permit(
    actor: &domain::person::Actor,
    verb: domain::policy::Verb,
    organisation: Option<domain::identifier::OrganisationId>,
) -> Result<(), WorkflowError> {
    if domain::policy::allows(actor, verb, organisation) { Ok(()) } else { Err(WorkflowError::Forbidden) }
}
