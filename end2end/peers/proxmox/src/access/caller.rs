use std::fmt;

/// Who makes a call: a user, perhaps by one of their tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Caller {
    pub user: String,
    pub token: Option<String>,
}

impl Caller {
    pub fn user(name: &str) -> Self {
        Self { user: name.into(), token: None }
    }

    pub fn token(user: &str, token: &str) -> Self {
        Self { user: user.into(), token: Some(token.into()) }
    }

    pub fn is_root(&self) -> bool {
        self.user == super::ROOT && self.token.is_none()
    }
}

impl fmt::Display for Caller {
    /// As tasks name it: `user@realm` or `user@realm!token`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.user)?;
        self.token.as_ref().map_or(Ok(()), |token| write!(formatter, "!{token}"))
    }
}
