//! Signing out.

use leptos::prelude::*;

use crate::error::Answer;

/// Ends this browser's session.
#[server(endpoint = "sign-out")]
pub async fn sign_out() -> Answer<()> {
    use crate::server;

    server::end_session().await?;
    leptos_axum::redirect("/sign-in");
    Ok(())
}
