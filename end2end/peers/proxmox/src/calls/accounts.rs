//! Calls about users, their logins and their tokens.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{Answer, Call};
use crate::{
    access::{Token, User},
    refusal::Refusal,
};

pub(super) fn log_in(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let realm = call.parameters.text("realm");
    let user = call.text("username");
    let user = if user.contains('@') { user.to_owned() } else { format!("{user}@{}", realm.unwrap_or("pam")) };
    let password = call.text("password").to_owned();
    let logged_in = call.state.access.log_in(&user, &password);
    let (ticket, csrf) = logged_in.map_err(|denied| Refusal::new(401, denied.to_string()))?;
    Ok(json!({
        "username": user, "ticket": ticket, "CSRFPreventionToken": csrf, "clustername": call.state.cluster.name,
    })
    .into())
}

pub(super) fn add_user(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let name = call.text("userid").to_owned();
    if call.state.access.users.contains_key(&name) {
        return Err(Refusal::failed(format!("create user failed: user '{name}' already exists")));
    }
    let is_disabled = call.parameters.text("enable").is_some() && !call.parameters.is_set("enable");
    let password = call.parameters.text("password").map(str::to_owned);
    call.state.access.users.insert(name, User { password, is_disabled, ..User::default() });
    Ok(Value::Null.into())
}

pub(super) fn tokens(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let rows = user(call)?.tokens.iter().map(|(id, token)| {
        let mut row = token.describe();
        row.insert("tokenid".into(), json!(id));
        Value::Object(row)
    });
    Ok(rows.collect::<Value>().into())
}

pub(super) fn token(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let token = user(call)?.tokens.get(call.text("tokenid"));
    Ok(Value::Object(token.ok_or_else(|| unknown(call))?.describe()).into())
}

pub(super) fn add_token(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (name, id) = (call.text("userid").to_owned(), call.text("tokenid").to_owned());
    if user(call)?.tokens.contains_key(&id) {
        return Err(Refusal::parameter("tokenid", "Token already exists."));
    }
    let parameters = &call.parameters;
    let token = Token {
        secret: Uuid::new_v4().to_string(),
        is_separate: parameters.text("privsep").is_none() || parameters.is_set("privsep"),
        expires: parameters.number("expire").unwrap_or(0),
        comment: parameters.text("comment").map(str::to_owned),
    };
    let data = json!({"full-tokenid": format!("{name}!{id}"), "value": token.secret, "info": token.describe()});
    call.state.access.users.entry(name).or_default().tokens.insert(id, token);
    Ok(data.into())
}

pub(super) fn change_token(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (name, id) = (call.text("userid").to_owned(), call.text("tokenid").to_owned());
    let mut token = user(call)?.tokens.get(&id).ok_or_else(|| unknown(call))?.clone();
    let parameters = &call.parameters;
    if parameters.text("privsep").is_some() {
        token.is_separate = parameters.is_set("privsep");
    }
    token.expires = parameters.number("expire").unwrap_or(token.expires);
    token.comment = parameters.text("comment").map(str::to_owned).or(token.comment);
    let data = Value::Object(token.describe());
    call.state.access.users.entry(name).or_default().tokens.insert(id, token);
    Ok(data.into())
}

pub(super) fn remove_token(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (name, id) = (call.text("userid").to_owned(), call.text("tokenid").to_owned());
    user(call)?.tokens.get(&id).ok_or_else(|| unknown(call))?;
    call.state.access.users.entry(name.clone()).or_default().tokens.remove(&id);
    for grants in call.state.access.grants.values_mut() {
        grants.retain(|grant| grant.name != format!("{name}!{id}"));
    }
    Ok(Value::Null.into())
}

fn user<'a>(call: &'a Call<'_>) -> Result<&'a User, Refusal> {
    let name = call.text("userid");
    call.state.access.users.get(name).ok_or_else(|| Refusal::failed(format!("no such user ('{name}')")))
}

fn unknown(call: &Call<'_>) -> Refusal {
    Refusal::failed(format!("no such token '{}' for user '{}'", call.text("tokenid"), call.text("userid")))
}
