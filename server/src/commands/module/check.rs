//! `fediversity module check`.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use adapter_nix::{Cost, Limits, Nix, NixConfig, Part};
use anyhow::{Context as _, bail};
use clap::Args;
use workflow::port::evaluator::{EvaluationError, Limit};

use super::{finding, trace};
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
    /// Show the generated options of this number, and check nothing
    #[arg(long, value_name = "NUMBER")]
    show: Option<u32>,
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
        let limits = config.nix.limits.clone();
        let nix = Nix::new(NixConfig { state: scratch.path().to_owned(), ..config.nix })?;
        if let Some(number) = self.show {
            match nix.generated(&directory, number).await {
                Ok(options) => println!("{options:#}"),
                Err(EvaluationError::Unavailable(cause)) => return Err(anyhow::Error::from_boxed(cause)),
                Err(error) => bail!("{}", ended(Part::Options, &error, &directory, &limits)),
            }
            return Ok(ExitCode::SUCCESS);
        }
        // However it was named, such as `.`.
        let name = directory.file_name().map_or_else(|| shown.to_string(), |name| name.to_string_lossy().into_owned());

        let mut cost = None;
        for part in Part::ALL {
            let wrong = match nix.examine(&directory, part, self.sets).await {
                Ok(examined) if part == Part::One => dear(cost.insert(examined.cost)),
                Ok(examined) => examined.findings.iter().map(finding::line).collect(),
                Err(EvaluationError::Unavailable(cause)) => return Err(anyhow::Error::from_boxed(cause)),
                Err(error) => vec![ended(part, &error, &directory, &limits)],
            };
            refuse(&wrong, &name)?;
        }
        let cost = cost.context("nothing was evaluated")?;

        println!("{name} keeps the contract.");
        println!("  tried with      {} sets of options made from its form", self.sets);
        println!("  one evaluation  {} ms, {} MiB", cost.time.as_millis(), mebibytes(&cost));
        println!("  not looked at   whether NixOS has the options that it sets: only nixpkgs knows all of them");
        Ok(ExitCode::SUCCESS)
    }
}

/// What comes later relies on what came before, so that the first part with something wrong is the last one.
fn refuse(wrong: &[String], name: &str) -> anyhow::Result<()> {
    for line in wrong {
        eprintln!("{line}");
    }
    match wrong.len() {
        0 => Ok(()),
        1 => bail!("{name} does not keep the contract"),
        many => bail!("{name} does not keep the contract in {many} places"),
    }
}

/// Where an evaluation ended that should have given an answer.
fn ended(part: Part, error: &EvaluationError, directory: &Path, limits: &Limits) -> String {
    let what = match part {
        Part::Shape => "the module itself",
        Part::Texts => "a label, help or type of it",
        Part::Options => "its options, changes or sizes",
        Part::Names => "what requirements and nixos name",
        Part::One | Part::Requirements => "what it requires, or says of being run",
        Part::Hosts => "nixos",
        Part::Cases => "tests.nix",
    };
    match error {
        EvaluationError::Limit(Limit::Time) => format!(
            "{what}: the evaluation took longer than {} s, or {} s of a processor",
            limits.evaluation_seconds, limits.evaluation_cpu_seconds
        ),
        EvaluationError::Limit(Limit::Memory) => {
            format!("{what}: the evaluation needs more than {} MiB of memory", limits.evaluation_memory_mib)
        }
        EvaluationError::Limit(Limit::Depth) => {
            format!("{what}: functions call each other too deeply: is there a recursion without an end?")
        }
        EvaluationError::Limit(Limit::Output) => {
            format!("{what}: the evaluation answers with more than {} MiB", limits.evaluation_output_mib)
        }
        EvaluationError::Broken(said) => trace::told(said, directory, what),
        other => format!("{what}: can't be evaluated: {other}"),
    }
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
