//! Figures from many.

use std::time::Duration;

pub(crate) fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

pub(crate) fn median(figures: &[f64]) -> f64 {
    let sorted = sorted(figures);
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 { sorted[middle] } else { f64::midpoint(sorted[middle - 1], sorted[middle]) }
}

/// The smallest figure that is not exceeded by this share of all, in hundredths.
pub(crate) fn percentile(figures: &[f64], hundredths: usize) -> f64 {
    let sorted = sorted(figures);
    sorted[(sorted.len() * hundredths).div_ceil(100).saturating_sub(1)]
}

pub(crate) fn worst(figures: &[f64]) -> f64 {
    percentile(figures, 100)
}

fn sorted(figures: &[f64]) -> Vec<f64> {
    assert!(!figures.is_empty(), "nothing was measured");
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// What was measured in turn with its baseline: pairs of milliseconds.
#[derive(Debug, Default)]
pub(crate) struct Pairs {
    ours: Vec<f64>,
    bare: Vec<f64>,
}

impl Pairs {
    /// One more pair; who goes first changes each time, so that neither always finds what the other left warm.
    pub(crate) fn measure(&mut self, ours: impl FnOnce() -> Duration, bare: impl FnOnce() -> Duration) {
        if self.ours.len().is_multiple_of(2) {
            self.ours.push(milliseconds(ours()));
            self.bare.push(milliseconds(bare()));
        } else {
            self.bare.push(milliseconds(bare()));
            self.ours.push(milliseconds(ours()));
        }
    }

    pub(crate) fn ours(&self) -> f64 {
        median(&self.ours)
    }

    pub(crate) fn bare(&self) -> f64 {
        median(&self.bare)
    }

    /// The median of what each pair differs by.
    pub(crate) fn difference(&self) -> f64 {
        median(&self.ours.iter().zip(&self.bare).map(|(ours, bare)| ours - bare).collect::<Vec<_>>())
    }
}
