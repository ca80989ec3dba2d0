//! Calls about roles and who has them where.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Answer, Call};
use crate::{
    access::{Caller, Grant, Holder},
    refusal::Refusal,
};

/// The caller's privileges by path; somebody else's only for those who may look at everybody's.
pub(super) fn own(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let whose = match call.parameters.text("userid") {
        Some(name) => {
            let other = named(name);
            if other.user != call.caller.user {
                call.require("/access", &["Sys.Audit"], false)?;
            }
            other
        }
        None => call.caller.clone(),
    };
    let access = &call.state.access;
    let paths: BTreeSet<&str> = match call.parameters.text("path") {
        Some(path) => BTreeSet::from([path]),
        None => access.known_paths(),
    };
    let mut told = Map::new();
    for path in paths {
        let rights = access.rights(&whose, path, call.state.cluster.pool_of(path).as_deref());
        let rights: Map<String, Value> =
            rights.into_iter().map(|(privilege, propagates)| (privilege, json!(u8::from(propagates)))).collect();
        if !rights.is_empty() || call.parameters.text("path").is_some() {
            told.insert(path.to_owned(), Value::Object(rights));
        }
    }
    Ok(Value::Object(told).into())
}

fn named(name: &str) -> Caller {
    name.split_once('!').map_or_else(|| Caller::user(name), |(user, token)| Caller::token(user, token))
}

pub(super) fn list(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let may = call.may("/access", &["Sys.Audit", "Permissions.Modify"]);
    let grants = call.state.access.grants.iter().filter(|_| may);
    let rows = grants.flat_map(|(path, grants)| {
        grants.iter().map(move |grant| {
            json!({
                "path": path, "type": grant.holder.name(), "ugid": grant.name, "roleid": grant.role,
                "propagate": u8::from(grant.propagates),
            })
        })
    });
    Ok(rows.collect::<Value>().into())
}

pub(super) fn change(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let path = normal(call.text("path"));
    let list = |name: &str| -> Vec<String> {
        let text = call.parameters.text(name).unwrap_or_default();
        text.split([',', ';', ' ']).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    };
    let propagates = call.parameters.text("propagate").is_none() || call.parameters.is_set("propagate");
    let holders = [(Holder::User, list("users")), (Holder::Group, list("groups")), (Holder::Token, list("tokens"))];
    let roles = list("roles");
    if let Some(role) = roles.iter().find(|role| !call.state.access.roles.contains_key(*role)) {
        return Err(Refusal::failed(format!("role '{role}' does not exist")));
    }
    let deletes = call.parameters.is_set("delete");
    for (holder, names) in holders {
        for (name, role) in names.iter().flat_map(|name| roles.iter().map(move |role| (name, role))) {
            require_known(call, holder, name)?;
            let grant = Grant { holder, name: name.clone(), role: role.clone(), propagates };
            let access = &mut call.state.access;
            if deletes { access.revoke(&path, &grant) } else { access.grant(&path, grant) }
        }
    }
    Ok(Value::Null.into())
}

fn require_known(call: &Call<'_>, holder: Holder, name: &str) -> Result<(), Refusal> {
    let users = &call.state.access.users;
    let is_known = match holder {
        Holder::User => users.contains_key(name),
        Holder::Token => name
            .split_once('!')
            .is_some_and(|(user, token)| users.get(user).is_some_and(|user| user.tokens.contains_key(token))),
        Holder::Group => true,
    };
    if is_known { Ok(()) } else { Err(Refusal::failed(format!("no such {} ('{name}')", holder.name()))) }
}

/// With one slash in front and none behind.
fn normal(path: &str) -> String {
    format!("/{}", path.trim_matches('/'))
}

pub(super) fn roles(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let access = &call.state.access;
    let rows = access.roles.iter().map(|(role, privileges)| {
        let privileges: Vec<&str> = privileges.iter().map(String::as_str).collect();
        json!({"roleid": role, "privs": privileges.join(","), "special": u8::from(access.is_builtin(role))})
    });
    Ok(rows.collect::<Value>().into())
}

pub(super) fn add_role(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let role = call.text("roleid").to_owned();
    if call.state.access.roles.contains_key(&role) {
        return Err(Refusal::failed(format!("role '{role}' already exists")));
    }
    let known = call.state.access.privileges();
    let privileges = call.parameters.text("privs").unwrap_or_default().split([',', ';', ' ']);
    let privileges: BTreeSet<String> = privileges.filter(|name| !name.is_empty()).map(str::to_owned).collect();
    if let Some(unknown) = privileges.iter().find(|name| !known.contains(name.as_str())) {
        return Err(Refusal::failed(format!("invalid privilege '{unknown}'")));
    }
    call.state.access.roles.insert(role, privileges);
    Ok(Value::Null.into())
}
