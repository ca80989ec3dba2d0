//! Which privileges somebody has on a path.
//!
//! Grants on a longer path replace those on a shorter one. What a pool grants counts on its machines and storages as
//! well. A separate token has what both it and its user were granted.

use std::collections::{BTreeMap, BTreeSet};

use super::{Access, Caller, Grant, Holder};

/// Privileges, and whether each counts below as well.
pub(crate) type Rights = BTreeMap<String, bool>;

impl Access {
    /// The privileges on a path; `pool` is the one that the machine or storage belongs to.
    pub fn rights(&self, caller: &Caller, path: &str, pool: Option<&str>) -> Rights {
        let user = self.granted(Holder::User, &caller.user, path, pool);
        let Some(id) = &caller.token else { return user };
        let is_separate =
            self.users.get(&caller.user).and_then(|user| user.tokens.get(id)).is_none_or(|token| token.is_separate);
        if !is_separate {
            return user;
        }
        let token = self.granted(Holder::Token, &caller.to_string(), path, pool);
        let both = |(privilege, propagates): (String, bool)| {
            user.get(&privilege).map(|users| (privilege, propagates && *users))
        };
        token.into_iter().filter_map(both).collect()
    }

    /// Paths on which something was granted, and those that a host always tells about.
    pub fn known_paths(&self) -> BTreeSet<&str> {
        let fixed = ["/", "/access", "/access/groups", "/nodes", "/pool", "/sdn", "/storage", "/vms"];
        fixed.into_iter().chain(self.grants.keys().map(String::as_str)).collect()
    }

    fn granted(&self, holder: Holder, name: &str, path: &str, pool: Option<&str>) -> Rights {
        if holder == Holder::User && name == super::ROOT {
            return self.privileges().into_iter().map(|privilege| (privilege.to_owned(), true)).collect();
        }
        let mut rights = self.granted_on(holder, name, path);
        if let Some(pool) = pool {
            let of_pool = self.granted_on(holder, name, &format!("/pool/{pool}"));
            rights.extend(of_pool.into_iter().filter(|(_, propagates)| *propagates));
        }
        rights
    }

    fn granted_on(&self, holder: Holder, name: &str, path: &str) -> Rights {
        let mut current: Vec<&Grant> = Vec::new();
        for step in steps(path) {
            let here = self.grants.get(step).into_iter().flatten();
            let here: Vec<&Grant> = here
                .filter(|grant| grant.holder == holder && grant.name == name)
                .filter(|grant| grant.propagates || step == path)
                .collect();
            if !here.is_empty() {
                current = here;
            }
        }
        if current.iter().any(|grant| grant.role == "NoAccess") {
            return Rights::new();
        }
        let mut rights = Rights::new();
        for grant in current {
            for privilege in self.roles.get(&grant.role).into_iter().flatten() {
                *rights.entry(privilege.clone()).or_default() |= grant.propagates;
            }
        }
        rights
    }
}

/// `/`, `/vms` and `/vms/100` for `/vms/100`.
fn steps(path: &str) -> impl Iterator<Item = &str> {
    let root = (path != "/").then_some("/");
    let inner = path.char_indices().skip(1).filter(|(_, sign)| *sign == '/').map(|(at, _)| &path[..at]);
    root.into_iter().chain(inner).chain(std::iter::once(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Version, access::Token};

    fn access() -> Access {
        let mut access = Access::new(Version::V9_1, "secret");
        let token = Token { secret: "uuid".into(), is_separate: true, expires: 0, comment: None };
        access.users.entry("ada@pve".into()).or_default().tokens.insert("ci".into(), token);
        access
    }

    fn grant(access: &mut Access, path: &str, holder: Holder, name: &str, role: &str) {
        access.grant(path, Grant { holder, name: name.into(), role: role.into(), propagates: true });
    }

    #[test]
    fn a_grant_on_a_longer_path_replaces_that_on_a_shorter_one() {
        let mut access = access();
        grant(&mut access, "/", Holder::User, "ada@pve", "Administrator");
        grant(&mut access, "/vms/100", Holder::User, "ada@pve", "PVEAuditor");

        let ada = Caller::user("ada@pve");

        assert!(access.rights(&ada, "/vms/101", None).contains_key("VM.Allocate"));
        assert!(!access.rights(&ada, "/vms/100", None).contains_key("VM.Allocate"));
        assert!(access.rights(&ada, "/vms/100", None).contains_key("VM.Audit"));
    }

    #[test]
    fn a_separate_token_has_what_both_it_and_its_user_were_granted() {
        let mut access = access();
        grant(&mut access, "/vms", Holder::User, "ada@pve", "PVEVMUser");
        let token = Caller::token("ada@pve", "ci");

        let before = access.rights(&token, "/vms/100", None);
        grant(&mut access, "/", Holder::Token, "ada@pve!ci", "Administrator");
        let after = access.rights(&token, "/vms/100", None);

        assert_eq!(before, Rights::new());
        assert_eq!(after, access.rights(&Caller::user("ada@pve"), "/vms/100", None));
    }

    #[test]
    fn what_a_pool_grants_counts_on_its_machines() {
        let mut access = access();
        grant(&mut access, "/pool/fediversity", Holder::User, "ada@pve", "PVEVMAdmin");
        let ada = Caller::user("ada@pve");

        assert!(access.rights(&ada, "/vms/100", Some("fediversity")).contains_key("VM.PowerMgmt"));
        assert!(!access.rights(&ada, "/vms/100", None).contains_key("VM.PowerMgmt"));
    }
}
