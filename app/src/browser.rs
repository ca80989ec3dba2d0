//! Everything that touches the browser itself. On the server each of these does nothing.

#[cfg(feature = "hydrate")]
mod real;
#[cfg(not(feature = "hydrate"))]
mod stand_in;

use domain::run::{Line, RunDetail};
use leptos::prelude::Callback;
#[cfg(feature = "hydrate")]
pub use real::{focus, focus_first_in, follow, form_of, scroll_to_end};
#[cfg(not(feature = "hydrate"))]
pub use stand_in::{focus, focus_first_in, follow, form_of, scroll_to_end};

/// Who hears what a run's stream tells.
#[derive(Clone, Copy, Debug)]
pub struct Heard {
    pub line: Callback<Line>,
    pub state: Callback<RunDetail>,
    /// Whether the stream is connected.
    pub connected: Callback<bool>,
}
