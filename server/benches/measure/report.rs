//! What was measured, as a table and as a file.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::Serialize;

/// One figure.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Row {
    name: String,
    value: f64,
    unit: &'static str,
    /// The most that it may be; none where the figure is for information.
    limit: Option<f64>,
    /// The same done by the bare script.
    baseline: Option<f64>,
}

impl Row {
    pub(crate) fn new(name: impl Into<String>, value: f64, unit: &'static str) -> Self {
        Self { name: name.into(), value: rounded(value), unit, limit: None, baseline: None }
    }

    pub(crate) fn limit(self, limit: f64) -> Self {
        Self { limit: Some(rounded(limit)), ..self }
    }

    /// At most so much more than the bare script.
    pub(crate) fn above(self, baseline: f64, more: f64) -> Self {
        Self { baseline: Some(rounded(baseline)), ..self }.limit(baseline + more)
    }

    fn verdict(&self) -> &'static str {
        match self.limit {
            Some(limit) if self.value > limit => "MISSED",
            Some(_) => "kept",
            None => "",
        }
    }
}

/// More digits would be noise.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench/report.json")
}

/// So that what fails leaves no figures of an earlier time.
pub(crate) fn remove() {
    let _ = fs::remove_file(path());
}

/// Writes all rows at once, or none.
pub(crate) fn write(rows: &[Row]) {
    let path = path();
    let new = path.with_extension("new");
    fs::create_dir_all(path.parent().expect("a directory")).expect("the directory of the report");
    fs::write(&new, serde_json::to_vec_pretty(rows).expect("JSON")).expect("the report");
    fs::rename(new, path).expect("the report in its place");
}

pub(crate) fn print(rows: &[Row]) {
    let text = |figure: Option<f64>| figure.map(|figure| figure.to_string()).unwrap_or_default();
    let lines: Vec<[String; 6]> = rows
        .iter()
        .map(|row| {
            [
                row.name.clone(),
                row.value.to_string(),
                row.unit.to_owned(),
                text(row.limit),
                text(row.baseline),
                row.verdict().to_owned(),
            ]
        })
        .collect();
    let head = ["what", "value", "unit", "limit", "baseline", ""].map(str::to_owned);
    let widths: Vec<usize> = (0..head.len())
        .map(|column| lines.iter().chain([&head]).map(|line| line[column].chars().count()).max().unwrap_or_default())
        .collect();
    for line in [&head].into_iter().chain(&lines) {
        let cells: Vec<String> = line.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        println!("{}", cells.join("  ").trim_end());
    }
    let missed = rows.iter().filter(|row| row.verdict() == "MISSED").count();
    println!("{} figures, {missed} beyond their limit", rows.len());
}
