//! Tickets, tokens, and what a request shows of them.

use std::time::{Duration, Instant};

use uuid::Uuid;

use super::{Access, Caller};
use crate::clock;

/// How long a ticket is good.
const LIFETIME: Duration = Duration::from_secs(2 * 60 * 60);

#[derive(Debug)]
pub(super) struct Session {
    user: String,
    csrf: String,
    since: Instant,
}

/// What a request shows to say who makes it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Credentials {
    /// What follows `PVEAPIToken=` in the header `Authorization`.
    pub token: Option<String>,
    /// The cookie `PVEAuthCookie`.
    pub ticket: Option<String>,
    /// The header `CSRFPreventionToken`.
    pub csrf: Option<String>,
}

/// Why a request is nobody's. Status 401.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Denied {
    #[error("No ticket")]
    Nothing,
    #[error("permission denied - invalid PVE ticket")]
    Ticket,
    #[error("Permission denied - invalid csrf token")]
    Csrf,
    #[error("no such token '{0}' for user '{1}'")]
    UnknownToken(String, String),
    #[error("invalid token value!")]
    Secret,
    #[error("token '{0}' access expired")]
    Expired(String),
    #[error("authentication failure")]
    Password,
}

impl Access {
    /// A ticket and its token against forged requests.
    pub fn log_in(&mut self, user: &str, password: &str) -> Result<(String, String), Denied> {
        let known = self.users.get(user).filter(|known| !known.is_disabled).ok_or(Denied::Password)?;
        if known.password.as_deref() != Some(password) && self.session(password, user).is_none() {
            return Err(Denied::Password);
        }
        let stamp = format!("{:08X}", clock::seconds());
        let ticket = format!("PVE:{user}:{stamp}::{}", Uuid::new_v4().simple());
        let csrf = format!("{stamp}:{}", Uuid::new_v4().simple());
        let session = Session { user: user.into(), csrf: csrf.clone(), since: Instant::now() };
        self.tickets.insert(ticket.clone(), session);
        Ok((ticket, csrf))
    }

    /// Who makes a request. One that changes something needs the token against forged requests beside a ticket.
    pub fn caller(&self, shown: &Credentials, changes: bool) -> Result<Caller, Denied> {
        if let Some(token) = &shown.token {
            return self.token_holder(token);
        }
        let ticket = shown.ticket.as_deref().ok_or(Denied::Nothing)?;
        let session = self.tickets.get(ticket).filter(|session| session.is_good()).ok_or(Denied::Ticket)?;
        if changes && shown.csrf.as_deref() != Some(&session.csrf) {
            return Err(Denied::Csrf);
        }
        Ok(Caller::user(&session.user))
    }

    fn token_holder(&self, token: &str) -> Result<Caller, Denied> {
        let (name, secret) = token.split_once('=').ok_or(Denied::Nothing)?;
        let (user, id) = name.split_once('!').ok_or(Denied::Nothing)?;
        let owner = self.users.get(user).filter(|owner| !owner.is_disabled).ok_or(Denied::Password)?;
        let known = owner.tokens.get(id).ok_or_else(|| Denied::UnknownToken(id.into(), user.into()))?;
        if known.expires != 0 && known.expires <= clock::seconds() {
            return Err(Denied::Expired(id.into()));
        }
        if known.secret != secret {
            return Err(Denied::Secret);
        }
        Ok(Caller::token(user, id))
    }

    /// A ticket renews itself: it may stand in place of the password.
    fn session(&self, ticket: &str, user: &str) -> Option<&Session> {
        self.tickets.get(ticket).filter(|session| session.user == user && session.is_good())
    }
}

impl Session {
    fn is_good(&self) -> bool {
        self.since.elapsed() < LIFETIME
    }
}
