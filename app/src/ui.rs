//! Components that know no noun of ours: native HTML first, with the classes of `style/`.

mod confirm;
mod field;
mod form;
mod loaded;
mod notice;
mod state;
mod submit;
mod when;

pub use confirm::Confirm;
pub use field::TextField;
pub use form::{Form, Sending};
pub use loaded::loaded;
pub use notice::Notice;
pub use state::State;
pub use submit::Submit;
pub use when::Ago;
