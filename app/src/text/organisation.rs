//! Texts of organisations and the people in them.

use domain::policy::Role;

use super::Texts;

super::declare! {
    /// Organisations.
    Organisation {
        all_title { en = "Organisations"; de = "Organisationen"; }
        all_lead {
            en = "Each is a group of people with deployments of their own. None sees another.";
            de = "Jede ist eine Gruppe von Menschen mit eigenen Installationen. Keine sieht eine andere.";
        }
        name { en = "Name"; de = "Name"; }
        name_help { en = "What people call it, such as Town archive."; de = "Wie man sie nennt, etwa Stadtarchiv."; }
        label { en = "Short name"; de = "Kurzname"; }
        label_help {
            en = "Small letters, digits and hyphens, such as town-archive. It stands in addresses of this panel.";
            de = "Kleine Buchstaben, Ziffern und Bindestriche, etwa stadtarchiv. Er steht in Adressen dieser Oberfläche.";
        }
        new { en = "New organisation"; de = "Neue Organisation"; }
        create { en = "Create organisation"; de = "Organisation anlegen"; }
        people { en = "People"; de = "Personen"; }
        deployments { en = "Deployments"; de = "Installationen"; }
        none_title { en = "No organisation yet"; de = "Noch keine Organisation"; }
        none_help {
            en = "Make one below, then invite the people who run it. They choose and deploy applications themselves.";
            de = "Legen Sie unten eine an und laden Sie dann die Menschen ein, die sie betreiben. Anwendungen wählen und starten diese selbst.";
        }
        choose_title { en = "Your organisations"; de = "Ihre Organisationen"; }
        choose_lead { en = "Choose the one that you want to work in."; de = "Wählen Sie, in welcher Sie arbeiten möchten."; }
        belongs_to_none {
            en = "You don't belong to an organisation. Ask the hosting provider or an organisation's owner for an invitation.";
            de = "Sie gehören zu keiner Organisation. Bitten Sie den Hosting-Anbieter oder eine Organisation um eine Einladung.";
        }
        people_title { en = "People"; de = "Personen"; }
        people_lead(organisation: &str) {
            en = "Who may see and change what {organisation} runs.";
            de = "Wer sehen und ändern darf, was {organisation} betreibt.";
        }
        role { en = "Role"; de = "Rolle"; }
        change_role { en = "Change role"; de = "Rolle ändern"; }
        end_membership { en = "Remove"; de = "Entfernen"; }
        end_membership_ask(name: &str) {
            en = "{name} will no longer see or change anything here. What they have deployed stays.";
            de = "{name} kann hier dann nichts mehr sehen oder ändern. Was schon läuft, bleibt.";
        }
        end_membership_now(name: &str) { en = "Remove {name} from the organisation"; de = "{name} aus der Organisation entfernen"; }
        last_owner {
            en = "An organisation needs an owner. Make somebody else owner first.";
            de = "Eine Organisation braucht jemanden in der Rolle Besitz. Geben Sie die Rolle zuerst jemand anderem.";
        }
        nobody { en = "Nobody belongs to it yet. Invite somebody below."; de = "Noch gehört niemand dazu. Laden Sie unten jemanden ein."; }
        invite { en = "Invite"; de = "Einladen"; }
        invite_title { en = "Invite somebody"; de = "Jemanden einladen"; }
        invite_lead {
            en = "You get a link to hand over. It works once, for two weeks.";
            de = "Sie bekommen einen Link zum Weitergeben. Er gilt einmal und zwei Wochen lang.";
        }
        invited_title { en = "The invitation is ready"; de = "Die Einladung ist fertig"; }
        invited_help {
            en = "Hand over this link. It is shown only now, and works once.";
            de = "Geben Sie diesen Link weiter. Er wird nur jetzt gezeigt und gilt einmal.";
        }
        link { en = "Link"; de = "Link"; }
        invitations { en = "Open invitations"; de = "Offene Einladungen"; }
        expires { en = "Valid until"; de = "Gültig bis"; }
        withdraw { en = "Withdraw"; de = "Zurückziehen"; }
        withdraw_ask(email: &str) {
            en = "The link for {email} will no longer work.";
            de = "Der Link für {email} gilt dann nicht mehr.";
        }
        withdraw_now { en = "Withdraw the invitation"; de = "Einladung zurückziehen"; }
        viewer { en = "viewer"; de = "Einsicht"; }
        viewer_help { en = "Sees what runs."; de = "Sieht, was läuft."; }
        operator { en = "operator"; de = "Betrieb"; }
        operator_help { en = "Chooses, configures and deploys applications."; de = "Wählt, konfiguriert und startet Anwendungen."; }
        owner { en = "owner"; de = "Besitz"; }
        owner_help {
            en = "As an operator; also removes deployments and invites people.";
            de = "Wie Betrieb; entfernt auch Installationen und lädt Menschen ein.";
        }
        hosting_provider { en = "hosting provider"; de = "Hosting-Anbieter"; }
    }
}

/// What a role is called.
pub fn role(t: &Texts, role: Role) -> &'static str {
    let t = &t.organisation;
    match role {
        Role::Viewer => t.viewer,
        Role::Operator => t.operator,
        Role::Owner => t.owner,
        Role::HostingProvider => t.hosting_provider,
    }
}

/// What a role is called where its name stands alone.
pub fn role_title(t: &Texts, role: Role) -> String {
    let mut letters = self::role(t, role).chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What a role may do.
pub fn role_help(t: &Texts, role: Role) -> &'static str {
    let t = &t.organisation;
    match role {
        Role::Viewer => t.viewer_help,
        Role::Operator => t.operator_help,
        Role::Owner => t.owner_help,
        Role::HostingProvider => t.hosting_provider,
    }
}
