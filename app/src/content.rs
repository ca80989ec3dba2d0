//! What a page shows, on its way from the server to the browser.

use std::marker::PhantomData;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use server_fn::error::FromServerFnError;

use crate::error::{Answer, AppError};

/// A value as JSON, which is read where it is shown and nowhere else. So the code that writes such values stays out of
/// the WASM, and all pages share the code that carries them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Content<T> {
    json: String,
    of: PhantomData<fn() -> T>,
}

impl<T> Content<T> {
    pub fn json(self) -> String {
        self.json
    }
}

impl<T: Serialize> Content<T> {
    pub fn of(value: &T) -> Answer<Self> {
        let json = serde_json::to_string(value).map_err(|_| AppError::Transport)?;
        Ok(Self { json, of: PhantomData })
    }
}

/// What became of a question, on its way from the page that the server rendered: an error is JSON as well, so that one
/// type is read where a page begins, and errors are read by the code that reads them anyway.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    shown: bool,
    json: String,
}

impl Told {
    pub fn of(answer: Answer<String>) -> Self {
        match answer {
            Ok(json) => Self { shown: true, json },
            Err(error) => Self { shown: false, json: String::from_utf8_lossy(&error.ser()).into_owned() },
        }
    }

    pub fn answer(self) -> Answer<String> {
        if self.shown { Ok(self.json) } else { Err(AppError::de(self.json.into())) }
    }
}

/// Reads what [`Content::json`] gave.
pub fn read<T: DeserializeOwned>(json: &str) -> Answer<T> {
    serde_json::from_str(json).map_err(|_| AppError::Transport)
}
