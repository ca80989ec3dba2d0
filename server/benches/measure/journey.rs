//! An operator's way through the pages of a server of its own, from the first account on.

use std::{
    path::Path,
    thread,
    time::{Duration, Instant},
};

use domain::{identifier::OrganisationId, person::Actor};
use server::wiring::Wiring;
use tokio::runtime::Runtime;

use crate::{
    browser::Browser,
    homepage,
    program::{Place, Server},
};

const PASSWORD: &str = "the choir sings on Thursdays";
/// Longer than any run takes.
const LIMIT: Duration = Duration::from_secs(60);
/// Between two looks at a page.
const PAUSE: Duration = Duration::from_millis(20);
const OPERATOR: &str = "ada@example.org";

pub(crate) struct Journey {
    // Before the place: the server ends before its state goes.
    server: Server,
    pub(crate) place: Place,
    pub(crate) operator: Browser,
}

/// The use cases on a journey's records, beside its server.
pub(crate) struct Records {
    pub(crate) runtime: Runtime,
    pub(crate) wiring: Wiring,
    pub(crate) operator: Actor,
    pub(crate) organisation: OrganisationId,
}

pub(crate) fn fields<const N: usize>(fields: [(&str, &str); N]) -> Vec<(String, String)> {
    fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

/// What stands in a page between two texts.
fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = page.split_once(before).unwrap_or_else(|| unreachable!("there is no {before} in {page}"));
    rest.split(after).next().unwrap_or(rest)
}

fn last(path: &str) -> String {
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

/// What a server is started with besides its place.
pub(crate) fn serve(place: &Place, more: &[&str]) -> Server {
    let assets = assets();
    place.serve(&[&["--assets", assets.as_str()], more].concat())
}

/// The front-end as it was built.
pub(crate) fn assets() -> String {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../frontend/dist");
    assets.to_str().expect("a path").to_owned()
}

impl Journey {
    /// The link for the first account, an organisation, an invitation, and an operator who accepts it.
    pub(crate) fn begin() -> Self {
        let place = Place::new();
        let server = serve(&place, &[]);
        let token = between(&server.said, "/first-account?token=", "\n").to_owned();
        let mut provider = Browser::new(server.port());
        let account = [("token", token.as_str()), ("name", "P"), ("email", "p@example.org"), ("password", PASSWORD)];
        provider.submit("create-first-account", &fields(account));
        provider.submit("create-organisation", &fields([("name", "Town"), ("label", "town")]));
        provider.submit("invite", &fields([("organisation", "town"), ("email", OPERATOR), ("role", "operator")]));
        let people = provider.page("/o/town/people");
        let token: String = between(&people, "/invitation?token=", "\"").into();
        let mut operator = Browser::new(server.port());
        operator.submit("accept-as-new", &fields([("token", token.as_str()), ("name", "Ada"), ("password", PASSWORD)]));
        Self { server, place, operator }
    }

    /// Chooses the application; gives the id of the deployment.
    pub(crate) fn begin_deployment(&mut self) -> String {
        let catalogue = self.operator.page("/o/town/applications");
        let environment = between(between(&catalogue, "name=\"environment\"", ">"), "value=\"", "\"").to_owned();
        let form = self.operator.submit(
            "begin-deployment",
            &fields([("organisation", "town"), ("application", "homepage"), ("environment", &environment)]),
        );
        between(&form, "/deployments/", "/").to_owned()
    }

    /// Fills in the form and asks for the review; gives the path of its page.
    pub(crate) fn review(&mut self, deployment: &str, name: &str, title: &str) -> String {
        let mut form = fields([("organisation", "town"), ("deployment", deployment), ("intent", "review")]);
        form.extend(homepage::fields(name, title));
        let path = self.operator.submit("save-draft", &form);
        assert!(path.contains("/review/"), "the form leads to {path}");
        path
    }

    /// The form behind the button of a review.
    pub(crate) fn deploy_form(deployment: &str, review: &str) -> Vec<(String, String)> {
        fields([("organisation", "town"), ("deployment", deployment), ("revision", &last(review))])
    }

    /// Presses Deploy; gives the path of the run.
    pub(crate) fn deploy(&mut self, deployment: &str, review: &str) -> String {
        self.operator.submit("deploy", &Self::deploy_form(deployment, review))
    }

    /// Waits until the page of a run says that it succeeded.
    pub(crate) fn finish(&self, run: &str) {
        let begun = Instant::now();
        loop {
            let page = self.operator.page(run);
            if between(&page, "<h1>", "</h1>").contains(" is live") {
                return;
            }
            assert!(begun.elapsed() < LIMIT, "{page}");
            thread::sleep(PAUSE);
        }
    }

    /// A deployment of its own, live under this name.
    pub(crate) fn go_live(&mut self, name: &str, title: &str) -> String {
        let deployment = self.begin_deployment();
        let review = self.review(&deployment, name, title);
        let run = self.deploy(&deployment, &review);
        self.finish(&run);
        assert!(self.place.visit(&format!("{name}.localhost")).contains(title), "{name} is not live");
        deployment
    }

    /// Ends the server, changes things, and starts another one.
    pub(crate) fn restart(&mut self, more: &[&str]) {
        self.restart_after(more, |_| ());
    }

    pub(crate) fn restart_after(&mut self, more: &[&str], between: impl FnOnce(&Place)) {
        self.stop();
        between(&self.place);
        self.adopt(serve(&self.place, more));
    }

    /// Ends the server; what it left behind.
    pub(crate) fn end(mut self) -> Place {
        self.stop();
        self.place
    }

    fn stop(&mut self) {
        for process in crate::processes::servers(&self.place.path("state")) {
            process.terminate();
        }
        self.server.wait();
    }

    pub(crate) fn adopt(&mut self, server: Server) {
        self.operator = self.operator.at(server.port());
        self.server = server;
    }

    /// Waits until the server has ended by itself.
    pub(crate) fn wait(&mut self) {
        self.server.wait();
    }

    pub(crate) fn records(&self) -> Records {
        let runtime = Runtime::new().expect("a runtime");
        let wiring = runtime.block_on(self.place.wire());
        let actor = runtime.block_on(wiring.workflow.accounts.actor_by_email(OPERATOR)).expect("the operator");
        let organisation = actor.memberships[0].organisation.id;
        Records { runtime, wiring, operator: actor, organisation }
    }
}
