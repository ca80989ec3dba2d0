//! Runs as people see them: watching, and cancelling.

use domain::{
    identifier::{OrganisationId, RunId},
    person::Actor,
    policy::Verb,
    run::{Line, Run, RunDetail},
};

use crate::{
    Ports,
    bell::{Bell, Ear},
    error::WorkflowError,
    permit,
};

/// How many of the last lines a page shows before the stream takes over.
const LINES_ON_A_PAGE: u64 = 500;
/// How many lines one look at the records brings.
const LINES_AT_ONCE: u64 = 500;

#[derive(Clone, Debug)]
pub struct Runs {
    ports: Ports,
    bell: Bell,
}

impl Runs {
    pub(crate) fn new(ports: Ports, bell: Bell) -> Self {
        Self { ports, bell }
    }

    pub async fn detail(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        id: RunId,
    ) -> Result<RunDetail, WorkflowError> {
        permit(actor, Verb::SeeDeployments, Some(organisation))?;
        Ok(self.ports.store.run_detail(organisation, id, LINES_ON_A_PAGE).await?)
    }

    /// The run without lines, for a stream that has them already.
    pub async fn state(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        id: RunId,
    ) -> Result<RunDetail, WorkflowError> {
        permit(actor, Verb::SeeDeployments, Some(organisation))?;
        Ok(self.ports.store.run_detail(organisation, id, 0).await?)
    }

    pub async fn run(&self, actor: &Actor, organisation: OrganisationId, id: RunId) -> Result<Run, WorkflowError> {
        permit(actor, Verb::SeeDeployments, Some(organisation))?;
        Ok(self.ports.store.run(organisation, id).await?)
    }

    /// The lines after a number, in order; there may be more.
    pub async fn lines_after(
        &self,
        actor: &Actor,
        organisation: OrganisationId,
        id: RunId,
        after: u64,
    ) -> Result<Vec<Line>, WorkflowError> {
        permit(actor, Verb::SeeDeployments, Some(organisation))?;
        Ok(self.ports.store.lines_after(organisation, id, after, LINES_AT_ONCE).await?)
    }

    /// Asks a run to stop; it is undone as far as it went.
    pub async fn cancel(&self, actor: &Actor, organisation: OrganisationId, id: RunId) -> Result<(), WorkflowError> {
        permit(actor, Verb::CancelRun, Some(organisation))?;
        self.ports.store.cancel_run(organisation, id, self.ports.by(actor)).await?;
        self.bell.ring();
        Ok(())
    }

    /// Hears when the records of runs change.
    pub fn listen(&self) -> Ear {
        self.bell.listen()
    }
}
