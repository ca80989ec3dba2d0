//! From Deploy pressed to the live address with the new content, against the same by hand.

use std::{
    fs,
    net::TcpListener,
    path::PathBuf,
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

use adapter_nix::Invocation;
use domain::plan::Configuration;

use crate::{
    evaluation::{Evaluation, script, wiring_environment},
    journey::Journey,
    program::Place,
    report::Row,
    statistics::Pairs,
};

const PAIRS: usize = 20;
/// Between two questions to the live address: short, but it must not take the processor from what is measured.
const PAUSE: Duration = Duration::from_millis(1);

pub(crate) fn measure() -> Vec<Row> {
    let mut journey = Journey::begin();
    let deployment = journey.go_live("town", "Before");
    let records = journey.records();
    let environment = wiring_environment(&records.runtime, &records.wiring);
    let evaluation = Evaluation::begin(&records.runtime, &records.wiring.nix, environment);
    let by_hand = ByHand::begin(&journey.place, records.wiring.nix.invocation());

    let mut pairs = Pairs::default();
    for number in 0..=PAIRS {
        // What is evaluated before Deploy is pressed counts on neither side. No title is part of another one.
        let title = format!("Choir {number:02}");
        let review = journey.review(&deployment, "town", &title);
        let other = format!("Orchestra {number:02}");
        let (configuration, _) = evaluation.evaluate(&other);
        let bare = || by_hand.deploy(number, &configuration, &other);
        if number == 0 {
            // The first one of each warms up.
            deploy(&mut journey, &deployment, &review, &title);
            bare();
        } else {
            pairs.measure(|| deploy(&mut journey, &deployment, &review, &title), bare);
        }
    }

    let name = "Deploy pressed to live address answers, new content, 20 pairs";
    vec![
        Row::new(format!("{name}: median"), pairs.ours(), "ms").above(pairs.bare(), 400.0),
        Row::new(format!("{name}: median difference to bare"), pairs.difference(), "ms").limit(400.0),
    ]
}

fn deploy(journey: &mut Journey, deployment: &str, review: &str, title: &str) -> Duration {
    let pressed = Instant::now();
    let run = journey.deploy(deployment, review);
    while !journey.place.visit("town.localhost").contains(title) {
        thread::sleep(PAUSE);
    }
    let took = pressed.elapsed();
    // Its last steps, and the time in which nothing goes on, belong to nobody.
    journey.finish(&run);
    took
}

/// A static web server that is running already, and the script that deploys to it.
struct ByHand {
    roots: PathBuf,
    /// Where the store's `/nix` really is.
    base: PathBuf,
    directory: PathBuf,
    address: String,
    server: Child,
    invocation: Invocation,
}

impl ByHand {
    fn begin(place: &Place, invocation: Invocation) -> Self {
        let directory = place.path("by-hand");
        fs::create_dir(&directory).expect("a directory");
        let listens = format!("127.0.0.1:{}", free_port());
        let mut server = Command::new("busybox");
        server.args(["httpd", "-f", "-p", &listens, "-h"]).arg(&directory);
        Self {
            roots: place.path("state/nix/nix/var/nix/gcroots"),
            base: place.path("state/nix"),
            directory,
            address: format!("http://{listens}/live/"),
            server: server.spawn().expect("a web server"),
            invocation,
        }
    }

    fn deploy(&self, number: usize, configuration: &Configuration, title: &str) -> Duration {
        let mut command = script("deploy.sh", &self.invocation);
        let closure = configuration.out_path.trim_start_matches('/');
        command.arg(&configuration.drv_path).arg(self.roots.join(format!("by-hand-{number}")));
        command.arg(self.base.join(closure).join("homepage.site/files")).arg(self.directory.join("live"));
        command.args([&self.address, title]).args(&self.invocation.options);
        let started = Instant::now();
        let output = command.output().expect("an end");
        let took = started.elapsed();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        took
    }
}

impl Drop for ByHand {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A port that nobody has at this moment.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port()
}
