//! Everything that touches the browser itself. On the server each of these does nothing, but what a page shows is asked
//! for there as well: directly, and not over the network.

#[cfg(feature = "hydrate")]
mod real;
#[cfg(feature = "hydrate")]
mod request;
#[cfg(not(feature = "hydrate"))]
mod stand_in;

use std::pin::Pin;

use domain::run::{Line, RunDetail};
use leptos::prelude::Callback;
#[cfg(feature = "hydrate")]
pub use real::{focus, focus_first_in, focus_problem, follow, form_of, putting_back, scroll_to_end};
#[cfg(feature = "hydrate")]
pub use request::send;
use serde::de::DeserializeOwned;
#[cfg(not(feature = "hydrate"))]
pub use stand_in::{focus, focus_first_in, focus_problem, follow, form_of, putting_back, scroll_to_end, send};

use crate::error::Answer;

/// What a page shows, as JSON, when it comes.
pub type Loading = Pin<Box<dyn Future<Output = Answer<String>> + Send>>;

/// A server function that gives what a page shows.
pub trait Load: Send + 'static {
    type Shown: DeserializeOwned;

    fn load(self) -> Loading;
}

/// Who hears what a run's stream tells.
#[derive(Clone, Copy, Debug)]
pub struct Heard {
    pub line: Callback<Line>,
    pub state: Callback<RunDetail>,
    /// Whether the stream is connected.
    pub connected: Callback<bool>,
}

/// What a server function answered to a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    pub json: String,
    /// Where it leads to.
    pub to: Option<String>,
}
