//! Whether somebody may make a call, by what the API says that it needs.

use super::{Access, Caller};
use crate::schema::{Api, Parameters, Permission};

impl Access {
    /// Checks what a call needs; `pool_of` tells the pool of a path's machine or storage.
    ///
    /// # Errors
    ///
    /// The text of the refusal, with status 403.
    pub fn check(
        &self,
        caller: &Caller,
        needed: &Permission,
        parameters: &Parameters,
        pool_of: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(), String> {
        match needed {
            Permission::World | Permission::Everybody => Ok(()),
            Permission::Privileges { path, privileges, any, with } => {
                if with.as_ref().is_some_and(|with| parameters.get(with).is_none()) {
                    return Err(failed(&fill(path, parameters), privileges, *any));
                }
                let path = fill(path, parameters);
                self.require(caller, &path, privileges, *any, pool_of(&path).as_deref())
            }
            Permission::Modify { path } => {
                let path = fill(path, parameters);
                self.require(caller, &path, &["Permissions.Modify".to_owned()], false, pool_of(&path).as_deref())
            }
            Permission::Own => match parameters.text("userid") {
                Some(user) if user == caller.user && caller.token.is_none() => Ok(()),
                _ => Err("Permission check failed".into()),
            },
            Permission::Realm => {
                let realm =
                    parameters.text("userid").and_then(|user| user.rsplit_once('@')).map_or("", |(_, realm)| realm);
                self.require(caller, &format!("/access/realm/{realm}"), &["Realm.AllocateUser".to_owned()], false, None)
            }
            Permission::Groups { privileges } => self.require(caller, "/access/groups", privileges, false, None),
            Permission::All(parts) => parts.iter().try_for_each(|part| self.check(caller, part, parameters, pool_of)),
            Permission::Any(parts) => {
                let mut verdicts = parts.iter().map(|part| self.check(caller, part, parameters, pool_of));
                let first = verdicts.next().unwrap_or(Ok(()));
                if first.is_ok() || verdicts.any(|verdict| verdict.is_ok()) { Ok(()) } else { first }
            }
        }
    }

    /// Checks privileges on one path, by the names that the newest version has for them.
    ///
    /// # Errors
    ///
    /// The text of the refusal, with status 403.
    pub fn require(
        &self,
        caller: &Caller,
        path: &str,
        privileges: &[String],
        any: bool,
        pool: Option<&str>,
    ) -> Result<(), String> {
        let api = Api::of(self.version);
        let rights = self.rights(caller, path, pool);
        let mut names: Vec<String> = privileges.iter().map(|privilege| api.privilege(privilege).to_owned()).collect();
        names.dedup();
        let has = |name: &String| rights.contains_key(name);
        let granted = if any { names.iter().any(has) } else { names.iter().all(has) };
        if granted { Ok(()) } else { Err(failed(path, &names, any)) }
    }
}

fn failed(path: &str, privileges: &[String], any: bool) -> String {
    format!("Permission check failed ({path}, {})", privileges.join(if any { "|" } else { ", " }))
}

/// A path with the values of parameters in it.
fn fill(path: &str, parameters: &Parameters) -> String {
    parameters.iter().fold(path.to_owned(), |path, (name, _)| {
        path.replace(&format!("{{{name}}}"), parameters.text(name).unwrap_or_default())
    })
}
