//! What deploying to machines over SSH takes, against the same commands by hand: `cargo bench -p adapter-ssh`, as root.
//!
//! Nothing here asserts a figure: docs/measurements.md says what each is and what it may be.

#![expect(clippy::expect_used, reason = "what can't be measured ends at once")]

#[path = "../../tests/machines/fixture.rs"]
#[expect(dead_code, reason = "the tests need more of it")]
mod fixture;
mod hand;
mod memory;

use std::time::{Duration, Instant};

use fixture::Town;
use futures::future::join_all;
use hand::Hand;
use memory::Watch;
use workflow::testing::provider::{Built, unheard};

const SMALL_PAIRS: usize = 10;
const LARGE_PAIRS: usize = 3;
const HOSTS: usize = 20;

#[tokio::main]
async fn main() {
    let town = Town::nixos(1).await;
    let hand = Hand::begin(&town);
    pairs(&town, &hand, "small closure", SMALL_PAIRS, &[]).await;
    pairs(&town, &hand, "closure of 500 MiB", LARGE_PAIRS, &[("sizeMiB", "500")]).await;
    unchanged(&town).await;
    drop(town);
    twenty().await;
}

/// As a run does: look, copy, hand over, activate, confirm, look whether it is live.
async fn deploy(town: &Town, number: i64, built: &Built) -> Duration {
    let tested = town.tested();
    let (target, fence, (configuration, build)) = (tested.target(town.deployment), town.fence(number), built);
    let begun = Instant::now();
    let mut steps = Vec::new();
    let mut step = || steps.push(begun.elapsed().as_millis());
    tested.provider.preflight(&target).await.expect("a machine that is ready");
    step();
    tested.provider.copy(&target, fence, configuration, build, unheard()).await.expect("a copy");
    step();
    tested.provider.deliver(&target, fence, configuration, &[]).await.expect("a delivery");
    step();
    tested.provider.active(&target).await.expect("what is active");
    step();
    tested.provider.activate(&target, fence, configuration, build, unheard()).await.expect("an activation");
    step();
    tested.provider.verify(&target, configuration, &[]).await.expect("it is live");
    step();
    if std::env::var_os("STEPS").is_some() {
        eprintln!("{steps:?}");
    }
    begun.elapsed()
}

/// The same kind of closure in turn, each time another one, so that all of it is copied.
async fn pairs(town: &Town, hand: &Hand, name: &str, count: usize, settings: &[(&str, &str)]) {
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for number in 0..=count {
        let fresh = format!("{}-{number}", name.replace(' ', "-"));
        let built = town.build(&format!("{fresh}-ours"), &seeded(settings, &(2 * number + 1).to_string()));
        let took = deploy(town, next(), &built).await;
        let derivation =
            hand.derivation(town, &format!("{fresh}-bare"), &seeded(settings, &(2 * number + 2).to_string()));
        let by_hand = hand.deploy(&derivation);
        // The first of each warms up.
        if number > 0 {
            ours.push(took);
            bare.push(by_hand);
        }
    }
    let (ours, bare) = (median(ours), median(bare));
    println!("{name}: {:.2} s, by hand {:.2} s, {:.2} s more, {:.2} times", ours, bare, ours - bare, ours / bare);
}

async fn unchanged(town: &Town) {
    let built = town.build("unchanged", &[]);
    deploy(town, next(), &built).await;
    let before = town.run("systemctl list-units --all | wc -l; ls /nix/store | wc -l; ls /nix/var/nix/profiles").await;
    let mut took = Vec::new();
    for _ in 0..SMALL_PAIRS {
        took.push(deploy(town, next(), &built).await);
    }
    let after = town.run("systemctl list-units --all | wc -l; ls /nix/store | wc -l; ls /nix/var/nix/profiles").await;
    println!("unchanged: {:.2} s; the machine is the same: {}", median(took), before == after);
}

/// Twenty deployments at once, each on a machine of its own, against each of them alone.
async fn twenty() {
    let mut towns = Vec::new();
    for _ in 0..HOSTS {
        towns.push(Town::nixos(1).await);
    }
    let built: Vec<Built> =
        towns.iter().map(|town| town.build("alone", &[("sizeMiB", "20"), ("seed", "100")])).collect();
    let mut alone = Vec::new();
    for (town, built) in towns.iter().zip(&built) {
        alone.push(deploy(town, 1, built).await.as_secs_f64());
    }
    let built: Vec<Built> =
        towns.iter().map(|town| town.build("together", &[("sizeMiB", "20"), ("seed", "200")])).collect();
    let watch = Watch::begin();
    let begun = Instant::now();
    let each = join_all(towns.iter().zip(&built).map(|(town, built)| deploy(town, 2, built))).await;
    let wall = begun.elapsed().as_secs_f64();
    let slowest = each.iter().map(Duration::as_secs_f64).fold(0.0, f64::max);
    let slowest_alone = alone.iter().copied().fold(0.0, f64::max);
    println!(
        "{HOSTS} hosts at once: {wall:.2} s; the slowest of them {slowest:.2} s, alone at most {slowest_alone:.2} s, \
         one after the other {:.2} s; {} MiB",
        alone.iter().sum::<f64>(),
        watch.end() / 1024
    );
}

/// With parts that no other system shares.
fn seeded<'a>(settings: &[(&'a str, &'a str)], seed: &'a str) -> Vec<(&'a str, &'a str)> {
    [settings, &[("seed", seed)]].concat()
}

fn next() -> i64 {
    static NUMBER: std::sync::atomic::AtomicI64 = std::sync::atomic::AtomicI64::new(1);
    NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed)
}

fn median(mut took: Vec<Duration>) -> f64 {
    took.sort();
    took[took.len() / 2].as_secs_f64()
}
