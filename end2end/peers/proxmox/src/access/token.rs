use serde_json::{Map, Value, json};

/// A secret by which a program calls in a user's name.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub secret: String,
    /// Has only the rights that it was granted itself, and of those only what its user has.
    pub is_separate: bool,
    /// Seconds since 1970; 0 is never.
    pub expires: u64,
    pub comment: Option<String>,
}

impl Token {
    pub fn describe(&self) -> Map<String, Value> {
        let mut described = Map::from_iter([
            ("expire".to_owned(), json!(self.expires)),
            ("privsep".to_owned(), json!(u8::from(self.is_separate))),
        ]);
        described.extend(self.comment.as_ref().map(|comment| ("comment".to_owned(), json!(comment))));
        described
    }
}
