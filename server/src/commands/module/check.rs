//! `fediversity module check`.

use std::{path::PathBuf, process::ExitCode, time::Duration};

use adapter_nix::{Cost, Nix, NixConfig, Part};
use anyhow::{Context as _, bail};
use clap::Args;
use workflow::port::evaluator::{EvaluationError, Limit};

use super::finding;
use crate::{
    commands::{Settings, log},
    config::Config,
    wiring,
};

/// What one evaluation may take: requirements and the configuration value, without nixpkgs.
const TIME: Duration = Duration::from_millis(150);
const MEMORY_MIB: u64 = 100;
const MIB: u64 = 1024 * 1024;

#[derive(Args, Debug)]
pub(super) struct Check {
    #[command(flatten)]
    settings: Settings,
    /// How many sets of options are made from its form and tried
    #[arg(long, value_name = "NUMBER", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1000))]
    sets: u32,
    /// The directory of the module, called like the module
    #[arg(value_name = "DIRECTORY")]
    directory: PathBuf,
}

impl Check {
    /// Changes nothing: Nix works in a directory for temporary files.
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        log::start(self.settings.level);
        let config = Config::load(&self.settings.overrides.or_remembered())?;
        let shown = self.directory.display();
        if !self.directory.join("default.nix").is_file() {
            bail!("there is no module in {shown}: it has no default.nix");
        }
        let directory = self.directory.canonicalize().with_context(|| format!("{shown} can't be read"))?;
        let scratch = tempfile::tempdir().context("the directory for temporary files can't be written")?;
        wiring::check_nix_in(scratch.path(), &config).await?;
        let nix = Nix::new(NixConfig { state: scratch.path().to_owned(), ..config.nix })?;

        let mut cost = None;
        for part in Part::ALL {
            let wrong = match nix.examine(&directory, part, self.sets).await {
                Ok(examined) if part == Part::One => dear(cost.insert(examined.cost)),
                Ok(examined) => examined.findings.iter().map(finding::line).collect(),
                Err(EvaluationError::Unavailable(cause)) => return Err(anyhow::Error::from_boxed(cause)),
                Err(error) => vec![ended(part, &error)],
            };
            refuse(&wrong, &shown.to_string())?;
        }
        let cost = cost.context("nothing was evaluated")?;

        println!("{shown} keeps the contract.");
        println!("  tried with      {} sets of options made from its form", self.sets);
        println!("  one evaluation  {} ms, {} MiB", cost.time.as_millis(), mebibytes(&cost));
        println!("  not looked at   whether NixOS has the options that it sets: only nixpkgs knows all of them");
        Ok(ExitCode::SUCCESS)
    }
}

/// What comes later relies on what came before, so that the first part with something wrong is the last one.
fn refuse(wrong: &[String], shown: &str) -> anyhow::Result<()> {
    for line in wrong {
        eprintln!("{line}");
    }
    match wrong.len() {
        0 => Ok(()),
        1 => bail!("{shown} does not keep the contract"),
        many => bail!("{shown} does not keep the contract in {many} places"),
    }
}

/// Where an evaluation ended that should have given an answer.
fn ended(part: Part, error: &EvaluationError) -> String {
    let what = match part {
        Part::Shape => "the module itself",
        Part::Texts => "its labels and help",
        Part::Options => "its options, changes or sizes",
        Part::Names => "the names that requirements and nixos give",
        Part::One | Part::Requirements => "requirements, or what is said of running it",
        Part::Hosts => "nixos",
        Part::Cases => "tests.nix",
    };
    let why = match error {
        EvaluationError::Limit(Limit::Time) => "take longer than allowed: is there a loop without an end?".to_owned(),
        EvaluationError::Limit(Limit::Memory) => "use more memory than allowed".to_owned(),
        EvaluationError::Limit(Limit::Depth) => {
            "call themselves too deeply: is there a recursion without an end?".to_owned()
        }
        EvaluationError::Limit(Limit::Output) => "answer more than allowed".to_owned(),
        other => format!("can't be evaluated: {other}"),
    };
    format!("{what}: {why}")
}

fn dear(cost: &Cost) -> Vec<String> {
    let mut wrong = Vec::new();
    if cost.time > TIME {
        wrong.push(format!(
            "one evaluation takes {} ms of a processor; allowed: {} ms",
            cost.time.as_millis(),
            TIME.as_millis()
        ));
    }
    if cost.memory_bytes > MEMORY_MIB * MIB {
        wrong.push(format!("one evaluation uses {} MiB of memory; allowed: {MEMORY_MIB} MiB", mebibytes(cost)));
    }
    wrong
}

fn mebibytes(cost: &Cost) -> u64 {
    cost.memory_bytes.div_ceil(MIB)
}
