//! Whether an application module keeps the contract: asks `check.nix` of the library about a directory.
//!
//! A module from outside is nobody's trusted code: it is evaluated as confined and as limited as everything else.

use std::{path::Path, time::Duration};

use domain::option::finding::Path as Place;
use serde::Deserialize;
use serde_json::Value;
use workflow::port::evaluator::EvaluationError;

use crate::{Nix, evaluation::named, failure::Failure};

/// What is asked about a module, each in an evaluation of its own, and each relying on those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is there, and of which sort.
    Shape,
    /// Labels and help in every language.
    Texts,
    /// Defaults, references, presets and changes.
    Options,
    /// Names that depend on values.
    Names,
    /// One evaluation, for what it costs.
    One,
    /// What is asked for and said of running it, with generated options.
    Requirements,
    /// What runs on a host, with generated options.
    Hosts,
    /// The cases that the module brings along.
    Cases,
}

/// What one part comes to.
#[derive(Debug)]
pub struct Examined {
    pub findings: Vec<ModuleFinding>,
    pub cost: Cost,
}

/// One thing that is wrong with a module, and where.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ModuleFinding {
    pub path: Place,
    /// A code of the contract, of a resource type, or of the check.
    pub code: String,
    #[serde(default)]
    pub got: Value,
    /// What it was compared with.
    #[serde(default)]
    pub others: Vec<Place>,
    /// The number of the generated options with which it came out.
    #[serde(default)]
    pub number: Option<u64>,
    /// Where it stands in the module's files, such as `options/about.nix:12`, as far as Nix knows.
    #[serde(default)]
    pub at: Option<String>,
    /// Names of which one would do.
    #[serde(default)]
    pub among: Vec<String>,
    /// What would be right.
    #[serde(default)]
    pub expected: Option<String>,
}

/// What an evaluation took.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    /// Of one processor.
    pub time: Duration,
    /// All that was allocated, whether or not it was needed to the end.
    pub memory_bytes: u64,
}

#[derive(Deserialize)]
struct Answer {
    findings: Vec<ModuleFinding>,
}

#[derive(Deserialize)]
struct Generated {
    options: Value,
}

/// What Nix counts (`NIX_SHOW_STATS`).
#[derive(Deserialize)]
struct Counted {
    #[serde(rename = "cpuTime")]
    seconds: f64,
    gc: Collected,
}

#[derive(Deserialize)]
struct Collected {
    #[serde(rename = "totalBytes")]
    total_bytes: u64,
}

impl Part {
    pub const ALL: [Self; 8] =
        [Self::Shape, Self::Texts, Self::Options, Self::Names, Self::One, Self::Requirements, Self::Hosts, Self::Cases];

    fn name(self) -> &'static str {
        match self {
            Self::Shape => "shape",
            Self::Texts => "texts",
            Self::Options => "options",
            Self::Names => "names",
            Self::One => "one",
            Self::Requirements => "requirements",
            Self::Hosts => "hosts",
            Self::Cases => "cases",
        }
    }
}

impl Nix {
    /// Asks about the module in a directory, with so many sets of generated options.
    pub async fn examine(&self, directory: &Path, part: Part, sets: u32) -> Result<Examined, EvaluationError> {
        let (answer, cost) = self.examined(directory, part.name(), 0, sets).await?;
        let Answer { findings } = serde_json::from_slice(&answer).map_err(Failure::answer)?;
        Ok(Examined { findings, cost })
    }

    /// The generated options of a number, as findings name them.
    pub async fn generated(&self, directory: &Path, number: u32) -> Result<Value, EvaluationError> {
        let (answer, _) = self.examined(directory, "generated", number, 1).await?;
        let Generated { options } = serde_json::from_slice(&answer).map_err(Failure::answer)?;
        Ok(options)
    }

    async fn examined(&self, directory: &Path, part: &str, from: u32, sets: u32) -> Result<(Vec<u8>, Cost), Failure> {
        let _turn = self.evaluations.acquire().await.map_err(|error| Failure::Unavailable(error.into()))?;
        // Restricted evaluation compares paths after links are followed.
        let (directory, library) = (directory.canonicalize()?, self.config.library.canonicalize()?);
        let scratch = tempfile::tempdir_in(self.layout.inputs())?;
        let counted = scratch.path().join("counted.json");
        let bounds = self.config.limits.evaluation();

        let mut command = self.confinement.command(&bounds);
        command.env("NIX_SHOW_STATS", "1").env("NIX_SHOW_STATS_PATH", &counted);
        command.args(["eval", "--json", "--read-only", "--restrict-eval", "--option", "nix-path", ""]);
        command.arg("-I").arg(named("library", library.as_os_str()));
        command.arg("-I").arg(named("module", directory.as_os_str()));
        command.arg("--file").arg(library.join("check.nix"));
        command.args(["--argstr", "module"]).arg(&directory);
        command.args(["--argstr", "name"]).arg(directory.file_name().unwrap_or_default());
        command.args(["--argstr", "from"]).arg(from.to_string());
        command.args(["--argstr", "count"]).arg(sets.to_string());
        command.arg(part);
        let answer = self.confinement.answer(command, &bounds).await?;

        let counted = tokio::fs::read(counted).await?;
        let Counted { seconds, gc } = serde_json::from_slice(&counted).map_err(Failure::answer)?;
        let time = Duration::from_secs_f64(seconds.max(0.0));
        Ok((answer, Cost { time, memory_bytes: gc.total_bytes }))
    }
}
