//! The same options with the same library make the same closure, wherever both are.

use std::{path::Path, process::Command};

use adapter_nix::{Invocation, Nix};
use domain::plan::Configuration;
use server::config::{Config, Overrides};
use tokio::runtime::Runtime;

use crate::{
    evaluation::{Evaluation, wiring_environment},
    program::Place,
    report::Row,
};

pub(crate) fn measure() -> Vec<Row> {
    let runtime = Runtime::new().expect("a runtime");
    let place = Place::new();
    let environment = wiring_environment(&runtime, &runtime.block_on(place.wire()));
    let made = ["one", "another/one/far/away"].map(|name| {
        let (state, library) = (place.path(name).join("state"), place.path(name).join("library"));
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../nix"), &library);
        let options = Overrides { state: Some(state.clone()), library: Some(library), ..Overrides::default() };
        let nix = Nix::new(Config::load(&options).expect("a configuration").nix).expect("Nix");
        let (configuration, _) = Evaluation::begin(&runtime, &nix, environment.clone()).evaluate("Choir of Weidenau");
        let built = Built { invocation: nix.invocation(), configuration };
        built.build(&[]);
        let hash = built.hash(&state);
        (built, hash)
    });

    let [(one, first), (other, second)] = &made;
    let differences = [
        one.configuration.drv_path != other.configuration.drv_path,
        one.configuration.out_path != other.configuration.out_path,
        first != second,
    ];
    let disagreeing = made.iter().filter(|(built, _)| !built.build(&["--rebuild"]));
    vec![
        Row::new(
            "two checkouts in different directories: derivations, store paths and contents that differ",
            count(differences.into_iter().filter(|differs| *differs).count()),
            "count",
        )
        .limit(0.0),
        Row::new("two checkouts in different directories: --rebuild disagrees", count(disagreeing.count()), "count")
            .limit(0.0),
    ]
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).expect("not that many"))
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to.parent().expect("a directory")).expect("a directory");
    assert!(Command::new("cp").arg("-r").args([from, to]).status().expect("a copy").success(), "no copy");
}

/// A derivation in a store of its own.
struct Built {
    invocation: Invocation,
    configuration: Configuration,
}

impl Built {
    fn command(&self) -> Command {
        let mut command = Command::new(&self.invocation.nix);
        command.env_clear().envs(self.invocation.environment.iter().map(|(name, value)| (name, value)));
        command.args(&self.invocation.options);
        command
    }

    /// Builds it; false when it was built before and is another one now.
    fn build(&self, more: &[&str]) -> bool {
        let mut command = self.command();
        command.args(["build", "--no-link"]).args(more).arg(format!("{}^out", self.configuration.drv_path));
        let output = command.output().expect("an end");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() || said.contains("differs"), "{said}");
        output.status.success()
    }

    fn hash(&self, state: &Path) -> Vec<u8> {
        let path = state.join("nix").join(self.configuration.out_path.trim_start_matches('/'));
        let output = self.command().args(["hash", "path"]).arg(path).output().expect("a hash");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }
}
